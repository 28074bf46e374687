using Spancoder.Text;

namespace Spancoder.Tests.Text;

public class SpreadsheetTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("- and then", "'- and then")]
    [InlineData("@anna", "'@anna")]
    [InlineData("＝１", "'＝１")]
    [InlineData("'=1", "''=1")]
    [InlineData("'tis", "'tis")]
    [InlineData("", "")]
    [InlineData("我们=", "我们=")]
    public void Only_what_might_be_a_formula_gets_an_apostrophe(string text, string cell) => Assert.Equal(cell, Spreadsheet.Guard(text));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_cell_is_read_back_as_it_was(int seed)
    {
        Random random = new(seed);
        for (var count = 0; count < 1000; count++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => "'=+-@\t\ra我＝"[random.Next(10)]));
            var cell = Spreadsheet.Guard(text);
            Assert.Equal(text, Spreadsheet.Unguard(cell));
            Assert.DoesNotMatch("^[=+\\-@\t\r＝]", cell);
        }
    }
}
