using Spancoder.Agreement.Measures;

namespace Spancoder.Tests.Agreement.Printed;

/// <summary>K. Krippendorff, Computing Krippendorff's alpha-reliability, 2011: twelve units, four coders, gaps; and ten units as 0 and 1.</summary>
public class Krippendorff2011
{
    [Fact]
    public void Twelve_units_with_gaps()
    {
        var alpha = KrippendorffAlpha.Of(PrintedTable.Patterns("krippendorff-12x4"));
        PrintedTable.Says(0.200, 1 - alpha.Observed.Value, 3);
        PrintedTable.Says(0.779, 1 - alpha.Expected.Value, 3);
        PrintedTable.Says(0.743, alpha.Coefficient.Value, 3);
    }

    [Fact]
    public void Ten_units_with_two_values()
    {
        var alpha = KrippendorffAlpha.Of(PrintedTable.Patterns("krippendorff-binary-10"));
        PrintedTable.Says(0.4, 1 - alpha.Observed.Value, 3);
        PrintedTable.Says(0.442, 1 - alpha.Expected.Value, 3);
        PrintedTable.Says(0.095, alpha.Coefficient.Value, 3);
    }
}
