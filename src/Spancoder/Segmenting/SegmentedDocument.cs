using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Segmenting;

/// <summary>A document cut into the units that are coded.</summary>
/// <param name="Segments">In reading order. With the line feeds and blanks between them they hold the whole text.</param>
/// <param name="Sentences">In reading order; no sentence crosses a segment.</param>
/// <param name="Notices">Where a long turn could not be cut.</param>
public sealed record SegmentedDocument(
    Document Document, IReadOnlyList<Segment> Segments, IReadOnlyList<TextSpan> Sentences, IReadOnlyList<Notice> Notices)
{
    /// <summary>The segment that holds a position of the text; null in the line feeds and blanks between two.</summary>
    public Segment? SegmentAt(int position)
    {
        var (low, high) = (0, Segments.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = Segments[middle].Span;
            if (position < span.Start) high = middle - 1;
            else if (position >= span.End) low = middle + 1;
            else return Segments[middle];
        }

        return null;
    }

    /// <summary>What <c>--strict</c> asks for.</summary>
    /// <exception cref="InputException">There are notices.</exception>
    public void StopIfAnyNotice()
    {
        if (Notices.Count > 0) throw new InputException([.. Notices.Select(notice => notice.AsProblem())]);
    }
}
