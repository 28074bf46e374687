using System.Globalization;

namespace Spancoder.Reading.Times;

/// <summary>Times on a recording as programs write them for each other: a plain number of milliseconds or seconds.</summary>
internal static class MediaTime
{
    private const double Longest = 1000 * 3600; // seconds; no recording is longer, and a TimeSpan holds it

    /// <returns>Null where it is no number, below zero, or longer than any recording.</returns>
    public static TimeSpan? OfMilliseconds(ReadOnlySpan<char> text) => OfSeconds(text, 1000);

    /// <inheritdoc cref="OfMilliseconds"/>
    public static TimeSpan? OfSeconds(ReadOnlySpan<char> text) => OfSeconds(text, 1);

    /// <returns>Null where it is below zero, or longer than any recording.</returns>
    public static TimeSpan? OfSeconds(double seconds) => seconds is >= 0 and <= Longest ? TimeSpan.FromMilliseconds(Math.Round(seconds * 1000)) : null;

    private static TimeSpan? OfSeconds(ReadOnlySpan<char> text, double inOneSecond) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? OfSeconds(value / inOneSecond) : null;
}
