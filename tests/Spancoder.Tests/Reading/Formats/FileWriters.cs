using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.Json;
using System.Web;
using CsvHelper;
using static Spancoder.Tests.Reading.Formats.WordFiles;

namespace Spancoder.Tests.Reading.Formats;

/// <summary>Every way to write an interview that is read back. A new format brings its own.</summary>
internal static class FileWriters
{
    private const string Nul = "\0"; // no file of text may hold it
    private const string NotXml = Nul + "\uFFFE"; // nor even as a reference

    public static readonly IReadOnlyList<FileWriter> All =
    [
        // A lone carriage return ends a line, and a line of text is a paragraph. Without blank lines between them a few lines of one length may be a wrapped paragraph.
        new("text", "labelled", "p.txt", interview => Utf8(string.Join("\n\n", Labelled(interview)))) { Cannot = Nul + "\r", FewestTurns = 2 },
        new("text", "name and time", "p.txt", interview => Utf8(NameAndTime(interview))) { Cannot = Nul + "\r", FewestTurns = 2, Times = Times.StartsOfTurns },

        // There it ends a line of a paragraph.
        new("markdown", "", "p.md", interview => Utf8(string.Join("\n\n", Labelled(interview, bold: "**")))) { Cannot = Nul, FewestTurns = 2 },
        new("docx", "labelled", "p.docx", interview => Document(string.Concat(Labelled(interview).Select(WordParagraph)))) { Cannot = NotXml, FewestTurns = 2 },
        new("docx", "table", "p.docx", interview => Document(WordTable(interview))) { Cannot = NotXml, HasAnyNames = true },

        // Word processors divide words by soft hyphens, which are left out.
        new("odt", "", "p.odt", interview => OpenDocument(Labelled(interview))) { Cannot = NotXml + "\u00AD", FewestTurns = 2 },

        // Control characters are none of its text: they are left out with a notice.
        new("rtf", "", "p.rtf", Rtf) { Cannot = "\u00AD\0", FewestTurns = 2 },

        // A cue goes on in the paragraph of the one before.
        new("vtt", "tags", "p.vtt", interview => Utf8(Captions(interview, "WEBVTT\n\n", '.', (name, words) => $"<v {HttpUtility.HtmlEncode(name)}>{HttpUtility.HtmlEncode(words)}</v>")))
        {
            Cannot = Nul, HasAnyNames = true, HasParagraphs = false, Times = Times.StartsAndEnds,
        },
        new("vtt", "labels", "p.vtt", interview => Utf8(Captions(interview, "WEBVTT\n\n", '.', (name, words) => $"{name}: {HttpUtility.HtmlEncode(words)}"))) { Cannot = Nul, HasParagraphs = false, Times = Times.StartsAndEnds },
        new("srt", "", "p.srt", interview => Utf8(Captions(interview, "", ',', (name, words) => $"{name}: {words.Replace("&amp;", "&amp;amp;", StringComparison.Ordinal)}"))) { Cannot = Nul, HasParagraphs = false, Times = Times.StartsAndEnds },

        new("csv", "typed", "p.csv", interview => Table(interview, ',', hasEnds: false)) { Cannot = Nul, HasAnyNames = true },
        new("csv", "timed", "p.csv", interview => Table(interview, ';', hasEnds: true)) { Cannot = Nul, HasAnyNames = true, HasParagraphs = false, Times = Times.StartsAndEnds },
        new("csv", "with bars", "p.csv", interview => Table(interview, '|', hasEnds: false)) { Cannot = Nul, HasAnyNames = true },
        new("tsv", "typed", "p.tsv", interview => Table(interview, '\t', hasEnds: false)) { Cannot = Nul, HasAnyNames = true },
        new("tsv", "timed", "p.tsv", interview => Table(interview, '\t', hasEnds: true)) { Cannot = Nul, HasAnyNames = true, HasParagraphs = false, Times = Times.StartsAndEnds },

        new("json", "list", "p.json", interview => Utf8($"[{string.Join(',', Objects(interview))}]")) { HasAnyNames = true },
        new("json", "Whisper", "p.json", Whisper) { HasAnyNames = true, HasParagraphs = false, Times = Times.StartsAndEnds },
        new("jsonl", "", "p.jsonl", interview => Utf8(string.Join('\n', Objects(interview)))) { HasAnyNames = true },

        // In HTML a tab is a blank, and the editor writes blanks as no-break ones.
        new("otr", "", "p.otr", OTranscribe) { Cannot = "\t\u00A0", FewestTurns = 2 },

        // Utterances are sentences, and a code has no blanks.
        new("chat", "", "p.cha", interview => Utf8(Chat(interview))) { Cannot = Nul + "\r", HasParagraphs = false, Times = Times.StartsAndEnds, NameOf = Code },
        new("elan", "", "p.eaf", interview => Utf8(Elan(interview))) { Cannot = NotXml, HasAnyNames = true, HasParagraphs = false, KeepsCuts = true, Times = Times.StartsAndEnds },
        new("textgrid", "", "p.TextGrid", interview => Utf8(TextGrid(interview))) { Cannot = Nul, HasAnyNames = true, HasParagraphs = false, KeepsCuts = true, Times = Times.StartsAndEnds },
        new("transcriber", "", "p.trs", interview => Utf8(Transcriber(interview))) { Cannot = NotXml, HasAnyNames = true, Times = Times.StartsAndEnds },
    ];

