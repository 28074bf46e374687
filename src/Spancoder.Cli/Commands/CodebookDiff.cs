using System.CommandLine;
using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Reporting;
using Spancoder.Rules;

namespace Spancoder.Cli.Commands;

/// <summary>What changed between two versions of a codebook, and what that changes in codings.</summary>
internal static class CodebookDiff
{
    private const int MostShown = 20;

    public static Command Create()
    {
        Argument<string?> old = new("OLD") { Description = "The older version: a codebook's folder, or a file of rules on its own.", Arity = ArgumentArity.ExactlyOne };
        Argument<string?> now = new("NEW") { Description = "The newer version.", Arity = ArgumentArity.ExactlyOne };
        StudyOptions study = new(new Argument<string[]>("PATH") { Description = "Files and folders that are coded with both.", Arity = ArgumentArity.ZeroOrMore });
        Option<string?> codings = new("--codings") { Description = "A codings.csv of an earlier run: how many of its rows may be others now.", HelpName = "FILE" };
        Option<bool> all = new("--all") { Description = $"Show all places and segments, not only the first {MostShown} of each kind." };

        Command command = new("diff", "Say what changed between two versions of a codebook, and in which codings.") { old, now };
        study.AddTo(command);
        command.Add(codings);
        command.Add(all);
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            var before = parsed.Text(old) is { } older ? problems.Try(() => CodebookOption.Read(older)) : null;
            var after = parsed.Text(now) is { } newer ? problems.Try(() => CodebookOption.Read(newer)) : null;
            var what = before is not null && after is not null ? Compare(before, after, parsed.Text(codings), problems) : null;
            if (!study.IsGiven(parsed)) problems.StopIfAny();

            Problems unread = problems;
            if (study.IsGiven(parsed))
            {
                var coded = what is null ? null : new ChangedCodings(before!, after!, what.Rules, parsed.Sound(all) ? int.MaxValue : MostShown); // both were there to compare
                unread = study.ReadThose(parsed, problems, document => coded!.Add(document, study.Unit(parsed))); // without problems there are both
                what = what! with { Codings = coded }; // as above
            }

            foreach (var line in CodebookDifference.Of(what!)) parsed.InvocationConfiguration.Output.WriteLine(line); // as above
            unread.StopIfAny();
            return ExitCode.Done;
        });
        return command;
    }

    private static Comparison Compare(RuleSet before, RuleSet after, string? codings, Problems problems)
    {
        var codes = CodeChanges.Between(before.Codebook, after.Codebook);
        var rules = RuleChanges.Between(before, after);
        var changed = StaleCodings.Changed(codes, rules, before.Codebook, after.Codebook);
        return new(before.Codebook, after.Codebook, codes, rules, null, codings is null ? null : StaleCodings.Read(codings, after, changed, problems));
    }
}
