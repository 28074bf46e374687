using System.Globalization;
using System.Text.RegularExpressions;

namespace Spancoder.Rules;

/// <summary>Reads <c>/.../</c>: regular expressions whose matching takes time in proportion to the text, whatever they are.</summary>
internal static partial class TermExpressions
{
    private const int Longest = 1000; // characters
    private const long MostRepeats = 1000;
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <param name="text">With its slashes.</param>
    /// <param name="wrong">What is wrong with it, and how to mend it.</param>
    /// <returns>Null where something is wrong.</returns>
    public static Regex? Read(string text, out (string What, string Mend) wrong)
    {
        wrong = default;
        if (text.Length < 3 || text[^1] != '/')
        {
            wrong = ($"'{text}' begins as a regular expression and does not end as one", "write it between two slashes, /like this/");
            return null;
        }

        if (text.Length > Longest || RepeatsIn(text) > MostRepeats)
        {
            wrong = ($"'{Shorten(text)}' is too large (longer than {Longest} characters, or its repeats multiply to more than {MostRepeats})", "write a simpler one, or several");
            return null;
        }

        return Make(text, ref wrong);
    }

    private static Regex? Make(string text, ref (string What, string Mend) wrong)
    {
        try
        {
            Regex regex = new(text[1..^1], Options);
            if (!regex.IsMatch("")) return regex;

            wrong = ($"'{text}' is found even where nothing stands", "let it ask for at least one character, with + instead of *");
        }
        catch (RegexParseException mistake)
        {
            wrong = ($"'{text}' is not a regular expression: {Explain(mistake)}, at character {mistake.Offset + 2}", @"mend it there; a bracket, point or slash that is meant as itself has \ before it");
        }
        catch (NotSupportedException)
        {
            wrong = ($"look-around and back-references are not allowed in {text}, nor what grows too large (matching must stay linear)", "use 'only-if' and 'unless', or write out what it repeats");
        }

        return null;
    }

    private static string Explain(RegexParseException mistake) =>
        Capitals().Replace(mistake.Error.ToString(), " $0").Trim().ToLowerInvariant();

    private static long RepeatsIn(string text)
    {
        long product = 1;
        foreach (Match count in Counts().Matches(text))
        {
            if (!int.TryParse(count.Groups["most"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var most)) return long.MaxValue;
            product = Math.Min(product * Math.Max(1, most), MostRepeats + 1);
        }

        return product;
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "...";

    [GeneratedRegex(@"\{(?:[0-9]+,)?(?<most>[0-9]+),?\}")]
    private static partial Regex Counts();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capitals();
}
