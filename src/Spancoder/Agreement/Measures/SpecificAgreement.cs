namespace Spancoder.Agreement.Measures;

/// <summary>Agreement on one category alone: of all that was said to be it, the share that others said too.</summary>
/// <remarks>
/// sum_i n_ik (n_ik - 1) / sum_i n_ik (r_i - 1), from 0 to 1; of two coders 2d / (2d + b + c), which is Dice's coefficient. On "present" it is
/// positive agreement, on "absent" negative agreement. Undefined where nobody used the category.
/// D. V. Cicchetti, A. R. Feinstein, High agreement but low kappa II, Journal of Clinical Epidemiology 43(6), 1990, p. 551-558;
/// for several coders J. L. Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. 1981, ch. 13.
/// </remarks>
public static class SpecificAgreement
{
    public static Figure Of(UnitPatterns patterns, int category)
    {
        var (together, alone) = (0L, 0L);
        foreach (var (pattern, units) in patterns.Patterns.Zip(patterns.Units))
        {
            long times = pattern.Counts.FirstOrDefault(count => count.Category == category).Times;
            together += units * times * (times - 1);
            alone += units * times * (pattern.Judgements - 1);
        }

        return alone > 0 ? Figure.Of((double)together / alone) : Figure.Undefined(patterns.Count == 0 ? Reasons.NothingPairable : "nobody used this category");
    }
}
