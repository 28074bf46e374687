namespace Spancoder.Evaluation.Correction;

/// <summary>Student's t: how many standard errors lie to either side of an estimate whose standard error is estimated too.</summary>
internal static class StudentT
{
    private const double Half = 0.475; // of 95 %
    private const int Panels = 128;
    private const double FarOut = 40;

    /// <summary>Between minus this and this lie 95 % of the distribution: 12.706 with 1 degree of freedom, 1.960 with very many.</summary>
    /// <param name="df">Degrees of freedom, 1 or more; need not be whole.</param>
    public static double Of95(double df)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(df, 1);

        // With t = sqrt(df) tan(angle) the density is scale * cos(angle)^(df - 1). Its integral is concave, so that Newton's steps from 0 never go too far.
        var scale = GammaRatio(df) / Math.Sqrt(Math.PI);
        var angle = 0.0;
        while (true)
        {
            var step = (Half - scale * Integral(angle, df - 1)) / (scale * Math.Pow(Math.Cos(angle), df - 1));
            angle += step;
            if (step < 1e-12 * angle) return Math.Sqrt(df) * Math.Tan(angle);
        }
    }

    // Simpson's rule for cos^power from 0.
    private static double Integral(double to, double power)
    {
        var width = to / Panels;
        var sum = 1 + Math.Pow(Math.Cos(to), power);
        for (var i = 1; i < Panels; i++) sum += (i % 2 == 0 ? 2 : 4) * Math.Pow(Math.Cos(i * width), power);
        return sum * width / 3;
    }

    // Gamma((df + 1) / 2) / Gamma(df / 2): by its asymptotic series, from far out where that is exact to the last digits.
    private static double GammaRatio(double df)
    {
        var ratio = 1.0;
        for (; df < FarOut; df += 2) ratio *= df / (df + 1);
        var x = 1 / df;
        return ratio * Math.Sqrt(df / 2) * (1 + x * (-1.0 / 4 + x * (1.0 / 32 + x * (5.0 / 128 + x * (-21.0 / 2048 - x * 399 / 8192)))));
    }
}
