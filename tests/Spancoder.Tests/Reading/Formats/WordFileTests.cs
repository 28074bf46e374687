using System.IO.Compression;
using System.Text;
using Spancoder.Reading;
using static Spancoder.Tests.Reading.Formats.WordFiles;

namespace Spancoder.Tests.Reading.Formats;

public class WordFileTests
{
    private const string Interviewer = "Interviewer: Where do you sell?";

    private const string HeadingStyles =
        """
        <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/></w:style>
        <w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:basedOn w:val="berschrift1"/></w:style>
        <w:style w:type="paragraph" w:styleId="Ebene"><w:name w:val="Ebene"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
        <w:style w:type="character" w:styleId="Frage"><w:name w:val="Frage"/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="FrageAbsatz"><w:name w:val="Frage Absatz"/><w:rPr><w:b/></w:rPr></w:style>
        """;

    [Fact]
    public void Labelled_paragraphs_are_turns_and_lines_count_paragraphs()
    {
        var document = Read(Paragraphs(Interviewer, "", "P1:\tMostly here.\nSometimes abroad.", "And in the north.", "Interviewer:\u00A0Mm."));

        Assert.Equal(["speech Interviewer: Where do you sell?", "speech P1: Mostly here. Sometimes abroad.\nAnd in the north.", "speech Interviewer: Mm."], Given.TurnsOf(document));
        Assert.Equal([1, 3, 3, 4, 5], document.Source.Pieces.Select(piece => piece.Line));
        Assert.Equal(("docx", "labelled", "none"), (document.Facts.Format, document.Facts.Layout, document.Facts.Newline));
    }

    [Fact]
    public void A_label_alone_in_its_paragraph_stands_for_the_next_ones()
    {
        var document = Read(Paragraphs("Interviewer:", "Where do you sell?", "", "P1:", "Mostly here.", "P1: And abroad.", "Interviewer:", "Mm."));

        Assert.Equal(["speech Interviewer: Where do you sell?", "speech P1: Mostly here.\nAnd abroad.", "speech Interviewer: Mm."], Given.TurnsOf(document));
    }

    [Fact]
    public void Runs_are_joined_as_they_are_and_marks_inside_them_become_characters()
    {
        var document = Read(
            $"""
            {Paragraph(Interviewer)}
            <w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>P1: It was en</w:t></w:r><w:r><w:t>gulfed</w:t></w:r><w:proofErr w:type="spellEnd"/>
              <w:r><w:t xml:space="preserve"> by the twenty</w:t><w:noBreakHyphen/><w:t>first</w:t><w:softHyphen/><w:t> wave </w:t><w:tab/><w:t>or</w:t><w:br/><w:t>so</w:t></w:r>
              <w:r><w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Symbol" w:char="F061"/></w:r></w:p>
            """);

        Assert.Equal("Where do you sell?\nIt was engulfed by the twenty\u2011firstwave\tor so☺→α", document.Text);
        Assert.Empty(NoticesOf(document));
    }

    [Fact]
    public void A_character_of_a_symbol_font_that_is_not_known_is_shown_as_unknown_and_said()
    {
        var document = Read(Paragraphs(Interviewer) + "<w:p><w:r><w:t xml:space='preserve'>P1: Here </w:t><w:sym w:font='Webdings' w:char='F021'/><w:sym w:font='Segoe UI Symbol' w:char='2192'/></w:r></w:p>");

        Assert.Equal("Where do you sell?\nHere \uFFFD→", document.Text);
        Assert.Equal(["p.docx:2: characters of a symbol font that are not known (1) stand as U+FFFD: type them in an ordinary font."], NoticesOf(document));
    }

    [Fact]
    public void Insertions_are_kept_and_deletions_left_out_and_a_notice_says_so()
    {
        var document = Read(
            $"""
            {Paragraph(Interviewer)}
            <w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr><w:pPrChange w:id="9"><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t xml:space="preserve">P1: We sold </w:t></w:r>
              <w:del w:id="2"><w:r><w:delText>never </w:delText></w:r></w:del><w:ins w:id="3"><w:r><w:t xml:space="preserve">nearly </w:t></w:r></w:ins></w:p>
            <w:p><w:r><w:t>everything.</w:t></w:r><w:moveFrom w:id="4"><w:r><w:t>Moved.</w:t></w:r></w:moveFrom></w:p>
            <w:tbl><w:tr><w:trPr><w:del w:id="5"/></w:trPr><w:tc><w:p><w:del w:id="6"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl>
            <w:p><w:r><w:t>P1: The end.</w:t></w:r></w:p>
            """);

        Assert.Equal(["speech Interviewer: Where do you sell?", "speech P1: We sold nearly everything.\nThe end."], Given.TurnsOf(document));
        Assert.Equal(["p.docx:2: it has tracked changes: insertions (1) were kept, deletions (4) were left out: accept or reject them in Word."], NoticesOf(document));
        Assert.Equal([1, 2, 5], document.Source.Pieces.Select(piece => piece.Line));
    }

