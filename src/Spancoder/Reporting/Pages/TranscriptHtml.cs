using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Spancoder.Reporting.Results;
using Spancoder.Reporting.Sections;
using Spancoder.Text;

namespace Spancoder.Reporting.Pages;

/// <summary>One document as a page shows it: closed at first, and every segment with its codes, the words that they rest on, and the reasons.</summary>
/// <param name="codes">Of the page.</param>
internal sealed class TranscriptHtml(PageCodes codes)
{
    private readonly StringBuilder _html = new();
    private readonly ArrayBufferWriter<byte> _json = new();

    /// <param name="number">Of the document in the page, from 1: reasons are named by it.</param>
    public StringBuilder Of(CountedDocument counted, int number)
    {
        var document = counted.Document;
        var codable = counted.Codable.ToDictionary(segment => segment.Segment.Number);
        _html.Clear();
        _html.Append("<details class=\"document\" data-document=\"").AppendText(document.Id).Append("\" data-attributes=\"").AppendText(AttributesOf(document)).Append("\">\n<summary><h3><bdi>")
            .AppendText(document.Id).Append("</bdi></h3> <span>").Append(Counted.Of(counted.Shown.Count, "segment")).Append(", ").Append(Number(codable.Count))
            .Append(" codable, ").Append(Number(codable.Values.Count(segment => segment.Codes.Count > 0))).Append(" coded</span></summary>\n");
        AppendFacts(document);
        _html.Append("<ol class=\"segments\">\n");
        foreach (var segment in counted.Shown) Append(segment, codable.GetValueOrDefault(segment.Number), $"w{Number(number)}.{Number(segment.Number)}");
        return _html.Append("</ol>\n</details>\n");
    }

