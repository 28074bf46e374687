using System.Text.Json;
using Spancoder.Reading.Formats.Common;

namespace Spancoder.Reading.Formats.Rows;

/// <summary>JSON, as speech recognisers and podcasts write it: a list of utterances, alone or under a key.</summary>
internal sealed class JsonText : IFormat
{
    private const string KnownKeys = "text, utterance, content, transcript, sentence, body, message, statement, words";

    // Where a list of utterances stands, as Whisper, whisper.cpp, WhisperX, the Podcast namespace, AssemblyAI, Deepgram and Amazon Transcribe name it; the first that is there.
    private static readonly string[] Lists = ["utterances", "segments", "audio_segments", "transcription", "transcript", "turns", "rows", "data", "messages", "entries", "items"];

    private static readonly string[] Envelopes = ["results", "result", "data"];

    public string Name => "json";

    public IReadOnlyList<string> Extensions => [".json"];

    public bool Recognises(FileContent file) => JsonFile.Begins(file, Extensions);

    public Content Read(FileContent file, Findings findings)
    {
        using var document = JsonFile.Parse(file.Text, 1, findings);
        var (entries, list) = FindEntries(document.RootElement, file.ColumnMap, findings);
        JsonTable rows = new(findings);
        foreach (var (index, entry) in entries.Index()) rows.Add(entry, index + 1);

        if (document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("language", out var language) && language.ValueKind == JsonValueKind.String)
        {
            findings.AddFact("language", JsonFile.StringOf(language, null, findings));
        }

        var table = rows.Table with { Unit = list == "segments" ? TimeUnit.Seconds : null };
        table = SpeakerChanges.Number(table, findings);
        return UtteranceRows.Read(table, UtteranceColumns.Find(table, file.ColumnMap, findings), findings);
    }

    private static (IReadOnlyList<JsonElement> Entries, string List) FindEntries(JsonElement root, IReadOnlyDictionary<string, string> map, Findings findings)
    {
        if (root.ValueKind == JsonValueKind.Array && root.EnumerateArray().Any(entry => entry.ValueKind == JsonValueKind.Object)) return ([.. root.EnumerateArray()], "");

        foreach (var home in HomesIn(root))
        {
            foreach (var name in Lists)
            {
                if (home.TryGetProperty(name, out var list) && HoldsWords(list, map)) return ([.. list.EnumerateArray()], name);
            }

            JsonProperty[] others = [.. home.EnumerateObject().Where(property => HoldsWords(property.Value, map))];
            if (others is [var only]) return ([.. only.Value.EnumerateArray()], "");
            if (others.Length > 1) findings.Refuse(null, $"{others.Length} lists in it hold utterances, and it cannot be told which is meant", "make a file of each");
        }

        if (IsUtterance(root, map)) return ([root], "");

        findings.Refuse(null, "this is JSON, and no list in it has entries with a key for the words", $"name that key as one of {KnownKeys}, or say which it is with --map text=KEY");
        return default;
    }

    private static IEnumerable<JsonElement> HomesIn(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) yield break;

        yield return root;
        foreach (var name in Envelopes)
        {
            if (root.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.Object) yield return inner;
        }
    }

    private static bool HoldsWords(JsonElement list, IReadOnlyDictionary<string, string> map) =>
        list.ValueKind == JsonValueKind.Array && list.EnumerateArray().Any(entry => IsUtterance(entry, map));

    private static bool IsUtterance(JsonElement entry, IReadOnlyDictionary<string, string> map) =>
        entry.ValueKind == JsonValueKind.Object
        && entry.EnumerateObject().Any(property => property.Value.ValueKind == JsonValueKind.String && UtteranceColumns.IsText(property.Name, map));
}
