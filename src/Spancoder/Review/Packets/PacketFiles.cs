using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Spancoder.Text;

namespace Spancoder.Review.Packets;

/// <summary>The tables of a packet. Their columns are described in docs/files.md.</summary>
internal static class PacketFiles
{
    public const string Plan = "plan.csv", Codebook = "codebook.md", Facts = "packet.json";

    // What is read and filled in stands first, what only programs need last.
    private static readonly string[] Columns =
        ["segment", "speaker", "before", "text", "after", "code", "status", "quote", "comment", "document", "line", "layer", "language", "coder", "round", "hash", "codebook"];

    public static string TableOf(string coder) => coder + ".csv";

    public static string PageOf(string coder) => coder + ".html";

    public static IEnumerable<string> Of(IEnumerable<string> coders) => coders.SelectMany(coder => (string[])[TableOf(coder), PageOf(coder)]).Concat([Plan, Codebook, Facts]);

    /// <summary>What one coder fills in.</summary>
    public static void WriteTable(Stream stream, Packet packet, string coder)
    {
        using var csv = CsvWriter.Create(stream, Spreadsheet.Output, leaveOpen: true);
        Spreadsheet.WriteRow(csv, Columns);
        foreach (var segment in packet.For(coder))
        {
            Spreadsheet.WriteRow(
                csv,
                segment.Segment.Id,
                segment.Passage.Speaker,
                string.Join('\n', segment.Before),
                segment.Passage.Text,
                segment.After?.ToString() ?? "",
                "",
                "",
                "",
                "",
                segment.Document,
                Number(segment.Line),
                NameOf(segment.Segment.Layer),
                segment.Segment.Language,
                coder,
                Number(packet.Options.Round),
                segment.Hash,
                packet.Codebook.Reference);
        }
    }

    /// <summary>Who was given what.</summary>
    public static void WritePlan(Stream stream, Packet packet)
    {
        using var csv = CsvWriter.Create(stream, Spreadsheet.Output, leaveOpen: true);
        Spreadsheet.WriteRow(csv, "segment", "hash", "coder", "round");
        foreach (var (segment, coder) in packet.Plan) Spreadsheet.WriteRow(csv, segment.Segment.Id, segment.Hash, coder, Number(packet.Options.Round));
    }

    /// <summary>What made the packet.</summary>
    /// <param name="version">Of the program.</param>
    public static void WriteFacts(Stream stream, Packet packet, string version)
    {
        using Utf8JsonWriter json = new(stream, Json.Output with { Indented = true });
        json.WriteStartObject();
        json.WriteString("spancoder", version);
        json.WriteString("packet", packet.Id);
        json.WriteString("codebook", packet.Codebook.Reference);
        json.WriteNumber("seed", packet.Options.Seed);
        json.WriteString("sample", packet.Options.Sample.ToString());
        json.WriteString("overlap", packet.Options.Overlap.ToString());
        json.WriteString("order", NameOf(packet.Options.Order));
        json.WriteNumber("round", packet.Options.Round);
        json.WriteNumber("segments", packet.Segments.Count);
        json.WriteNumber("given_to_all", packet.Shared);
        json.WriteStartObject("coders");
        foreach (var coder in packet.Options.Coders) json.WriteNumber(coder, packet.For(coder).Count);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);
    }

    /// <summary>As every output writes layers, roles and orders.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
