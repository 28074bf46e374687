using Spancoder.Evaluation;

namespace Spancoder.Tests.Evaluation;

/// <summary>
/// Newcombe (1998), Two-sided confidence intervals for the single proportion: comparison of seven methods, Statistics in Medicine 17, 857-872, table I, method 3
/// (score, without correction for continuity).
/// </summary>
public class WilsonIntervalTests
{
    private const int Decimals = 4; // as printed there

    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Is_as_Newcombe_prints_it(int part, int whole, double lower, double upper)
    {
        var interval = WilsonInterval.Of(part, whole)!.Value; // something was seen
        Assert.Equal(lower, interval.Lower, Decimals);
        Assert.Equal(upper, interval.Upper, Decimals);
    }

    [Fact]
    public void Is_undefined_where_nothing_was_seen() => Assert.Null(WilsonInterval.Of(0, 0));

    [Fact]
    public void Holds_the_share_stays_between_0_and_1_and_is_its_own_mirror_image()
    {
        for (var whole = 1; whole <= 60; whole++)
        {
            for (var part = 0; part <= whole; part++)
            {
                var (interval, mirrored) = (WilsonInterval.Of(part, whole)!.Value, WilsonInterval.Of(whole - part, whole)!.Value); // something was seen
                Assert.InRange((double)part / whole, interval.Lower, interval.Upper);
                Assert.True(interval is { Lower: >= 0, Upper: <= 1 });
                Assert.Equal(interval.Lower, 1 - mirrored.Upper, 12);
            }
        }
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(3, 7)]
    [InlineData(7, 7)]
    public void Its_limits_are_where_the_share_seen_lies_just_196_standard_errors_away(int part, int whole)
    {
        var interval = WilsonInterval.Of(part, whole)!.Value; // something was seen
        foreach (var limit in new[] { interval.Lower, interval.Upper }.Where(limit => limit is > 0 and < 1))
        {
            Assert.Equal(1.959964, Math.Abs((double)part / whole - limit) / Math.Sqrt(limit * (1 - limit) / whole), 6);
        }
    }

    [Fact]
    public void A_part_greater_than_the_whole_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(-1, 2));
    }
}
