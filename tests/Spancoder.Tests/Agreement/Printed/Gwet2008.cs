using Spancoder.Agreement.Measures;

namespace Spancoder.Tests.Agreement.Printed;

/// <summary>The table 118, 5, 2, 0 with which Gwet shows what becomes of kappa where coders hardly ever disagree (2008, and reprinted widely).</summary>
public class Gwet2008
{
    [Fact]
    public void Kappa_is_below_chance_and_ac1_is_high()
    {
        CohenKappa kappa = new(PrintedTable.Pair("gwet-emphysema"));
        var ac1 = GwetAc1.Of(PrintedTable.Patterns("gwet-emphysema"));
        PrintedTable.Says(0.944, kappa.Parts.Observed.Value, 3);
        PrintedTable.Says(-0.023, kappa.Coefficient.Value, 3);
        PrintedTable.Says(0.944, ac1.Observed.Value, 3);
        PrintedTable.Says(0.94, ac1.Coefficient.Value, 2);
    }
}
