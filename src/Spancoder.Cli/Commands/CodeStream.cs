using System.CommandLine;
using Spancoder.Coders;
using Spancoder.Reading;

namespace Spancoder.Cli.Commands;

/// <summary>The main job as a filter: lines of JSON in, the same lines with their codings out.</summary>
internal static class CodeStream
{
    public static int Run(Machine machine, ReadingOptions options, InvocationConfiguration terminal)
    {
        using var input = Console.OpenStandardInput();
        var isAnyWrong = false;
        foreach (var line in new StreamPipeline("stdin", machine, options).Run(input, Say))
        {
            terminal.Output.WriteLine(line);
            terminal.Output.Flush(); // whoever reads it should not wait for the lines that follow
        }

        return isAnyWrong ? ExitCode.BadInput : ExitCode.Done;

        void Say(Problem problem)
        {
            isAnyWrong = true;
            terminal.Error.WriteLine(problem);
        }
    }
}
