using System.Buffers;
using System.Text;
using System.Text.Json;
using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Reporting.Finding;

/// <summary>For other programs: an object a line, with the columns of <see cref="FoundCsv"/> as keys.</summary>
internal sealed class FoundJsonLines(TextWriter output, int width) : IFoundOutput
{
    public void Add(ResultDocument document, IReadOnlyList<Found> found)
    {
        foreach (var place in found) Add(document.Id, place);
        output.Flush(); // who reads it should not wait for the documents that follow
    }

    private void Add(string document, Found found)
    {
        var segment = found.Segment;
        var (start, end) = found.InDocument();
        var context = new KeywordInContext(segment.Text).Of(found.Span, width, withCuts: false);
        ArrayBufferWriter<byte> line = new();
        using (Utf8JsonWriter json = new(line, Json.Output))
        {
            json.WriteStartObject();
            json.WriteString("segment", segment.Id);
            json.WriteString("document", document);
            json.WriteNumber("line", segment.Line);
            json.WriteString("speaker", segment.Speaker?.Key ?? "");
            json.WriteString("role", segment.Speaker is { } speaker ? Names.Of(speaker.Role) : "");
            json.WriteString("layer", Names.Of(segment.Layer));
            json.WriteNumber("start", start);
            json.WriteNumber("end", end);
            Write(json, "codes", found.Codes);
            Write(json, "coders", found.Coders);
            json.WriteString("term", found.Term);
            json.WriteString("left", context.Before);
            json.WriteString("match", context.Words);
            json.WriteString("right", context.Behind);
            json.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(line.WrittenSpan));
        output.Write('\n');
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
