using Spancoder.Coders;

namespace Spancoder.Review.Differing;

/// <summary>All that one coder says of one segment.</summary>
/// <param name="Codings">In order of the codebook, one a code; a single one that says so where nothing applies, or the coder cannot tell.</param>
internal sealed record Verdict(string Coder, IReadOnlyList<Coding> Codings)
{
    /// <summary>Between the codes of one cell, as in files of codings.</summary>
    public const char Between = '|';

    public bool IsByMachine => Coder == RuleCoder.Name;

    public bool IsUnsure { get; } = Codings.Any(coding => coding.Code == Coding.Unsure);

    /// <summary>Ids of codes, and OT. Empty where nothing applies, and where the coder cannot tell.</summary>
    public IReadOnlyList<string> Codes { get; } = [.. Codings.Where(coding => coding.HasEvidence).Select(coding => coding.Code)];

    /// <summary>What a file of codings says: codes, or NONE or UNSURE alone. Never empty.</summary>
    public IReadOnlyList<string> Given { get; } = [.. Codings.Select(coding => coding.Code)];

    public bool GivesTheCodesOf(Verdict other) => IsUnsure == other.IsUnsure && Codes.ToHashSet().SetEquals(other.Codes);
}
