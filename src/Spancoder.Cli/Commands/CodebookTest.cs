using System.CommandLine;
using System.Globalization;
using Spancoder.Coders;
using Spancoder.Rules;
using Spancoder.Text;

namespace Spancoder.Cli.Commands;

/// <summary>A codebook's examples as tests.</summary>
internal static class CodebookTest
{
    private const int MostShown = 20;

    public static Command Create()
    {
        var path = CodebookOption.CreateArgument();
        var codebook = CodebookOption.Create();
        Option<bool> all = new("--all") { Description = $"Show all of the codes' own examples that did not do what they show, not only the first {MostShown}." };
        Command command = new("test", "Run the examples that stand beside the rules, and count what the rules make of the codes' own examples.") { path, codebook, all };
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            var rules = problems.Try(() => CodebookOption.Read(parsed.Text(path) ?? parsed.Text(codebook)));
            problems.StopIfAny();
            return Test(rules!, parsed.Sound(all), parsed.InvocationConfiguration); // without problems there are rules
        });
        return command;
    }

    private static int Test(RuleSet rules, bool showsAll, InvocationConfiguration terminal)
    {
        var failing = RuleExamples.Failing(rules);
        foreach (var problem in failing) terminal.Error.WriteLine(problem);

        var examples = rules.Rules.Sum(rule => rule.Rule.Examples.Count);
        terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{rules.Rules.Count} rules, {examples} examples: {examples - failing.Count} hold, {failing.Count} do not"));
        if (rules.Codebook.Codes is [])
        {
            terminal.Output.WriteLine("This is a file of rules on its own: their codes are not checked.");
            return failing.Count == 0 ? ExitCode.Done : ExitCode.NotGoodEnough;
        }

        terminal.Output.WriteLine();
        var figures = CodebookFigures.Of(rules);
        var all = figures.Aggregate((left, right) => left with { Typical = [.. left.Typical, .. right.Typical], NearMisses = [.. left.NearMisses, .. right.NearMisses] });
        var width = Math.Max(4, figures.Max(figure => DisplayWidth.Of(figure.Code.Id)));
        terminal.Output.WriteLine($"{DisplayWidth.PadRight("code", width)}  typical examples that get it  near misses that get it and should not");
        foreach (var figure in figures) WriteLine(terminal.Output, DisplayWidth.PadRight(figure.Code.Id, width), figure);
        WriteLine(terminal.Output, DisplayWidth.PadRight("all", width), all);
        ShowDisagreements(terminal.Output, figures, showsAll);
        return failing.Count == 0 ? ExitCode.Done : ExitCode.NotGoodEnough;
    }

    private static void WriteLine(TextWriter output, string name, CodebookFigures figure) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{name}  {Given(figure.Typical),28}  {Given(figure.NearMisses),38}"));

    private static string Given(IReadOnlyList<ExampleOutcome> examples) =>
        examples.Count == 0 ? "none there" : string.Create(CultureInfo.InvariantCulture, $"{examples.Count(example => example.IsGiven)} of {examples.Count}");

    private static void ShowDisagreements(TextWriter output, IReadOnlyList<CodebookFigures> figures, bool showsAll)
    {
        List<string> lines =
        [
            .. figures.SelectMany(figure => figure.Typical.Where(example => !example.IsGiven).Select(example => $"{example.Place}: {figure.Code.Id} is not given to «{OneLine(example.Text)}»")),
            .. figures.SelectMany(figure => figure.NearMisses.Where(example => example.IsGiven)
                .Select(example => $"{example.Place}: {figure.Code.Id} is given, by {string.Join(", ", example.Rules)}, to the near miss «{OneLine(example.Text)}»")),
        ];
        if (lines is []) return;

        output.WriteLine();
        foreach (var line in lines.Take(showsAll ? lines.Count : MostShown)) output.WriteLine(line);
        if (!showsAll && lines.Count > MostShown) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {lines.Count - MostShown} more: see them with --all"));
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
