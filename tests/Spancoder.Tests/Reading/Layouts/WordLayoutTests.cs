using static Spancoder.Tests.Reading.Formats.WordFiles;

namespace Spancoder.Tests.Reading.Layouts;

/// <summary>How transcripts are laid out in Word files only: in two types, and as meeting programs and Word itself export them.</summary>
public class WordLayoutTests
{
    private static readonly string TwoTypes =
        Bold("INTERVIEW 4") + Bold("Where do you sell?") + Paragraphs("Mostly here.", "And by the river.") + Bold("(phone rings)") + Bold("Part 2") + Bold("Did you ever sell abroad?")
        + $"<w:p>{Run("Never", "<w:b/>")}{Run(" at all.")}</w:p>" + Paragraphs("We never did.") + Bold("Mm.");

    [Fact]
    public void Bold_and_plain_paragraphs_that_alternate_are_turns_of_nobody()
    {
        var document = ReadBody(TwoTypes);

        Assert.Equal(
            [
                "heading : INTERVIEW 4", "speech : Where do you sell?", "speech : Mostly here.\nAnd by the river.", "event : (phone rings)", "heading : Part 2", "speech : Did you ever sell abroad?",
                "speech : Never at all.", "speech : We never did.", "speech : Mm.",
            ],
            Given.TurnsOf(document));
        Assert.Equal("bold-and-plain", document.Facts.Layout);
        Assert.Equal(
            [
                "p.docx:2: bold paragraphs (3) alternate with plain ones and have no label, so they have no speaker: name the speaker with --bold-speaker NAME.",
                "p.docx:3: plain paragraphs (3) alternate with bold ones and have no label, so they have no speaker: name the speaker with --plain-speaker NAME.",
                "p.docx:8: paragraphs that are partly bold (1) have no speaker: write a label before them.",
            ],
            NoticesOf(document));
    }

    [Fact]
    public void The_user_may_say_who_speaks_in_which_type_and_the_text_stays_the_same()
    {
        var document = ReadBody(TwoTypes, new() { BoldSpeaker = "Interviewer", PlainSpeaker = "P4" });

        Assert.Equal(
            [
                "heading : INTERVIEW 4", "speech Interviewer: Where do you sell?", "speech P4: Mostly here.\nAnd by the river.", "event : (phone rings)", "heading : Part 2",
                "speech Interviewer: Did you ever sell abroad?", "speech : Never at all.", "speech P4: We never did.", "speech Interviewer: Mm.",
            ],
            Given.TurnsOf(document));
        Assert.Equal(ReadBody(TwoTypes).Text, document.Text);
    }

    [Fact]
    public void Where_one_side_is_labelled_its_type_tells_the_other()
    {
        var body = Bold("I: Where do you sell?") + Paragraphs("Mostly here.", "And by the river.") + Bold("I: And abroad?") + Paragraphs("Never.");

        Assert.Equal(["speech I: Where do you sell?", "speech : Mostly here.\nAnd by the river.", "speech I: And abroad?", "speech : Never."], Given.TurnsOf(ReadBody(body)));
        Assert.Equal(
            ["speech I: Where do you sell?", "speech P4: Mostly here.\nAnd by the river.", "speech I: And abroad?", "speech P4: Never."],
            Given.TurnsOf(ReadBody(body, new() { PlainSpeaker = "P4", BoldSpeaker = "nobody" })));
    }

    [Fact]
    public void Where_one_side_is_mostly_labelled_its_type_tells_the_rest_of_it_with_a_notice()
    {
        var labelled = Enumerable.Range(0, 5).Select(_ => Bold("I: Where do you sell?") + Paragraphs("Mostly here."));
        var document = ReadBody(string.Concat(labelled) + Bold("And what about abroad?") + Paragraphs("Never."));

        Assert.Equal(["speech : Mostly here.", "speech I: And what about abroad?", "speech : Never."], Given.TurnsOf(document).TakeLast(3));
        Assert.Contains("p.docx:11: paragraphs without a label (1) in the type of those with one were given to I: label them.", NoticesOf(document));
    }

