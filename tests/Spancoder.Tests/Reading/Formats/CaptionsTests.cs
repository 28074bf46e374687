using System.Globalization;
using System.Text;
using Spancoder.Reading;

namespace Spancoder.Tests.Reading.Formats;

/// <summary>WebVTT and SubRip: whole small files, and all that is made of them.</summary>
public class CaptionsTests
{
    private const string Nobody = "it cannot be told who the interviewer is";

    private const string Teams =
        """
        WEBVTT

        0b7e1c52-5f0a-4c39-9d11-2f6f7a3c9e01/12-0
        00:00:03.120 --> 00:00:06.480
        <v Hagen, Liv (Guest)>We carry the moulds over
        the border, and</v>

        0b7e1c52-5f0a-4c39-9d11-2f6f7a3c9e01/14-0
        00:00:05.900 --> 00:00:06.300
        <v Interviewer>Mm.</v>

        0b7e1c52-5f0a-4c39-9d11-2f6f7a3c9e01/12-1
        00:00:06.480 --> 00:00:09.000
        nobody asks.

        0b7e1c52-5f0a-4c39-9d11-2f6f7a3c9e01/15-0
        00:00:09.500 --> 00:00:11.000
        <v Interviewer>Salt &amp; clay?
        """;

    private const string Nasty =
        """
        WEBVTT - The glaze
        Language: en

        NOTE
        checked by hand,
        twice

        STYLE
        ::cue { color: red }

        REGION
        id:below

        intro
        0:0:-1.-20 --> 0:0:2.80 align:start position:0%
        <v.loud Liv  Hagen>It <i>cracks</i><00:00:01.000>, &#233;h?</v> <v Ola>&lt;laughs&gt; AT&T

        0:0:4.5 --> 0:0:3.9
        Liv Hagen: It does, he says: look.

        NOTE nobody hears this

        0:0:3.0 --> 0:0:6.10

        [door slams]
        0:0:7.0 --> 0:0:8.0
        <v liv hagen>Then it was
        1999
        0:0:9.0 --> 0:0:9.61:2
        <v>What?
        """;

    private const string Rolling =
        """
        WEBVTT
        Kind: captions
        Language: en

        00:00:00.000 --> 00:00:02.000 align:start position:0%
         
        we<00:00:00.500><c> sell</c><00:00:00.900><c> abroad</c>

        00:00:02.000 --> 00:00:02.010 align:start position:0%
        we sell abroad
         

        00:00:02.010 --> 00:00:04.000 align:start position:0%
        we sell abroad
        since<00:00:02.500><c> the</c><c> war</c>

        00:00:04.000 --> 00:00:04.010 align:start position:0%
        since the war
         

        00:00:04.010 --> 00:00:06.000 align:start position:0%
        since the war
        mostly<00:00:04.500><c> bowls</c>

        00:00:06.000 --> 00:00:06.010 align:start position:0%
        mostly bowls
         

        00:00:06.010 --> 00:00:08.000 align:start position:0%
        mostly bowls and

        00:00:08.000 --> 00:00:09.000 align:start position:0%
        mostly bowls and jars
        """;

    private const string Zoom =
        """
        WEBVTT

        1
        00:00:01.000 --> 00:00:02.000
        Liv Hagen: Here is the list: clay, salt.

        2
        00:00:02.000 --> 00:00:03.000
        Ola: https://example.org: that one?

        3
        00:00:03.000 --> 00:00:04.000
        Liv Hagen: Yes.

        4
        00:00:04.000 --> 00:00:05.000
        And the other.

        5
        00:00:05.000 --> 00:00:06.000
        Ola: And mine.

        6
        00:00:06.000 --> 00:00:07.000
        Liv Hagen: So it is: good.

        7
        00:00:07.000 --> 00:00:08.000
        Ola: Right.

        8
        00:00:08.000 --> 00:00:09.000
        Liv Hagen: We go
        on.

        9
        00:00:09.000 --> 00:00:10.000
        One more thing.

        10
        00:00:10.000 --> 00:00:11.000
        Berit Moe: Wait.
        """;

