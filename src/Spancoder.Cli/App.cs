using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using Spancoder.Cli.Commands;
using Spancoder.Text;

namespace Spancoder.Cli;

internal static class App
{
    public static string Version { get; } =
        typeof(App).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion; // the SDK writes it

    /// <summary>Runs one command line. Lets bugs through, so that a test sees them; Program turns them into exit 70.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var root = Root();
        if (args is [])
        {
            root.Parse("--help").Invoke(new() { Output = error, Error = error });
            return ExitCode.BadInput;
        }

        var parsed = root.Parse(args);
        try
        {
            var exit = Invoke(parsed, output, error);
            output.Flush();
            return exit;
        }
        catch (InputException wrong)
        {
            foreach (var problem in wrong.Problems) error.WriteLine(problem);
            return ExitCode.BadInput;
        }
    }

    private static int Invoke(ParseResult parsed, TextWriter output, TextWriter error)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.Errors.Count == 0) return parsed.Invoke(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });

        // A word that is no command makes every word after it a mistake too; only the first is worth a line.
        var name = Arguments.NameOf(parsed);
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..])
        {
            var known = command.Subcommands.Select(sub => sub.Name);
            throw new InputException(new(name), $"there is no command '{word}'{Spelling.DidYouMean(word, known)}", $"see '{name} --help'");
        }

        // The command looks at all that it was given, so that its problems and the parser's are named together, and stops.
        if (command.Action is SynchronousCommandLineAction action) action.Invoke(parsed);
        throw new InputException(Arguments.MistakesIn(parsed).InOrder);
    }

    /// <summary>All commands. To add one: a file in Commands/, and a line here.</summary>
    internal static RootCommand Root() => new("Codes interview transcripts and field notes with a codebook, and says why.")
    {
        CodeCommand.Create(),
        ReportCommand.Create(),
        InspectCommand.Create(),
        TextCommand.Create(),
        SegmentCommand.Create(),
        ExplainCommand.Create(),
        AgreeCommand.Create(),
        TrainCommand.Create(),
        EvaluateCommand.Create(),
        CodebookCommand.Create(),
        ReviewCommand.Create(),
    };
}
