using Spancoder.Exchange.Dictionaries;

namespace Spancoder.Tests.Exchange.Dictionaries;

public class LiwcEntryTests
{
    [Theory]
    [InlineData("ferry\t1", "ferry", "1")]
    [InlineData("ferry\t\t01\t 2 ", "ferry", "1 2")]
    [InlineData("high  tide* \t02", "high  tide*", "2")]
    [InlineData("top 10\t12", "top 10", "12")]
    [InlineData("ferry 1 2", "ferry", "1 2")]
    [InlineData("high tide 2", "high tide", "2")]
    [InlineData("1990 2", "1990", "2")]
    [InlineData("ferry", "ferry", "")]
    [InlineData("high tide", "high tide", "")]
    [InlineData("12", "12", "")]
    [InlineData("like\t(02 134)125/464\t253", "like", "? 253")]
    [InlineData("like (02 134)125/464 (02 134)126 253", "like", "? ? 253")]
    [InlineData("kind\t<of>131/125\t<of>135/126", "kind", "? ?")]
    [InlineData("sort\t131/125", "sort", "?")]
    [InlineData("glad\t3:2.5\t4=-1", "glad", "3*2.5 4*-1")]
    [InlineData("still\tx\t99999999999", "still", "! !")]
    [InlineData(":)\t31", ":)", "31")]
    public void A_tab_parts_a_word_from_its_codes_and_else_the_last_blank_that_can(string line, string word, string codes)
    {
        var entry = LiwcEntry.Parse(line);
        Assert.Equal(word, entry.Word);
        Assert.Equal(codes, string.Join(' ', entry.Codes.Select(code => code.Kind switch
        {
            LiwcCodeKind.Category => code.Weight is { } weight ? $"{code.Category}*{weight}" : $"{code.Category}",
            LiwcCodeKind.Conditional => "?",
            _ => "!",
        })));
    }
}
