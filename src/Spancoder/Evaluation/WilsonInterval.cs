namespace Spancoder.Evaluation;

/// <summary>Between which limits a share may lie of which only a sample was seen, at 95 %: Wilson's score interval.</summary>
/// <remarks>
/// Wilson (1927), Probable inference, the law of succession, and statistical inference, J. Am. Stat. Assoc. 22(158), 209-212, in the form without correction for
/// continuity (method 3 of Newcombe 1998, Statistics in Medicine 17, 857-872). It supposes that what was seen is a random sample of independent things.
/// </remarks>
internal readonly record struct WilsonInterval(double Lower, double Upper)
{
    private const double Z = 1.959963984540054; // 97.5 % of a normal distribution lie below it

    /// <param name="part">How many of them were of the kind.</param>
    /// <param name="whole">How many were seen.</param>
    /// <returns>From 0 to 1; holds part / whole. Null where nothing was seen.</returns>
    public static WilsonInterval? Of(int part, int whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        if (whole == 0) return null;

        var (n, p, q) = ((double)whole, (double)part / whole, (double)(whole - part) / whole);
        var half = Z * Math.Sqrt(Z * Z + 4 * n * p * q);
        var lower = (2 * n * p + Z * Z - half) / (2 * (n + Z * Z));
        var upper = (2 * n * p + Z * Z + half) / (2 * (n + Z * Z));

        // With none or all of them one limit is exactly the end, which a rounded sum may miss.
        return new(part == 0 ? 0 : lower, part == whole ? 1 : upper);
    }
}
