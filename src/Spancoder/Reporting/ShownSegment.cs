using Spancoder.Coders;
using Spancoder.Review.Next;
using Spancoder.Segmenting;

namespace Spancoder.Reporting;

/// <summary>A segment that a person is to look at, with its text and all that is known of it.</summary>
/// <param name="Line">On which it begins, in the original.</param>
/// <param name="Speaker">Empty where nobody is named.</param>
/// <param name="Before">What leads up to it, with who said it; empty at the beginning of a document.</param>
/// <param name="Codings">Everybody's; people's first.</param>
internal sealed record ShownSegment(string Segment, string Document, string Hash, int Line, string Speaker, IReadOnlyList<string> Before, string Text, IReadOnlyList<ShownCoding> Codings)
{
    public required ExaminedSegment Examined { get; init; }

    public required bool IsRandom { get; init; }

    /// <summary>Its kinds of grounds, and that it was drawn by chance.</summary>
    public IReadOnlyList<string> Why => [.. Examined.Grounds.Select(ground => GroundKinds.NameOf(ground.Kind)), .. IsRandom ? ["random"] : (string[])[]];

    public static ShownSegment Of(CodedDocument coded, ExaminedSegment examined, bool isRandom)
    {
        var (document, segment) = (coded.Segmented.Document, examined.Segment);
        var text = segment.Span.In(document.Text);
        return new(
            segment.Id,
            document.Id,
            SegmentHash.Of(text),
            document.Source.At(segment.Span.Start).Line,
            segment.Speaker?.Key ?? "",
            [.. LeadUp.To(segment.Number, segment.Speaker, "", number => SpokenIn(coded.Segmented.Segments[number - 1], document.Text))],
            text.ToString(),
            [.. coded.AllCodings.Where(coding => coding.Segment.Number == segment.Number).Select(coding => ShownCoding.Of(coding, document.Text))])
        {
            Examined = examined,
            IsRandom = isRandom,
        };
    }

    private static (Layer Layer, Speaker? Speaker, string Text) SpokenIn(Segment segment, string text) => (segment.Layer, segment.Speaker, segment.Span.In(text).ToString());
}

/// <param name="IsByHand">A person's.</param>
/// <param name="Why">What it rests on; empty where it does not say.</param>
internal sealed record ShownCoding(string Coder, bool IsByHand, string Code, string Why)
{
    public static ShownCoding Of(Coding coding, string text) => new(coding.Coder, coding.Reason is Reason.ByHand, coding.Code, ReasonText.Of(coding.Reason, span => span.In(text).ToString()));
}
