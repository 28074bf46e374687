using Spancoder.Reporting;

namespace Spancoder.Tests.Review;

public class NextPageTests
{
    [Theory]
    [InlineData(5, 27, "0.1852")]
    [InlineData(7, 162000, "0.00004321")]
    [InlineData(1, 1000, "0.001")]
    [InlineData(1, 4, "0.25")]
    [InlineData(9, 9, "1")]
    public void A_probability_has_four_digits_that_count(int drawn, int frame, string written) => Assert.Equal(written, NextPage.Probability(drawn, frame));
}