    [Fact]
    public void Comments_notes_text_boxes_headers_and_hidden_words_are_left_out_and_counted()
    {
        var document = Read(
            $"""
            {Paragraph(Interviewer)}
            <w:p><w:r><w:t>P1: Mostly here</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="1"/></w:r><w:r><w:commentReference w:id="2"/></w:r>
              <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>
                <mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>
              <w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>
            """, header: Paragraph("Interview 7"));

        Assert.Equal("Where do you sell?\nMostly here.", document.Text);
        Assert.Equal(["p.docx:2: these are not speech and were left out: comments (2), footnotes (1), hidden words (1), text boxes (1), headers and footers (1)."], NoticesOf(document));
    }

    [Fact]
    public void Links_fields_content_controls_and_smart_tags_are_walked_through_and_codes_of_fields_are_not()
    {
        var document = Read(
            $"""
            {Paragraph(Interviewer)}
            <w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t xml:space="preserve">P1: See </w:t></w:r><w:hyperlink><w:r><w:t>our page</w:t></w:r></w:hyperlink>
              <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \@ "d" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve"> of May</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
              <w:fldSimple w:instr="AUTHOR"><w:r><w:t xml:space="preserve"> by us</w:t></w:r></w:fldSimple><w:smartTag><w:r><w:t xml:space="preserve"> in Bergen</w:t></w:r></w:smartTag>
              <w:r><mc:AlternateContent><mc:Choice Requires="w16se"><unknown char="1F60A"/></mc:Choice><mc:Fallback><w:t xml:space="preserve"> 😊</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p></w:sdtContent></w:sdt>
            """);

        Assert.Equal("Where do you sell?\nSee our page of May by us in Bergen 😊", document.Text);
        Assert.Empty(NoticesOf(document));
    }

    [Theory]
    [InlineData("<w:pStyle w:val=\"berschrift1\"/>")]
    [InlineData("<w:pStyle w:val=\"Kapitel\"/>")]
    [InlineData("<w:pStyle w:val=\"Ebene\"/>")]
    [InlineData("<w:pStyle w:val=\"Heading2\"/>")]
    [InlineData("<w:pStyle w:val=\"Title\"/>")]
    [InlineData("<w:pStyle w:val=\"标题 1\"/>")]
    [InlineData("<w:outlineLvl w:val=\"0\"/>")]
    public void A_style_or_an_outline_level_makes_a_heading_in_any_language(string properties)
    {
        var document = Read(Paragraphs(Interviewer) + Paragraph("On selling", properties) + Paragraphs("P1: Mostly here."), HeadingStyles);

        Assert.Equal(["speech Interviewer: Where do you sell?", "heading : On selling", "speech P1: Mostly here."], Given.TurnsOf(document));
    }

    [Theory]
    [InlineData("<w:pStyle w:val=\"Standard\"/>")]
    [InlineData("<w:pStyle w:val=\"berschrift1\"/><w:outlineLvl w:val=\"9\"/>")]
    public void Body_text_is_no_heading(string properties)
    {
        var document = Read(Paragraphs(Interviewer, "P1: Mostly here.") + Paragraph("And abroad.", properties), HeadingStyles);

        Assert.Equal("speech P1: Mostly here.\nAnd abroad.", Given.TurnsOf(document).Last());
    }

    [Fact]
    public void A_question_that_has_a_label_and_a_headings_style_is_speech()
    {
        var document = Read(Paragraph(Interviewer, "<w:pStyle w:val=\"Heading1\"/>") + Paragraphs("P1: Mostly here.") + Paragraph("Interviewer: Mm.", "<w:pStyle w:val=\"Heading1\"/>"));

        Assert.Equal(["speech Interviewer: Where do you sell?", "speech P1: Mostly here.", "speech Interviewer: Mm."], Given.TurnsOf(document));
    }

