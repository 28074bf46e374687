using System.Text;
using static Spancoder.Tests.Reading.Formats.TierFiles;

namespace Spancoder.Tests.Reading.Formats;

public class ElanTests
{
    private const string LeftOut = "a.eaf: not taken for speech, and left out, with their number of annotations: ";

    [Fact]
    public void Annotations_are_read_in_order_of_their_start()
    {
        var document = Given.Document(Make("0 1500 - 4500 6000",
            MakeTier("TIER_ID='A' PARTICIPANT='Interviewer' LINGUISTIC_TYPE_REF='t'", ("1 2", "Where do you sell?"), ("4 5", "And abroad?"), ("4 5", "")),
            MakeTier("TIER_ID='K-Spch' PARTICIPANT='Kari &amp; Ola' LINGUISTIC_TYPE_REF='t'", ("2 3", "Mostly here."), ("3 4", "Sometimes\n  abroad."), ("4 5", "Yes."))), "a.eaf");
        Assert.Equal(
            [
                "1 0-1500 A: Where do you sell?",
                "2 1500-3000 K-Spch: Mostly here.",
                "3 3000-4500 K-Spch: Sometimes abroad.",
                "4 4500-6000 A: And abroad?",
                "5 4500-6000 K-Spch: Yes.",
            ], PiecesOf(document));
        Assert.Equal(
            ["speech A: Where do you sell?", "speech K-Spch: Mostly here. Sometimes abroad.", "speech A: And abroad?", "speech K-Spch: Yes."], Given.TurnsOf(document));
        Assert.Equal([("A", "Interviewer", Role.Interviewer), ("K-Spch", "Kari & Ola", Role.Participant)], document.Speakers.Select(speaker => (speaker.Key, speaker.Name, speaker.Role)));
        Assert.Equal(["a.eaf: 2 of its annotations have a time slot without a value, which was set evenly between its neighbours."], NoticesOf(document));
        Assert.Equal(("elan", "tiers", 5, 5), (document.Facts.Format, document.Facts.Layout, document.Facts.Units, document.Facts.TimedUnits));
    }

    [Fact]
    public void What_hangs_on_another_tier_and_what_is_only_numbers_is_left_out()
    {
        var document = Given.Document(Make("0 1000",
            MakeTier("TIER_ID='Interviewer'", ("1 2", "Where do you sell?")),
            MakeTier("TIER_ID='gloss' PARENT_REF='Interviewer'", ("1 2", "where"), ("1 2", "sell")),
            MakeTier("TIER_ID='pauses'", ("1 2", "0.4"), ("1 2", "1.2"), ("1 2", "long")),
            MakeTier("TIER_ID='nothing'")), "a.eaf");
        Assert.Equal(["speech Interviewer: Where do you sell?"], Given.TurnsOf(document));
        Assert.Equal([LeftOut + "'gloss' (belongs to another tier, 2), 'pauses' (numbers or signs, 3).", "a.eaf: nothing in it can be coded: there is neither a note nor anybody's speech but interviewers': look at the roles of its speakers with 'spancoder inspect'."],
            NoticesOf(document));
    }

    [Fact]
    public void Of_many_tiers_the_type_that_holds_most_text_is_speech()
    {
        var document = Given.Document(Make("0 1000",
            MakeTier("TIER_ID='Interviewer' PARTICIPANT='AB' LINGUISTIC_TYPE_REF='speech'", ("1 2", "Where do you sell the bowls?")),
            MakeTier("TIER_ID='K' PARTICIPANT='Kari' LINGUISTIC_TYPE_REF='speech'", ("1 2", "Mostly here.")),
            MakeTier("TIER_ID='K-gaze' PARTICIPANT='Kari' LINGUISTIC_TYPE_REF='gaze'", ("1 2", "bowl")),
            MakeTier("TIER_ID='A-gaze' PARTICIPANT='AB' LINGUISTIC_TYPE_REF='gaze'", ("1 2", "Kari"), ("1 2", "away"))), "a.eaf");
        Assert.Equal(["Interviewer", "K"], document.Speakers.Select(speaker => speaker.Key));
        Assert.Equal([LeftOut + "'K-gaze' (of type 'gaze', 1), 'A-gaze' (of type 'gaze', 2): give tiers the linguistic type 'speech' in ELAN if they are speech."], NoticesOf(document));
    }

