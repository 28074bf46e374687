using Spancoder.Text;

namespace Spancoder.Reporting.Pages;

/// <summary>A text cut wherever a span begins or ends, so that spans that overlap can be shown on it.</summary>
internal static class MarkedText
{
    /// <param name="length">Of the text.</param>
    /// <param name="spans">In any order; what stands outside of the text, and what is empty, is nowhere.</param>
    /// <returns>All of the text, in order; with each piece the indices of the spans that cover it.</returns>
    public static IEnumerable<(TextSpan Piece, IReadOnlyList<int> Covering)> Cut(int length, IReadOnlyList<TextSpan> spans)
    {
        var cuts = spans.Where(span => span.Length > 0).SelectMany(span => (int[])[span.Start, span.End]).Where(place => place < length).Append(0).Append(length).Distinct().Order().ToList();
        for (var index = 1; index < cuts.Count; index++)
        {
            TextSpan piece = new(cuts[index - 1], cuts[index]);
            yield return (piece, [.. spans.Index().Where(span => span.Item.Contains(piece)).Select(span => span.Index)]);
        }
    }
}
