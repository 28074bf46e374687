namespace Spancoder.Agreement.Spans;

/// <summary>Characters of a document one after the other, from <see cref="Start"/> up to, not including, <see cref="End"/>.</summary>
internal readonly record struct Run(int Start, int End)
{
    public int Length => End - Start;

    public static Run Of(CodedSpan span) => new(span.Start, span.End);

    /// <summary>What is left of spans where each that overlaps another is one with it.</summary>
    /// <param name="spans">In order of their start.</param>
    /// <param name="joinTouching">Whether a span that begins just where another ends is one with it, too.</param>
    /// <returns>In order, not overlapping.</returns>
    public static Run[] Union(IEnumerable<CodedSpan> spans, bool joinTouching)
    {
        List<Run> union = [];
        foreach (var run in spans.Select(Of))
        {
            if (union is [.., var last] && (run.Start < last.End || joinTouching && run.Start == last.End)) union[^1] = new(last.Start, Math.Max(last.End, run.End));
            else union.Add(run);
        }

        return [.. union];
    }

    /// <summary>Where the one list overlaps the other, in order. One pass over both.</summary>
    /// <param name="first">In order, not overlapping.</param>
    /// <param name="second">Likewise.</param>
    public static IEnumerable<Meeting> Meetings(IReadOnlyList<Run> first, IReadOnlyList<Run> second)
    {
        var (i, j) = (0, 0);
        while (i < first.Count && j < second.Count)
        {
            var shared = Math.Min(first[i].End, second[j].End) - Math.Max(first[i].Start, second[j].Start);
            if (shared > 0) yield return new(i, j, shared);
            if (first[i].End < second[j].End) i++;
            else j++;
        }
    }
}

/// <param name="First">An index into the first list.</param>
/// <param name="Second">An index into the second.</param>
/// <param name="Length">How many characters the two have in common; at least one.</param>
internal readonly record struct Meeting(int First, int Second, int Length);
