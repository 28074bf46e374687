using System.Text;
using Spancoder.Reading;

namespace Spancoder.Tests.Reading.Formats;

public class RtfTextTests
{
    private const string Nasty = """
        {\rtf1\ansi\ansicpg1252\cocoartf2639
        {\fonttbl\f0\fswiss\fcharset0 Helvetica;\f1\fnil\fcharset134 PingFangSC-Regular;\f2\fnil\fcharset2 Wingdings;}
        {\colortbl;\red255\green255\blue255;}{\*\expandedcolortbl;;}{\info{\title NOT WORDS}}{\header NOT WORDS\par}
        \pard\tx560\pardirnatural\partightenfactor0

        \f0\fs24 \cf0 Interviewer: Where haven\rquote t you been\'85\
        Rosa: {\field{\*\fldinst{HYPERLINK "http://example.org"}}{\fldrslt Here}}, \ldblquote mostly\rdblquote \emdash  in the caf\'e9 \uc0\u55357 \u56832 .\uc0\u8232 And
         {\upr{NOT WORDS}{\*\ud{\'a1\uc1\u191?Hola!}}} {\f2 J}\
        \
        Interviewer:
        \f1 \'c2\'f4\'b5\'bd\'c4\'c4\'c0\'ef\'a3\'bf
        \f0 {\v NOT WORDS}\
        Rosa: {\listtext\'95\tab}I\~won't{\deleted NOT WORDS\par }{\revised  say} \{why\} {\*\unknown NOT {WORDS}}a\\b {\pict\bin9 }}}{{{\'}}e\uc1\u769\'65t\uc2\u233 e', {\uc1\u-10179?\u-8704?}
        {\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt NOT WORDS\par}}{\shprslt{\*\do{\shptxt NOT WORDS}}}}{\footnote NOT WORDS} end\par
        \b Interviewer:\b0  Mm.}
        """ + "\0\r\n";

    static RtfTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void A_file_of_LibreOffice_is_read_with_everything_in_it()
    {
        var blocks = WordProcessed.Show(WordProcessed.File("quay", "quay.rtf"), "quay.rtf", out var findings);
        Assert.Equal(Quays.Blocks, blocks.Select(block => block.Replace("heading, bold 1.00", "heading", StringComparison.Ordinal))); // it writes the heading's look out
        Assert.Equal(Quays.Notices, findings.Notices.Select(notice => notice.ToString().Replace("quay.rtf", "quay", StringComparison.Ordinal)));
        Assert.Equal("windows-1252", findings.Encoding);
    }

    [Theory]
    [InlineData(0, 1252, "café, über, “naïve” €5")]
    [InlineData(77, 10000, "café, über")]
    [InlineData(128, 932, "輸出した。表、ソ")]
    [InlineData(129, 949, "수출했다")]
    [InlineData(134, 936, "卖到国外，“好”，镕")]
    [InlineData(136, 950, "賣到國外，許功蓋")]
    [InlineData(161, 1253, "στην αγορά")]
    [InlineData(162, 1254, "şöyle ığ")]
    [InlineData(163, 1258, "đô\u0300 gô\u0303")]
    [InlineData(177, 1255, "בשוק")]
    [InlineData(178, 1256, "في السوق")]
    [InlineData(186, 1257, "turgū ķ")]
    [InlineData(204, 1251, "на рынке")]
    [InlineData(222, 874, "ที่ตลาด")]
    [InlineData(238, 1250, "na trhu, čaj ž")]
    public void Escaped_bytes_are_in_the_code_page_of_their_font(int charset, int codePage, string words)
    {
        var rtf = $@"{{\rtf1\ansi\ansicpg1252\deff0{{\fonttbl{{\f0\fswiss Arial;}}{{\f7\fnil\fcharset{charset} \'ff;}}}}Rosa: caf\'e9. \f7 {Escape(words, codePage)}\f0  caf\'e9\par}}";
        Assert.Equal([$"1 paragraph: Rosa: café. {words} café"], Show(rtf));
    }

