namespace Spancoder.Review.Merging;

/// <summary>All that one coder says of one segment in one round.</summary>
/// <param name="Rows">In order of the codebook; never empty.</param>
internal sealed record MergedJudgement(JudgementKey Key, IReadOnlyList<MergedRow> Rows)
{
    public Place Place => Rows[0].Place;

    /// <summary>What both say, row by row; null when they differ.</summary>
    public MergedJudgement? JoinedWith(MergedJudgement other)
    {
        if (Rows.Count != other.Rows.Count) return null;

        List<MergedRow> joined = [.. Rows.Zip(other.Rows).Select(pair => pair.First.JoinedWith(pair.Second)).OfType<MergedRow>()];
        return joined.Count == Rows.Count ? this with { Rows = joined } : null;
    }

    /// <summary>Whether two people, or one person under two names, say the same.</summary>
    public bool SaysTheSameAs(MergedJudgement other) =>
        Rows.Select(Said).SequenceEqual(other.Rows.Select(Said));

    private static object Said(MergedRow row) => (row.Code, row.Status, row.Negated, row.Points, row.Quote, row.Comment);
}