    private static IEnumerable<(string Speaker, Interview.Paragraph Paragraph)> Rows(Interview interview) => interview.Turns.SelectMany(turn => turn.Paragraphs.Select(paragraph => (turn.Speaker, paragraph)));

    // The label stands before the first paragraph of a turn, a time before each.
    private static IEnumerable<string> Labelled(Interview interview, string bold = "") => interview.Turns.SelectMany(turn => turn.Paragraphs.Select((paragraph, index) =>
        index == 0 ? $"{bold}{turn.Speaker} [{Clock(paragraph.StartMs)}]:{bold} {paragraph.Words}" : $"[{Clock(paragraph.StartMs)}] {paragraph.Words}"));

    private static string NameAndTime(Interview interview) => string.Concat(interview.Turns.Select(turn =>
        $"{turn.Speaker}  {Clock(turn.Paragraphs[0].StartMs)}\n{string.Concat(turn.Paragraphs.Select(paragraph => paragraph.Words + "\n"))}\n"));

    private static string WordParagraph(string words) => $"<w:p><w:r>{WordText(words)}</w:r></w:p>";

    private static string WordText(string words) => string.Join("<w:tab/>", words.Split('\t').Select(part => $"<w:t xml:space=\"preserve\">{Xml(part)}</w:t>"));

