using Spancoder.Segmenting;

namespace Spancoder.Reporting;

/// <summary>A passage that shows a code, with what was said before it and the reason it was coded.</summary>
/// <param name="Before">The end of the segment before; empty at the beginning of a document.</param>
/// <param name="BeforeSpeaker">Who said it; empty in notes.</param>
/// <param name="Line">In the original.</param>
internal sealed record Quotation(
    string Segment, string Speaker, int Line, string Before, string BeforeSpeaker, string Quote, Reason.ByRules Reason, IReadOnlyList<string> Matched);

/// <summary>Keeps the few passages of one code that the report quotes: the most points first, one a document, earlier ones first.</summary>
internal sealed class Quotations
{
    public const int Most = 3;
    private const int LongestContext = 160; // characters

    private readonly List<(int Points, string Document, Quotation Quotation)> _kept = [];

    public IReadOnlyList<Quotation> InOrder => [.. _kept.Select(kept => kept.Quotation)];

    public void Offer(Coding coding, SegmentedDocument segmented)
    {
        if (coding.Reason is not Reason.ByRules reason) return;

        var document = segmented.Document;
        var ofDocument = _kept.FindIndex(kept => kept.Document == document.Id);
        if (ofDocument >= 0 && _kept[ofDocument].Points >= reason.Points) return;
        if (ofDocument < 0 && _kept.Count == Most && _kept[^1].Points >= reason.Points) return;

        if (ofDocument >= 0) _kept.RemoveAt(ofDocument);
        var place = _kept.FindIndex(kept => kept.Points < reason.Points);
        _kept.Insert(place < 0 ? _kept.Count : place, (reason.Points, document.Id, Make(coding, reason, segmented)));
        if (_kept.Count > Most) _kept.RemoveAt(Most);
    }

    private static Quotation Make(Coding coding, Reason.ByRules reason, SegmentedDocument segmented)
    {
        var document = segmented.Document;
        var before = coding.Segment.Number > 1 ? segmented.Segments[coding.Segment.Number - 2] : null;
        return new(
            coding.Segment.Id,
            coding.Segment.Speaker?.Key ?? "",
            document.Source.At(coding.Segment.Span.Start).Line,
            before is null ? "" : EndOf(before.Span.In(document.Text).ToString()),
            before?.Speaker?.Key ?? "",
            coding.Span.In(document.Text).ToString(),
            reason,
            [.. reason.Rules.Select(vote => vote.Matched.In(document.Text).ToString())]);
    }

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
