namespace Spancoder.Agreement.Measures;

/// <summary>Gwet's linearised standard errors: units are the sample, coders are given.</summary>
/// <remarks>
/// The square root of 1 / (n (n - 1)) times the sum over units of (c_i - c)^2, where c_i is what the coefficient c would be of unit i alone, corrected for what the unit
/// does to chance. Undefined with one unit, and where the coefficient is. K. L. Gwet, British Journal of Mathematical and Statistical Psychology 61(1), 2008, p. 29-48; Handbook of Inter-Rater Reliability, 4th ed. 2014, ch. 5.
/// </remarks>
public sealed class GwetErrors
{
    private readonly UnitPatterns _patterns;
    private readonly double[] _shares;
    private readonly double _scale; // units that count for each that two or more judged

    public GwetErrors(UnitPatterns patterns)
    {
        _patterns = patterns;
        _shares = [.. new CategoryShares(patterns).Of([.. patterns.Units], [])];
        var pairable = patterns.Patterns.Zip(patterns.Units).Where(unit => unit.First.Judgements > 1).Sum(unit => unit.Second);
        _scale = (double)patterns.Count / Math.Max(1, pairable);
    }

    public Figure OfPercent => Of(PercentAgreement.Of(_patterns), pattern => _scale * pattern.AgreeingPairs);

    public Figure OfBrennanPrediger => OfChanceCorrected(BrennanPrediger.Of(_patterns), _ => 1d / _patterns.Categories.Count);

    public Figure OfFleiss => OfChanceCorrected(FleissKappa.Of(_patterns), pattern => pattern.Counts.Sum(count => _shares[count.Category] * count.Times / pattern.Judgements));

    public Figure OfAc1 => OfChanceCorrected(GwetAc1.Of(_patterns), pattern =>
        (1 - pattern.Counts.Sum(count => _shares[count.Category] * count.Times / pattern.Judgements)) / (_patterns.Categories.Count - 1));

    /// <param name="chanceOf">What the unit alone would have chance give.</param>
    private Figure OfChanceCorrected(ChanceCorrected whole, Func<UnitPattern, double> chanceOf)
    {
        if (whole.Coefficient is not { Value: { } coefficient }) return whole.Coefficient;

        var expected = whole.Expected.Value ?? 1; // defined where the coefficient is
        return Of(whole.Coefficient, pattern => ((_scale * pattern.AgreeingPairs) - expected - (2 * (1 - coefficient) * (chanceOf(pattern) - expected))) / (1 - expected));
    }

    private Figure Of(Figure whole, Func<UnitPattern, double> ofUnit)
    {
        if (whole.Value is not { } mean) return whole;
        if (_patterns.Count < 2) return Figure.Undefined(Reasons.OneUnit);

        var squares = _patterns.Patterns.Zip(_patterns.Units).Sum(unit => unit.Second * Math.Pow(ofUnit(unit.First) - mean, 2));
        return Figure.Of(Math.Sqrt(squares / ((double)_patterns.Count * (_patterns.Count - 1))));
    }
}
