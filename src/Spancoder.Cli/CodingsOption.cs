using System.CommandLine;

namespace Spancoder.Cli;

/// <summary>Where people's codings of a study are.</summary>
internal static class CodingsOption
{
    public static Option<string[]> Create() => new("--codings")
    {
        Description = "A CSV with people's codings. May be given several times. Default: the CSV files in the folder codings of the root, if there is one.",
        HelpName = "FILE",
    };
}