    private void AppendFacts(ResultDocument document)
    {
        _html.Append("<dl class=\"facts\">");
        foreach (var (name, value) in document.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal).Where(attribute => attribute.Value.Length > 0)) AppendFact(name, value);
        var speakers = document.Speakers.Select(speaker => speaker.Role == Role.Interviewer ? $"{speaker.Key} (interviewer)" : speaker.Key).ToList();
        if (speakers.Count > 0) AppendFact("speakers", string.Join(", ", speakers));
        AppendFact("format", $"{document.Format}, {document.Encoding}");
        _html.Append("</dl>\n");
    }

    private void AppendFact(string name, string value) =>
        _html.Append("<div><dt>").AppendText(name).Append("</dt> <dd>").AppendText(value).Append("</dd></div>");

    /// <param name="counted">Null for what is never coded, and for what the report is not about.</param>
    /// <param name="reasons">What the reasons' names begin with.</param>
    private void Append(ResultSegment segment, CountedSegment? counted, string reasons)
    {
        // That a machine found nothing goes without saying; that a person did does not.
        var codings = counted is null ? [] : segment.Codings.Where(coding => coding.HasEvidence || coding.IsByHand).ToList();
        var isOff = codings.Select(coding => codes.Has(coding.Code) && !counted!.Codes.Any(code => code.Id == coding.Code)).ToList(); // where there are codings, it counts
        var anchor = HtmlText.Anchor(segment.Id);
        _html.Append("<li id=\"").Append(anchor).Append('"');
        if (counted is null) _html.Append(" class=\"quiet\"");
        else AppendConditions(segment, counted);
        _html.Append("><p class=\"head\"><a href=\"#").Append(anchor).Append("\">").Append(Number(segment.Number)).Append("</a>");
        if (segment.Speaker is { } speaker) _html.Append(" <bdi>").AppendText(speaker.Key).Append("</bdi>");
        if (segment.Layer != Layer.Speech) _html.Append(" <i>").Append(Names.Of(segment.Layer)).Append("</i>");
        if (segment.StartTime.Length > 0) _html.Append(" <time>").AppendText(segment.StartTime).Append("</time>");
        foreach (var label in codings.Select((coding, index) => (coding.Code, IsOff: isOff[index])).GroupBy(label => label.Code))
        {
            _html.Append(' ');
            codes.AppendLabel(_html, label.Key, label.All(one => one.IsOff));
        }

        _html.Append("</p><p class=\"text\" lang=\"").AppendText(segment.Language).Append("\">");
        AppendText(segment.Text, codings, isOff, reasons);
        _html.Append("</p>");
        if (codings.Count > 0) AppendReasons(codings, isOff, counted!.IsJudged, reasons); // where there are codings, it counts
        _html.Append("</li>\n");
    }

    private void AppendConditions(ResultSegment segment, CountedSegment counted)
    {
        _html.Append(" data-codes=\"").AppendText(string.Join(' ', counted.Codes.Select(code => code.Id).Order(StringComparer.Ordinal)));
        _html.Append("\" data-layer=\"").Append(Names.Of(segment.Layer)).Append("\" data-role=\"").Append(segment.Speaker is { } speaker ? Names.Of(speaker.Role) : "no speaker").Append('"');
        if (counted.IsJudged) _html.Append(" data-judged=\"yes\"");
    }

    private void AppendText(string text, List<ResultCoding> codings, List<bool> isOff, string reasons)
    {
        var shown = codings.Index().Where(coding => coding.Item.HasEvidence).Select(coding => coding.Index).ToList();
        foreach (var (piece, covering) in MarkedText.Cut(text.Length, [.. shown.Select(index => codings[index].Span)]))
        {
            if (covering is [])
            {
                _html.AppendText(piece.In(text));
                continue;
            }

            var on = covering.Select(index => shown[index]).ToList();
            var first = on.FirstOrDefault(index => !isOff[index], on[0]);
            _html.Append("<mark class=\"").Append(codes.ClassOf(codings[first].Code));
            if (piece.Length == text.Length) _html.Append(" whole");
            if (isOff[first]) _html.Append(" off");
            if (on.Select(index => codes.ClassOf(codings[index].Code)).Distinct().Skip(1).Any()) _html.Append(" several");
            _html.Append("\" tabindex=\"0\" aria-describedby=\"").AppendJoin(' ', on.Select(index => $"{reasons}.{Number(index + 1)}")).Append("\">").AppendText(piece.In(text)).Append("</mark>");
        }
    }

    private void AppendReasons(List<ResultCoding> codings, List<bool> isOff, bool isJudged, string reasons)
    {
        _html.Append("<ul class=\"why\">");
        foreach (var (index, coding) in codings.Index())
        {
            _html.Append("<li id=\"").Append(reasons).Append('.').Append(Number(index + 1)).Append("\">");
            codes.AppendLabel(_html, coding.Code, isOff[index]);
            _html.Append(" <span>").AppendText(WhoAndWhat(coding, isOff[index], isJudged)).Append("</span>");
            if (coding.Reason.Length > 0) _html.Append(" <bdi>").AppendText(coding.Reason).Append("</bdi>");
            _html.Append("</li>");
        }

        _html.Append("</ul>");
    }

    // "rules, 3 points, enacted; does not count, as people judged this segment"
    private static string WhoAndWhat(ResultCoding coding, bool isOff, bool isJudged) => string.Join(", ",
    [
        coding.IsByHand ? $"{coding.Coder}, by hand" : coding.By == coding.Coder ? coding.By : $"{coding.Coder}, by {coding.By}",
        .. coding is { By: "rules", Score: { } points } ? [points == 1 ? "1 point" : $"{points.ToString(CultureInfo.InvariantCulture)} points"] : Array.Empty<string>(), // a model's reason begins with its probability
        .. coding.Status,
        .. coding.Negated == true ? ["negated"] : Array.Empty<string>(),
        .. isOff ? [isJudged && !coding.IsByHand ? "does not count: people judged this segment" : "does not count in this report"] : Array.Empty<string>(),
    ]);

    private string AttributesOf(ResultDocument document)
    {
        _json.ResetWrittenCount();
        using Utf8JsonWriter json = new(_json, Json.Output);
        json.WriteStartObject();
        foreach (var (name, value) in document.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal)) json.WriteString(name, value);
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(_json.WrittenSpan);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
