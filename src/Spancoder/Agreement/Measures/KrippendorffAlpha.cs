namespace Spancoder.Agreement.Measures;

/// <summary>Krippendorff's alpha for categories that are equal or not.</summary>
/// <remarks>
/// alpha = 1 - D_o / D_e, with n.. the number of judgements on units that two or more coders judged, n_k those in category k:
/// D_o = 1/n.. sum_i sum_(k != l) n_ik n_il / (r_i - 1), D_e = sum_(k != l) n_k n_l / (n.. (n.. - 1)).
/// Any number of coders; judgements may be missing. At most 1; 0 is chance. Undefined where all judgements are of one category.
/// K. Krippendorff, Content Analysis, 4th ed. 2019, ch. 12.
/// </remarks>
public sealed class KrippendorffAlpha : IMeasure
{
    private readonly UnitPatterns _patterns;
    private readonly double[] _disagreement; // sum_(k != l) n_ik n_il / (r_i - 1), which is r_i times the share of disagreeing pairs

    public KrippendorffAlpha(UnitPatterns patterns)
    {
        _patterns = patterns;
        _disagreement = [.. patterns.Patterns.Select(pattern => pattern.Judgements < 2 ? 0 : pattern.Judgements * (1 - pattern.AgreeingPairs))];
    }

    /// <summary>One category against all others.</summary>
    public static ChanceCorrected OfCategory(Ratings ratings, int category) =>
        Of(UnitPatterns.Of(ratings.Recode(["others", ratings.Categories[category]], [.. ratings.Categories.Select((_, index) => index == category ? 1 : 0)])));

    public static ChanceCorrected Of(UnitPatterns patterns) => new KrippendorffAlpha(patterns).PartsOf([.. patterns.Units]);

    public Figure Compute(ReadOnlySpan<int> units) => PartsOf(units).Coefficient;

    /// <returns>As agreement: 1 - D_o and 1 - D_e.</returns>
    public ChanceCorrected PartsOf(ReadOnlySpan<int> units)
    {
        Span<long> ofCategory = stackalloc long[_patterns.Categories.Count <= MostOnStack ? _patterns.Categories.Count : 0];
        if (_patterns.Categories.Count > MostOnStack) ofCategory = new long[_patterns.Categories.Count];

        var (disagreeing, all) = (0d, 0L);
        for (var i = 0; i < units.Length; i++)
        {
            var pattern = _patterns.Patterns[i];
            if (units[i] == 0 || pattern.Judgements < 2) continue;

            disagreeing += units[i] * _disagreement[i];
            all += (long)units[i] * pattern.Judgements;
            foreach (var (category, times) in pattern.Counts) ofCategory[category] += (long)units[i] * times;
        }

        if (all == 0) return ChanceCorrected.Undefined(Reasons.NothingPairable);

        var same = 0d;
        foreach (var count in ofCategory) same += (double)count * (count - 1);
        return ChanceCorrected.Of(1 - (disagreeing / all), same / ((double)all * (all - 1)));
    }

    private const int MostOnStack = 128;
}
