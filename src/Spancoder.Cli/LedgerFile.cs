using Spancoder.Review.Adjudication;

namespace Spancoder.Cli;

/// <summary>A record of decisions that is to be relied on.</summary>
internal static class LedgerFile
{
    /// <param name="problems">Where it cannot be read, or a line of it does not hold.</param>
    /// <returns>Null when it cannot be read.</returns>
    public static Ledger? Read(string file, Problems problems)
    {
        var ledger = problems.Try(() => Ledger.Read(file));
        if (ledger?.Flaw is { } flaw) problems.Add(flaw);
        return ledger;
    }
}