    [Fact]
    public void Labels_on_both_sides_count_for_more_than_type()
    {
        var document = ReadBody(Bold("I: Where do you sell?") + Paragraphs("P1: Mostly here.", "And by the river.") + Bold("I: And abroad?") + Paragraphs("P1: Never."), new() { PlainSpeaker = "P4" });

        Assert.Equal("labelled", document.Facts.Layout);
        Assert.Equal("speech P1: Mostly here.\nAnd by the river.", Given.TurnsOf(document).ElementAt(1));
    }

    [Fact]
    public void Bold_titles_in_notes_are_no_speakers() => Assert.Equal(
        "notes", ReadBody(Bold("The harbour") + Paragraphs("It rains.", "Two buyers come.") + Bold("The kiln") + Paragraphs("It is cold.")).Facts.Layout);

    [Fact]
    public void A_paragraph_with_times_and_a_name_above_the_words_is_a_turn_of_a_meeting()
    {
        var document = ReadBody(Paragraphs(
            "0:0:0.0 --> 0:0:4.120\nHurst, Peter\nWhere do you sell?", "00:00:04.500 --> 00:00:09.000\nP1\nMostly here,\nby the river.", "00:00:09.000 --> 00:00:10.000\nHurst, Peter\nMm."));

        Assert.Equal(["speech Hurst, Peter: Where do you sell?", "speech P1: Mostly here, by the river.", "speech Hurst, Peter: Mm."], Given.TurnsOf(document));
        Assert.Equal("timed-paragraphs", document.Facts.Layout);
        Assert.Equal([1, 2, 2, 3], document.Source.Pieces.Select(piece => piece.Line));
        Assert.Equal(TimeSpan.FromSeconds(4.5), document.Source.Pieces[1].StartTime);
        Assert.Equal(TimeSpan.FromSeconds(9), document.Source.Pieces[1].EndTime);
    }

    [Fact]
    public void Times_above_words_without_names_give_nobody_the_words()
    {
        var document = ReadBody(Paragraphs("00:00:00.000 --> 00:00:04.120\nWhere do you sell?", "00:00:04.500 --> 00:00:09.000\nMostly here."));

        Assert.Equal(["speech : Where do you sell?\nMostly here."], Given.TurnsOf(document));
        Assert.Equal(["p.docx:1: its paragraphs have times and no names, so they have no speaker."], NoticesOf(document));
    }

    [Fact]
    public void A_name_and_a_time_above_the_words_of_the_same_paragraph_is_a_turn()
    {
        var document = ReadBody(Paragraphs("Anna Berg   0:03\nWhere do you sell?", "Bo Li   0:07\nMostly here.", "Anna Berg   0:12\nMm."));

        Assert.Equal(["speech Anna Berg: Where do you sell?", "speech Bo Li: Mostly here.", "speech Anna Berg: Mm."], Given.TurnsOf(document));
    }

    [Fact]
    public void A_time_and_a_name_above_the_words_is_a_turn_as_Word_transcribes()
    {
        var document = ReadBody(Paragraphs("Audio file", "kiln.mp3", "Transcript", "00:00:00 Speaker 1", "Where do you sell?", "00:00:05 Speaker 2", "Mostly here.", "And by the river."));

        Assert.Equal(["speech Speaker 1: Where do you sell?", "speech Speaker 2: Mostly here.\nAnd by the river."], Given.TurnsOf(document));
        Assert.Equal("time-and-name", document.Facts.Layout);
        Assert.Equal("kiln.mp3", document.Metadata["Audio file"]);
        Assert.Equal([5, 7, 8], document.Source.Pieces.Select(piece => piece.Line));
        Assert.Equal(TimeSpan.FromSeconds(5), document.Source.Pieces[1].StartTime);
    }

    [Fact]
    public void Short_words_behind_times_are_no_names()
    {
        var document = ReadBody(Paragraphs("00:05 Mm", "00:07 Mm", "00:09 Yes", "00:12 Mm", "00:14 Yes"));

        Assert.Equal(3, document.Text.Split("Mm").Length - 1);
    }

    [Fact]
    public void A_time_before_words_is_no_name()
    {
        var document = ReadBody(Paragraphs("00:05 We began to talk", "It was late.", "00:07 Nobody came", "It was later."));

        Assert.NotEqual("time-and-name", document.Facts.Layout);
    }
}
