namespace Spancoder.Learning;

/// <summary>A segment that people judged, as numbers: what there is to learn from it.</summary>
/// <param name="Document">Id of its document.</param>
/// <param name="Number">In its document.</param>
/// <param name="Hash">Of its text, as segments.csv has it.</param>
/// <param name="Vector">Its features.</param>
/// <param name="Labels">By code, in the codebook's order: whether it has that code or one below it; null where that cannot be told.</param>
internal sealed record LabelledSegment(string Document, int Number, string Hash, SparseVector Vector, IReadOnlyList<bool?> Labels)
{
    /// <summary>In the one order in which everything is learned: what is made of them does not depend on how they were met.</summary>
    public static IReadOnlyList<LabelledSegment> InOrder(IEnumerable<LabelledSegment> segments) => InOrder(segments, segment => segment);

    /// <summary>What holds one each, in the same order.</summary>
    public static IReadOnlyList<T> InOrder<T>(IEnumerable<T> holders, Func<T, LabelledSegment> segmentOf) =>
        [.. holders.OrderBy(holder => segmentOf(holder).Document, StringComparer.Ordinal).ThenBy(holder => segmentOf(holder).Number)];
}
