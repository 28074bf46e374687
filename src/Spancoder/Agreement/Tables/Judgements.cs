namespace Spancoder.Agreement.Tables;

/// <summary>Who gave which unit which codes, in one round.</summary>
public sealed record Judgements
{
    /// <summary>In order of document and number.</summary>
    public required IReadOnlyList<JudgedUnit> Units { get; init; }

    /// <summary>What coders gave; the categories of <see cref="Ratings"/>.</summary>
    public required CodeSets Sets { get; init; }

    /// <summary>Units in the same order, coders in order of name. Missing: not judged, or the coder could not tell.</summary>
    public required Ratings Ratings { get; init; }

    /// <summary>For each coder, how many units they could not tell.</summary>
    public required IReadOnlyList<int> Unsure { get; init; }

    /// <summary>For each coder, how many units they were given; null where nobody states it.</summary>
    public IReadOnlyList<int>? Given { get; init; }

    /// <summary>How many judgements are NONE only because a coder was given the unit and wrote nothing.</summary>
    public int Unmarked { get; init; }

    /// <summary>All rounds in the files, in order; 0 for rows that name none.</summary>
    public required IReadOnlyList<int> Rounds { get; init; }

    /// <summary>The one that was taken.</summary>
    public required int Round { get; init; }

    /// <summary>The codebook that says which codes there are, as <c>id@version#hash</c>; null where nobody named one.</summary>
    public string? Codebook { get; init; }

    /// <summary>How many characters of a stretch made its code a unit's; null where units were judged.</summary>
    public int? MinOverlap { get; init; }

    /// <summary>Whether sub-codes count as the code at the top of their branch.</summary>
    public bool IsRolledUp { get; init; }

    public required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>What was read, with SHA-256 of the bytes.</summary>
    public required IReadOnlyList<(string File, string Hash)> Files { get; init; }

    public IReadOnlyList<string> Coders => Ratings.Coders;

    public IReadOnlyList<string> Codes => Sets.Codes;

    /// <summary>Those who judged nothing.</summary>
    public IReadOnlyList<string> Silent => [.. Coders.Where((_, coder) => JudgedBy(coder) == 0)];

    /// <summary>How many units a coder judged.</summary>
    public int JudgedBy(int coder) => Enumerable.Range(0, Units.Count).Count(unit => Ratings.Of(unit)[coder] != Ratings.Missing);

    /// <summary>One code: absent or present.</summary>
    /// <param name="code">Its index.</param>
    public Ratings Presence(int code) => Sets.Presence(Ratings, code);
}
