using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Spancoder.Cli;

/// <summary>How many threads work at once.</summary>
internal static class ThreadsOption
{
    public static Option<int?> Create() => new("--threads")
    {
        Description = "How many documents to work on at once. Default: one a processor. Changes no byte of the results.",
        HelpName = "N",
        CustomParser = ReadNumber,
    };

    public static int Read(ParseResult parsed, Option<int?> option, Problems problems)
    {
        var number = parsed.Sound(option) ?? Environment.ProcessorCount;
        if (number < 1) problems.Add(new(Arguments.NameOf(parsed)), $"--threads {number} is below 1", "write 1 or more");
        return number;
    }

    private static int? ReadNumber(ArgumentResult given)
    {
        var text = given.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;

        given.AddError($"--threads '{text}' is not a whole number");
        return null;
    }
}
