using Spancoder.Codebooks;

namespace Spancoder.Agreement.Tables;

/// <summary>Which judgements to read, and what to make of them.</summary>
internal sealed record JudgementRequest
{
    /// <summary>As the user can find them.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Which units there are; null where nobody says, and then they are those that somebody judged.</summary>
    public UnitList? Units { get; init; }

    /// <summary>Who was given what; null where nobody says.</summary>
    public Assignment? Assignment { get; init; }

    /// <summary>A unit that a coder was given, and about which their file says nothing, counts as NONE.</summary>
    public bool UnmarkedIsNothing { get; init; }

    /// <summary>Which round; null for the last.</summary>
    public int? Round { get; init; }

    /// <summary>Whether machine coders count.</summary>
    public bool WithMachines { get; init; }

    /// <summary>Only these coders; empty for all.</summary>
    public IReadOnlyList<string> Coders { get; init; } = [];

    /// <summary>Which codes there are; null where nobody says, and then they are those that somebody gave.</summary>
    public Codebook? Codebook { get; init; }

    /// <summary>Whether a code counts as the one at the top of its branch.</summary>
    public bool RollsUp { get; init; }

    /// <summary>Whether a coder is one of those who are compared.</summary>
    public bool Counts(string coder) => Coders is [] || Coders.Contains(coder);

    /// <summary>The files that say which units there are and who was given what, with SHA-256 of their bytes.</summary>
    public IEnumerable<(string File, string Hash)> StatedIn =>
    [
        .. Units is { } units ? [(units.File, units.Hash)] : Array.Empty<(string, string)>(),
        .. Assignment is { IsEveryone: false } assignment ? [(assignment.File, assignment.Hash)] : Array.Empty<(string, string)>(),
    ];

    /// <summary>The code as which another counts.</summary>
    public string Counting(string code) => RollsUp ? Codebook?.Find(code)?.Top.Id ?? code : code;

    /// <summary>In order of the codebook, else of name; OT, which no codebook has, where somebody gave it.</summary>
    public IReadOnlyList<string> CodesOf(JudgementTable table) => Codebook is { } book
        ? [.. book.Codes.Where(code => !RollsUp || code.Parent is null).Select(code => code.Id), .. table.Given.Contains(Coding.Other) ? [Coding.Other] : Array.Empty<string>()]
        : [.. table.Given];
}
