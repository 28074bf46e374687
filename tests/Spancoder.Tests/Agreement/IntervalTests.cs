using Spancoder.Agreement.Resampling;

namespace Spancoder.Tests.Agreement;

/// <summary>Type 7 of Hyndman and Fan (1996), against values by hand that R and NumPy print too; and what becomes of undefined replicates.</summary>
public class IntervalTests
{
    [Theory]
    [InlineData(0.5, 1.75, 3.25)] // places 0.75 and 2.25 of 1, 2, 3, 4
    [InlineData(0.9, 1.15, 3.85)]
    [InlineData(0.2, 2.2, 2.8)]
    public void Quantiles_lie_between_neighbours(double level, double low, double high)
    {
        var interval = Interval.Of([4, 2, 1, 3], new(Level: level));
        Assert.Equal(low, interval.Low, 1e-12);
        Assert.Equal(high, interval.High, 1e-12);
    }

    [Fact]
    public void The_share_below_a_value_leaves_out_the_value_itself() => Assert.Equal(0.5, Interval.Of([4, 2, 1, 3], new()).ShareBelow(3));

    [Fact]
    public void Up_to_one_replicate_in_twenty_may_be_undefined()
    {
        double[] replicates = [.. Enumerable.Repeat(double.NaN, 5), .. Enumerable.Range(1, 95).Select(value => (double)value)];
        var interval = Interval.Of(replicates, new(Level: 0.5));
        Assert.Equal((24.5, 71.5, null), (interval.Low, interval.High, interval.Reason));
        Assert.Equal(0.05, interval.UndefinedShare, 1e-12);

        replicates[5] = double.NaN;
        var none = Interval.Of(replicates, new(Level: 0.5));
        Assert.Equal("the figure is undefined in 6 % of the replicates", none.Reason);
        Assert.Null(none.ShareBelow(0.5));
    }
}