    private const string Podcast =
        """
        1
        00:00:00,500 --> 00:00:02,000
        (applause)

        2
        00:00:02,000 --> 00:00:04,000
        Anna: We sold it
        to the fair,

        3
        00:00:04,000 --> 00:00:06,000 X1:10 X2:20
        {\an8}and in
        1999

        4
        00:00:06,000 --> 00:00:07,000
        2000

        00:00:07,000 --> 00:00:08,000
        abroad.
        6
        00:00:08,000 --> 00:00:09,000
        Ben: And
        then?

        7
        00:00:09,000 --> 00:00:10,000
        - Nothing.
        - Well, something.

        8
        00:00:10,000 --> 00:00:11,000
        Who knows.

        9
        00:00:11,000 --> 00:00:12,000
        Anna: I
        know.

        10
        00:00:12,000 --> 00:00:13,000
        ♪♪

        11
        00:00:13,000 --> 00:00:14,000
        So

        12
        00:00:14,000 --> 00:00:15,000
        Carl: no word of mine

        13
        00:00:15,000 --> 00:00:16,000
        is Anna's.

        14
        00:00:16,000 --> 00:00:17,000
        Ben: Mm.
        """;

    [Fact]
    public void Teams_names_its_speakers_in_tags_and_its_utterances_in_ids()
    {
        var document = Given.Document(Teams, "call.vtt");

        Assert.Equal(
        [
            "speech Hagen, Liv (Guest): We carry the moulds over the border, and",
            "speech Interviewer: Mm.",
            "speech Hagen, Liv (Guest): nobody asks.",
            "speech Interviewer: Salt & clay?",
        ], Given.TurnsOf(document));
        Assert.Equal(["1 3.12-6.48", "2 5.9-6.3", "3 6.48-9", "4 9.5-11"], PiecesOf(document));
        Assert.Equal(["call.vtt:2: 1 cue begins before the cue before has ended; their times were kept."], NoticesOf(document));
        Assert.Equal(("vtt", "cues", 4, 4), (document.Facts.Format, document.Facts.Layout, document.Facts.Units, document.Facts.TimedUnits));
    }

    [Fact]
    public void A_machines_file_that_breaks_its_own_standard_is_read_and_every_repair_is_said()
    {
        var document = Given.Document(Nasty, "glaze.vtt", "ola");

        Assert.Equal(
        [
            "speech Liv Hagen: It cracks, éh?",
            "speech Ola: <laughs> AT&T",
            "speech Liv Hagen: It does, he says: look. Then it was 1999",
            "speech : What?",
        ], Given.TurnsOf(document));
        Assert.Equal(["1 0-2.08", "1 0-2.08", "2 4.005-4.005", "4 7-8", "5 9-"], PiecesOf(document));
        Assert.Equal([("Title", "The glaze"), ("Language", "en")], document.Metadata.Select(fact => (fact.Key, fact.Value)));
        Assert.Equal(
        [
            "glaze.vtt: 2 NOTE blocks (the first on line 4) are not speech and were left out.",
            "glaze.vtt:4: the words above the times of 1 cue are names of cues and were left out: put them below the times if somebody said them.",
            "glaze.vtt: its times are written without leading zeros, so what stands behind the point was read as a number of milliseconds ('.20' as 20).",
            "glaze.vtt:1: times before the beginning were set to 0 in 1 cue.",
            "glaze.vtt:2: the end comes before the start in 1 cue, and was set to the start.",
            "glaze.vtt:5: a time cannot be read in 1 cue, and was left empty: write it as 00:01:02.500.",
            "glaze.vtt:3: 1 cue begins earlier than the cue before; the order of the file was kept.",
            "glaze.vtt:3: 1 cue has no words and was left out.",
            "glaze.vtt:5: 1 piece of cues is marked as another voice ('- ...') without a name, and has no speaker: put the speaker's label there.",
        ], NoticesOf(document));
    }

    [Fact]
    public void Captions_that_roll_say_everything_once()
    {
        var document = Given.Document(Rolling, "talk.vtt");

        Assert.Equal(["speech : we sell abroad since the war mostly bowls and jars"], Given.TurnsOf(document));
        Assert.Equal(["1 0-2", "3 2.01-4", "5 4.01-6", "7 6.01-8", "8 8-9"], PiecesOf(document));
        Assert.Equal(
        [
            "talk.vtt:2: its captions roll: 7 cues begin with words of the cue before, which were left out.",
            "talk.vtt: its cues name no speakers, so all of them are coded: begin each turn with a label, such as 'P03:'.",
        ], NoticesOf(document));
    }

