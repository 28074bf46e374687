using System.Globalization;
using Spancoder.Coders;
using Spancoder.Reading;
using Spancoder.Rules;
using Spancoder.Text;

namespace Spancoder.Reporting.Results;

/// <summary>What was coded just now, as the results of the run hold it.</summary>
internal static class CodedResults
{
    public static ResultDocument Of(CodedDocument coded)
    {
        var document = coded.Segmented.Document;
        var codings = coded.AllCodings.ToLookup(coding => coding.Segment.Number);
        var hits = coded.Hits.ToLookup(hit => hit.Segment.Number);
        CodePoints points = new(document.Text);
        return new(document.Id, document.Metadata, [.. coded.Segmented.Segments.Select(segment => Of(segment, document, points, codings[segment.Number]) with { Hits = [.. hits[segment.Number].Select(hit => Of(hit, segment))] })])
        {
            Hash = document.Facts.Hash,
            Format = document.Facts.Format,
            Layout = document.Facts.Layout,
            Encoding = document.Facts.Encoding,
            Newline = document.Facts.Newline,
            Language = document.Facts.Language,
        };
    }

    private static ResultSegment Of(Segment segment, Document document, CodePoints points, IEnumerable<Coding> codings)
    {
        var source = document.Source.At(segment.Span.Start);
        return new()
        {
            Number = segment.Number,
            Id = segment.Id,
            Layer = segment.Layer,
            Codable = segment.Codable,
            Start = points.At(segment.Span.Start),
            Line = source.Line,
            Speaker = segment.Speaker,
            Language = segment.Language,
            StartTime = SegmentTable.Time(source.StartTime),
            Words = segment.Words.InWords,
            Text = segment.Span.In(document.Text).ToString(),
            Codings = [.. codings.Select(coding => Of(coding, segment.Span.Start, document))],
            Hits = [],
        };
    }

    // What begins in a segment may end in the next.
    private static ResultHit Of(RuleHit hit, Segment segment) =>
        new(hit.Rule.Rule.Id, new(hit.Span.Start - segment.Span.Start, Math.Min(hit.Span.End, segment.Span.End) - segment.Span.Start), hit.Negation is not null);

    private static ResultCoding Of(Coding coding, int segmentStart, Document document) =>
        new(
            coding.Code,
            coding.Coder,
            ReasonText.By(coding.Reason, coding.Coder),
            ReasonText.Score(coding.Reason) is { Length: > 0 } score ? double.Parse(score, CultureInfo.InvariantCulture) : null,
            new(coding.Span.Start - segmentStart, coding.Span.End - segmentStart),
            ReasonText.Of(coding.Reason, span => span.In(document.Text).ToString()))
        {
            Status = coding.Status,
            Negated = coding.Negated,
            Codebook = coding.Reason is Reason.ByHand hand ? hand.Codebook : "",
            Draw = coding.Draw,
        };
}