    [Fact]
    public void Numbers_that_Word_writes_are_no_text_and_a_notice_says_so_but_bullets_are_passed_over()
    {
        const string Numbering =
            """
            <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="P%1:"/></w:lvl></w:abstractNum>
            <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>
            <w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>
            """;
        static string Item(string text, int list) => Paragraph(text, $"<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr>");

        var document = Read(Paragraphs(Interviewer) + Item("P1: Mostly here.", 6) + Item("And abroad.", 5) + Item("And at home.", 5), numbering: Numbering);

        Assert.Equal("Where do you sell?\nMostly here.\nAnd abroad.\nAnd at home.", document.Text);
        Assert.Equal(["p.docx:3: Word itself numbers paragraphs here (2), and such numbers are not part of the text: type them if they are speakers' labels."], NoticesOf(document));
    }

    [Fact]
    public void A_mistyped_link_does_not_keep_the_words_from_being_read()
    {
        var file = Zip(
            ("[Content_Types].xml", Types),
            ("_rels/.rels", Relationships("http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", "word/document.xml", "Internal")),
            ("word/_rels/document.xml.rels", Relationships("http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", "mailto:anna@[kiln", "External")),
            ("word/document.xml", "<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:body><w:p><w:r><w:t>Q: Where?</w:t></w:r></w:p><w:p><w:r><w:t>P1: Here.</w:t></w:r></w:p></w:body></w:document>"));

        Assert.Equal(["speech Q: Where?", "speech P1: Here."], Given.TurnsOf(WordFiles.Read(file)));
    }

    [Fact]
    public void Every_prefix_of_a_file_and_every_damaged_byte_ends_in_a_document_or_a_problem()
    {
        var file = Document(Paragraphs(Interviewer, "P1: Mostly here.") + Table(["P1", "Abroad."]), HeadingStyles);
        for (var length = 0; length < file.Length; length++) TryRead(file[..length]);
        for (var place = 0; place < file.Length; place++)
        {
            var damaged = file.ToArray();
            damaged[place] ^= (byte)(1 + place % 255);
            TryRead(damaged);
        }

        static void TryRead(byte[] bytes)
        {
            foreach (var format in new[] { null, "docx" })
            {
                try
                {
                    WordFiles.Read(bytes, options: new() { Format = format });
                }
                catch (InputException)
                {
                    // refused, as it should be
                }
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_mixture_of_elements_keeps_every_word_that_is_shown(int seed)
    {
        string[] names = ["p", "r", "tbl", "tr", "tc", "ins", "hyperlink", "sdt", "sdtContent", "smartTag", "fldSimple", "pPr", "rPr", "trPr", "b", "numPr", "br", "tab", "sym", "commentReference", "oMath"];
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var words = 0;
            var body = Mixture(6);
            var document = WordFiles.Read(Document(Paragraphs(Interviewer) + body));

            Assert.Equal(words, document.Text.Split("word").Length - 1);
            Assert.Equal(document.Text.Length, document.Turns[^1].Span.End);

            string Mixture(int depth) => depth == 0 ? "" : string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Element(depth)));

            string Element(int depth)
            {
                var name = names[random.Next(names.Length)];
                var isSeen = name is not ("oMath" or "pPr" or "rPr" or "trPr");
                if (isSeen && random.Next(3) == 0)
                {
                    words++;
                    return "<w:p><w:r><w:t xml:space='preserve'> word </w:t></w:r></w:p>";
                }

                return $"<w:{name}>{(isSeen ? Mixture(depth - 1) : "")}</w:{name}>";
            }
        }
    }

    [Fact]
    public void Paragraphs_in_files_that_LibreOffice_wrote_are_read_with_what_their_styles_say()
    {
        var document = WordFiles.Read(File.ReadAllBytes(Repository.File("tests", "cases", "read-docx", "two-types.docx")), new() { BoldSpeaker = "I", PlainSpeaker = "P4" });

        Assert.Equal(
            [
                "heading : INTERVIEW 4", "speech I: Where do you sell?", "speech P4: Mostly here.\nAnd by the river.", "speech I: Did you ever sell abroad?", "speech P4: Never. Nobody ever asked us.",
                "speech I: And in the city?", "speech P4: Sometimes, yes.",
            ],
            Given.TurnsOf(document));
    }

