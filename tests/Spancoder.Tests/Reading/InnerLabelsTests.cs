using System.Text.RegularExpressions;
using Spancoder.Reading;

namespace Spancoder.Tests.Reading;

public class InnerLabelsTests
{
    private static readonly List<string> Labels = ["P1", "I", "Anna Berg", "访谈者", "."];

    [Theory]
    [InlineData("We sold it. I: To whom?")]
    [InlineData("We sold it.I : To whom?")]
    [InlineData("卖了。访谈者：卖给谁？")]
    [InlineData("We sold it\tP1:")]
    [InlineData("We sold it  Anna Berg: to whom")]
    public void A_label_behind_a_sentence_a_tab_or_two_blanks_is_seen(string words) => Assert.True(InnerLabels.StandIn(words, Labels));

    [Theory]
    [InlineData("I: We sold it.")]
    [InlineData("We sold it to P1: nobody else")]
    [InlineData("We sold it. P1:30 was the time")]
    [InlineData("We sold it. P2: To whom?")]
    public void Other_words_before_a_colon_are_not(string words) => Assert.False(InnerLabels.StandIn(words, Labels));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_same_is_seen_as_a_pattern_sees(int seed)
    {
        Regex pattern = new($@"(?:[.?!…。？！]\s*|\s{{2,}}|\t)(?:{string.Join('|', Labels.Select(Regex.Escape))})\s*[:：](?:\s|$|[\u3400-\u9FFF])", RegexOptions.CultureInvariant);
        string[] pieces = [.. Labels, " ", "\t", "\u00A0", ":", "：", ".", "？", "x", "我"];
        Random random = new(seed);
        var seen = 0;
        for (var round = 0; round < 5000; round++)
        {
            var words = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => pieces[random.Next(pieces.Length)]));
            Assert.True(pattern.IsMatch(words) == InnerLabels.StandIn(words, Labels), words);
            if (pattern.IsMatch(words)) seen++;
        }

        Assert.InRange(seen, 100, 4900);
    }
}
