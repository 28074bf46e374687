using System.CommandLine;
using System.Globalization;
using Spancoder.Coders;
using Spancoder.Rules;

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
        terminal.Output.WriteLine("code     typical examples given it   near misses given it wrongly");
        var figures = CodebookFigures.Of(rules);
        foreach (var figure in figures) WriteLine(terminal.Output, figure.Code.Id, figure);
        WriteLine(terminal.Output, "all", new(figures[0].Code, figures.Sum(f => f.Typical), figures.Sum(f => f.TypicalGiven), figures.Sum(f => f.NearMisses), figures.Sum(f => f.NearMissesGiven)));
        return failing.Count == 0 ? ExitCode.Done : ExitCode.NotGoodEnough;
    }

    private static void WriteLine(TextWriter output, string name, CodebookFigures figure) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-8} {figure.TypicalGiven,12} of {figure.Typical,-10} {figure.NearMissesGiven,14} of {figure.NearMisses}"));
}
