using System.CommandLine;
using Spancoder.Review.Adjudication;

namespace Spancoder.Cli.Commands;

/// <summary>Whether a record of decisions is as it was written.</summary>
internal static class ReviewVerify
{
    private const int HashLength = 64; // hexadecimal digits of a SHA-256

    public static Command Create()
    {
        Argument<string?> file = new("LEDGER") { Description = "The record that 'spancoder review adjudicate' writes.", Arity = ArgumentArity.ExactlyOne };
        Option<string?> head = new("--head") { Description = "A head that was noted elsewhere: the ledger must still hold it.", HelpName = "HASH" };
        Command command = new("verify", "See whether anything in a record of decisions was changed, removed, inserted or swapped.") { file, head };
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            var noted = parsed.Text(head)?.ToLowerInvariant();
            if (noted is not null && (noted.Length != HashLength || !noted.All(char.IsAsciiHexDigit)))
            {
                problems.Add(new(Arguments.NameOf(parsed)), $"--head does not have {HashLength} hexadecimal digits", "copy it whole from what 'spancoder review verify' printed");
            }

            var ledger = parsed.Text(file) is { } path ? problems.Try(() => Ledger.Read(path)) : null;
            problems.StopIfAny();
            return Run(ledger!, noted, parsed.InvocationConfiguration.Output); // without problems there is a ledger
        });
        return command;
    }

    private static int Run(Ledger ledger, string? noted, TextWriter output)
    {
        if (ledger.Flaw is { } flaw)
        {
            output.WriteLine(flaw);
            return ExitCode.NotGoodEnough;
        }

        var contested = ledger.InForce.Count(entry => entry.IsContested);
        output.WriteLine($"{ledger.File}: {(ledger.Entries.Count == 1 ? "1 entry" : $"{ledger.Entries.Count} entries")}, {ledger.InForce.Count} in force, {contested} of them contested; every line holds");
        if (ledger.Head.Length > 0) output.WriteLine($"head: {ledger.Head}");
        if (noted is null) return ExitCode.Done;

        var place = ledger.LineHashes.Index().Where(line => line.Item == noted).Select(line => line.Index + 1).FirstOrDefault();
        output.WriteLine(place == 0
            ? "The head that was noted is no line's: the end was cut off, or all was written anew from some line on"
            : $"The head that was noted is that of line {place}: up to there nothing is missing, and {ledger.Entries.Count - place} came after it");
        return place == 0 ? ExitCode.NotGoodEnough : ExitCode.Done;
    }
}
