using Spancoder.Agreement.Resampling;

namespace Spancoder.Tests.Agreement;

/// <summary>Draws against the exact probabilities, by inversion where little is expected and by rejection where much is.</summary>
public class BinomialTests
{
    private const int Draws = 200_000;

    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(7, 0.999)]
    [InlineData(20, 0.1)]
    [InlineData(30, 0.45)]
    [InlineData(19, 0.5)]
    [InlineData(100, 0.02)]
    [InlineData(100, 0.0999)]
    [InlineData(100, 0.1001)]
    [InlineData(100, 0.7)]
    [InlineData(1000, 0.5)]
    [InlineData(100_000, 0.00002)]
    [InlineData(100_000, 0.0002)]
    [InlineData(100_000, 0.4)]
    public void Draws_are_binomial(int trials, double probability)
    {
        var counts = new int[trials + 1];
        var chance = new SplitMix64(20_240_607);
        for (var i = 0; i < Draws; i++) counts[Binomial.Draw(trials, probability, chance)]++;

        var (mean, variance) = (trials * probability, trials * probability * (1 - probability));
        var drawnMean = counts.Index().Sum(count => (double)count.Index * count.Item) / Draws;
        var drawnVariance = counts.Index().Sum(count => Math.Pow(count.Index - mean, 2) * count.Item) / Draws;
        var fourth = variance * (1 + (3 * (trials - 2) * probability * (1 - probability))); // the fourth central moment
        Assert.Equal(mean, drawnMean, 5 * Math.Sqrt(variance / Draws));
        Assert.Equal(variance, drawnVariance, 5 * Math.Sqrt((fourth - (variance * variance)) / Draws));

        var (chiSquare, cells) = ChiSquare(counts, trials, probability);
        Assert.True(cells > 1);
        Assert.True(chiSquare < cells - 1 + (5 * Math.Sqrt(2 * (cells - 1))), $"chi-square {chiSquare} of {cells} cells");
    }

    [Fact]
    public void What_cannot_happen_does_not_and_what_must_does()
    {
        var chance = new SplitMix64(1);
        Assert.Equal((0, 0, 9), (Binomial.Draw(0, 0.5, chance), Binomial.Draw(9, 0, chance), Binomial.Draw(9, 1, chance)));
    }

    // Neighbouring values in one cell until ten are expected there.
    private static (double ChiSquare, int Cells) ChiSquare(int[] counts, int trials, double probability)
    {
        var (chiSquare, cells, expected, observed, left) = (0d, 0, 0d, 0, (double)Draws);
        var logarithm = trials * Math.Log(1 - probability);
        for (var k = 0; k <= trials; k++)
        {
            if (k > 0) logarithm += Math.Log((double)(trials - k + 1) / k) + Math.Log(probability / (1 - probability));
            expected += Draws * Math.Exp(logarithm);
            observed += counts[k];
            if (expected < 10 || left - expected < 10) continue;

            chiSquare += (observed - expected) * (observed - expected) / expected;
            (left, expected, observed, cells) = (left - expected, 0, 0, cells + 1);
        }

        return left > 0 ? (chiSquare + ((observed - left) * (observed - left) / left), cells + 1) : (chiSquare, cells);
    }
}
