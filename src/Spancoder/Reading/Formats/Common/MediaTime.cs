using System.Globalization;

namespace Spancoder.Reading.Formats.Common;

/// <summary>Times on a recording as programs write them: a plain number of milliseconds or seconds.</summary>
internal static class MediaTime
{
    private const double Longest = 1000 * 3600; // seconds; no recording is longer, and a TimeSpan holds it

    /// <returns>Null where it is no number, below zero, or longer than any recording.</returns>
    public static TimeSpan? OfMilliseconds(ReadOnlySpan<char> text) => OfSeconds(text, 1000);

    /// <inheritdoc cref="OfMilliseconds"/>
    public static TimeSpan? OfSeconds(ReadOnlySpan<char> text) => OfSeconds(text, 1);

    private static TimeSpan? OfSeconds(ReadOnlySpan<char> text, double inOneSecond) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value / inOneSecond is >= 0 and <= Longest
            ? TimeSpan.FromMilliseconds(Math.Round(value / inOneSecond * 1000))
            : null;
}
