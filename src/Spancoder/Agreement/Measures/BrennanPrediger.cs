namespace Spancoder.Agreement.Measures;

/// <summary>Brennan and Prediger's coefficient: chance gives each category alike. With two categories it is PABAK, 2P - 1.</summary>
/// <remarks>
/// (P - 1/q) / (1 - 1/q) with P as <see cref="PercentAgreement"/> and q the number of categories, on which it depends. Undefined with one category.
/// R. L. Brennan, D. J. Prediger, Coefficient kappa: some uses, misuses, and alternatives, Educational and Psychological Measurement 41(3), 1981, p. 687-699.
/// </remarks>
public static class BrennanPrediger
{
    public static ChanceCorrected Of(UnitPatterns patterns)
    {
        if (PercentAgreement.Of(patterns) is not { Value: { } observed }) return ChanceCorrected.Undefined(Reasons.NothingPairable);

        return patterns.Categories.Count < 2 ? ChanceCorrected.WithoutChance(observed, Reasons.NoVariation) : ChanceCorrected.Of(observed, 1d / patterns.Categories.Count);
    }
}
