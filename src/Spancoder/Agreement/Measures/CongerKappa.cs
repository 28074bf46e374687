namespace Spancoder.Agreement.Measures;

/// <summary>Conger's kappa: Cohen's for any number of coders, each with their own shares of the categories.</summary>
/// <remarks>
/// (P - P_e) / (1 - P_e) with P as <see cref="PercentAgreement"/>, P_e = sum_k (mean_g(p_gk)^2 - s_k^2 / r), p_gk the share of category k in what coder g judged, s_k^2 its variance
/// over the r coders. Undefined where a coder judged nothing. A. J. Conger, Integration and generalization of kappas for multiple raters,
/// Psychological Bulletin 88(2), 1980, p. 322-328; with missing judgements as K. L. Gwet, Handbook of Inter-Rater Reliability, 4th ed. 2014, ch. 2.
/// </remarks>
public static class CongerKappa
{
    public static ChanceCorrected Of(Ratings ratings, Frame frame = Frame.Pairable)
    {
        var patterns = UnitPatterns.Of(ratings, frame);
        if (PercentAgreement.Of(patterns) is not { Value: { } observed }) return ChanceCorrected.Undefined(Reasons.NothingPairable);

        var (coders, counts) = (ratings.Coders.Count, CountsOf(ratings, patterns));
        var judged = Enumerable.Range(0, coders).Select(coder => Enumerable.Range(0, ratings.Categories.Count).Sum(k => counts[coder, k])).ToArray();
        if (Array.IndexOf(judged, 0) is >= 0 and var silent) return ChanceCorrected.WithoutChance(observed, $"coder {ratings.Coders[silent]} judged nothing");

        var expected = 0d;
        for (var k = 0; k < ratings.Categories.Count; k++)
        {
            var shares = Enumerable.Range(0, coders).Select(coder => (double)counts[coder, k] / judged[coder]).ToArray();
            var mean = shares.Average();
            var variance = shares.Sum(share => (share - mean) * (share - mean)) / (coders - 1);
            expected += (mean * mean) - (variance / coders);
        }

        return ChanceCorrected.Of(observed, expected);
    }

    private static int[,] CountsOf(Ratings ratings, UnitPatterns patterns)
    {
        var counts = new int[ratings.Coders.Count, ratings.Categories.Count];
        for (var unit = 0; unit < ratings.Units; unit++)
        {
            if (patterns.OfUnits[unit] < 0) continue;

            var values = ratings.Of(unit);
            for (var coder = 0; coder < values.Length; coder++)
            {
                if (values[coder] != Ratings.Missing) counts[coder, values[coder]]++;
            }
        }

        return counts;
    }
}
