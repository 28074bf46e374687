namespace Spancoder.Agreement;

/// <summary>All pairs of coders: each once, in order.</summary>
internal static class Pairs
{
    /// <returns>Indices, the smaller first.</returns>
    public static IEnumerable<(int First, int Second)> Of(int coders) =>
        from first in Enumerable.Range(0, coders)
        from second in Enumerable.Range(first + 1, coders - first - 1)
        select (first, second);
}
