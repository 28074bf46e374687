using System.CommandLine.Parsing;
using System.Globalization;
using Spancoder.Review.Packets;

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

    public static double? WithPoint(ArgumentResult given) => Read(given, given.Tokens[0].Value);

    /// <summary>For an option that may be given several times.</summary>
    public static double?[] AllWithPoint(ArgumentResult given) => [.. given.Tokens.Select(token => Read(given, token.Value))];

    /// <returns>From 0 to 1.</returns>
    public static decimal? Share(ArgumentResult given)
    {
        var text = given.Tokens[0].Value;
        if (Portion.TryRead(text, out var portion) && portion.Count is null or 0 or 1) return portion.Count ?? portion.Share;

        given.AddError($"{NameOf(given)} '{text}' is not a share, such as 20% or 0.2");
        return null;
    }

    private static double? Read(ArgumentResult given, string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;

        given.AddError($"{NameOf(given)} '{text}' is not a number with a point, such as 0.667");
        return null;
    }

    private static string NameOf(ArgumentResult given) => given.Parent is OptionResult option ? option.Option.Name : given.Argument.Name;
}