    private static string WordTable(Interview interview)
    {
        var rows = Rows(interview).Select(row => new[] { Clock(row.Paragraph.StartMs), row.Speaker, row.Paragraph.Words }).Prepend(["Time", "Speaker", "Text"]);
        return $"<w:tbl><w:tblPr/>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc>{WordParagraph(cell)}</w:tc>"))}</w:tr>"))}</w:tbl>";
    }

    private static byte[] OpenDocument(IEnumerable<string> paragraphs)
    {
        MemoryStream file = new();
        using (ZipArchive zip = new(file, ZipArchiveMode.Create))
        {
            Add(zip, "mimetype", "application/vnd.oasis.opendocument.text");
            Add(zip, "content.xml", $"""
                <?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>{string.Concat(paragraphs.Select(words => $"<text:p>{Xml(words).Replace("\t", "<text:tab/>", StringComparison.Ordinal)}</text:p>"))}</office:text></office:body></office:document-content>
                """);
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Utf8(content));
    }

    // Times as Transana writes them, hidden behind a currency sign.
    private static byte[] Rtf(Interview interview)
    {
        StringBuilder rtf = new(@"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset134 Song;}}");
        foreach (var turn in interview.Turns)
        {
            foreach (var (index, paragraph) in turn.Paragraphs.Index())
            {
                rtf.Append(CultureInfo.InvariantCulture, $@"{(index == 0 ? $@"{{\b {Rtf(turn.Speaker)}:}} " : "")}\u164?{{\v <{paragraph.StartMs}>}}{Rtf(paragraph.Words)}").Append("\\par\r\n");
            }
        }

        return Utf8(rtf.Append('}').ToString());
    }

    private static string Rtf(string words) =>
        string.Concat(words.Select(c => c is '{' or '}' or '\\' ? $@"\{c}" : c is >= ' ' and < '\x7F' ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $@"\u{(short)c}?")));

    private static string Captions(Interview interview, string head, char point, Func<string, string, string> write) => head + string.Concat(Rows(interview).Select((row, index) =>
        $"{index + 1}\n{Clock(row.Paragraph.StartMs).Replace('.', point)} --> {Clock(row.Paragraph.EndMs).Replace('.', point)}\n{write(row.Speaker, row.Paragraph.Words)}\n\n"));

    private static byte[] Table(Interview interview, char separator, bool hasEnds)
    {
        using MemoryStream stream = new();
        using (var csv = CsvWriter.Create(stream, new() { NewLine = "\n", Separator = separator }, leaveOpen: true))
        {
            foreach (var (speaker, start, end, words) in Rows(interview).Select(row => (row.Speaker, Clock(row.Paragraph.StartMs), Clock(row.Paragraph.EndMs), row.Paragraph.Words)).Prepend(("Speaker", "Start", "End", "Text")))
            {
                csv.WriteField(speaker);
                csv.WriteField(start);
                if (hasEnds) csv.WriteField(end);
                csv.WriteField(words);
                csv.EndRecord();
            }
        }

        return stream.ToArray();
    }

    private static IEnumerable<string> Objects(Interview interview) =>
        Rows(interview).Select(row => JsonSerializer.Serialize(new { speaker = row.Speaker, start_ms = row.Paragraph.StartMs, text = row.Paragraph.Words }));

    private static byte[] Whisper(Interview interview) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        text = string.Concat(Rows(interview).Select(row => " " + row.Paragraph.Words)),
        segments = Rows(interview).Select((row, index) => new { id = index, start = row.Paragraph.StartMs / 1000.0, end = row.Paragraph.EndMs / 1000.0, text = " " + row.Paragraph.Words, speaker = row.Speaker }),
        language = "en",
    });

    private static byte[] OTranscribe(Interview interview)
    {
        var html = string.Concat(interview.Turns.SelectMany(turn => turn.Paragraphs.Select((paragraph, index) => string.Create(CultureInfo.InvariantCulture,
            $"<p><span class=\"timestamp\" data-timestamp=\"{paragraph.StartMs / 1000.0}\">0:00</span>{(index == 0 ? turn.Speaker + ": " : "")}{HttpUtility.HtmlEncode(paragraph.Words)}</p>"))));
        return JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { ["text"] = html, ["media"] = "", ["media-time"] = 1.5 });
    }

    private static string Chat(Interview interview)
    {
        var people = interview.Turns.Select(turn => turn.Speaker).Distinct().Select(name => $"{Code(name)} {(name == Interview.Interviewer ? "Investigator" : "Informant")}");
        var utterances = Rows(interview).Select(row => $"*{Code(row.Speaker)}:\t{row.Paragraph.Words} \u0015{row.Paragraph.StartMs}_{row.Paragraph.EndMs}\u0015\n");
        return $"@UTF8\n@Begin\n@Participants:\t{string.Join(", ", people)}\n{string.Concat(utterances)}@End\n";
    }

    private static string Code(string name) => name.Replace(' ', '_');

    private static string Elan(Interview interview)
    {
        var rows = Rows(interview).ToList();
        var tiers = rows.Index().GroupBy(row => row.Item.Speaker).Select(tier => ElanTests.MakeTier(
            $"TIER_ID='{Xml(tier.Key)}'", [.. tier.Select(row => ($"{row.Index * 2 + 1} {row.Index * 2 + 2}", Xml(row.Item.Paragraph.Words)))]));
        return ElanTests.Make(string.Join(' ', rows.SelectMany(row => new[] { row.Paragraph.StartMs, row.Paragraph.EndMs })), [.. tiers]);
    }

    private static string TextGrid(Interview interview) => TextGridTests.MakeShort([.. Rows(interview).GroupBy(row => row.Speaker)
        .Select(tier => (tier.Key.Replace("\"", "\"\"", StringComparison.Ordinal), tier.Select(row => (row.Paragraph.StartMs / 1000.0, row.Paragraph.EndMs / 1000.0, row.Paragraph.Words)).ToArray()))]);

    private static string Transcriber(Interview interview)
    {
        var names = interview.Turns.Select(turn => turn.Speaker).Distinct().ToList();
        var speakers = names.Select((name, index) => $"<Speaker id=\"spk{index}\" name=\"{Xml(name)}\"/>\n");
        var turns = Rows(interview).Select(row => string.Create(CultureInfo.InvariantCulture,
            $"<Turn speaker=\"spk{names.IndexOf(row.Speaker)}\" startTime=\"{row.Paragraph.StartMs / 1000.0}\" endTime=\"{row.Paragraph.EndMs / 1000.0}\">\n<Sync time=\"{row.Paragraph.StartMs / 1000.0}\"/>\n{Xml(row.Paragraph.Words)}\n</Turn>\n"));
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE Trans SYSTEM \"trans-14.dtd\">\n<Trans>\n<Speakers>\n{string.Concat(speakers)}</Speakers>\n<Episode><Section>\n{string.Concat(turns)}</Section></Episode>\n</Trans>\n";
    }

    // A carriage return that is not written so is read as a line feed.
    private static string Xml(string words) => SecurityElement.Escape(words).Replace("\r", "&#13;", StringComparison.Ordinal);

    private static string Clock(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
