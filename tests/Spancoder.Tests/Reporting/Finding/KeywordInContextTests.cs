using System.Globalization;
using System.Text;
using Spancoder.Reporting.Finding;
using Spancoder.Text;

namespace Spancoder.Tests.Reporting.Finding;

/// <summary>Over invented texts of many scripts, from fixed seeds.</summary>
public class KeywordInContextTests
{
    // Wide, narrow, combined, in pairs, of no width, and what no terminal should get.
    private static readonly string[] Pieces = ["a", "kiln ", "é", "e\u0301", "窑", "出国", "，", "𠮷", "😀", "👩‍🎨", "한", "ｶﾞ", "ア", "\n", "\t", "\u001b[2J", "\u202e", "\u200b", " ", "क्षि", "🇨🇳"];

    public static TheoryData<ulong> Seeds => [.. Enumerable.Range(1, 200).Select(seed => (ulong)seed)];

    [Theory, MemberData(nameof(Seeds))]
    public void What_is_shown_stands_in_the_text_and_is_as_wide_as_it_may_be(ulong seed)
    {
        SplitMix64 chance = new(seed);
        var text = TextOf(chance);
        var span = SpanIn(text, chance);
        var width = chance.Below(24);
        KeywordInContext inContext = new(text);
        var plain = inContext.Of(span, width, withCuts: false);
        var marked = inContext.Of(span, width, withCuts: true);

        var whole = plain.Before + plain.Words + plain.Behind;
        Assert.Contains(whole, text, StringComparison.Ordinal);
        Assert.Contains(span.In(text).ToString(), plain.Words, StringComparison.Ordinal);
        Assert.Equal(plain.Words, marked.Words);
        Assert.All([plain.Before, plain.Behind, marked.Before, marked.Behind], side => Assert.InRange(DisplayWidth.Of(side), 0, width));

        // Whatever is not shown, and nothing else, has its sign.
        if (width == 0 || Occurrences(text, whole) > 1) return;
        Assert.Equal(!text.StartsWith(whole, StringComparison.Ordinal), marked.Before != plain.Before);
        Assert.Equal(!text.EndsWith(whole, StringComparison.Ordinal), marked.Behind != plain.Behind);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void No_character_is_torn(ulong seed)
    {
        SplitMix64 chance = new(seed);
        var text = TextOf(chance);
        var characters = Elements(text).ToHashSet();
        var shown = new KeywordInContext(text).Of(SpanIn(text, chance), chance.Below(24), withCuts: true);
        Assert.All([.. Elements(shown.Before), .. Elements(shown.Words), .. Elements(shown.Behind)], character => Assert.True(character == "…" || characters.Contains(character), $"'{character}' is torn"));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_words_stand_in_one_column_of_a_terminal(ulong seed)
    {
        SplitMix64 chance = new(seed);
        List<Found> found = [];
        for (var number = 1; number <= 12; number++)
        {
            var segment = GivenResults.Segment(number * (1 + chance.Below(40)), TextOf(chance)) with { Speaker = chance.Below(4) == 0 ? null : new(TextOf(chance), Role.Participant) };
            found.Add(new(segment, SpanIn(segment.Text, chance)) { Codes = chance.Below(2) == 0 ? [] : ["trade", "窑"], Coders = [] });
        }

        foreach (var isBold in new[] { false, true })
        {
            StringWriter output = new() { NewLine = "\n" };
            new FoundText(output, chance.Below(50), isBold).Add(GivenResults.Document("d.txt", [.. found.Select(place => place.Segment)]), found);
            var shown = output.ToString().Replace("\e[1m", "", StringComparison.Ordinal).Replace("\e[0m", "", StringComparison.Ordinal);
            var lines = shown.Split('\n');
            Assert.Equal(("d.txt", "", found.Count + 2), (lines[0], lines[^1], lines.Length)); // nothing in a text begins a line
            Assert.DoesNotContain(shown, c => char.IsControl(c) && c != '\n' || c == '\u202e');
            foreach (var bar in new[] { 0, 1 }) Assert.Single(lines[1..^1].Select(line => DisplayWidth.Of(string.Join(" |", line.Split(" |")[..(bar + 1)]))).Distinct());
        }
    }

    [Fact]
    public void What_is_too_long_ends_with_an_ellipsis_within_the_width() =>
        Assert.Equal(("出国…", "出国了", "…"), (KeywordInContext.Beginning("出国了吗", 5), KeywordInContext.Beginning("出国了", 6), KeywordInContext.Beginning("出国", 1)));

    private static string TextOf(SplitMix64 chance)
    {
        StringBuilder text = new("x");
        for (var count = chance.Below(30); count > 0; count--) text.Append(Pieces[chance.Below(Pieces.Length)]);
        return text.ToString();
    }

    private static TextSpan SpanIn(string text, SplitMix64 chance)
    {
        var start = chance.Below(text.Length);
        return new(start, start + 1 + chance.Below(text.Length - start));
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext()) yield return elements.GetTextElement();
    }
}
