using System.Text.Json;
using Spancoder.Text;

namespace Spancoder;

/// <summary>What a run left in a folder, as run.json there says, or what a report alone left, as report.json says: results are no documents, and what no run wrote is never replaced.</summary>
internal static class EarlierRun
{
    /// <summary>Under which run.json lists them.</summary>
    public const string Files = "files";

    /// <summary>Names of what a run, or a report alone, wrote there, with <c>/</c>; empty where its record does not say. Null where there is neither.</summary>
    /// <param name="folder">As somebody named it.</param>
    public static IReadOnlyList<string>? WrittenIn(string folder) => FilesOf(Path.Combine(folder, ResultNames.Run)) ?? FilesOf(Path.Combine(folder, ResultNames.ReportRecord));

    /// <summary>Whether a run was there.</summary>
    public static bool Was(string folder) => FilesOf(Path.Combine(folder, ResultNames.Run)) is not null;

    /// <summary>The record of a report alone.</summary>
    /// <param name="version">Of spancoder.</param>
    public static void Write(Stream stream, string version, IEnumerable<string> files)
    {
        using (Utf8JsonWriter json = new(stream, Json.Readable))
        {
            json.WriteStartObject();
            json.WriteString("spancoder", version);
            Json.WriteStrings(json, Files, files);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static IReadOnlyList<string>? FilesOf(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("spancoder", out _)) return null;

            return json.RootElement.TryGetProperty(Files, out var files) && files.ValueKind == JsonValueKind.Array ? [.. files.EnumerateArray().Where(file => file.ValueKind == JsonValueKind.String).Select(file => file.ToString())] : [];
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
