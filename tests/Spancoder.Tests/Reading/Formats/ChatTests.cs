using static Spancoder.Tests.Reading.Formats.TierFiles;

namespace Spancoder.Tests.Reading.Formats;

public class ChatTests
{
    private const string Bullet = "\u0015";

    private const string Interview =
        $$"""
        @UTF8
        @Begin
        @Languages:	nor, eng
        @Participants:	ANN Anna_Berg Investigator, KAR Informant,
        	OLA Ola Participant
        @ID:	nor|harbour|KAR|61;|female|||Informant|||
        @Comment:	windy
        *ANN:	where do you [/] you sell ? {{Bullet}}120_2300{{Bullet}}
        %com:	she points at the bowls
        *KAR:	mostly here &=laughs (.) and
        	sometimes abroad . {{Bullet}}2400_6100{{Bullet}}
        *KAR:	my son does <the rest> [?] +...
        %mor:	det:poss|my n|son
        	v|do
        @Comment:	a phone rings
        *OLA:	xxx . {{Bullet}}%snd:"harbour"_7000_7500{{Bullet}}
        @End

        """;

    [Fact]
    public void Utterances_are_read_with_their_codes_times_and_lines()
    {
        var document = Given.Document(Interview, "p01.cha");
        Assert.Equal(
            [
                "8 120-2300 ANN: where do you [/] you sell ?",
                "10 2400-6100 KAR: mostly here &=laughs (.) and",
                "11 2400-6100 KAR: sometimes abroad .",
                "12 - KAR: my son does <the rest> [?] +...",
                "16 7000-7500 OLA: xxx .",
            ], PiecesOf(document));
        Assert.Equal(4, document.Facts.Units);
        Assert.Equal(("chat", "tiers"), (document.Facts.Format, document.Facts.Layout));
    }

    [Fact]
    public void Utterances_of_one_speaker_go_on_in_one_paragraph() => Assert.Equal(
        [
            "speech ANN: where do you [/] you sell ?",
            "speech KAR: mostly here &=laughs (.) and sometimes abroad . my son does <the rest> [?] +...",
            "speech OLA: xxx .",
        ], Given.TurnsOf(Given.Document(Interview, "p01.cha")));

    [Fact]
    public void Participants_have_their_names_and_roles() => Assert.Equal(
        [("ANN", "Anna Berg", Role.Interviewer), ("KAR", "KAR", Role.Participant), ("OLA", "Ola", Role.Participant)],
        Given.Document(Interview, "p01.cha").Speakers.Select(speaker => (speaker.Key, speaker.Name, speaker.Role)));

    [Fact]
    public void Headers_are_facts_and_repeated_ones_one_fact() => Assert.Equal(
        new Dictionary<string, string>
        {
            ["Languages"] = "nor, eng",
            ["Participants"] = "ANN Anna_Berg Investigator, KAR Informant, OLA Ola Participant",
            ["Comment"] = "windy; a phone rings",
            ["KAR language"] = "nor",
            ["corpus"] = "harbour",
            ["KAR age"] = "61;",
            ["KAR sex"] = "female",
            ["KAR role"] = "Informant",
        }, Given.Document(Interview, "p01.cha").Metadata);

    [Fact]
    public void Dependent_tiers_are_counted_and_left_out() => Assert.Equal(
        ["p01.cha:9: 2 dependent tiers are analysis and not speech, and were left out (%com 1, %mor 1)."], NoticesOf(Given.Document(Interview, "p01.cha")));

    // As files from the 1980s are: headers in small letters, blanks for tabs, no @End, other line ends.
    [Fact]
    public void An_old_file_is_read_without_its_extension()
    {
        var document = Given.Document("@begin\r\n@participants: INT Interviewer, S1 Subject\r\n*INT: and then ?\r\n*S1: we sold  it\r\n   abroad .\r\n\r\n", "tape7");
        Assert.Equal(["speech INT: and then ?", "speech S1: we sold  it abroad ."], Given.TurnsOf(document));
        Assert.Equal([Role.Interviewer, Role.Participant], document.Speakers.Select(speaker => speaker.Role));
        Assert.Equal(["tape7: it has no @End, so its end may be missing: look whether it is whole."], NoticesOf(document));
    }

    [Fact]
    public void A_file_without_headers_is_told_by_its_utterances()
    {
        var document = Given.Document("*INT:\tand then ?\n%com:\tpause\n*ANN:\twell .\n*INT:\tmhm .\n", "cut.txt");
        Assert.Equal("chat", document.Facts.Format);
        Assert.Equal(["speech INT: and then ?", "speech ANN: well .", "speech INT: mhm ."], Given.TurnsOf(document));
    }

    [Fact]
    public void Emphasis_in_markdown_is_no_utterance() =>
        Assert.Equal("markdown", Given.Document("*Anna: hello there*\n\n*Kari: hello*\n\n*Anna: goodbye*\n", "talk.md").Facts.Format);

    // A tab that an editor ate, a code without a colon, a time that runs backwards, a speaker whom nobody introduced.
    [Fact]
    public void What_is_damaged_is_given_to_nobody_and_said()
    {
        var document = Given.Document(
            $$"""
            @Begin
            @Participants:	INT Interviewer, KAR Participant
            *KAR:	mostly here . {{Bullet}}900_100{{Bullet}}
            and sometimes abroad .
            *INT and your son ?
            @home we said it otherwise
            *KRA:	he does .  {{Bullet}}99999999999999_1{{Bullet}}
            @End
            """, "p02.cha");
        Assert.Equal(
            [
                "speech KAR: mostly here .",
                "speech : and sometimes abroad . *INT and your son ? @home we said it otherwise",
                "speech KRA: he does .",
            ], Given.TurnsOf(document));
        Assert.Equal(
            [
                "p02.cha:4: 3 lines begin with none of '@', '*CODE:', '%' and a tab, so nobody can say whose words they hold: begin each with its speaker's code, or with a tab if it goes on.",
                "p02.cha:3: 2 utterances have a time that no recording has or that ends before it starts, and it was left out.",
                "p02.cha:7: 1 utterances are by speakers that @Participants does not name (KRA): mend their codes, or name them there.",
                "p02.cha: it cannot be told who the interviewer is (speakers: KAR, KRA), so all of them are coded: name the interviewer with --interviewer NAME.",
            ], NoticesOf(document));
    }

    [Fact]
    public void Gems_are_headings() => Assert.Equal(
        ["heading : The market", "speech KAR: yes .", "heading : The kiln", "speech KAR: no ."],
        Given.TurnsOf(Given.Document("@Begin\n@Bg:\tThe market\n*KAR:\tyes .\n@Eg:\tThe market\n@G:\tThe kiln\n*KAR:\tno .\n@End\n", "p03.cha")));

    [Fact]
    public void Links_to_pictures_go_and_words_between_marks_stay() => Assert.Equal(
        ["speech KAR: this one . and that"],
        Given.TurnsOf(Given.Document("@Begin\n*KAR:\tthis one . \u0015%pic:\"bowl.jpg\"\u0015 \u0015and that\u0015\n@End\n", "p04.cha")));

    [Fact]
    public void Bytes_that_are_not_the_declared_utf8_are_a_problem_with_their_line()
    {
        byte[] bytes = [.. "@UTF8\n@Begin\n*KAR:\tcaf"u8, 0xE9, .. " .\n@End\n"u8];
        var wrong = Assert.Throws<InputException>(() => Given.Document(bytes, "p05.cha"));
        Assert.Equal("p05.cha:3: there are bytes that are not UTF-8 (0xE9): save the file as UTF-8, or name its encoding with --encoding.", wrong.Message);
    }
}
