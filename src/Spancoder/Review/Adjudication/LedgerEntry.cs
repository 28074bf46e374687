using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;
using Spancoder.Coders;
using Spancoder.Review.Differing;
using Spancoder.Text;

namespace Spancoder.Review.Adjudication;

/// <summary>A decision on record: one line of a ledger. It has one spelling, so that no byte of it can change unseen.</summary>
internal sealed record LedgerEntry
{
    /// <summary>Stands for a decision where no agreement is reached.</summary>
    public const string Contested = "CONTESTED";

    /// <summary>1-based, in the order in which they were put on record.</summary>
    public required int Number { get; init; }

    public required string Segment { get; init; }

    public required string Document { get; init; }

    /// <summary>Of the segment's text, as <see cref="Segmenting.SegmentHash"/> makes it.</summary>
    public required string TextHash { get; init; }

    /// <summary>What each coder had given, in order of name, people before the rules: codes, or NONE or UNSURE alone.</summary>
    public required IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Coders { get; init; }

    /// <summary>How they differed.</summary>
    public required string Type { get; init; }

    /// <summary>Codes in order of the codebook; NONE or CONTESTED alone. Never empty.</summary>
    public required IReadOnlyList<string> Decision { get; init; }

    public required string Reason { get; init; }

    public required string By { get; init; }

    /// <summary>As the person wrote it; empty where they did not.</summary>
    public required string Date { get; init; }

    /// <summary>What should change in the codebook; empty where nothing should.</summary>
    public required string ChangeCodebook { get; init; }

    /// <summary>With which it was decided.</summary>
    public required string Codebook { get; init; }

    /// <summary>The number of the entry in whose place this one comes; null where there is none.</summary>
    public required int? Supersedes { get; init; }

    /// <summary>SHA-256 of the whole line before, without its line feed; empty in the first line.</summary>
    public required string Previous { get; init; }

    public bool IsContested => Decision is [Contested];

    /// <summary>Whether people still give a segment what they gave when it was decided on, and nobody else judges it.</summary>
    public bool IsOfWhatIsGivenTo(ReviewedSegment segment) =>
        AreTheSame([.. Coders.Where(coder => coder.Key != RuleCoder.Name)], [.. segment.People.Select(verdict => KeyValuePair.Create(verdict.Coder, verdict.Given))]);

    /// <summary>Whether the same people decided the same, on the same ground.</summary>
    /// <remarks>Not the type, which follows from what was given, nor the codebook: a sheet that is given again after a code was reworded holds no new decision.</remarks>
    public bool IsSameAs(LedgerEntry other) =>
        (Document, TextHash, Reason, By, Date, ChangeCodebook) == (other.Document, other.TextHash, other.Reason, other.By, other.Date, other.ChangeCodebook)
        && Decision.SequenceEqual(other.Decision) && GivenAsIn(other);

    /// <summary>Whether the coders had given the same.</summary>
    public bool GivenAsIn(LedgerEntry other) => AreTheSame(Coders, other.Coders);

    /// <returns>Without a line feed.</returns>
    public byte[] ToLine()
    {
        var content = Content(hash: null);
        return Content(HashOf(content));
    }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <returns>Null where the line is not, byte for byte, what <see cref="ToLine"/> writes.</returns>
    public static LedgerEntry? Read(ReadOnlyMemory<byte> line)
    {
        if (!Utf8.IsValid(line.Span)) return null;
        try
        {
            using var json = JsonDocument.Parse(line);
            var entry = Read(json.RootElement);
            return line.Span.SequenceEqual(entry.ToLine()) ? entry : null;
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null; // not JSON, or not with these keys, or other values than it should have
        }
    }

    private static bool AreTheSame(IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> one, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => pair.First.Key == pair.Second.Key && pair.First.Value.SequenceEqual(pair.Second.Value));

    private static LedgerEntry Read(JsonElement json) => new()
    {
        Number = json.GetProperty("number").GetInt32(),
        Segment = Text(json, "segment"),
        Document = Text(json, "document"),
        TextHash = Text(json, "text_hash").Replace(DisagreementSheet.HashMark, "", StringComparison.Ordinal),
        Coders = [.. json.GetProperty("coders").EnumerateObject().Select(coder => KeyValuePair.Create(coder.Name, Texts(coder.Value)))],
        Type = Text(json, "type"),
        Decision = Texts(json.GetProperty("decision")),
        Reason = Text(json, "reason"),
        By = Text(json, "by"),
        Date = Text(json, "date"),
        ChangeCodebook = Text(json, "change_codebook"),
        Codebook = Text(json, "codebook"),
        Supersedes = json.TryGetProperty("supersedes", out var number) ? number.GetInt32() : null,
        Previous = Text(json, "previous"),
    };

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException();

    private static IReadOnlyList<string> Texts(JsonElement json) => [.. json.EnumerateArray().Select(text => text.GetString() ?? throw new FormatException())];

    private byte[] Content(string? hash)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Json.Output))
        {
            json.WriteStartObject();
            json.WriteNumber("number", Number);
            json.WriteString("segment", Segment);
            json.WriteString("document", Document);
            json.WriteString("text_hash", DisagreementSheet.HashMark + TextHash);
            json.WriteStartObject("coders");
            foreach (var (coder, codes) in Coders) WriteTexts(json, coder, codes);
            json.WriteEndObject();
            json.WriteString("type", Type);
            WriteTexts(json, "decision", Decision);
            json.WriteString("reason", Reason);
            json.WriteString("by", By);
            json.WriteString("date", Date);
            json.WriteString("change_codebook", ChangeCodebook);
            json.WriteString("codebook", Codebook);
            if (Supersedes is { } number) json.WriteNumber("supersedes", number);
            json.WriteString("previous", Previous);
            if (hash is not null) json.WriteString("hash", hash);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
