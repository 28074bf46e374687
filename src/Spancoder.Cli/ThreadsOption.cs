using System.CommandLine;

namespace Spancoder.Cli;

/// <summary>How many threads work at once.</summary>
internal static class ThreadsOption
{
    public static Option<int?> Create(string what = "How many documents to work on at once") => new("--threads")
    {
        Description = what + ". Default: one a processor. Changes no byte of the results.",
        HelpName = "N",
        CustomParser = Numbers.Whole,
    };

    public static int Read(ParseResult parsed, Option<int?> option, Problems problems)
    {
        var number = parsed.Sound(option) ?? Environment.ProcessorCount;
        if (number < 1) problems.Add(new(Arguments.NameOf(parsed)), $"--threads {number} is below 1", "write 1 or more");
        return number;
    }
}
