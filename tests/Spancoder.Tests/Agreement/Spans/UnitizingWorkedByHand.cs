using Spancoder.Agreement.Spans;

namespace Spancoder.Tests.Agreement.Spans;

/// <summary>Ten characters. ann: x 0-4, y 4-8; bob: x 0-5, y 5-8. They part on one character, which two ordered pairs see.</summary>
public class UnitizingWorkedByHand
{
    private const double Tolerance = 1e-12; // of rounding alone

    private static readonly UnitizingAlpha Alpha = UnitizingAlpha.Of(GivenSpans.OfTwo(10, """
        ann x 0 4
        ann y 4 8
        bob x 0 5
        bob y 5 8
        """), ["x", "y"], ["ann", "bob"]);

    // l.. = 20, l_x = 9, l_y = 7, gaps 4; S = 16 + 25 + 16 + 9 + 4 = 70; D_o = 2, D_e = 20 (400 - 81 - 49 - 16) / (400 - 70) = 5080 / 330
    [Fact]
    public void Units_and_codes() => Assert.Equal(1 - 2 * 330 / 5080d, Alpha.U.Value!.Value, Tolerance);

    [Fact]
    public void What_has_a_code() => Assert.Equal(1, Alpha.BinaryU.Value!.Value, Tolerance);

    // l*.. = 16, S = 66; D_o = 2, D_e = 16 (256 - 81 - 49) / (256 - 66) = 2016 / 190; the other 4 of 20 are gaps
    [Fact]
    public void Codes_where_both_marked()
    {
        Assert.Equal(1 - 2 * 190 / 2016d, Alpha.Cu.Alpha.Value!.Value, Tolerance);
        Assert.Equal(0.8, Alpha.Cu.Coverage.Value!.Value, Tolerance);
    }

    // x: 1/9 of it is y for the other; expected 9 * 7 / (9 * 16 - 41).    y: 1/7; expected 7 * 9 / (7 * 16 - 25)
    [Fact]
    public void One_code_where_both_marked()
    {
        Assert.Equal(1 - 1 / 9d / (63 / 103d), Alpha.Ku["x"].Alpha.Value!.Value, Tolerance);
        Assert.Equal(1 - 1 / 7d / (63 / 87d), Alpha.Ku["y"].Alpha.Value!.Value, Tolerance);
        Assert.Equal(1, Alpha.Ku["x"].Coverage.Value!.Value, Tolerance);
    }
}
