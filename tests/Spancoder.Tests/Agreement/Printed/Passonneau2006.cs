using Spancoder.Agreement;
using Spancoder.Agreement.Measures;

namespace Spancoder.Tests.Agreement.Printed;

/// <summary>R. Passonneau, Measuring agreement on set-valued items (MASI), LREC 2006: its distances, and what alpha with them is of nine units.</summary>
public class Passonneau2006
{
    [Fact]
    public void Nine_units_with_sets()
    {
        var judgements = PublishedTable.Read("sets-of-nine-units").Judgements;
        var alpha = SetAlpha.Of(UnitPatterns.Of(judgements.Ratings), judgements.Sets, SetDistance.Masi);
        PrintedTable.Says(0.543, 1 - alpha.Observed.Value, 3);
        PrintedTable.Says(0.747, 1 - alpha.Expected.Value, 3);
        PrintedTable.Says(0.273, alpha.Coefficient.Value, 3);
    }

    [Theory]
    [InlineData("", "a", 1)]
    [InlineData("a", "b", 1)]
    [InlineData("a", "ab", 1 - (1d / 2 * 2 / 3))] // one holds the other
    [InlineData("ab", "bc", 1 - (1d / 3 * 1 / 3))] // they have some in common
    [InlineData("abc", "bcd", 1 - (2d / 4 * 1 / 3))]
    public void The_distance_of_two_sets(string first, string second, double expected)
    {
        CodeSets sets = new(["a", "b", "c", "d"], [[.. first.Select(letter => letter - 'a')], [.. second.Select(letter => letter - 'a')]]);
        Assert.Equal(expected, sets.Distance(0, 1, SetDistance.Masi), 1e-12);
        Assert.Equal(expected, sets.Distance(1, 0, SetDistance.Masi), 1e-12);
        Assert.Equal(0, sets.Distance(0, 0, SetDistance.Masi));
    }
}
