namespace Spancoder.Agreement.Measures;

/// <summary>How far a table of two categories is from even: what makes kappa low although coders agree.</summary>
/// <remarks>T. Byrt, J. Bishop, J. B. Carlin, Bias, prevalence and kappa, Journal of Clinical Epidemiology 46(5), 1993, p. 423-429.</remarks>
public static class Paradox
{
    /// <summary>The share of units on which both gave the second category less that on which both gave the first; from -1 to 1.</summary>
    /// <exception cref="ArgumentException">There are not two categories.</exception>
    public static Figure Prevalence(PairTable table) => Of(table, table[1, 1] - table[0, 0]);

    /// <summary>How much more often the first coder gave the second category; from -1 to 1.</summary>
    /// <exception cref="ArgumentException">There are not two categories.</exception>
    public static Figure Bias(PairTable table) => Of(table, table[1, 0] - table[0, 1]);

    private static Figure Of(PairTable table, int difference)
    {
        if (table.Categories.Count != 2) throw new ArgumentException("there are not two categories", nameof(table));

        return table.Units > 0 ? Figure.Of((double)difference / table.Units) : Figure.Undefined("the two coders judged no unit in common");
    }
}
