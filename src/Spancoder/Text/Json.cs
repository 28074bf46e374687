using System.Text.Encodings.Web;
using System.Text.Json;

namespace Spancoder.Text;

/// <summary>How we write JSON.</summary>
internal static class Json
{
    /// <summary>Letters of all scripts as they are: what is written goes into files and pipes, never into a page.</summary>
    public static JsonWriterOptions Output { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same for people, with line feeds.</summary>
    public static JsonWriterOptions Readable { get; } = Output with { Indented = true, NewLine = "\n" };

    public static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