    [Fact]
    public void Speakers_whose_types_are_their_own_are_all_read() => Assert.Equal(
        ["speech Interviewer: Where do you sell the bowls?", "speech Kari: Mostly here."],
        Given.TurnsOf(Given.Document(Make("0 1000",
            MakeTier("TIER_ID='Interviewer' LINGUISTIC_TYPE_REF='questions'", ("1 2", "Where do you sell the bowls?")),
            MakeTier("TIER_ID='Kari' LINGUISTIC_TYPE_REF='answers'", ("1 2", "Mostly here."))), "a.eaf")));

    // As files from Toolbox are: the tier on its own holds numbers of sentences, and the words hang on it.
    [Fact]
    public void Words_below_a_tier_of_numbers_are_speech_with_its_times()
    {
        var document = Given.Document(Make("0 1000 2500",
            MakeTier("TIER_ID='ref@K'", ("1 2", "001"), ("2 3", "002")),
            MakeTier("TIER_ID='tx@K' PARENT_REF='ref@K' LINGUISTIC_TYPE_REF='tx'", ("a1", "mest her"), ("a2", "av og til ute")),
            MakeTier("TIER_ID='ge@K' PARENT_REF='tx@K' LINGUISTIC_TYPE_REF='ge'", ("a3", "here"))), "a.eaf");
        Assert.Equal(["1 0-1000 tx@K: mest her", "2 1000-2500 tx@K: av og til ute"], PiecesOf(document));
        Assert.Equal(
            [
                "a.eaf: its words stand on tiers that belong to others, and those of type 'tx', which hold most, were taken for speech.",
                LeftOut + "'ref@K' (numbers or signs, 2), 'ge@K' (belongs to another tier, 1).",
                "a.eaf: it cannot be told who the interviewer is (speakers: tx@K), so all of them are coded: name the interviewer with --interviewer NAME.",
            ], NoticesOf(document));
    }

    // Two tiers with one participant may be two people, and "Interviewer" then is not both of them.
    [Fact]
    public void A_participant_of_two_tiers_names_neither()
    {
        var document = Given.Document(Make("0 1000",
            MakeTier("TIER_ID='Interviewer' PARTICIPANT='Interviewer'", ("1 2", "Where?")), MakeTier("TIER_ID='Kari' PARTICIPANT='Interviewer'", ("1 2", "Here."))), "a.eaf");
        Assert.Equal([("Interviewer", Role.Interviewer), ("Kari", Role.Participant)], document.Speakers.Select(speaker => (speaker.Name, speaker.Role)));
        Assert.Equal(["a.eaf: the tiers 'Interviewer', 'Kari' all name the participant 'Interviewer', so each is called by its own name: give each its participant in ELAN."], NoticesOf(document));
    }

    // Slots that are not there, annotations that refer in a circle, a time that runs backwards.
    [Fact]
    public void Annotations_without_a_start_stay_behind_the_one_before()
    {
        var document = Given.Document(Make("5000 1000",
            MakeTier("TIER_ID='Interviewer'", ("1 2", "First?"), ("8 9", "Second?"), ("a3", "Third?")),
            MakeTier("TIER_ID='Kari'", ("2 1", "Before them."))), "a.eaf");
        Assert.Equal(["1 1000-5000 Kari: Before them.", "2 5000- Interviewer: First?", "3 - Interviewer: Second?", "4 - Interviewer: Third?"], PiecesOf(document));
        Assert.Equal(["a.eaf: 2 of its annotations have no start, and were put behind the one before them on their tier."], NoticesOf(document));
    }

    [Fact]
    public void A_bomb_of_entities_is_a_problem_and_grows_nothing()
    {
        StringBuilder bomb = new("<?xml version='1.0'?>\n<!DOCTYPE ANNOTATION_DOCUMENT [\n<!ENTITY a 'aaaaaaaaaa'>\n");
        for (var c = 'b'; c <= 'z'; c++) bomb.Append("<!ENTITY ").Append(c).Append(" '").Insert(bomb.Length, $"&{(char)(c - 1)};", 10).Append("'>\n");
        bomb.Append("]>\n<ANNOTATION_DOCUMENT><TIER TIER_ID='&z;'/></ANNOTATION_DOCUMENT>");
        Assert.Equal(
            "a.eaf:2: it has a document type (<!DOCTYPE), with which a file can grow without end and which this one does not need: save it again from ELAN.",
            ProblemWith(bomb.ToString(), "a.eaf"));
    }

