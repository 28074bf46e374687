using System.Globalization;
using System.Text.RegularExpressions;

namespace Spancoder.Reading.Times;

/// <summary>A time as a cue writes it: <c>01:02:03.500</c>, <c>14:05,98</c>, <c>0.86</c>, <c>0:0:-6.-820</c>.</summary>
/// <remarks>Kept as it is written: what stands behind the point counts, only the whole file tells.</remarks>
/// <param name="WholeSeconds">Hours, minutes and seconds together; 0 where one of them is negative.</param>
/// <param name="Fraction">The digits behind the point. Empty where there is none.</param>
/// <param name="IsNegative">A part of it has a minus, as Teams writes what began before the recording.</param>
/// <param name="PaddedParts">Minutes and seconds written <c>05</c>.</param>
/// <param name="BareParts">Minutes and seconds written <c>5</c>.</param>
internal readonly partial record struct CueTime(long WholeSeconds, string Fraction, bool IsNegative, int PaddedParts, int BareParts)
{
    private const int Longest = 32; // characters

    /// <returns>Null when it is no time, or has more than 59 seconds or minutes below a larger part.</returns>
    public static CueTime? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest || Form().Match(text.ToString()) is not { Success: true } match) return null;

        var (hours, minutes, seconds) = (NumberIn(match.Groups["h"]), NumberIn(match.Groups["m"]), NumberIn(match.Groups["s"]));
        if (match.Groups["h"].Success && minutes > 59 || match.Groups["m"].Success && seconds > 59) return null;

        string[] parts = match.Groups switch
        {
            var groups when groups["h"].Success => [groups["m"].Value, groups["s"].Value],
            var groups when groups["m"].Success => [groups["s"].Value],
            _ => [],
        };
        var isNegative = text.Contains('-');
        return new(isNegative ? 0 : hours * 3600 + minutes * 60 + seconds, isNegative ? "" : match.Groups["f"].Value, isNegative,
            parts.Count(part => part is ['0', _]), parts.Count(part => part.TrimStart('-').Length == 1));
    }

    /// <param name="countsMilliseconds">The digits behind the point are a number of milliseconds (".20" is 20 ms), not a fraction (200 ms).</param>
    public TimeSpan ToTimeSpan(bool countsMilliseconds)
    {
        var digits = countsMilliseconds && Fraction.Length < 3 ? Fraction.PadLeft(3, '0') : Fraction.PadRight(3, '0');
        return TimeSpan.FromMilliseconds(WholeSeconds * 1000 + int.Parse(digits.AsSpan(0, 3), CultureInfo.InvariantCulture));
    }

    private static long NumberIn(Group group) => group.Success ? Math.Abs(long.Parse(group.Value, CultureInfo.InvariantCulture)) : 0;

    [GeneratedRegex("^(?:(?:(?<h>-?[0-9]{1,6}):)?(?<m>-?[0-9]{1,4}):)?(?<s>-?[0-9]{1,6})(?:[.,](?<f>-?[0-9]{1,9}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