    [Fact]
    public void Where_nearly_every_cue_has_a_label_one_without_has_no_speaker()
    {
        var document = Given.Document(Zoom, "zoom.vtt", "Ola");

        Assert.Equal(
        [
            "speech Liv Hagen: Here is the list: clay, salt.",
            "speech Ola: https://example.org: that one?",
            "speech Liv Hagen: Yes.",
            "speech : And the other.",
            "speech Ola: And mine.",
            "speech Liv Hagen: So it is: good.",
            "speech Ola: Right.",
            "speech Liv Hagen: We go on.",
            "speech : One more thing.",
            "speech Berit Moe: Wait.",
        ], Given.TurnsOf(document));
        Assert.Equal(
        [
            "zoom.vtt: Berit Moe: taken for a speaker's label, though it occurs only once, since nearly every cue begins with a label.",
            "zoom.vtt:4: 8 of 10 cues have a label, so a label was taken to hold for its cue alone; 2 cues without one have no speaker: label them.",
        ], NoticesOf(document));
    }

    [Fact]
    public void Where_few_cues_have_a_label_it_lasts_until_the_next()
    {
        var document = Given.Document(Podcast, "cast.srt", "Ben");

        Assert.Equal(
        [
            "event : (applause)",
            "speech Anna: We sold it to the fair, and in 1999 2000 abroad.",
            "speech Ben: And then?",
            "speech : Nothing.\nWell, something. Who knows.",
            "speech Anna: I know.",
            "event : ♪♪",
            "speech Anna: So",
            "speech : Carl: no word of mine is Anna's.",
            "speech Ben: Mm.",
        ], Given.TurnsOf(document));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14], document.Source.Pieces.Select(piece => piece.Line));
        Assert.Equal(("srt", 15), (document.Facts.Format, document.Facts.Units));
        Assert.Equal(
        [
            "cast.srt:7: 2 pieces of cues are marked as another voice ('- ...') without a name, and have no speaker: put the speaker's label there.",
            "cast.srt:12: 1 cue begins with what looks like a name and occurs once; from there to the next label no speaker is given: give the same label to all turns of a speaker.",
            "cast.srt:3: 4 of 12 cues have a label, so a label was taken to last until the next (4 cues without one): label every cue.",
            "cast.srt:8: nobody is named before the first label, or after a voice without a name; 3 cues without one have no speaker: label them.",
        ], NoticesOf(document));
    }

    [Fact]
    public void Where_only_one_side_is_labelled_the_other_side_is_not_given_its_words()
    {
        var document = Given.Document(Srt("Interviewer: Where?", "By the river,", "a long time.", "Interviewer: And now?", "Here."), "half.srt");

        Assert.Equal(["speech Interviewer: Where?", "speech : By the river, a long time.", "speech Interviewer: And now?", "speech : Here."], Given.TurnsOf(document));
        Assert.Equal(["half.srt:2: only one side is labelled (Interviewer); 3 cues without one have no speaker: label them."], NoticesOf(document));
    }

    [Theory]
    [InlineData("00:00:01.000 --> 01:00:02.500", "1 1-3602.5")]
    [InlineData("00:00:01,5 --> 00:00:02,25", "1 1.5-2.25")]
    [InlineData("14:05.98-->75:00.000", "1 845.98-4500")]
    [InlineData("0.860 --> 7.380", "1 0.86-7.38")]
    [InlineData("100:00:00.000 --> 100:00:01", "1 360000-360001")]
    [InlineData("0:0:10.20 --> 0:0:11.5 line:0", "1 10.02-11.005")]
    [InlineData("0:0:-6.-820 --> 0:0:1.0", "1 0-1")]
    [InlineData("00:00:05.123456789 -->  00:00:04.000", "1 5.123-5.123")]
    [InlineData("00:00:01:12 --> 00:00:02:00", "1 -")]
    [InlineData("00:61:00.000 --> 00:00:75.000", "1 -")]
    public void Times_are_read_as_programs_write_them(string timing, string expected) =>
        Assert.Equal([expected], PiecesOf(Given.Document($"WEBVTT\n\n{timing}\nMoulds\n", "a.vtt")));

    [Theory]
    [InlineData("<c.yellow>We</c> <b>go</b><br>on", "We go on")]
    [InlineData("a &lt;b&gt; &amp;amp; &#x4E2D;&nbsp;c&rlm;", "a <b> &amp; 中\u00A0c\u200F")]
    [InlineData("if a < b and <unclear> <v", "if a < b and <unclear> <v")]
    [InlineData("<i>卖到", "卖到")]
    [InlineData("<lang en>We</lang> <ruby>go<rt>u</rt></ruby><00:01.000>", "We gou")]
    [InlineData("a --> b", "a --> b")]
    public void Tags_and_entities_are_resolved_and_notation_stays(string payload, string expected) =>
        Assert.Equal(expected, Given.Document($"WEBVTT\n\n00:01.000 --> 00:02.000\n{payload}\n", "a.vtt").Text);

    [Theory]
    [InlineData("[SPEAKER_00]: Yes.", "[SPEAKER_01]: No.", "speech SPEAKER_00: Yes.", "speech SPEAKER_01: No.")]
    [InlineData(">> Anna: Yes.", "&gt;&gt; Ben: No.", "speech Anna: Yes.", "speech Ben: No.")]
    [InlineData("(Anna)\nYes.", "(Ben)\nNo.", "speech Anna: Yes.", "speech Ben: No.")]
    [InlineData("- Anna: Yes.\n- Ben: No.", "Anna: Well.", "speech Anna: Yes.", "speech Ben: No.", "speech Anna: Well.")]
    [InlineData("访谈者：卖到\n哪里？", "受访者：国外。", "speech 访谈者: 卖到哪里？", "speech 受访者: 国外。")]
    [InlineData("-Yes.\n-No.", "-5 degrees", "speech : Yes.\nNo. -5 degrees")]
    [InlineData("[music] Yes.", "[music] No.", "speech : [music] Yes. [music] No.")]
    [InlineData("他说：好。", "他说：不好。", "speech : 他说：好。他说：不好。")]
    [InlineData("(laughs)\nYes.", "(laughs)\nNo.", "speech : (laughs) Yes. (laughs) No.")]
    public void Labels_stand_among_the_words_in_many_forms(string first, string second, params string[] expected) =>
        Assert.Equal(expected, Given.TurnsOf(Given.Document(Srt(first, second), "a.srt")));

    [Theory]
    [InlineData("1\n00:01,0 --> 00:02,0\nclay\n2\n00:02,0 --> 00:03,0\n7\n3\n00:03,0 --> 00:04,0\nsalt", "clay 7 salt")] // no blank lines
    [InlineData("00:01,0 --> 00:02,0\nclay\n7\n00:02,0 --> 00:03,0\nsalt\n\n\n00:03,0 --> 00:04,0\nwood", "clay 7 salt wood")] // no numbers
    [InlineData("1\n\n00:01,0 --> 00:02,0\n\nclay\n\n2\n\n00:02,0 --> 00:03,0\n\n7\n\n3\n\n00:03,0 --> 00:04,0\n\nsalt", "clay 7 salt")] // twice the blank lines
    [InlineData("4\n00:01,0 --> 00:02,0\nclay\n\nand\n\n2\n00:02,0 --> 00:03,0 salt\nwood", "clay and salt wood")] // a blank line inside, words beside the times
    public void A_cue_reaches_to_the_next_whatever_stands_between(string file, string expected) =>
        Assert.Equal(expected, Given.Document(file, "a.srt").Text);

    [Fact]
    public void What_stands_outside_of_cues_is_counted()
    {
        var document = Given.Document("Our talk\nby Liv\n\n1\n00:01,0 --> 00:02,0\nclay", "a.srt");

        Assert.Equal("clay", document.Text);
        Assert.Equal("a.srt: 2 lines (the first on line 1) are part of no cue and were left out: give them times if somebody said them.", NoticesOf(document).First());
    }

    [Theory]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\nA: x\n", "a.txt", "vtt", "a.txt: its name says text, and its content is vtt, so it was read as vtt: say what it is with --input-format.")]
    [InlineData("\n\nWEBVTT\n00:01.000 --> 00:02.000\nA: x\n", "a.vtt", "vtt", null)]
    [InlineData("00:01.000 --> 00:02.000\nA: x\n", "a.vtt", "vtt", "a.vtt: it does not begin with WEBVTT, and was read as WebVTT without its first line: put WEBVTT on the first line, or say --input-format srt.")]
    [InlineData("00:01.000 --> 00:02.000\nA: x\n", "a.srt", "srt", null)]
    [InlineData("1\n00:01,0 --> 00:02,0\nA: x\n\n2\n00:03,0 --> 00:04,0\nB: x\n", "a", "srt", null)]
    [InlineData("1\n00:01,0 --> 00:02,0\nA: x\n", "a.txt", "text", null)]
    public void The_kind_is_told_by_the_content(string text, string name, string format, string? notice)
    {
        var document = Given.Document(text, name, "A");

        Assert.Equal(format, document.Facts.Format);
        if (notice is not null) Assert.Contains(notice, NoticesOf(document));
        if (notice is null) Assert.DoesNotContain(NoticesOf(document), said => said.Contains("read as " + format, StringComparison.Ordinal));
    }

    [Fact]
    public void A_note_that_quotes_two_captions_is_a_note()
    {
        var note = string.Concat(Enumerable.Repeat("We watched the film again.\n", 40)) + "00:01.000 --> 00:02.000\nclay\n00:02.000 --> 00:03.000\nsalt\n";
        Assert.Equal("text", Given.Document(note, "note.txt").Facts.Format);
    }

    [Fact]
    public void WebVTT_without_a_cue_is_refused()
    {
        var wrong = Assert.Throws<InputException>(() => Given.Document("WEBVTT\n\nsalt and clay\n", "a.vtt"));
        Assert.Equal("a.vtt: there is no cue in it, which begins with a line such as '00:01:02.500 --> 00:01:04.000': say --input-format text if it is a transcript without times.",
            Assert.Single(wrong.Problems).ToString());
    }

    [Fact]
    public void Any_part_of_a_file_is_a_document_or_a_problem()
    {
        foreach (var (text, name) in new[] { (Teams, "a.vtt"), (Nasty, "a.vtt"), (Rolling, "a.vtt"), (Podcast, "a.srt") })
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            for (var length = 0; length <= bytes.Length; length++) ReadOrRefuse(bytes[..length], name);
        }
    }

    [Theory]
    [InlineData("a.vtt")]
    [InlineData("a.srt")]
    public void Any_pieces_in_any_order_are_a_document_or_a_problem(string name)
    {
        string[] pieces =
        [
            "WEBVTT", "\n", "\n", "\n\n", "00:00:01.000 --> 00:00:02.000", "0:0:-1.5 --> 9", "1:99:99,9 --> 0", "-->", "--> 00:01", "7", "12", "NOTE", "NOTE x", "STYLE", "Kind: x", "<v", "<v A>",
            "</v>", "<v >", ">", "<", "{\\", "}", "&#0;", "&#xD800;", "&lt;", "Anna: ", "Ben: ", "- ", "-", ">>", "(Anna)", "[music]", "[A]: ", "♪", "𠮷", "e\u0301", "\u200F", ":", " ", "\t", "\0", "\r", "---\n", "\u2028",
        ];
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var text = (name == "a.vtt" ? "WEBVTT\n\n" : "") + string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => pieces[random.Next(pieces.Length)]));
            ReadOrRefuse(Encoding.UTF8.GetBytes(text), name);
        }
    }

    [Fact]
    public void No_notice_holds_a_participants_words()
    {
        foreach (var (text, name) in new[] { (Teams, "a.vtt"), (Nasty, "a.vtt"), (Rolling, "a.vtt"), (Zoom, "a.vtt"), (Podcast, "a.srt") })
        {
            Assert.DoesNotContain(NoticesOf(Given.Document(text, name)), notice => notice.Contains("cracks", StringComparison.Ordinal) || notice.Contains("abroad", StringComparison.Ordinal) || notice.Contains("Carl", StringComparison.Ordinal));
        }
    }

    private static void ReadOrRefuse(byte[] bytes, string name)
    {
        try
        {
            Assert.NotEmpty(DocumentReader.Read(new FileContent(bytes, name), new(name, name, new Dictionary<string, string>()), new()).Text);
        }
        catch (InputException)
        {
            // Refused, with a line that says why.
        }
    }

    private static string Srt(params string[] cues) =>
        string.Concat(cues.Select((words, index) => $"{index + 1}\n{Time(index * 2000, "srt")} --> {Time(index * 2000 + 1500, "srt")}\n{words}\n\n"));

    private static string Time(int milliseconds, string format) =>
        TimeSpan.FromMilliseconds(milliseconds).ToString(format == "srt" ? @"hh\:mm\:ss\,fff" : @"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);

    private static IEnumerable<string> NoticesOf(Document document) =>
        document.Notices.Select(notice => notice.ToString()).Where(notice => !notice.Contains(Nobody, StringComparison.Ordinal));

    private static IEnumerable<string> PieceTextsOf(Document document)
    {
        var starts = document.Source.Pieces.Select(piece => piece.Start).Append(document.Text.Length).ToList();
        return starts.Zip(starts.Skip(1), (start, end) => document.Text[start..end].Trim());
    }

    /// <summary>Cue number and times in seconds of every piece.</summary>
    private static IEnumerable<string> PiecesOf(Document document) => document.Source.Pieces.Select(piece =>
        string.Create(CultureInfo.InvariantCulture, $"{piece.Line} {piece.StartTime?.TotalSeconds}-{piece.EndTime?.TotalSeconds}"));
}
