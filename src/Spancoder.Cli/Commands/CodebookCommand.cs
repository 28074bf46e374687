using System.CommandLine;
using System.Globalization;
using Spancoder.Coders;
using Spancoder.Rules;
using Spancoder.Text;

namespace Spancoder.Cli.Commands;

/// <summary>What can be done with a codebook.</summary>
internal static class CodebookCommand
{
    public static Command Create() => new("codebook", "Check a codebook.") { CreateTest() };

    private static Command CreateTest()
    {
        var codebook = CodebookOption.Create();
        Command command = new("test", "Run the examples that stand beside the rules, and count what the rules make of the codes' own examples.") { codebook };
        command.SetAction(parsed => Test(CodebookOption.Read(parsed.GetValue(codebook)), parsed.InvocationConfiguration));
        return command;
    }

    private static int Test(RuleSet rules, InvocationConfiguration terminal)
    {
        var failing = RuleExamples.Failing(rules);
        foreach (var problem in failing) terminal.Error.WriteLine(problem);

        var examples = rules.Codebook.Rules.Sum(rule => rule.Examples.Count);
        terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{rules.Codebook.Rules.Count} rules, {examples} examples: {examples - failing.Count} hold, {failing.Count} do not"));
        terminal.Output.WriteLine();
        var figures = CodebookFigures.Of(rules);
        var all = figures.Aggregate((left, right) => left with
        {
            Typical = left.Typical + right.Typical,
            TypicalGiven = left.TypicalGiven + right.TypicalGiven,
            NearMisses = left.NearMisses + right.NearMisses,
            NearMissesGiven = left.NearMissesGiven + right.NearMissesGiven,
        });
        var width = Math.Max(4, figures.Max(figure => DisplayWidth.Of(figure.Code.Id)));
        terminal.Output.WriteLine($"{DisplayWidth.PadRight("code", width)}  typical examples that get it  near misses that get it and should not");
        foreach (var figure in figures) WriteLine(terminal.Output, DisplayWidth.PadRight(figure.Code.Id, width), figure);
        WriteLine(terminal.Output, DisplayWidth.PadRight("all", width), all);
        return failing.Count == 0 ? ExitCode.Done : ExitCode.NotGoodEnough;
    }

    private static void WriteLine(TextWriter output, string name, CodebookFigures figure) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{name}  {Of(figure.TypicalGiven, figure.Typical),28}  {Of(figure.NearMissesGiven, figure.NearMisses),38}"));

    private static string Of(int part, int whole) => whole == 0 ? "none there" : string.Create(CultureInfo.InvariantCulture, $"{part} of {whole}");
}