    [Fact]
    public void A_font_that_says_nothing_has_the_file_s_own_code_page()
    {
        const string Words = "访谈者：卖到哪里？";
        Assert.Equal([$"1 paragraph: {Words}"], Show($@"{{\rtf1\ansi\ansicpg936{{\fonttbl\f0\fnil Song;}}\f0 {Escape(Words, 936)}}}", out var findings));
        Assert.Equal("gb2312", findings.Encoding);
        Assert.Empty(findings.Notices);
    }

    [Fact]
    public void A_font_that_calls_itself_Western_but_holds_Chinese_is_read_as_Chinese_and_that_is_said()
    {
        var rtf = $@"{{\rtf1\ansi\ansicpg936{{\fonttbl{{\f0\fcharset0 Arial;}}}}\f0 {Escape("卖到国外", 936)}\par caf\'e9 ole}}";
        Assert.Equal(["1 paragraph: 卖到国外", "2 paragraph: café ole"], Show(rtf, out var findings));
        Assert.Equal(["a.rtf:1: characters in fonts that are declared Western were read as the file's own gb2312 (1 in all)."], NoticesOf(findings));
    }

    [Fact]
    public void Half_of_a_Chinese_character_may_stand_as_a_plain_letter() =>
        Assert.Equal(["1 paragraph: ソA"], Show(@"{\rtf1\ansi\ansicpg932 \'83\\A}"));

    [Fact]
    public void Bytes_above_7F_that_stand_unescaped_are_UTF8_if_the_whole_file_is()
    {
        Assert.Equal(["1 paragraph: 卖 café"], Show(@"{\rtf1\ansi 卖 caf\'e9}", out var findings));
        Assert.Equal(["a.rtf:1: bytes that RTF does not allow were read as UTF-8 (1 in all)."], NoticesOf(findings));
        Assert.Equal(["1 paragraph: café"], WordProcessed.Show(Encoding.Latin1.GetBytes(@"{\rtf1\ansi café}"), "a.rtf"));
    }

    [Theory]
    [InlineData(@"{\rtf1\ansi\ansicpg936 one\par\par two \'81\'20}", "a.rtf:3: there are bytes that are not GB2312: open it in a word processor and save it again.")]
    [InlineData(@"{\rtf1\ansi\ansicpg1252 one \'81}", "a.rtf:1: there are bytes that are not WINDOWS-1252: open it in a word processor and save it again.")]
    [InlineData(@"{\rtf1\ansi\ansicpg7777 one \'e9}", "a.rtf:1: there are bytes that are not of any known code page (it names 7777): open it in a word processor and save it again.")]
    [InlineData(@"{\rtf1\ansi one\par\u55357?two}", "a.rtf:2: there is half a character in this paragraph: type it again in a word processor, and save the file.")]
    [InlineData(@"{\rtf1\ansi}", "a.rtf: there are no words in this file: remove it, or put the transcript into it.")]
    public void What_cannot_be_decoded_is_a_problem_with_its_paragraph(string rtf, string problem) => Assert.Equal(problem, WordProcessed.Refusal(Bytes(rtf), "a.rtf"));

    [Fact]
    public void A_file_of_TextEdit_with_everything_that_goes_wrong()
    {
        var document = WordProcessed.Read(Encoding.Latin1.GetBytes(Nasty.Replace("\n", "\r\n", StringComparison.Ordinal)), "night.rtf");
        Assert.Equal(
        [
            "speech Interviewer: Where haven’t you been…",
            "speech Rosa: Here, “mostly”— in the café 😀. And ¡¿Hola! ☺",
            "speech Interviewer: 卖到哪里？",
            "speech Rosa: I\u00A0won't say {why} a\\b e\u0301té, 😀 end",
            "speech Interviewer: Mm.",
        ], Given.TurnsOf(document));
        Assert.Equal([1, 2, 2, 4, 5, 6], document.Source.Pieces.Select(piece => piece.Line));
        Assert.Equal(
        [
            "night.rtf:4: stretches of hidden text were left out (1 in all).",
            "night.rtf:5: tracked deletions were left out (1 in all).",
            "night.rtf:5: tracked insertions were kept (1 in all).",
            "night.rtf:5: text boxes were left out (1 in all).",
            "night.rtf:5: footnotes were left out (1 in all).",
        ], document.Notices.Select(notice => notice.ToString()));
        Assert.Equal(("rtf", "labelled", "windows-1252", true), (document.Facts.Format, document.Facts.Layout, document.Facts.Encoding, document.Facts.EncodingIsSure));
    }

