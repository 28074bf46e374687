namespace Spancoder.Agreement.Measures;

/// <summary>The share of pairs of coders who agree, unit by unit, and the mean of that over units that two or more judged.</summary>
/// <remarks>
/// P = mean of sum_k n_ik (n_ik - 1) / (r_i (r_i - 1)), from 0 to 1. Not corrected for chance: it is high wherever a code is rare.
/// J. L. Fleiss, Measuring nominal scale agreement among many raters, Psychological Bulletin 76(5), 1971, p. 378-382.
/// </remarks>
public sealed class PercentAgreement(UnitPatterns patterns) : IMeasure
{
    private readonly double[] _agreeing = [.. patterns.Patterns.Select(pattern => pattern.AgreeingPairs)];
    private readonly bool[] _isPairable = [.. patterns.Patterns.Select(pattern => pattern.Judgements > 1)];

    public static Figure Of(UnitPatterns patterns) => new PercentAgreement(patterns).Compute([.. patterns.Units]);

    public Figure Compute(ReadOnlySpan<int> units)
    {
        var (agreeing, pairable) = (0d, 0L);
        for (var i = 0; i < units.Length; i++)
        {
            agreeing += units[i] * _agreeing[i];
            if (_isPairable[i]) pairable += units[i];
        }

        return pairable == 0 ? Figure.Undefined(Reasons.NothingPairable) : Figure.Of(agreeing / pairable);
    }
}
