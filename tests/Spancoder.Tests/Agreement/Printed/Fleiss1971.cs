using Spancoder.Agreement.Measures;

namespace Spancoder.Tests.Agreement.Printed;

/// <summary>J. L. Fleiss, Psychological Bulletin 76(5), 1971, table 1: thirty patients, six psychiatrists, five diagnoses.</summary>
public class Fleiss1971
{
    [Fact]
    public void Thirty_patients()
    {
        var kappa = FleissKappa.Of(PrintedTable.Patterns("fleiss-1971-diagnoses"));
        PrintedTable.Says(0.5556, kappa.Observed.Value, 4);
        PrintedTable.Says(0.220, kappa.Expected.Value, 3); // .2201 in the paper, which squares shares rounded to three decimals
        PrintedTable.Says(0.430, kappa.Coefficient.Value, 3);
    }
}
