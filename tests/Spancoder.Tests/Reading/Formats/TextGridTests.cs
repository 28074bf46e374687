using System.Text;
using static Spancoder.Tests.Reading.Formats.TierFiles;

namespace Spancoder.Tests.Reading.Formats;

public class TextGridTests
{
    private const string Long =
        """"
        File type = "ooTextFile"
        Object class = "TextGrid"

        xmin = 0 
        xmax = 6.1000000000000005 
        tiers? <exists> 
        size = 3 
        item []: 
            item [1]:
                class = "IntervalTier" 
                name = "Interviewer" 
                xmin = 0 
                xmax = 6.1000000000000005 
                intervals: size = 2 
                intervals [1]:
                    xmin = 0 
                    xmax = 2.0099999999999998 
                    text = "Where do you ""sell""?" 
                intervals [2]:
                    xmin = 2.0099999999999998 
                    xmax = 6.1000000000000005 
                    text = "" 
            item [2]:
                class = "IntervalTier" 
                name = "Kari" 
                xmin = 0 
                xmax = 6.1000000000000005 
                intervals: size = 3 
                intervals [1]:
                    xmin = 0 
                    xmax = 2 
                    text = "sil" 
                intervals [2]:
                    xmin = 2 
                    xmax = 4 
                    text = "Mostly here." 
                intervals [3]:
                    xmin = 4 
                    xmax = 6.1000000000000005 
                    text = "Sometimes
        abroad." 
            item [3]:
                class = "TextTier" 
                name = "bells" 
                xmin = 0 
                xmax = 6.1000000000000005 
                points: size = 1 
                points [1]:
                    number = 3.5 
                    mark = "ding" 

        """";

    // The same values, and nothing for the eye.
    private const string Short =
        """"
        File type = "ooTextFile"
        "TextGrid"

        0
        6.1000000000000005
        <exists>
        3
        "IntervalTier"
        "Interviewer"
        0
        6.1000000000000005
        2
        0
        2.0099999999999998
        "Where do you ""sell""?"
        2.0099999999999998
        6.1000000000000005
        ""
        "IntervalTier"
        "Kari"
        0
        6.1000000000000005
        3
        0
        2
        "sil"
        2
        4
        "Mostly here."
        4
        6.1000000000000005
        "Sometimes
        abroad."
        "TextTier"
        "bells"
        0
        6.1000000000000005
        1
        3.5
        "ding"

        """";

    private static readonly string[] Notices =
    [
        "a.TextGrid: 1 intervals say only that nobody speaks ('sil', '#' and the like), and were left out.",
        "a.TextGrid: not taken for speech, and left out, with their number of annotations: 'bells' (points, 1).",
    ];

    [Fact]
    public void Intervals_are_read_with_times_and_lines()
    {
        var document = Given.Document(Long, "a.TextGrid");
        Assert.Equal(["18 0-2010 Interviewer: Where do you \"sell\"?", "36 2000-4000 Kari: Mostly here.", "40 4000-6100 Kari: Sometimes abroad."], PiecesOf(document));
        Assert.Equal(Notices, NoticesOf(document));
        Assert.Equal([Role.Interviewer, Role.Participant], document.Speakers.Select(speaker => speaker.Role));
        Assert.Equal(("textgrid", "tiers"), (document.Facts.Format, document.Facts.Layout));
    }

