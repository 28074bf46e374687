using Spancoder.Agreement.Measures;

namespace Spancoder.Tests.Agreement.Printed;

/// <summary>J. Cohen, Educational and Psychological Measurement 20(1), 1960, p. 45: two hundred, three categories.</summary>
public class Cohen1960
{
    [Fact]
    public void Two_judges_and_three_categories()
    {
        CohenKappa kappa = new(PrintedTable.Pair("cohen-1960-3x3"));
        PrintedTable.Says(0.70, kappa.Parts.Observed.Value, 2);
        PrintedTable.Says(0.41, kappa.Parts.Expected.Value, 2);
        PrintedTable.Says(0.492, kappa.Coefficient.Value, 3);
        PrintedTable.Says(0.831, kappa.Highest.Value, 3);
    }
}
