namespace Spancoder.Agreement.Measures;

/// <summary>Gwet's first-order agreement coefficient.</summary>
/// <remarks>
/// (P - P_e) / (1 - P_e) with P as <see cref="PercentAgreement"/>, P_e = sum_k pi_k (1 - pi_k) / (q - 1), pi_k the mean over units of n_ik / r_i.
/// Any number of coders; judgements may be missing. Stands firm where a category is rare, and is high there because absences agree: to be read with
/// positive agreement. Undefined with one category. K. L. Gwet, Computing inter-rater reliability and its variance in the presence of high agreement,
/// British Journal of Mathematical and Statistical Psychology 61(1), 2008, p. 29-48.
/// </remarks>
public sealed class GwetAc1(UnitPatterns patterns) : IMeasure
{
    private readonly PercentAgreement _percent = new(patterns);
    private readonly CategoryShares _shares = new(patterns);

    public static ChanceCorrected Of(UnitPatterns patterns) => new GwetAc1(patterns).PartsOf([.. patterns.Units]);

    public Figure Compute(ReadOnlySpan<int> units) => PartsOf(units).Coefficient;

    public ChanceCorrected PartsOf(ReadOnlySpan<int> units)
    {
        if (_percent.Compute(units) is not { Value: { } observed }) return ChanceCorrected.Undefined(Reasons.NothingPairable);
        if (patterns.Categories.Count < 2) return ChanceCorrected.WithoutChance(observed, Reasons.NoVariation);

        var expected = 0d;
        foreach (var share in _shares.Of(units, stackalloc double[CategoryShares.MostOnStack])) expected += share * (1 - share);
        return ChanceCorrected.Of(observed, expected / (patterns.Categories.Count - 1));
    }
}
