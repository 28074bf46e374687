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
    public Segment? SegmentAt(int position) => Sorted.IndexAt(Segments, static segment => segment.Span, position) is var index and >= 0 ? Segments[index] : null;

    /// <summary>What <c>--strict</c> asks for.</summary>
    /// <exception cref="InputException">There are notices.</exception>
    public void StopIfAnyNotice()
    {
        if (Notices.Count > 0) throw new InputException([.. Notices.Select(notice => notice.AsProblem())]);
    }
}