    [Fact]
    public void The_short_form_says_the_same()
    {
        var (shorter, longer) = (Given.Document(Short, "a.TextGrid"), Given.Document(Long, "a.TextGrid"));
        Assert.Equal(longer.Text, shorter.Text);
        Assert.Equal(Given.TurnsOf(longer), Given.TurnsOf(shorter));
        Assert.Equal(longer.Source.Pieces.Select(piece => piece with { Line = 1 }), shorter.Source.Pieces.Select(piece => piece with { Line = 1 }));
        Assert.Equal([15, 29, 32], shorter.Source.Pieces.Select(piece => piece.Line));
        Assert.Equal(Notices, NoticesOf(shorter));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Praat_writes_utf16_with_a_byte_order_mark(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var document = Given.Document([.. encoding.GetPreamble(), .. encoding.GetBytes(Long.Replace("Mostly", "𠮷 😀", StringComparison.Ordinal))], "a.TextGrid");
        Assert.Equal("speech Kari: 𠮷 😀 here. Sometimes abroad.", Given.TurnsOf(document).Last());
        Assert.Equal(Notices, NoticesOf(document));
    }

    [Fact]
    public void Overlapping_speech_is_ordered_by_start_and_then_by_tier() => Assert.Equal(
        ["speech B: So it was sold?", "speech A: We sold it abroad, mostly.", "speech B: Abroad.", "speech A: Yes."],
        Given.TurnsOf(Given.Document(MakeShort(("A", [(1, 5, "We sold it abroad, mostly."), (5, 6, "Yes.")]), ("B", [(0, 2, "So it was sold?"), (3, 4, "Abroad.")])), "a.TextGrid")));

    // Nothing else shows where a thought ends.
    [Fact]
    public void Without_full_stops_every_interval_is_a_paragraph() => Assert.Equal(
        "we sold it abroad\nmostly in the spring\nand that was that",
        Given.Document(MakeShort(("A", [(0, 1, "we sold it abroad"), (1, 2, "mostly in the spring"), (2, 3, "and that was that")])), "a.TextGrid").Text);

    [Fact]
    public void Words_from_forced_alignment_are_one_text_and_their_sounds_are_left_out()
    {
        var document = Given.Document(MakeShort(
            ("A - words", [(0, 1, "we"), (1, 2, "sold"), (2, 3, "it"), (3, 4, "<p:>")]), ("A - phones", [(0, 1, "w"), (1, 2, "ii"), (2, 3, "s")]), ("F0", [(0, 2, "180"), (2, 3, "210.5")])), "a.TextGrid");
        Assert.Equal(["speech A - words: we sold it"], Given.TurnsOf(document));
        Assert.Contains("a.TextGrid: not taken for speech, and left out, with their number of annotations: 'A - phones' (sounds, 3), 'F0' (numbers or signs, 2).", NoticesOf(document));
    }

    [Fact]
    public void Two_tiers_of_one_name_are_two_speakers()
    {
        var document = Given.Document(MakeShort(("A", [(0, 1, "We sold it.")]), ("A", [(1, 2, "Did you?")]), ("", [(2, 3, "They did.")])), "a.TextGrid");
        Assert.Equal(["speech A: We sold it.", "speech A (2): Did you?", "speech tier 3: They did."], Given.TurnsOf(document));
        Assert.Contains("a.TextGrid: 1 tiers have the name of another, and are called 'A (2)' here: give each speaker one tier.", NoticesOf(document));
    }

    [Theory]
    [InlineData("size = 3", "size = 999999999", "a.TextGrid:51: it ends here, in the middle of a tier: save it again from Praat.")]
    [InlineData("size = 3", "size = 2", "a.TextGrid:43: there is more than the number of tiers or intervals says: mend this line, or save it again from Praat.")]
    [InlineData("intervals: size = 2", "intervals: size = two", "a.TextGrid:17: there is something else where a text in quotation marks belongs: mend this line, or save it again from Praat.")]
    [InlineData("intervals: size = 2", "intervals: size = 2.5", "a.TextGrid:14: there is something else where a count belongs: mend this line, or save it again from Praat.")]
    [InlineData("xmin = 4", "xmin = \"4\"", "a.TextGrid:38: there is something else where a number belongs: mend this line, or save it again from Praat.")]
    [InlineData("abroad.\"", "abroad.", "a.TextGrid:43: there is a tier that is neither an IntervalTier nor a TextTier: mend this line, or save it again from Praat.")]
    [InlineData("mark = \"ding\"", "mark = \"ding", "a.TextGrid:50: a text in quotation marks begins here and does not end: close it, or save the file again from Praat.")]
    [InlineData("TextTier", "TextTear", "a.TextGrid:43: there is a tier that is neither an IntervalTier nor a TextTier: mend this line, or save it again from Praat.")]
    [InlineData("\"TextGrid\"", "\"PitchTier\"", "a.TextGrid:1: it is not a TextGrid of Praat: save the TextGrid from Praat, with 'Save as text file'.")]
    public void What_is_damaged_is_a_problem_with_its_line(string old, string damaged, string problem) =>
        Assert.Equal(problem, ProblemWith(ReplaceFirst(Long, old, damaged), "a.TextGrid"));

    [Fact]
    public void A_file_without_speech_is_a_problem() => Assert.Equal(
        "a.TextGrid: no interval tier in it holds words: see in Praat whether it is the right file.", ProblemWith(MakeShort(("F0", [(0, 2, "180")])), "a.TextGrid"));

    [Fact]
    public void Times_that_no_recording_has_are_left_out()
    {
        var document = Given.Document(MakeShort(("A", [(-1, 1, "Before."), (3, 2, "Backwards."), (4, 1e300, "Endless.")])), "a.TextGrid");
        Assert.Equal(["8 - A: Before.", "11 3000- A: Backwards.", "14 4000- A: Endless."], PiecesOf(document));
        Assert.Contains("a.TextGrid: 3 intervals have no end that can be true: it is missing there.", NoticesOf(document));
    }

    /// <summary>The short form of interval tiers; on line 8 stands the first text.</summary>
    internal static string MakeShort(params (string Name, (double Start, double End, string Text)[] Intervals)[] tiers)
    {
        StringBuilder text = new("\"ooTextFile\" \"TextGrid\" 0 9 <exists> ");
        text.Append(tiers.Length).Append('\n');
        foreach (var (name, intervals) in tiers)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"IntervalTier\"\n\"{name}\"\n0 9\n{intervals.Length}\n");
            foreach (var (start, end, words) in intervals) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{start}\n{end}\n\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");
        }

        return text.ToString();
    }

    private static string ReplaceFirst(string text, string old, string by)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, old);
        return text[..at] + by + text[(at + old.Length)..];
    }
}
