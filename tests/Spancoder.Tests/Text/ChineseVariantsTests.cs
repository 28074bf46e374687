using Spancoder.Text;

namespace Spancoder.Tests.Text;

public class ChineseVariantsTests
{
    [Theory]
    [InlineData("国外", "國外")]
    [InlineData("头发", "頭發")]
    [InlineData("头发", "頭髮")]
    [InlineData("电视台", "電視台")]
    [InlineData("电视台", "電視臺")]
    [InlineData("以后卖", "以後賣")]
    public void Knows_the_same_term_in_the_other_script(string simplified, string traditional)
    {
        Assert.True(ChineseVariants.IsSimplified(simplified));
        Assert.True(ChineseVariants.IsTraditional(traditional));
        Assert.True(ChineseVariants.AreOneTerm(simplified, traditional));
        Assert.False(ChineseVariants.AreOneTerm(traditional, simplified));
        Assert.False(ChineseVariants.AreOneTerm(simplified, simplified));
        Assert.False(ChineseVariants.AreOneTerm(traditional, traditional));
    }

    [Theory]
    [InlineData("海外")]
    [InlineData("皇后")] // 后 is traditional too
    [InlineData("AI")]
    [InlineData("著名")] // 著 is simplified too, beside 着
    [InlineData("国國")] // both
    [InlineData("大阪")] // a traditional form of 坂, and the usual one in this name
    public void Says_nothing_of_what_may_be_either(string term)
    {
        Assert.False(ChineseVariants.IsSimplified(term));
        Assert.False(ChineseVariants.IsTraditional(term));
    }

    [Theory]
    [InlineData("国外", "國外")]
    [InlineData("头发", "頭發", "頭髮")]
    [InlineData("电视台")] // 台 may stay as it is, or not
    public void Proposes_every_way_to_write_it(string simplified, params string[] traditional)
    {
        Assert.Equal(traditional, ChineseVariants.InTraditional(simplified));
        Assert.All(traditional, writing => Assert.Equal([simplified], ChineseVariants.InSimplified(writing)));
    }
}
