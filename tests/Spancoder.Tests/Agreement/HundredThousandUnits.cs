using Spancoder.Agreement;
using Spancoder.Agreement.Measures;
using Spancoder.Agreement.Resampling;

namespace Spancoder.Tests.Agreement;

/// <summary>A table too large to store: made by a rule, with figures that fast-krippendorff 0.8.3 and an implementation of its own gave for it.</summary>
public class HundredThousandUnits
{
    private const int Units = 100_000, Coders = 5;

    private static readonly Ratings Table = new([.. Enumerable.Range(0, Coders).Select(coder => $"coder {coder}")], ["c1", "c2", "c3", "c4", "c5"], Make());

    [Fact]
    public void Coefficients_are_what_other_programs_compute()
    {
        var patterns = UnitPatterns.Of(Table);
        Assert.Equal(99_950, patterns.Count);
        Assert.Equal(246, patterns.Patterns.Count);
        Assert.Equal(449_595, patterns.Patterns.Zip(patterns.Units).Sum(unit => unit.First.Judgements * unit.Second));
        Assert.Equal(0.48915690203844425, KrippendorffAlpha.Of(patterns).Coefficient.Value ?? 0, 1e-9);
        Assert.Equal(0.6264769051192263, PercentAgreement.Of(patterns).Value ?? 0, 1e-9);
        Assert.Equal(0.5428509778332298, GwetAc1.Of(patterns).Coefficient.Value ?? 0, 1e-9);
    }

    [Fact]
    public void The_interval_is_what_another_bootstrap_gives()
    {
        var patterns = UnitPatterns.Of(Table);
        var interval = Bootstrap.OverUnits(patterns, new()).Of(new KrippendorffAlpha(patterns))[0];
        Assert.Equal(0.4867015109987259, interval.Low, 0.0003);
        Assert.Equal(0.4916238764463744, interval.High, 0.0003);
    }

    // Each unit has a true category; a coder skips one in ten, says the true one seven times in ten, else draws again.
    private static int[] Make()
    {
        SplitMix64 chance = new(20260917);
        var values = new int[Units * Coders];
        for (var unit = 0; unit < Units; unit++)
        {
            var truth = Category(chance.Next());
            for (var coder = 0; coder < Coders; coder++)
            {
                var drawn = chance.Next();
                values[(unit * Coders) + coder] = drawn % 100 < 10 ? Ratings.Missing : (drawn >> 32) % 100 < 70 ? truth : Category(chance.Next());
            }
        }

        return values;
    }

    private static int Category(ulong drawn) => (drawn % 1000) switch { < 400 => 0, < 650 => 1, < 820 => 2, < 930 => 3, _ => 4 };
}
