using Spancoder.Agreement.Measures;

namespace Spancoder.Tests.Agreement.Printed;

/// <summary>R. Artstein, M. Poesio, Inter-coder agreement for computational linguistics, Computational Linguistics 34(4), 2008, p. 558 on: a hundred utterances, statement or request.</summary>
public class ArtsteinPoesio2008
{
    private const string Table = "artstein-poesio-2008";

    [Fact]
    public void S_pi_and_kappa_share_what_is_observed_and_differ_in_what_is_expected()
    {
        var patterns = PrintedTable.Patterns(Table);
        var (s, pi, kappa) = (BrennanPrediger.Of(patterns), FleissKappa.Of(patterns), new CohenKappa(PrintedTable.Pair(Table)).Parts);
        Assert.All(new[] { s, pi, kappa }, parts => PrintedTable.Says(0.7, parts.Observed.Value, 3));
        PrintedTable.Says(0.5, s.Expected.Value, 3);
        PrintedTable.Says(0.545, pi.Expected.Value, 3);
        PrintedTable.Says(0.54, kappa.Expected.Value, 3);
        PrintedTable.Says(0.4, s.Coefficient.Value, 3);
        PrintedTable.Says(0.341, pi.Coefficient.Value, 3);
        PrintedTable.Says(0.348, kappa.Coefficient.Value, 3);
    }

    [Fact]
    public void Agreement_on_each_of_the_two()
    {
        var patterns = PrintedTable.Patterns(Table);
        PrintedTable.Says(0.571, SpecificAgreement.Of(patterns, patterns.Categories.ToList().IndexOf("STAT")).Value, 3);
        PrintedTable.Says(0.769, SpecificAgreement.Of(patterns, patterns.Categories.ToList().IndexOf("IREQ")).Value, 3);
    }
}
