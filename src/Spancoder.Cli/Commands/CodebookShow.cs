using System.CommandLine;
using Spancoder.Reporting;

namespace Spancoder.Cli.Commands;

/// <summary>A codebook to read and to print.</summary>
internal static class CodebookShow
{
    public static Command Create()
    {
        var path = CodebookOption.CreateArgument();
        var codebook = CodebookOption.Create();
        Option<string> language = new("--language") { Description = "Which of the codebook's languages to show, e.g. zh.", DefaultValueFactory = _ => "en", HelpName = "LANGUAGE" };
        Command command = new("show", "Print a codebook as one Markdown page: its codes, its rules in words, its lists.") { path, codebook, language };
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            var rules = problems.Try(() => CodebookOption.Read(parsed.Text(path) ?? parsed.Text(codebook)));
            var chosen = parsed.Sound(language) ?? "en";
            var known = rules?.Codebook.Languages ?? [];
            if (parsed.GetResult(language) is { Implicit: false } && chosen.Length > 0 && known is not [] && !known.Contains(chosen))
            {
                problems.Add(new(Arguments.NameOf(parsed)), $"nothing in this codebook is in '{chosen}'", $"write --language and one of: {string.Join(", ", known)}");
            }

            problems.StopIfAny();
            parsed.InvocationConfiguration.Output.Write(CodebookPage.Of(rules!.Codebook, chosen)); // without problems there are rules
            return ExitCode.Done;
        });
        return command;
    }
}
