using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using Spancoder.Cli.Commands;

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
        if (parsed.Action is ParseErrorAction mistake) mistake.ShowHelp = false;
        try
        {
            var exit = parsed.Invoke(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            return parsed.Action is ParseErrorAction ? ExitCode.BadInput : exit;
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
