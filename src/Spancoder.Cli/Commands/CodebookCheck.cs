using System.CommandLine;
using Spancoder.Codebooks;
using Spancoder.Rules;
using Spancoder.Text;

namespace Spancoder.Cli.Commands;

/// <summary>What is wrong with a codebook, and what a careful author would look at besides.</summary>
internal static class CodebookCheck
{
    public static Command Create()
    {
        var path = CodebookOption.CreateArgument();
        var codebook = CodebookOption.Create();
        Option<bool> strict = new("--strict") { Description = "Exit 1 when there is anything to look at." };
        StudyOptions corpus = new(new Option<string[]>("--corpus")
        {
            Description = "Files and folders in which the rules are tried. May be given several times.",
            HelpName = "PATH",
            AllowMultipleArgumentsPerToken = true,
        });
        Command command = new("check", "Name everything that is wrong with a codebook, and what may be worth another look.") { path, codebook, strict };
        corpus.AddWithoutStrictTo(command);
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            var rules = problems.Try(() => CodebookOption.Read(parsed.Text(path) ?? parsed.Text(codebook)));
            if (!corpus.IsGiven(parsed)) problems.StopIfAny();

            var use = rules is null ? null : new RuleUse(rules);
            var unread = corpus.IsGiven(parsed) ? corpus.ReadThose(parsed, problems, document => use!.Add(document, corpus.Unit(parsed))) : problems; // without problems there are rules
            var advice = AdviceOn(rules!, use!); // as above
            Show(rules!, use!, advice, parsed.InvocationConfiguration.Output); // as above
            unread.StopIfAny();
            return parsed.Sound(strict) && advice is not [] ? ExitCode.NotGoodEnough : ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<Problem> AdviceOn(RuleSet rules, RuleUse use)
    {
        Problems advice = new();
        CodeAdvice.Add(rules.Codebook, advice);
        ScriptAdvice.Add(rules.Codebook, advice);
        TermAdvice.Add(rules.Codebook, advice);
        use.Advise(advice);
        return advice.InOrder;
    }

    private static void Show(RuleSet rules, RuleUse use, IReadOnlyList<Problem> advice, TextWriter output)
    {
        foreach (var line in advice) output.WriteLine(line);
        if (advice is not []) output.WriteLine();
        if (use.Documents > 0) Show(use, output);

        var codebook = rules.Codebook;
        output.WriteLine($"{Counted.Of(codebook.Codes.Count, "code")}, {Counted.Of(codebook.Rules.Count, "rule")}{Unfinished(codebook)}, {Counted.Of(codebook.Lists.Count, "list")}: "
            + $"nothing is wrong, {(advice is [] ? "and there is nothing to look at" : $"{Counted.Of(advice.Count, "thing")} to look at")}");
    }

    private static string Unfinished(Codebook codebook)
    {
        string[] parts = [.. ((RuleStatus[])[RuleStatus.Draft, RuleStatus.Retired])
            .Select(status => (Status: status, Ids: codebook.Rules.Where(rule => rule.Status == status).Select(rule => rule.Id).ToList()))
            .Where(part => part.Ids is not [])
            .Select(part => $"{part.Ids.Count} {part.Status.ToString().ToLowerInvariant()}: {string.Join(", ", part.Ids)}")];
        return parts is [] ? "" : $" ({string.Join("; ", parts)})";
    }

    private static void Show(RuleUse use, TextWriter output)
    {
        var width = use.Counts.Select(count => DisplayWidth.Of(count.Rule.Id)).Prepend(4).Max();
        output.WriteLine($"In {Counted.Of(use.Documents, "document")}:");
        output.WriteLine();
        output.WriteLine($"{DisplayWidth.PadRight("rule", width)}    hits  documents  terms that found something");
        foreach (var count in use.Counts) output.WriteLine($"{DisplayWidth.PadRight(count.Rule.Id, width)}  {count.Hits,6}  {count.Documents,9}  {$"{count.TermsFound} of {count.Terms}",26}");
        output.WriteLine();
    }
}
