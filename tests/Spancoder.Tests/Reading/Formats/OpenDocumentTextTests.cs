using System.IO.Compression;
using System.Text;
using Spancoder.Reading.Formats.OpenDocument;

namespace Spancoder.Tests.Reading.Formats;

public class OpenDocumentTextTests
{
    private const string Kind = "application/vnd.oasis.opendocument.text";
    private const string Damaged = "open it in the program that made it, and save it again.";

    [Theory]
    [InlineData("quay.odt")]
    [InlineData("quay.fodt")]
    public void A_file_of_LibreOffice_is_read_with_everything_in_it(string name)
    {
        var blocks = WordProcessed.Show(WordProcessed.File("quay", name), name, out var findings);
        Assert.Equal(Quays.Blocks, blocks.Select(block => block.Replace("heading, bold 1.00", "heading", StringComparison.Ordinal)));
        Assert.Equal(Quays.Notices, findings.Notices.Select(notice => notice.ToString().Replace(name, "quay", StringComparison.Ordinal)));
        Assert.Equal("utf-8", findings.Encoding);
    }

    [Fact]
    public void Turns_notices_and_places_of_an_interview()
    {
        var document = WordProcessed.Read(Odt("""
            <text:h>Part one</text:h>
            <text:p>Interviewer: <text:span>Wh</text:span><text:span>ere</text:span>
                do <text:s text:c="2"/>you<text:bookmark text:name="x"/> sell?</text:p>
            <text:p/>
            <text:section><text:p>Rosa:<text:tab/>Here<text:note><text:note-body><text:p>NOT WORDS</text:p></text:note-body></text:note>,<text:line-break/>and ab<text:soft-page-break/>road.</text:p></text:section>
            <text:list><text:list-item><text:p>In spring.</text:p><text:list><text:list-item><text:p>And in autumn.</text:p></text:list-item></text:list></text:list-item></text:list>
            <text:section text:display="none"><text:p>NOT WORDS</text:p></text:section>
            <text:table-of-content><text:index-body><text:p>NOT WORDS</text:p></text:index-body></text:table-of-content>
            <text:p>Interviewer: <text:ruby><text:ruby-base>卖到</text:ruby-base><text:ruby-text>NOT WORDS</text:ruby-text></text:ruby>哪里？</text:p>
            <text:p><draw:frame><draw:image/><svg:title xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">NOT WORDS</svg:title></draw:frame></text:p>
            <text:p>Rosa: co&#xAD;oper<text:span> </text:span>ative.</text:p>
            """), "a.odt");
        Assert.Equal(
        [
            "heading : Part one",
            "speech Interviewer: Where do   you sell?", // the blank that was typed and the two of text:s
            "speech Rosa: Here, and abroad.\nIn spring.\nAnd in autumn.",
            "speech Interviewer: 卖到哪里？",
            "speech Rosa: cooper ative.",
        ], Given.TurnsOf(document));
        Assert.Equal([1, 2, 4, 4, 5, 6, 7, 9], document.Source.Pieces.Select(piece => piece.Line));
        Assert.Equal(
        [
            "a.odt:4: footnotes were left out (1 in all).",
            "a.odt:7: stretches of hidden text were left out (1 in all).",
            "a.odt:7: generated indexes were left out (1 in all).",
            "a.odt:7: readings above characters were left out (1 in all).",
        ], document.Notices.Select(notice => notice.ToString()));
        Assert.Equal(("odt", "labelled", "utf-8", true), (document.Facts.Format, document.Facts.Layout, document.Facts.Encoding, document.Facts.EncodingIsSure));
    }

    [Fact]
    public void Cells_are_a_table_and_a_table_inside_is_lines_of_its_cell()
    {
        var file = Odt("""
            <text:p>before</text:p>
            <table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell><text:p>Q</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>
            <table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>one</text:p><text:p/>
              <table:table><table:table-row><table:table-cell><text:p>two</text:p></table:table-cell><table:table-cell><text:p>three</text:p></table:table-cell></table:table-row></table:table>
              <text:p>four</text:p></table:table-cell></table:table-row></table:table>
            <table:table><table:table-row><table:table-cell><text:p/></table:table-cell></table:table-row></table:table>
            <text:p>after</text:p>
            """);
        Assert.Equal(["1 paragraph: before", "2 table: Q |  || A | one /  / two / three / four", "10 paragraph, after a gap: after"], WordProcessed.Show(file, "a.odt", out var findings));
        Assert.Equal(["a.odt:6: tables inside tables were read as lines of the outer cell (1 in all)."], findings.Notices.Select(notice => notice.ToString()));
    }

