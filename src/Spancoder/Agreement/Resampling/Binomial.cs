namespace Spancoder.Agreement.Resampling;

/// <summary>How often something of a given probability happens in so many trials.</summary>
/// <remarks>By inversion where it is expected less than ten times, else by Hörmann's BTRS: W. Hörmann, The generation of binomial random variates,
/// Journal of Statistical Computation and Simulation 46, 1993, p. 101-110. Both are exact.</remarks>
internal static class Binomial
{
    private const double FewExpected = 10;

    public static int Draw(int trials, double probability, SplitMix64 chance)
    {
        if (trials == 0 || probability <= 0) return 0;
        if (probability >= 1) return trials;
        if (probability > 0.5) return trials - Draw(trials, 1 - probability, chance);

        return trials * probability < FewExpected ? ByInversion(trials, probability, chance) : ByRejection(trials, probability, chance);
    }

    private static int ByInversion(int trials, double probability, SplitMix64 chance)
    {
        var odds = probability / (1 - probability);
        var left = chance.NextDouble();
        var ofThis = Math.Exp(trials * double.LogP1(-probability));
        for (var times = 0; times < trials; times++)
        {
            if (left < ofThis) return times;

            left -= ofThis;
            ofThis *= odds * (trials - times) / (times + 1);
        }

        return trials;
    }

    // The names are those of the paper.
    private static int ByRejection(int n, double p, SplitMix64 chance)
    {
        var spread = Math.Sqrt(n * p * (1 - p));
        var b = 1.15 + (2.53 * spread);
        var a = -0.0873 + (0.0248 * b) + (0.01 * p);
        var c = (n * p) + 0.5;
        var vr = 0.92 - (4.2 / b);
        var alpha = (2.83 + (5.1 / b)) * spread;
        var m = Math.Floor((n + 1) * p);
        while (true)
        {
            var u = chance.NextDouble() - 0.5;
            var v = chance.NextDouble();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((((2 * a / us) + b) * u) + c);
            if (us >= 0.07 && v <= vr) return (int)k;
            if (k < 0 || k > n) continue;

            v = Math.Log(v * alpha / ((a / (us * us)) + b));
            var bound = ((m + 0.5) * Math.Log((m + 1) / (p / (1 - p) * (n - m + 1))))
                + ((n + 1) * Math.Log((n - m + 1) / (n - k + 1)))
                + ((k + 0.5) * Math.Log(p / (1 - p) * (n - k + 1) / (k + 1)))
                + Stirling(m) + Stirling(n - m) - Stirling(k) - Stirling(n - k);
            if (v <= bound) return (int)k;
        }
    }

    // What is left of ln k! beyond Stirling's formula.
    private static double Stirling(double k) => k < Tail.Length ? Tail[(int)k] : ((1d / 12) - (((1d / 360) - (1d / 1260 / ((k + 1) * (k + 1)))) / ((k + 1) * (k + 1)))) / (k + 1);

    private static readonly double[] Tail =
    [
        0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.0207906721037650, 0.0166446911898211,
        0.0138761288230707, 0.0118967099458917, 0.0104112652619720, 0.00925546218271273, 0.00833056343336287,
    ];
}