    [Theory]
    [InlineData("xl/workbook.xml", "this is an Excel workbook: save the sheet with the transcript as CSV UTF-8.")]
    [InlineData("ppt/presentation.xml", "this is a PowerPoint presentation: save its words as plain text (UTF-8).")]
    [InlineData("other.xml", "this is a ZIP file: unpack it, and give the files that are in it.")]
    [InlineData("word/other.xml", "this file has no Word document in it: open it in Word, let Word repair it, and save it again.")]
    public void Other_packages_are_refused_with_what_to_do(string entry, string problem) =>
        Assert.Equal($"p.docx: {problem}", ProblemOf(Zip(("[Content_Types].xml", Types), (entry, "<x/>"))));

    [Theory]
    [InlineData("EncryptedPackage", "this Office file is locked with a password: open it, take the password off, and save it again.")]
    [InlineData("WordDocument", "this is an old Word file (.doc): save it as .docx.")]
    [InlineData("Workbook", "this is an old Excel file (.xls): save the sheet with the transcript as CSV UTF-8.")]
    [InlineData("PowerPoint Document", "this is an old PowerPoint file (.ppt): save its words as plain text (UTF-8).")]
    [InlineData("Thumbs", "this is an old Office file: save it as .docx, or as plain text (UTF-8).")]
    public void Old_and_locked_Office_files_are_told_by_what_is_in_them(string entry, string problem) =>
        Assert.Equal($"p.docx: {problem}", ProblemOf([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes(entry)]));

    [Fact]
    public void A_zip_bomb_is_refused()
    {
        var bomb = Package($"<w:document xmlns:w='{Word}'><w:body><w:p><w:r><w:t>{new string('a', 30_000_000)}</w:t></w:r></w:p></w:body></w:document>");

        Assert.True(bomb.Length < 100_000);
        Assert.Equal("p.docx: what is packed in this file is larger than any transcript: copy its words into a new document.", ProblemOf(bomb));
    }

    [Fact]
    public void An_entry_that_says_it_is_small_unpacks_to_no_more()
    {
        var bomb = Package($"<w:document xmlns:w='{Word}'><w:body><w:p><w:r><w:t>{new string('a', 30_000_000)}</w:t></w:r></w:p></w:body></w:document>");
        for (var place = 0; place + 4 <= bomb.Length; place++)
        {
            // wherever the size stands, in the entry's own head and in the list at the end
            if (BitConverter.ToInt32(bomb, place) is > 30_000_000 and < 30_001_000) BitConverter.GetBytes(1000).CopyTo(bomb, place);
        }

        Assert.Equal("p.docx: this Word file is damaged: open it in Word, let Word repair it, and save it again.", ProblemOf(bomb));
    }

    [Fact]
    public void An_entity_bomb_is_refused() => Assert.Equal(
        "p.docx: this Word file is damaged: open it in Word, let Word repair it, and save it again.",
        ProblemOf(Package($"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><w:document xmlns:w='{Word}'><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>")));

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var open = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 100_000));
        Assert.Equal("p.docx: this Word file is nested more than 200 elements deep: copy its words into a new document.", ProblemOf(Package($"<w:document xmlns:w='{Word}'><w:body>{open}")));
    }

    [Fact]
    public void A_text_file_that_is_said_to_be_docx_is_refused() => Assert.Equal(
        "p.docx: this Word file is damaged: open it in Word, let Word repair it, and save it again.",
        Assert.Throws<InputException>(() => WordFiles.Read("Q: Where?"u8.ToArray(), options: new() { Format = "docx" })).Message);

    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Types =
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """;

    private static string Relationships(string type, string target, string mode) =>
        $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='{type}' Target='{target}' TargetMode='{mode}'/></Relationships>";

    private static byte[] Package(string main) => Zip(
        ("[Content_Types].xml", Types),
        ("_rels/.rels", Relationships("http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", "word/document.xml", "Internal")),
        ("word/document.xml", main));

    private static byte[] Zip(params IEnumerable<(string Name, string Content)> entries)
    {
        MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    private static Document Read(string body, string? styles = null, string? numbering = null, string? header = null) => WordFiles.Read(Document(body, styles, numbering, header));

    private static string ProblemOf(byte[] bytes) => Assert.Throws<InputException>(() => WordFiles.Read(bytes)).Message;
}
