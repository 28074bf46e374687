using Spancoder.Agreement;

namespace Spancoder.Tests.Agreement.Printed;

/// <summary>What papers print of their tables.</summary>
internal static class PrintedTable
{
    public static UnitPatterns Patterns(string name) => UnitPatterns.Of(PublishedTable.Read(name).Nominal);

    public static PairTable Pair(string name) => PairTable.Of(PublishedTable.Read(name).Nominal, 0, 1);

    /// <param name="decimals">How many the paper prints.</param>
    public static void Says(double printed, double? ours, int decimals) => Assert.Equal(Math.Round(printed, decimals), ours ?? double.NaN, 0.5001 * Math.Pow(10, -decimals));
}