    [Fact]
    public void Bold_and_hidden_come_from_styles_and_from_those_that_they_are_based_on()
    {
        const string Automatic = """
            <style:style style:name="P" style:family="paragraph" style:parent-style-name="Question"/>
            <style:style style:name="Plain" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>
            <style:style style:name="Heavy" style:family="text"><style:text-properties fo:font-weight="700"/></style:style>
            <style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>
            <style:style style:name="A" style:family="text" style:parent-style-name="B"/>
            <style:style style:name="B" style:family="text" style:parent-style-name="A"/>
            """;
        const string Named = """<style:style style:name="Question" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>""";
        var file = Odt("""
            <text:p text:style-name="P">bold<text:span text:style-name="Plain">thin<text:span text:style-name="Heavy">bold</text:span></text:span></text:p>
            <text:p>thin<text:span text:style-name="Hidden">NOT <text:span>WORDS</text:span></text:span><text:span text:style-name="A">thin</text:span></text:p>
            """, Automatic, Named);
        Assert.Equal(["1 paragraph, bold 0.67: boldthinbold", "2 paragraph: thinthin"], WordProcessed.Show(file, "a.odt", out var findings));
        Assert.Equal(["a.odt:2: stretches of hidden text were left out (1 in all)."], findings.Notices.Select(notice => notice.ToString()));
    }

    [Fact]
    public void The_order_of_the_parts_and_how_they_are_packed_do_not_matter()
    {
        var file = Zip(("content.xml", Content("<text:p>Q: Where?</text:p>")), ("mimetype", Kind));
        Assert.Equal(["1 paragraph: Q: Where?"], WordProcessed.Show(file, "without-a-name"));
    }

    [Fact]
    public void A_password_is_said() => Assert.Equal("a.odt: this file is protected by a password: save it without one.", WordProcessed.Refusal(Zip(
        ("mimetype", Kind), ("META-INF/manifest.xml", """<!DOCTYPE m SYSTEM "Manifest.dtd"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>"""),
        ("content.xml", "\u0001\u0002")), "a.odt"));

    [Theory]
    [InlineData("spreadsheet", "spreadsheet", "a.x: this is an OpenDocument spreadsheet: save its table as CSV (UTF-8).")]
    [InlineData("presentation", "presentation", "a.x: this is an OpenDocument presentation, not a text: save its text as .odt.")]
    [InlineData("graphics", "drawing", "a.x: this is an OpenDocument drawing, not a text: save its text as .odt.")]
    [InlineData("formula", "else", "a.x: there is no text document in this OpenDocument file: save its text as .odt.")]
    public void Other_kinds_of_OpenDocument_are_refused(string kind, string body, string problem) => Assert.Equal(problem,
        WordProcessed.Refusal(Zip(("mimetype", $"application/vnd.oasis.opendocument.{kind}"), ("content.xml", Content("", body: body))), "a.x"));