    [Fact]
    public void A_file_outside_is_not_opened() => Assert.Equal(
        "a.eaf:1: it has a document type (<!DOCTYPE), with which a file can grow without end and which this one does not need: save it again from ELAN.",
        ProblemWith("<!DOCTYPE ANNOTATION_DOCUMENT SYSTEM 'file:///etc/passwd'><ANNOTATION_DOCUMENT/>", "a.eaf"));

    [Fact]
    public void Elements_without_end_inside_each_other_are_a_problem() => Assert.Equal(
        "a.eaf:1: its elements are nested more than 64 deep: save it again from ELAN.",
        ProblemWith("<ANNOTATION_DOCUMENT>" + string.Concat(Enumerable.Repeat("<a>", 1_000_000)), "a.eaf"));

    [Theory]
    [InlineData("<ANNOTATION_DOCUMENT>\n<TIER>\n", "a.eaf:3: it is not well-formed XML, so it was cut off or damaged here: save it again from ELAN.")]
    [InlineData("<ANNOTATION_DOCUMENT>\n<TIER TIER_ID='secret'>&secret;</TIER>\n", "a.eaf:2: it is not well-formed XML, so it was cut off or damaged here: save it again from ELAN.")]
    [InlineData("<ANNOTATION_DOCUMENT/>", "a.eaf: no tier in it holds words: see in ELAN whether it is the right file.")]
    [InlineData("<basic-transcription/>", "a.eaf: this is an EXMARaLDA transcription (.exb), which is not read: export it from the Partitur-Editor as ELAN or as Praat TextGrid.")]
    public void What_is_damaged_or_something_else_is_a_problem(string text, string problem) => Assert.Equal(problem, ProblemWith(text, "a.eaf"));

    [Theory]
    [InlineData("ISO-8859-1", "windows-1252")]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("gb2312", "gb2312")]
    public void The_declared_encoding_is_believed(string declared, string read)
    {
        var words = declared == "windows-1251" ? "Мы продали." : declared == "gb2312" ? "卖到国外。" : "Café “Köln”";
        var text = Make("0 1000", MakeTier("TIER_ID='Interviewer'", ("1 2", words))).Replace("UTF-8", declared, StringComparison.Ordinal);
        var document = Given.Document(Encoding.GetEncoding(read).GetBytes(text), "a.eaf");
        Assert.Equal(words, document.Text);
        Assert.Equal((read, true), (document.Facts.Encoding, document.Facts.EncodingIsSure));
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("utf-16")]
    [InlineData("klingon")]
    public void A_declaration_that_cannot_be_true_is_not(string declared) => Assert.Equal("utf-8",
        Given.Document(Make("0 1000", MakeTier("TIER_ID='Interviewer'", ("1 2", "Köln"))).Replace("UTF-8", declared, StringComparison.Ordinal), "a.eaf").Facts.Encoding);

    /// <param name="slots">Their values in milliseconds; <c>-</c> where one has none.</param>
    internal static string Make(string slots, params string[] tiers)
    {
        var order = slots.Split(' ').Select((time, index) => $"<TIME_SLOT TIME_SLOT_ID='ts{index + 1}'{(time == "-" ? "" : $" TIME_VALUE='{time}'")}/>");
        var number = 0;
        var numbered = string.Concat(tiers).Split("ID=''").Aggregate((text, rest) => $"{text}ID='a{++number}'{rest}");
        return $"<?xml version='1.0' encoding='UTF-8'?>\n<ANNOTATION_DOCUMENT AUTHOR='' FORMAT='3.0'>\n<TIME_ORDER>{string.Concat(order)}</TIME_ORDER>\n{numbered}</ANNOTATION_DOCUMENT>\n";
    }

    /// <summary>Annotations refer to two time slots, <c>1 2</c>, or to another annotation, <c>a1</c>. They are a1, a2 ... in the order of the file.</summary>
    internal static string MakeTier(string attributes, params (string Reference, string Words)[] annotations) =>
        $"<TIER {attributes}>" + string.Concat(annotations.Select(one => one.Reference.Split(' ') is [var from, var to]
            ? $"<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID='' TIME_SLOT_REF1='ts{from}' TIME_SLOT_REF2='ts{to}'><ANNOTATION_VALUE>{one.Words}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>\n"
            : $"<ANNOTATION><REF_ANNOTATION ANNOTATION_ID='' ANNOTATION_REF='{one.Reference}'><ANNOTATION_VALUE>{one.Words}</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>\n")) + "</TIER>\n";
}
