using System.Globalization;
using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>A passage that shows something, with what was said before it and the reason it was coded.</summary>
/// <param name="Document">Id.</param>
/// <param name="Block">As the report has it.</param>
internal sealed record Quotation(string Document, ReportBlock.Quote Block)
{
    /// <param name="document">In which the segment stands.</param>
    /// <param name="coding">What is quoted, and why.</param>
    /// <param name="said">What else speaks for it.</param>
    public static Quotation Of(CountedDocument document, ResultSegment segment, ResultCoding coding, string said = "")
    {
        var speaker = segment.Speaker is { } who ? $", {who.Key}" : "";
        var quote = coding.Span.In(segment.Text).ToString();
        return new(document.Id, new(
            $"{segment.Id}, line {segment.Line.ToString(CultureInfo.InvariantCulture)}{speaker}", [.. LeadUp.To(segment.Number, segment.Speaker, segment.Text[..coding.Span.Start], number => SpokenIn(document.Document.Segments[number - 1]))], quote, string.Join("; ", new[] { ReasonOf(coding), said }.Where(part => part.Length > 0)))
        {
            Segment = segment.Id,
        });
    }

    private static (Layer Layer, Speaker? Speaker, string Text) SpokenIn(ResultSegment segment) => (segment.Layer, segment.Speaker, segment.Text);

    /// <summary>Who says so and why, in words.</summary>
    public static string ReasonOf(ResultCoding coding) =>
        string.Join("; ", new[] { coding.IsByHand ? $"by {coding.Coder}" : "", string.Join(", ", coding.Status), coding.Negated == true ? "negated" : "", coding.Reason }.Where(part => part.Length > 0));
}

/// <summary>Keeps the best few of the passages that are offered: one of a document, and of equals the earlier.</summary>
/// <param name="most">How many.</param>
internal sealed class Best(int most)
{
    private readonly List<(double Score, Quotation Quotation)> _kept = [];

    /// <summary>The best first.</summary>
    public IReadOnlyList<Quotation> InOrder => [.. _kept.Select(kept => kept.Quotation)];

    /// <param name="make">Called only if it is kept.</param>
    public void Offer(double score, string document, Func<Quotation> make)
    {
        var ofDocument = _kept.FindIndex(kept => kept.Quotation.Document == document);
        if (ofDocument >= 0 && _kept[ofDocument].Score >= score) return;
        if (ofDocument < 0 && _kept.Count == most && _kept[^1].Score >= score) return;

        if (ofDocument >= 0) _kept.RemoveAt(ofDocument);
        var place = _kept.FindIndex(kept => kept.Score < score);
        _kept.Insert(place < 0 ? _kept.Count : place, (score, make()));
        if (_kept.Count > most) _kept.RemoveAt(most);
    }
}
