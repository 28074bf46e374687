namespace Spancoder.Learning;

/// <summary>Where a code's probabilities are cut.</summary>
/// <param name="Threshold">From here on it is given: half of the best F1 that the probabilities out of fold reach.</param>
/// <param name="Sure">From here on at least <see cref="SurePrecision"/> of what it was given to out of fold deserved it; not below the threshold; null where no cut reaches that.</param>
/// <remarks>
/// Where probabilities are what they say, half of the best F1 is the cut that reaches it: Z. C. Lipton, C. Elkan, B. Naryanaswamy, Optimal thresholding of classifiers to maximize F1 measure, ECML PKDD 2014.
/// It leans on one number that many segments make, and so is steadier on few of them than the best cut itself.
/// </remarks>
internal readonly record struct Cutoffs(double Threshold, double? Sure)
{
    public const double SurePrecision = 0.8;

    private const int FewestSure = 5; // given segments, for a share of them to say anything

    /// <summary>The band in which a person should look, both ends included: a quarter of the threshold to either side.</summary>
    public (double From, double To) Doubtful => (0.75 * Threshold, 1.25 * Threshold);

    /// <param name="scored">Out of fold; some positive.</param>
    public static Cutoffs Of(IReadOnlyList<(double Probability, bool IsPositive)> scored)
    {
        var positives = scored.Count(one => one.IsPositive);
        var (right, given, best) = (0, 0, 0d);
        List<double> sure = [];
        foreach (var cut in scored.GroupBy(one => one.Probability).OrderByDescending(group => group.Key))
        {
            given += cut.Count();
            right += cut.Count(one => one.IsPositive);
            best = Math.Max(best, 2d * right / (given + positives));
            if (given >= FewestSure && right >= SurePrecision * given) sure.Add(cut.Key);
        }

        return new(best / 2, sure.FindAll(cut => cut >= best / 2) is { Count: > 0 } cuts ? cuts[^1] : null);
    }
}
