using Spancoder.Segmenting;

namespace Spancoder.Reporting;

/// <summary>A passage that shows a code, with what was said before it and the reason it was coded.</summary>
/// <param name="Line">On which the quote begins, in the original.</param>
/// <param name="Before">What leads up to the quote, with who said it: the end of the segment before, and what stands before the quote in its own; an ellipsis shows what was left out.</param>
internal sealed record Quotation(
    string Segment, string Speaker, int Line, IReadOnlyList<string> Before, string Quote, string Reason);

/// <summary>Keeps the few passages of one code that the report quotes: the most points or the highest probability first, one a document, earlier ones first.</summary>
internal sealed class Quotations
{
    public const int Most = 3;
    private const int LongestContext = 160; // characters

    private readonly List<(double Score, string Document, Quotation Quotation)> _kept = [];

    public IReadOnlyList<Quotation> InOrder => [.. _kept.Select(kept => kept.Quotation)];

    public void Offer(Coding coding, SegmentedDocument segmented)
    {
        if (ScoreOf(coding.Reason) is not { } score) return;

        var document = segmented.Document;
        var ofDocument = _kept.FindIndex(kept => kept.Document == document.Id);
        if (ofDocument >= 0 && _kept[ofDocument].Score >= score) return;
        if (ofDocument < 0 && _kept.Count == Most && _kept[^1].Score >= score) return;

        if (ofDocument >= 0) _kept.RemoveAt(ofDocument);
        var place = _kept.FindIndex(kept => kept.Score < score);
        _kept.Insert(place < 0 ? _kept.Count : place, (score, document.Id, Make(coding, segmented)));
        if (_kept.Count > Most) _kept.RemoveAt(Most);
    }

    private static Quotation Make(Coding coding, SegmentedDocument segmented)
    {
        var document = segmented.Document;
        return new(
            coding.Segment.Id,
            coding.Segment.Speaker?.Key ?? "",
            document.Source.At(coding.Span.Start).Line,
            [.. Before(coding.Segment, coding.Span.Start, segmented)],
            coding.Span.In(document.Text).ToString(),
            ReasonText.Of(coding.Reason, span => span.In(document.Text).ToString()));
    }

    // One point is more than any probability; they are only beside each other where either of both decides.
    private static double? ScoreOf(Reason reason) => reason switch
    {
        Reason.ByRules rules => rules.Points,
        Reason.ByModel model => model.Probability,
        _ => null,
    };

    /// <summary>What leads up to a place in a segment, as in <see cref="Quotation.Before"/>.</summary>
    public static IEnumerable<string> Before(Segment segment, int start, SegmentedDocument segmented)
    {
        var text = segmented.Document.Text;

        // A memo is the analyst's, and would read as if the speaker before had said it.
        var index = segment.Number - 2;
        while (index >= 0 && segmented.Segments[index].Layer == Layer.Memo) index--;
        if (index >= 0)
        {
            var isNext = index == segment.Number - 2;
            yield return Said(segmented.Segments[index].Speaker, segmented.Segments[index].Span.In(text).ToString()) + (isNext ? "" : " …");
        }

        var lead = text[segment.Span.Start..start].TrimEnd();
        if (lead.Length > 0) yield return Said(segment.Speaker, lead);
    }

    private static string Said(Speaker? speaker, string text) => speaker is null ? EndOf(text) : $"{speaker.Key}: {EndOf(text)}";

    private static string EndOf(string text)
    {
        if (text.Length <= LongestContext) return text;

        var start = text.Length - LongestContext;
        var blank = text.IndexOf(' ', start);
        if (blank >= 0 && blank - start < 30) start = blank + 1;
        else if (char.IsLowSurrogate(text[start])) start++;
        return "… " + text[start..];
    }
}
