namespace Spancoder.Agreement.Measures;

/// <summary>Fleiss' kappa; of two coders it is Scott's pi.</summary>
/// <remarks>
/// (P - P_e) / (1 - P_e) with P as <see cref="PercentAgreement"/>, P_e = sum_k pi_k^2, pi_k the mean over units of n_ik / r_i. Where judgements are missing this is
/// Gwet's generalisation (as irrCAC has it); others differ there. Undefined where all judgements are of one category.
/// J. L. Fleiss, Measuring nominal scale agreement among many raters, Psychological Bulletin 76(5), 1971, p. 378-382;
/// W. A. Scott, Reliability of content analysis, Public Opinion Quarterly 19(3), 1955, p. 321-325.
/// </remarks>
public static class FleissKappa
{
    public static ChanceCorrected Of(UnitPatterns patterns)
    {
        int[] units = [.. patterns.Units];
        if (new PercentAgreement(patterns).Compute(units) is not { Value: { } observed }) return ChanceCorrected.Undefined(Reasons.NothingPairable);

        var expected = 0d;
        foreach (var share in new CategoryShares(patterns).Of(units, [])) expected += share * share;
        return ChanceCorrected.Of(observed, expected);
    }
}