    [Fact]
    public void Cells_are_a_table_whatever_stands_around_them()
    {
        const string Rtf = @"{\rtf1\ansi before\par\trowd\cellx1\cellx2\pard\intbl Q\cell one\par\line two\cell\row\trowd\cellx1\cellx2 A\cell\cell\row"
            + @"\pard\intbl\itap2 inner\nestcell more\nestcell{\*\nesttableprops\nestrow}{\nonesttables NOT WORDS\par}\itap1 outer\cell{\b bold}\cell\row\pard\par after\par}";
        Assert.Equal(
        [
            "1 paragraph: before",
            "2 table, bold 0.15: Q | one /  / two || A |  || inner / more / outer | bold",
            "12 paragraph, after a gap: after",
        ], Show(Rtf));
    }

    [Fact]
    public void Headings_are_told_by_their_outline_level_and_bold_by_its_share_of_letters() => Assert.Equal(
    [
        "1 heading: Part one",
        "2 paragraph, bold 0.50: bold thin",
        "3 paragraph: thin",
    ], Show(@"{\rtf1{\pard\outlinelevel0 Part one\par}\pard\outlinelevel9{\b bold} thin\par\b\plain thin}"));

    [Fact]
    public void Time_codes_of_Transana_are_times()
    {
        var document = WordProcessed.Read(Bytes(@"{\rtf1\ansi \'a4{\v <0>}Interviewer: Where?\par Rosa: \'a4{\v <72500>}Here \'a4{\v <80000>}and {\v not this}there.\par \u164 ?<3600000>Interviewer: Mm.\par Rosa: Yes.}"), "t.rtf");
        Assert.Equal(
        [
            "speech Interviewer: Where?",
            "speech Rosa: Here and there.",
            "speech Interviewer: Mm.",
            "speech Rosa: Yes.",
        ], Given.TurnsOf(document));
        Assert.Equal([TimeSpan.Zero, TimeSpan.FromSeconds(72.5), TimeSpan.FromHours(1), null], document.Source.Pieces.Select(piece => piece.StartTime));
        Assert.Equal(
        [
            "t.rtf:2: stretches of hidden text were left out (1 in all).",
            "t.rtf:2: time codes inside paragraphs were left out (1 in all).",
        ], document.Notices.Select(notice => notice.ToString()));
    }

    [Fact]
    public void Escapes_that_stand_for_no_character_are_guessed_or_left_out_and_that_is_said()
    {
        Assert.Equal(["1 paragraph: I’m here."], Show(@"{\rtf1 I\u146?m\u129? he\-re\u-99999999?\'ad.\u1?}", out var findings));
        Assert.Equal(
        [
            @"a.rtf:1: escapes \u that stand for control characters were read as WINDOWS-1252 (1 in all).",
            @"a.rtf:1: escapes \u that stand for no character were left out (3 in all).",
        ], NoticesOf(findings));
    }

    [Fact]
    public void Words_that_were_moved_stand_once() =>
        Assert.Equal(["1 paragraph: and sold it."], Show(@"{\rtf1 {\mvf sold it}and {\mvt sold it}.}"));

    [Fact]
    public void Fonts_of_pictures_give_pictures_or_say_that_there_is_none()
    {
        Assert.Equal(["1 paragraph: a ☺ \uFFFD \u2192 b"], Show(@"{\rtf1{\fonttbl{\f1\fcharset2 Wingdings;}}a {\f1 J z \u-3872?} b}", out var findings));
        Assert.Equal(["a.rtf:1: characters of fonts of pictures have no letter, and stand as U+FFFD (1 in all)."], NoticesOf(findings));
    }

