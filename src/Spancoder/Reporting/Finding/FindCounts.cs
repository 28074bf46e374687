using Spancoder.Text;

namespace Spancoder.Reporting.Finding;

/// <summary>How much was found, and whether it is enough.</summary>
/// <param name="most">How many places are asked for.</param>
internal sealed class FindCounts(int most)
{
    private int _looked;
    private int _documents;
    private int _segments;

    public int Places { get; private set; }

    public bool IsFull => Places == most;

    /// <param name="found">In the next document.</param>
    /// <returns>Those that are still asked for.</returns>
    public IReadOnlyList<Found> Take(IReadOnlyList<Found> found)
    {
        _looked++;
        if (found is []) return [];

        List<Found> taken = [.. found.Take(most - Places)];
        Places += taken.Count;
        _documents++;
        _segments += taken.Select(place => place.Segment.Number).Distinct().Count();
        return taken;
    }

    /// <summary>In a sentence.</summary>
    public override string ToString() => Places == 0
        ? $"Nothing was found in {Counted.Of(_looked, "document")}."
        : $"{Counted.Of(Places, "place")} in {Counted.Of(_segments, "segment")} of {Counted.Of(_documents, "document")}{(IsFull ? "; nobody looked further" : "")}.";
}
