using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Spancoder.Codebooks;
using Spancoder.Text;

namespace Spancoder.Review.Packets;

/// <summary>The page on which one person codes: one file that asks no network for anything. Its parts lie in Review/Packets/Page.</summary>
internal static class PacketPage
{
    // One script, in this order; the last begins it all.
    private static readonly string[] Scripts = ["judgements.js", "saving.js", "table.js", "quotes.js", "view.js", "keys.js", "page.js"];

    // Letters of all scripts as they are, but nothing that could end the element that the data stand in.
    private static readonly JsonWriterOptions InPage = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Write(Stream stream, Packet packet, string coder)
    {
        var (style, script) = (PagePart.Read("packet.css"), string.Join('\n', Scripts.Select(PagePart.Read)));
        var page = PagePart.Read("packet.html")
            .Replace("{{policy}}", $"default-src 'none'; style-src '{PagePart.HashOf(style)}'; script-src '{PagePart.HashOf(script)}'; base-uri 'none'; form-action 'none'", StringComparison.Ordinal)
            .Replace("{{style}}", style, StringComparison.Ordinal)
            .Replace("{{script}}", script, StringComparison.Ordinal)
            .Split("{{packet}}");
        stream.Write(Encoding.UTF8.GetBytes(page[0]));
        stream.Write(Data(packet, coder));
        stream.Write(Encoding.UTF8.GetBytes(page[1]));
    }

    private static ReadOnlySpan<byte> Data(Packet packet, string coder)
    {
        ArrayBufferWriter<byte> data = new();
        using Utf8JsonWriter json = new(data, InPage);
        json.WriteStartObject();
        json.WriteString("id", packet.Id);
        json.WriteString("coder", coder);
        json.WriteNumber("round", packet.Options.Round);
        json.WriteString("codebook", packet.Codebook.Reference);
        Write(json, "title", packet.Codebook.Title);
        WriteAll(json, "statuses", Coding.Statuses, json.WriteStringValue);
        WriteAll(json, "codes", packet.Codebook.Codes, code => Write(json, code));
        WriteSegments(json, packet.For(coder));
        json.WriteEndObject();
        json.Flush();
        return data.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter json, Code code)
    {
        json.WriteStartObject();
        json.WriteString("id", code.Id);
        json.WriteString("parent", code.Parent?.Id);
        Write(json, "name", code.Name);
        Write(json, "definition", code.Definition);
        WriteAll(json, "useWhen", code.UseWhen, text => Write(json, null, text));
        WriteAll(json, "notWhen", code.NotWhen, text => Write(json, null, text));
        WriteAll(json, "typical", code.Typical.Select(example => example.Text), json.WriteStringValue);
        WriteAll(json, "nearMisses", code.NearMisses, near =>
        {
            json.WriteStartObject();
            json.WriteString("text", near.Text);
            WriteAll(json, "instead", near.Instead, json.WriteStringValue);
            json.WriteString("why", near.Why);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    // What was said stands there once, however many segments it is said around.
    private static void WriteSegments(Utf8JsonWriter json, IReadOnlyList<PacketSegment> segments)
    {
        Dictionary<Passage, int> passages = new(ReferenceEqualityComparer.Instance);
        int PlaceOf(Passage passage) => passages.TryGetValue(passage, out var place) ? place : passages[passage] = passages.Count;

        WriteAll(json, "segments", segments, segment =>
        {
            json.WriteStartObject();
            json.WriteString("id", segment.Segment.Id);
            json.WriteString("document", segment.Document);
            json.WriteString("hash", segment.Hash);
            json.WriteNumber("start", segment.Start);
            json.WriteNumber("line", segment.Line);
            json.WriteString("layer", PacketFiles.NameOf(segment.Segment.Layer));
            json.WriteString("language", segment.Segment.Language);
            json.WriteNumber("passage", PlaceOf(segment.Passage));
            WriteAll(json, "before", segment.Before.Select(PlaceOf), json.WriteNumberValue);
            WriteAll(json, "after", segment.After is { } after ? [PlaceOf(after)] : (int[])[], json.WriteNumberValue);
            json.WriteEndObject();
        });
        WriteAll(json, "passages", passages.OrderBy(passage => passage.Value).Select(passage => passage.Key), passage =>
        {
            json.WriteStartObject();
            json.WriteString("speaker", passage.Speaker);
            json.WriteString("text", passage.Text);
            json.WriteEndObject();
        });
    }

    // [["en", "Trade"], ["zh", "买卖"]]
    private static void Write(Utf8JsonWriter json, string? name, Bilingual text) => WriteAll(json, name, text.ByLanguage, entry =>
    {
        json.WriteStartArray();
        json.WriteStringValue(entry.Key);
        json.WriteStringValue(entry.Value);
        json.WriteEndArray();
    });

    private static void WriteAll<T>(Utf8JsonWriter json, string? name, IEnumerable<T> items, Action<T> write)
    {
        if (name is null) json.WriteStartArray();
        else json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }
}