    [Fact]
    public void What_is_missing_or_too_much_is_said()
    {
        Assert.Equal(["1 paragraph: one zz two"], Show(@"{\rtf1 one \'zz {two", out var findings));
        Assert.Equal(
        [
            @"a.rtf: 1 escapes \' have no two hexadecimal digits and were left out: open it in a word processor and save it again.",
            "a.rtf: its last group is not closed, so the end of it may be missing: open it in a word processor and save it again.",
        ], NoticesOf(findings));
        Assert.Equal(["1 paragraph: one"], Show(@"{\rtf1 one} and two", out findings));
        Assert.Equal(["a.rtf: 8 bytes behind its last group were left out: open it in a word processor and save it again."], NoticesOf(findings));
    }

    [Fact]
    public void It_is_told_by_its_content_and_a_name_that_says_something_else_is_a_notice()
    {
        var document = WordProcessed.Read([.. "\uFEFF\r\n"u8, .. @"{\rtf1 Q: Where?\par A: Here.\par Q: Mm.}"u8], "a.txt");
        Assert.Equal("rtf", document.Facts.Format);
        Assert.Contains("a.txt: its name says text, and its content is rtf, so it was read as rtf: say what it is with --input-format.", document.Notices.Select(notice => notice.ToString()));
    }

    [Fact]
    public void What_is_no_RTF_is_refused_where_the_user_says_it_is() =>
        Assert.Equal(@"a.txt: this is not RTF: it does not begin with {\rtf: say what it is with --input-format, or leave that out.",
            Assert.Throws<InputException>(() => DocumentReader.Read(new FileContent("Q: Where?"u8.ToArray(), "a.txt"), new("a.txt", "a.txt", new Dictionary<string, string>()), new() { Format = "rtf" })).Message);

    [Fact]
    public void A_million_braces_are_refused() =>
        Assert.Equal("a.rtf:1: its groups stand more than 1000 deep in one another: open it in a word processor and save it again.",
            WordProcessed.Refusal(Bytes(@"{\rtf1" + new string('{', 1_000_000)), "a.rtf"));

    [Theory]
    [InlineData("a", 20_000_001, "a.rtf:1: this document has more than 20 million characters: split it into several files.")]
    [InlineData(@"\par ", 1_100_000, "a.rtf:1000001: this document has more than 1 million lines: split it into several files.")]
    public void What_is_longer_than_any_interview_is_refused(string piece, int count, string problem) =>
        Assert.Equal(problem, WordProcessed.Refusal([.. @"{\rtf1 "u8, .. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(piece, count))), (byte)'}'], "a.rtf"));

    [Fact]
    public void Every_beginning_of_a_file_and_every_damaged_one_is_read_or_refused()
    {
        WordProcessed.Truncate(Bytes(Nasty), "a.rtf");
        WordProcessed.Damage(Bytes(Nasty), "a.rtf", rounds: 1500);
        WordProcessed.Damage(WordProcessed.File("quay", "quay.rtf"), "quay.rtf", rounds: 300);
    }

    private static string Escape(string words, int codePage) => string.Concat(Encoding.GetEncoding(codePage).GetBytes(words).Select(value => value is < 0x80 and not ((byte)'\\') ? ((char)value).ToString() : $@"\'{value:x2}"));

    private static byte[] Bytes(string rtf) => Encoding.UTF8.GetBytes(rtf);

    private static IEnumerable<string> Show(string rtf) => WordProcessed.Show(Bytes(rtf), "a.rtf");

    private static IEnumerable<string> Show(string rtf, out Findings findings) => WordProcessed.Show(Bytes(rtf), "a.rtf", out findings);

    private static IEnumerable<string> NoticesOf(Findings findings) => findings.Notices.Select(notice => notice.ToString());
}
