using System.Text.Json;

namespace Spancoder;

/// <summary>What a run left in a folder, as the run.json there says: results are no documents, and what no run wrote is never replaced.</summary>
internal static class EarlierRun
{
    /// <summary>Under which run.json lists them.</summary>
    public const string Files = "files";

    /// <summary>Names of what it wrote beside run.json, with <c>/</c>; empty where run.json does not say. Null where no run was.</summary>
    /// <param name="folder">As somebody named it.</param>
    public static IReadOnlyList<string>? WrittenIn(string folder)
    {
        var path = Path.Combine(folder, ResultNames.Run);
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
