using Spancoder.Agreement.Measures;

namespace Spancoder.Tests.Agreement.Printed;

/// <summary>A. R. Feinstein, D. V. Cicchetti, High agreement but low kappa I, Journal of Clinical Epidemiology 43(6), 1990, p. 543-549: the second of two tables with the same observed agreement.</summary>
public class FeinsteinCicchetti1990
{
    [Fact]
    public void High_agreement_but_low_kappa()
    {
        CohenKappa kappa = new(PrintedTable.Pair("feinstein-cicchetti-1990"));
        PrintedTable.Says(0.85, kappa.Parts.Observed.Value, 2);
        PrintedTable.Says(0.78, kappa.Parts.Expected.Value, 2);
        PrintedTable.Says(0.32, kappa.Coefficient.Value, 2);
    }
}
