using System.Text;
using static Spancoder.Tests.Reading.Formats.TierFiles;

namespace Spancoder.Tests.Reading.Formats;

public class TranscriberTests
{
    [Fact]
    public void Turns_are_read_with_their_pieces_times_and_noises()
    {
        var document = Given.Document(Make(
            """
            <Turn speaker="i" startTime="0" endTime="2"><Sync time="0"/>Where do you sell?</Turn>
            <Turn speaker="k" startTime="2" endTime="6"><Sync time="2"/>Mostly <Event desc="laughs" type="noise" extent="instantaneous"/> here.
            <Sync time="4"/>Sometimes abroad.</Turn>
            <Turn startTime="6" endTime="7"><Sync time="6"/> </Turn>
            <Turn speaker="k" startTime="7" endTime="8"><Sync time="7"/>Yes.</Turn>
            """), "a.trs");
        Assert.Equal(["1 0-2000 Interviewer: Where do you sell?", "2 2000-4000 Kari: Mostly [laughs] here.", "3 4000-6000 Kari: Sometimes abroad.", "4 7000-8000 Kari: Yes."], PiecesOf(document));
        Assert.Equal("Where do you sell?\nMostly [laughs] here. Sometimes abroad.\nYes.", document.Text);
        Assert.Equal(("transcriber", "tiers"), (document.Facts.Format, document.Facts.Layout));
        Assert.Equal("anna", document.Metadata["scribe"]);
        Assert.Empty(document.Notices);
    }

    [Fact]
    public void A_turn_of_two_says_at_each_piece_whose_it_is() => Assert.Equal(
        ["1 0-3000 Interviewer: And your son?", "2 0-3000 Kari: He does.", "3 3000-5000 Kari: Mostly."],
        PiecesOf(Given.Document(Make("<Turn speaker='i k' startTime='0' endTime='5'><Sync time='0'/><Who nb='1'/>And your son?<Who nb='2'/>He does.<Sync time='3'/><Who nb='2'/>Mostly.</Turn>"), "a.trs")));

    [Fact]
    public void Words_that_nobody_owns_are_given_to_nobody()
    {
        var document = Given.Document(Make(
            "<Turn speaker='i k' startTime='0' endTime='5'><Sync time='0'/>Whose?<Who nb='7'/>Theirs?<Comment desc='x'/></Turn><Turn><Sync time='5'/>Ours?</Turn><Turn speaker='i'>Mine.</Turn>"), "a.trs");
        Assert.Equal(["speech : Whose? Theirs?\nOurs?", "speech Interviewer: Mine."], Given.TurnsOf(document));
        Assert.Equal(
            [
                "a.trs: 3 pieces with words are in turns that do not say whose they are, and are given to nobody: give them their speaker in Transcriber.",
                "a.trs: marks that are not words were left out (Comment 1).",
            ], NoticesOf(document));
    }

    [Fact]
    public void Two_people_of_one_name_stay_two() => Assert.Equal(
        ["speech Kari (k): Yes.", "speech Kari (l): No."], Given.TurnsOf(Given.Document(Make("<Turn speaker='k'>Yes.</Turn><Turn speaker='l'>No.</Turn>", "<Speaker id='l' name='Kari'/>"), "a.trs")));

    // As nearly all of them are.
    [Fact]
    public void It_is_read_in_the_Latin_1_that_it_declares()
    {
        var text = Make("<Turn speaker='i'>Où?</Turn><Turn speaker='k'>À l’église, “là”.</Turn>").Replace("UTF-8", "ISO-8859-1", StringComparison.Ordinal);
        var document = Given.Document(Encoding.GetEncoding("windows-1252").GetBytes(text), "a.trs");
        Assert.Equal("Où?\nÀ l’église, “là”.", document.Text);
        Assert.Equal("windows-1252", document.Facts.Encoding);
    }

    [Fact]
    public void A_bomb_of_entities_is_a_problem() => Assert.Equal(
        "a.trs:2: it is not well-formed XML, so it was cut off or damaged here: save it again from Transcriber.",
        ProblemWith("<!DOCTYPE Trans [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>\n<Trans><Turn>&b;</Turn></Trans>", "a.trs"));

    private static string Make(string turns, string speakers = "") =>
        $"<?xml version='1.0' encoding='UTF-8'?>\n<!DOCTYPE Trans SYSTEM 'trans-14.dtd'>\n<Trans scribe='anna'><Speakers><Speaker id='i' name='Interviewer'/><Speaker id='k' name='Kari'/>{speakers}</Speakers>\n"
        + $"<Episode><Section>{turns}</Section></Episode></Trans>\n";
}
