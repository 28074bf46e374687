namespace Spancoder.Agreement.Measures;

/// <summary>Light's kappa: the mean of Cohen's kappas of all pairs of coders.</summary>
/// <remarks>Undefined where that of a pair is. R. J. Light, Measures of response agreement for qualitative data, Psychological Bulletin 76(5), 1971, p. 365-377.</remarks>
public static class LightKappa
{
    public static Figure Of(Ratings ratings)
    {
        List<PairTable> pairs = [.. PairTable.All(ratings)];
        if (pairs is []) return Figure.Undefined("there is one coder");

        var sum = 0d;
        foreach (var pair in pairs)
        {
            var kappa = new CohenKappa(pair).Coefficient;
            if (kappa.Value is not { } value) return Figure.Undefined($"that of {pair.First} and {pair.Second} is undefined: {kappa.Reason}");
            sum += value;
        }

        return Figure.Of(sum / pairs.Count);
    }
}
