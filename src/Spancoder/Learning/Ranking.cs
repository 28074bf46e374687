namespace Spancoder.Learning;

/// <summary>Whether scores put segments that have a code above those that have not.</summary>
internal static class Ranking
{
    private const double OneInTwenty = 1.6448536269514722; // 95 % of a normal distribution lie below it

    /// <summary>The probability that a segment with the code has a higher score than one without, ties counting half: the area under the ROC curve.</summary>
    /// <param name="scored">Of both kinds at least one.</param>
    public static double AreaUnderCurve(IReadOnlyList<(double Score, bool IsPositive)> scored)
    {
        var (below, wins) = (0L, 0d);
        foreach (var same in scored.GroupBy(one => one.Score).OrderBy(group => group.Key))
        {
            var (positive, negative) = (same.Count(one => one.IsPositive), same.Count(one => !one.IsPositive));
            wins += positive * (below + negative / 2d);
            below += negative;
        }

        return wins / ((double)below * (scored.Count - below));
    }

    /// <summary>Whether chance alone would rank them as well in fewer than one of twenty cases.</summary>
    /// <param name="scored">Some of both kinds, else nothing can be said and it is not better.</param>
    /// <remarks>H. B. Mann, D. R. Whitney, On a test of whether one of two random variables is stochastically larger than the other, Annals of Mathematical Statistics 18(1), 1947; normal approximation.</remarks>
    public static bool IsBetterThanChance(IReadOnlyList<(double Score, bool IsPositive)> scored)
    {
        double positive = scored.Count(one => one.IsPositive), negative = scored.Count - positive;
        if (positive == 0 || negative == 0) return false;

        var deviation = Math.Sqrt((positive + negative + 1) / (12 * positive * negative));
        return AreaUnderCurve(scored) - 0.5 > OneInTwenty * deviation;
    }
}
