using Spancoder.Coders;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Review.Differing;

/// <summary>A segment that somebody judged, with what is needed to talk about it when its document is forgotten.</summary>
internal sealed record ReviewedSegment
{
    public required Segment Segment { get; init; }

    public string Id => Segment.Id;

    /// <summary>Id of the document.</summary>
    public required string Document { get; init; }

    /// <summary>On which it begins, in the original.</summary>
    public required int Line { get; init; }

    /// <summary>The label of who speaks; empty in notes, and where the file does not say.</summary>
    public string Speaker => Segment.Speaker?.Key ?? "";

    /// <summary>The segment before, with who said it; analysts' memos are passed over. Empty where there is none.</summary>
    public required string Before { get; init; }

    public required string Text { get; init; }

    /// <summary>Where it begins in the document's text, in code points.</summary>
    public required int Start { get; init; }

    /// <summary>As <see cref="SegmentHash"/> makes it.</summary>
    public string Hash => field ??= SegmentHash.Of(Text);

    /// <summary>In order of coder. Never empty.</summary>
    public required IReadOnlyList<Verdict> People { get; init; }

    /// <summary>What the rules say, where they are asked; else null.</summary>
    public required Verdict? Rules { get; init; }

    public IEnumerable<Verdict> Everybody => Rules is null ? People : People.Append(Rules);

    /// <summary>Those that people judged, in reading order.</summary>
    public static IEnumerable<ReviewedSegment> In(CodedDocument coded, ReviewScope scope)
    {
        var points = new CodePoints(coded.Segmented.Document.Text);
        var byRules = scope.WithRules ? coded.Codings.ToLookup(coding => coding.Segment.Number) : null;
        foreach (var judged in coded.ByHand.Codings.GroupBy(coding => coding.Segment.Number))
        {
            List<Verdict> people = [.. judged.GroupBy(coding => coding.Coder).Select(codings => new Verdict(codings.Key, [.. codings])).Where(scope.Includes)];
            var rules = byRules is null ? null : new Verdict(RuleCoder.Name, [.. byRules[judged.Key]]);
            if (people is not [] && scope.IsAbout([.. people, .. rules is null ? [] : new[] { rules }])) yield return Make(coded.Segmented, judged.First().Segment, points) with { People = people, Rules = rules };
        }
    }

    /// <summary>The passage that a coding rests on; empty where that is the whole segment, or nothing.</summary>
    public string QuoteOf(Coding coding) => coding.HasEvidence && coding.Span != Segment.Span ? In(coding.Span) : "";

    /// <param name="span">Of the document's text, within the segment.</param>
    public string In(TextSpan span) => Text[(span.Start - Segment.Span.Start)..(span.End - Segment.Span.Start)];

    private static ReviewedSegment Make(SegmentedDocument segmented, Segment segment, CodePoints points)
    {
        var (document, text) = (segmented.Document, segmented.Document.Text);
        var before = segmented.Segments.Take(segment.Number - 1).LastOrDefault(earlier => earlier.Layer != Layer.Memo);
        return new()
        {
            Segment = segment,
            Document = document.Id,
            Line = document.Source.At(segment.Span.Start).Line,
            Before = before is null ? "" : $"{(before.Speaker is { Key.Length: > 0 } speaker ? speaker.Key + ": " : "")}{before.Span.In(text)}",
            Text = segment.Span.In(text).ToString(),
            Start = points.At(segment.Span.Start),
            People = [],
            Rules = null,
        };
    }
}
