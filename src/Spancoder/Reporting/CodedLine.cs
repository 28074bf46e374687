using System.Buffers;
using System.Text;
using System.Text.Json;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>An utterance of a stream with its codings: the object as it came, and behind it <c>codable</c> and <c>codings</c>. See docs/commands.md.</summary>
internal static class CodedLine
{
    private static readonly string[] Ours = ["codable", "codings"];

    /// <param name="utterance">As it came; keys of ours in it are replaced.</param>
    /// <param name="segment">The utterance in <paramref name="text"/>.</param>
    public static string Write(JsonElement utterance, Segment segment, IReadOnlyList<Coding> codings, string text)
    {
        ArrayBufferWriter<byte> line = new();
        using (Utf8JsonWriter json = new(line, Json.Output))
        {
            json.WriteStartObject();
            foreach (var property in utterance.EnumerateObject().Where(property => !Ours.Contains(property.Name))) property.WriteTo(json);
            json.WriteBoolean("codable", segment.Codable);
            json.WriteStartArray("codings");
            CodePoints points = new(text);
            foreach (var coding in codings) Write(json, coding, text, position => points.At(position) - points.At(segment.Span.Start));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, Coding coding, string text, Func<int, int> position)
    {
        json.WriteStartObject();
        json.WriteString("code", coding.Code);
        json.WriteNumber("start", position(coding.Span.Start));
        json.WriteNumber("end", position(coding.Span.End));
        if (coding.HasEvidence)
        {
            json.WritePropertyName("score");
            json.WriteRawValue(ReasonText.Score(coding.Reason));
            json.WriteString("status", string.Join('|', coding.Status));
            json.WriteBoolean("negated", coding.Negated == true);
            json.WriteString("reason", ReasonText.Of(coding.Reason, span => span.In(text).ToString()));
            json.WriteString("quote", coding.Span.In(text));
        }

        json.WriteEndObject();
    }
}
