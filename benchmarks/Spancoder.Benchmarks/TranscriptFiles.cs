using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace Spancoder.Benchmarks;

/// <summary>Writes one transcript in every format, as the programs that write such files do.</summary>
/// <remarks>No word of it has a character that any of the formats would have to escape.</remarks>
internal static class TranscriptFiles
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string OfficeText = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private static readonly JsonSerializerOptions Keys = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <returns>The files, in the order of the table of results.</returns>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<Utterance> transcript)
    {
        Directory.CreateDirectory(folder);
        Utterance[] cues = [.. Transcript.Cut(transcript)];
        return
        [
            WriteText(folder, "transcript.txt", transcript, one => $"{one.Speaker}: {one.Words}\n\n"),
            WriteText(folder, "transcript.md", transcript, one => $"**{one.Speaker}:** {one.Words}\n\n"),
            WriteText(folder, "teams.txt", transcript, one => $"{one.Speaker}   {Clock(one.Start, "")[..8]}\n{one.Words}\n\n"),
            WriteText(folder, "transcript.vtt", cues, one => $"{Clock(one.Start, ".")} --> {Clock(one.End, ".")}\n<v {one.Speaker}>{one.Words}</v>\n\n", "WEBVTT\n\n"),
            WriteText(folder, "transcript.srt", cues.Index(), one => $"{one.Index + 1}\n{Clock(one.Item.Start, ",")} --> {Clock(one.Item.End, ",")}\n{one.Item.Speaker}: {one.Item.Words}\n\n"),
            WriteText(folder, "transcript.csv", cues, one => $"{one.Speaker},{Clock(one.Start, ".")},{Clock(one.End, ".")},\"{one.Words}\"\r\n", "speaker,start,end,text\r\n"),
            WriteText(folder, "transcript.tsv", cues, one => $"{one.Speaker}\t{Clock(one.Start, ".")}\t{Clock(one.End, ".")}\t{one.Words}\n", "speaker\tstart\tend\ttext\n"),
            WriteText(folder, "transcript.jsonl", cues, one => Json(one) + "\n"),
            WriteText(folder, "transcript.json", ["{\"segments\": [" + string.Join(",\n", cues.Select(Json)) + "]}"], all => all),
            WriteText(folder, "transcript.cha", cues, one => $"*{Code(one)}:\t{one.Words}\n", ChatHead, "@End\n"),
            WriteText(folder, "transcript.rtf", transcript, one => $@"\pard\plain\fs24{{\b {one.Speaker}:}}{{ {one.Words}}}\par" + "\n", @"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}" + "\n", "}"),
            WriteZip(folder, "transcript.docx", archive => WriteWord(archive, transcript)),
            WriteZip(folder, "transcript.odt", archive => WriteOpenDocument(archive, transcript)),
        ];
    }

    private const string ChatHead = "@UTF8\n@Begin\n@Languages:\teng\n@Participants:\tINV Interviewer Investigator, PAA P1 Participant, PAB P2 Participant, ANN Anna_Berg Participant\n";

    private static string Code(Utterance one) => one.Speaker switch { "Interviewer" => "INV", "P1" => "PAA", "P2" => "PAB", _ => "ANN" };

    private static string Clock(TimeSpan time, string point) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time:mm\\:ss}{point}{time:fff}");

    private static string Json(Utterance one) =>
        JsonSerializer.Serialize(new { one.Speaker, Start = one.Start.TotalSeconds, End = one.End.TotalSeconds, Text = one.Words }, Keys);

    private static string WriteText<T>(string folder, string name, IEnumerable<T> entries, Func<T, string> write, string head = "", string end = "")
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, head + string.Concat(entries.Select(write)) + end);
        return path;
    }

    private static string WriteZip(string folder, string name, Action<ZipArchive> write)
    {
        var path = Path.Combine(folder, name);
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        write(archive);
        return path;
    }

    private static void WriteWord(ZipArchive archive, IReadOnlyList<Utterance> transcript)
    {
        const string Package = "http://schemas.openxmlformats.org/package/2006/";
        const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        Add(archive, "[Content_Types].xml", $"""<Types xmlns="{Package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{Main}"/></Types>""");
        Add(archive, "_rels/.rels", $"""<Relationships xmlns="{Package}relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
        AddXml(archive, "word/document.xml", writer =>
        {
            writer.WriteStartElement("w", "document", Word);
            writer.WriteStartElement("body", Word);
            foreach (var one in transcript)
            {
                writer.WriteStartElement("p", Word);
                writer.WriteAttributeString("rsidR", Word, "00A77B3E");
                WriteRun(writer, one.Speaker + ":", isBold: true);
                WriteRun(writer, " " + one.Words, isBold: false);
                writer.WriteEndElement();
            }
        });
    }

    // Word writes size and language into every run.
    private static void WriteRun(XmlWriter writer, string words, bool isBold)
    {
        writer.WriteStartElement("r", Word);
        writer.WriteStartElement("rPr", Word);
        if (isBold) writer.WriteElementString("b", Word, null);
        writer.WriteStartElement("sz", Word);
        writer.WriteAttributeString("val", Word, "24");
        writer.WriteEndElement();
        writer.WriteStartElement("lang", Word);
        writer.WriteAttributeString("val", Word, "en-GB");
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteStartElement("t", Word);
        writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(words);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteOpenDocument(ZipArchive archive, IReadOnlyList<Utterance> transcript)
    {
        Add(archive, "mimetype", "application/vnd.oasis.opendocument.text", CompressionLevel.NoCompression);
        AddXml(archive, "content.xml", writer =>
        {
            writer.WriteStartElement("office", "document-content", Office);
            writer.WriteStartElement("body", Office);
            writer.WriteStartElement("text", Office);
            foreach (var one in transcript) writer.WriteElementString("text", "p", OfficeText, $"{one.Speaker}: {one.Words}");
        });
    }

    private static void Add(ZipArchive archive, string name, string content, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var stream = archive.CreateEntry(name, level).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }

    private static void AddXml(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        using var writer = XmlWriter.Create(archive.CreateEntry(name).Open(), new() { CloseOutput = true });
        write(writer);
        writer.WriteEndDocument();
    }
}