    [Fact]
    public void Word_files_and_other_zips_are_none()
    {
        OpenDocumentText format = new();
        Assert.False(format.Recognises(new(Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<a/>")), "a.odt")));
        Assert.False(format.Recognises(new(Zip(("mimetype", "application/epub+zip")), "a.odt")));
        Assert.False(format.Recognises(new("PK\u0003\u0004"u8.ToArray(), "a.odt")));
        Assert.False(format.Recognises(new("<html>opendocument</html>"u8.ToArray(), "a.odt")));
    }

    [Fact]
    public void Entities_and_document_types_are_refused_before_they_grow()
    {
        const string Bomb = """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>""";
        Assert.Equal("a.odt: content.xml is not XML as OpenDocument has it: open it in LibreOffice, and save it again.",
            WordProcessed.Refusal(Zip(("mimetype", Kind), ("content.xml", Bomb + Content("<text:p>&b;&c;</text:p>"))), "a.odt"));
        Assert.Equal("a.odt: content.xml is not XML as OpenDocument has it (line 1, position 532): open it in LibreOffice, and save it again.",
            WordProcessed.Refusal(Odt("<text:p>&b;</text:p>"), "a.odt"));
        Assert.Throws<InputException>(() => WordProcessed.Read(Encoding.UTF8.GetBytes(Bomb + $"<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:mimetype=\"{Kind}\">&b;</office:document>"), "a.fodt"));
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        Assert.Equal($"a.odt: its part 'content.xml' is packed to less than 1/300 of its size, as no document is: {Damaged}",
            WordProcessed.Refusal(Odt($"<text:p>{new string('a', 5_000_000)}</text:p>"), "a.odt"));
        Assert.Equal("a.odt: its part 'content.xml' is larger than 200 MB: split the document into several files.",
            WordProcessed.Refusal(Zip(("mimetype", Kind), ("content.xml", new string('a', 200_000_001))), "a.odt"));
        Assert.Equal($"a.odt: this file is packed from 10002 parts, more than 10000: {Damaged}",
            WordProcessed.Refusal(Zip([("mimetype", Kind), .. Enumerable.Range(0, 10_001).Select(index => ($"part{index}", ""))]), "a.odt"));
    }

    [Fact]
    public void Blanks_cannot_be_multiplied_without_end()
    {
        Assert.Equal([$"1 paragraph: a{new string(' ', 100)}b"], WordProcessed.Show(Odt("""<text:p>a<text:s text:c="2000000000"/>b</text:p>"""), "a.odt"));
        Assert.Equal(["1 paragraph: a  b"], WordProcessed.Show(Odt("""<text:p>a<text:s/><text:s text:c="-5"/>b</text:p>"""), "a.odt"));
    }

    [Fact]
    public void A_part_that_was_damaged_is_refused_by_its_checksum()
    {
        var file = Odt("<text:p>Q: Where do you sell the bowls?</text:p>", level: CompressionLevel.NoCompression);
        var words = file.AsSpan().IndexOf("bowls"u8);
        Assert.Equal(["1 paragraph: Q: Where do you sell the bowls?"], WordProcessed.Show(file, "a.odt"));

        file[words] = (byte)'c';
        Assert.Equal($"a.odt: this file is damaged: its part 'content.xml' cannot be unpacked: {Damaged}", WordProcessed.Refusal(file, "a.odt"));
    }

    [Fact]
    public void Half_a_file_is_refused() =>
        Assert.Equal($"quay.odt: this file is damaged: it is a zip file that cannot be opened: {Damaged}", WordProcessed.Refusal(WordProcessed.File("quay", "quay.odt")[..9000], "quay.odt"));

    [Fact]
    public void Every_beginning_of_a_file_and_every_damaged_one_is_read_or_refused()
    {
        const string Words = "<text:h>Part</text:h><text:p>Q: Where?</text:p><table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell></table:table-row></table:table>";
        var flat = Encoding.UTF8.GetBytes(Content(Words).Replace("<office:document-content", $"<office:document office:mimetype=\"{Kind}\"", StringComparison.Ordinal)
            .Replace("</office:document-content>", "</office:document>", StringComparison.Ordinal));
        Assert.Equal(["1 heading: Part", "2 paragraph: Q: Where?", "3 table: A"], WordProcessed.Show(flat, "a.fodt"));
        Assert.Equal(["1 heading: Part", "2 paragraph: Q: Where?", "3 table: A"], WordProcessed.Show(Odt(Words), "a.odt"));
        WordProcessed.Truncate(flat, "a.fodt");
        WordProcessed.Truncate(Odt(Words), "a.odt");
        WordProcessed.Damage(flat, "a.fodt", rounds: 1000);
        WordProcessed.Damage(Odt(Words), "a.odt", rounds: 2000);
        WordProcessed.Damage(WordProcessed.File("quay", "quay.odt"), "quay.odt", rounds: 200);
    }

    private static string Content(string words, string automatic = "", string body = "text") => $"""
        <?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"><office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:{body}>{words}</office:{body}></office:body></office:document-content>
        """;

    private static byte[] Odt(string words, string automatic = "", string named = "", CompressionLevel level = CompressionLevel.Optimal)
    {
        var styles = $"""<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"><office:styles>{named}</office:styles></office:document-styles>""";
        return Zip(level, ("mimetype", Kind), ("content.xml", Content(words, automatic)), ("styles.xml", styles));
    }

    private static byte[] Zip(params (string Name, string Content)[] parts) => Zip(CompressionLevel.Optimal, parts);

    private static byte[] Zip(CompressionLevel level, params (string Name, string Content)[] parts)
    {
        MemoryStream file = new();
        using (ZipArchive zip = new(file, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, level).Open(), new UTF8Encoding(false));
                writer.Write(content);
            }
        }

        return file.ToArray();
    }
}
