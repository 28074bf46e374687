using System.CommandLine.Parsing;
using System.Globalization;

namespace Spancoder.Cli;

/// <summary>Numbers on the command line, with a point in every culture.</summary>
internal static class Numbers
{
    public static int? Whole(ArgumentResult given)
    {
        if (int.TryParse(given.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;

        given.AddError($"{NameOf(given)} '{given.Tokens[0].Value}' is not a whole number");
        return null;
    }

    public static double? WithPoint(ArgumentResult given)
    {
        if (double.TryParse(given.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;

        given.AddError($"{NameOf(given)} '{given.Tokens[0].Value}' is not a number with a point, such as 0.667");
        return null;
    }

    private static string NameOf(ArgumentResult given) => given.Parent is OptionResult option ? option.Option.Name : given.Argument.Name;
}
