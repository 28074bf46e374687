using Spancoder.Agreement.Measures;

namespace Spancoder.Tests.Agreement.Printed;

/// <summary>The worked example of Wikipedia's article on Krippendorff's alpha: fifteen units, three coders, gaps.</summary>
public class Wikipedia
{
    [Fact]
    public void Fifteen_units()
    {
        var alpha = KrippendorffAlpha.Of(PrintedTable.Patterns("wikipedia-15x3"));
        PrintedTable.Says(6 / 26d, 1 - alpha.Observed.Value, 9);
        PrintedTable.Says(0.748, 1 - alpha.Expected.Value, 3);
        PrintedTable.Says(0.691, alpha.Coefficient.Value, 3);
    }
}
