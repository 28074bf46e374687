using System.Globalization;
using System.Text;
using System.Text.Json;
using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>What was read from a document and what was guessed: the fieldworker's check before a long run.</summary>
internal sealed class Inspection
{
    private const int LongestSample = 72; // columns

    private readonly Document _document;
    private readonly IReadOnlyList<(Speaker Speaker, int Units)> _bySpeaker;
    private readonly IReadOnlyList<Sample> _units;

    private Inspection(Document document)
    {
        _document = document;
        _units = UnitsOf(document);
        var counts = _units.Where(unit => unit.Speaker is not null).CountBy(unit => unit.Speaker!.Key).ToDictionary(); // never null: filtered
        _bySpeaker = [.. document.Speakers.Select(speaker => (speaker, counts.GetValueOrDefault(speaker.Key)))];
    }

    public static string AsText(Document document) => new Inspection(document).AsText();

    /// <summary>One JSON object; its keys are listed in docs/commands.md.</summary>
    public static string AsJson(Document document) => new Inspection(document).AsJson();

    private string AsText()
    {
        var text = new StringBuilder();
        var facts = _document.Facts;
        text.Append(CultureInfo.InvariantCulture, $"{_document.File}\n");
        Line("format", $"{facts.Format}, {facts.Layout}");
        Line("encoding", $"{facts.Encoding}{(facts.EncodingIsSure ? "" : " (a guess)")}, line ends {facts.Newline}");
        Line("language", facts.Language);
        Line("units", $"{facts.Units} in {_document.Turns.Count(turn => turn.Layer == Layer.Speech)} turns, {facts.TimedUnits} with a time");
        foreach (var layer in Enum.GetValues<Layer>())
        {
            var count = _document.Turns.Count(turn => turn.Layer == layer);
            if (layer != Layer.Speech && count > 0) Line(Names.Of(layer) + "s", count.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var (speaker, count) in _bySpeaker) Line("speaker", $"{speaker.Key}: {Names.Of(speaker.Role)}, {count} units");
        foreach (var (key, value) in _document.Metadata) Line("fact", $"{key}: {value}");
        if (First is { } first) Line("first", Show(first));
        if (Last is { } last) Line("last", Show(last));
        foreach (var notice in _document.Notices) Line("notice", notice.ToString());
        return text.ToString();

        void Line(string name, string value) => text.Append(CultureInfo.InvariantCulture, $"  {name,-9} {value}\n");
    }

    private string AsJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json.Output))
        {
            json.WriteStartObject();
            WriteFacts(json);
            WriteSpeakers(json);
            WriteStrings(json, "headings", _document.Turns.Where(turn => turn.Layer == Layer.Heading).Select(turn => turn.Span.In(_document.Text).ToString()));
            WriteSample(json, "first", First);
            WriteSample(json, "last", Last);
            json.WriteStartObject("metadata");
            foreach (var (key, value) in _document.Metadata) json.WriteString(key, value);
            json.WriteEndObject();
            WriteStrings(json, "notices", _document.Notices.Select(notice => notice.ToString()));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private Sample? First => _units.FirstOrDefault(unit => unit.IsWords);

    private Sample? Last => _units.LastOrDefault(unit => unit.IsWords);

    private void WriteFacts(Utf8JsonWriter json)
    {
        var facts = _document.Facts;
        json.WriteString("file", _document.File);
        json.WriteString("format", facts.Format);
        json.WriteString("layout", facts.Layout);
        json.WriteString("encoding", facts.Encoding);
        json.WriteBoolean("encoding_sure", facts.EncodingIsSure);
        json.WriteString("newline", facts.Newline);
        json.WriteString("language", facts.Language);
        json.WriteNumber("units", facts.Units);
        json.WriteNumber("turns", _document.Turns.Count(turn => turn.Layer == Layer.Speech));
        json.WriteNumber("timed_units", facts.TimedUnits);
    }

    private void WriteSpeakers(Utf8JsonWriter json)
    {
        json.WriteStartArray("speakers");
        foreach (var (speaker, count) in _bySpeaker)
        {
            json.WriteStartObject();
            json.WriteString("key", speaker.Key);
            json.WriteString("name", speaker.Name);
            json.WriteString("role", Names.Of(speaker.Role));
            json.WriteNumber("units", count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteSample(Utf8JsonWriter json, string name, Sample? sample)
    {
        if (sample is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("speaker", sample.Speaker?.Key);
        json.WriteString("text", sample.Text);
        json.WriteEndObject();
    }

    private static List<Sample> UnitsOf(Document document)
    {
        List<Sample> units = [];
        var starts = document.Source.Pieces.Where(piece => piece.BeginsUnit).Select(piece => piece.Start).ToList();
        var turn = 0;
        foreach (var (index, start) in starts.Index())
        {
            while (start >= document.Turns[turn].Span.End) turn++;
            var end = index + 1 < starts.Count ? starts[index + 1] : document.Text.Length;
            units.Add(new(document.Turns[turn].Speaker, document.Turns[turn].Layer is Layer.Speech or Layer.Note, document.Text[start..end].Trim()));
        }

        return units;
    }

    private static string Show(Sample sample)
    {
        var text = sample.Speaker is { } speaker ? $"{speaker.Key}: {sample.Text}" : sample.Text;
        var end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (DisplayWidth.Of(text[..end]) >= LongestSample) return text[..end] + "…";
            end += rune.Utf16SequenceLength;
        }

        return text;
    }

    private sealed record Sample(Speaker? Speaker, bool IsWords, string Text);
}
