using System.CommandLine;

namespace Spancoder.Cli;

/// <summary>Where a command writes, and what can be shown there beside the results.</summary>
internal sealed class Terminal : InvocationConfiguration
{
    /// <summary>Null where nobody looks at stderr, or it cannot write a line anew.</summary>
    public ProgressLine? Progress { get; init; }

    /// <summary>Whether somebody looks at stdout.</summary>
    public bool ShowsOutput { get; init; }

    /// <summary>Whether words can be set in bold on stdout.</summary>
    public bool IsBold { get; init; }

    /// <summary>What a command was called with: without a terminal, where something else called it.</summary>
    public static Terminal Of(ParseResult parsed) => parsed.InvocationConfiguration as Terminal ?? new() { Output = parsed.InvocationConfiguration.Output, Error = parsed.InvocationConfiguration.Error };

    /// <summary>For passes whose results appear at their end.</summary>
    public static IProgress<PassProgress>? ProgressOf(ParseResult parsed) => Of(parsed).Progress;

    /// <summary>For passes whose results appear on stdout meanwhile: on one screen these are progress enough.</summary>
    public static IProgress<PassProgress>? ProgressBesideOutput(ParseResult parsed) => Of(parsed) is { ShowsOutput: false } other ? other.Progress : null;

    /// <summary>The one that the program was started in.</summary>
    public static Terminal OfConsole(TextWriter output, TextWriter error)
    {
        var isSmart = Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new()
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ShowsOutput = !Console.IsOutputRedirected,
            IsBold = isSmart && !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && KnowsBold(),
            Progress = isSmart && !Console.IsErrorRedirected ? new(error, TimeProvider.System, WidthOfConsole) : null,
        };
    }

    // The oldest console of Windows shows the signs themselves.
    private static bool KnowsBold() => !OperatingSystem.IsWindows() || (Environment.GetEnvironmentVariable("WT_SESSION") ?? Environment.GetEnvironmentVariable("TERM")) is not null;

    private static int WidthOfConsole()
    {
        const int Usual = 80;
        try
        {
            return Console.WindowWidth is var width and > 0 ? width : Usual;
        }
        catch (IOException)
        {
            return Usual;
        }
    }
}
