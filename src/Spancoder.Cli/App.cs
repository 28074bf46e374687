using System.CommandLine;
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
            if (parsed.Errors.Count > 0) throw new InputException(MistakesIn(parsed));
            return parsed.Invoke(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (InputException wrong)
        {
            foreach (var problem in wrong.Problems) error.WriteLine(problem);
            return ExitCode.BadInput;
        }
        finally
        {
            output.Flush();
        }
    }

    // A word that is no command makes every word after it a mistake too; only the first is worth a line.
    private static IReadOnlyList<Problem> MistakesIn(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var name = command is RootCommand ? "spancoder" : $"spancoder {command.Name}";
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..])
        {
            var known = command.Subcommands.Select(sub => sub.Name);
            return [new(new(name), $"there is no command '{word}'{Spelling.DidYouMean(word, known)}", $"see '{name} --help'")];
        }

        return [.. parsed.Errors.Select(mistake => new Problem(new(name), OneLine(mistake.Message), $"see '{name} --help'"))];
    }

    private static string OneLine(string message)
    {
        var words = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        return char.ToLowerInvariant(words[0]) + words[1..];
    }

    /// <summary>All commands. To add one: a file in Commands/, and a line here.</summary>
    internal static RootCommand Root() => new("Codes interview transcripts and field notes with a codebook, and says why.")
    {
        CodeCommand.Create(),
        InspectCommand.Create(),
        TextCommand.Create(),
        SegmentCommand.Create(),
        ExplainCommand.Create(),
        CodebookCommand.Create(),
    };
}
