using System.Globalization;

namespace Spancoder.Reading.Times;

/// <summary>A time as a cue writes it: <c>01:02:03.500</c>, <c>14:05,98</c>, <c>0.86</c>, <c>0:0:-6.-820</c>.</summary>
/// <remarks>Kept as it is written: what stands behind the point counts, only the whole file tells.</remarks>
/// <param name="WholeSeconds">Hours, minutes and seconds together; 0 where one of them is negative.</param>
/// <param name="Fraction">The digits behind the point. Empty where there is none.</param>
/// <param name="IsNegative">A part of it has a minus, as Teams writes what began before the recording.</param>
/// <param name="PaddedParts">Minutes and seconds written <c>05</c>.</param>
/// <param name="BareParts">Minutes and seconds written <c>5</c>.</param>
internal readonly record struct CueTime(long WholeSeconds, string Fraction, bool IsNegative, int PaddedParts, int BareParts)
{
    private const int Longest = 32; // characters

    /// <returns>Null when it is no time, or has more than 59 seconds or minutes below a larger part.</returns>
    public static CueTime? Parse(ReadOnlySpan<char> text)
    {
        var point = text.IndexOfAny('.', ',');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? [] : text[(point + 1)..];
        if (text.Length > Longest || point >= 0 && !IsNumber(fraction, 9)) return null;

        Span<Range> parts = stackalloc Range[4];
        var count = whole.Split(parts, ':');
        var (seconds, padded, bare) = (0L, 0, 0);
        for (var index = 0; index < count; index++)
        {
            var part = whole[parts[index]];
            if (count > 3 || !IsNumber(part, index == count - 2 ? 4 : 6)) return null;

            var number = Math.Abs(long.Parse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
            seconds = seconds * 60 + number;
            if (index == 0) continue;

            if (number > 59) return null;
            if (part is ['0', _]) padded++;
            if (part.TrimStart('-').Length == 1) bare++;
        }

        var isNegative = text.Contains('-');
        return new(isNegative ? 0 : seconds, isNegative ? "" : fraction.ToString(), isNegative, padded, bare);
    }

    /// <param name="countsMilliseconds">The digits behind the point are a number of milliseconds (".20" is 20 ms), not a fraction (200 ms).</param>
    public TimeSpan ToTimeSpan(bool countsMilliseconds)
    {
        var digits = countsMilliseconds && Fraction.Length < 3 ? Fraction.PadLeft(3, '0') : Fraction.PadRight(3, '0');
        return TimeSpan.FromMilliseconds(WholeSeconds * 1000 + int.Parse(digits.AsSpan(0, 3), CultureInfo.InvariantCulture));
    }

    private static bool IsNumber(ReadOnlySpan<char> text, int mostDigits)
    {
        var digits = text is ['-', .. var rest] ? rest : text;
        return digits.Length > 0 && digits.Length <= mostDigits && !digits.ContainsAnyExceptInRange('0', '9');
    }
}
