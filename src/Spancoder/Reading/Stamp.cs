using System.Globalization;

namespace Spancoder.Reading;

/// <summary>Times on a recording as people write them: <c>0:05</c>, <c>01:02:03</c>, <c>00:01:02.5</c>.</summary>
internal static class Stamp
{
    /// <summary>The pattern, to be built into others. Groups: none.</summary>
    public const string Pattern = @"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?";

    /// <returns>Null when minutes or seconds are out of range.</returns>
    public static TimeSpan? Parse(string text)
    {
        var parts = text.Replace(',', '.').Split(':');
        var seconds = double.Parse(parts[^1], CultureInfo.InvariantCulture);
        var minutes = int.Parse(parts[^2], CultureInfo.InvariantCulture);
        var hours = parts.Length == 3 ? int.Parse(parts[0], CultureInfo.InvariantCulture) : 0;
        if (seconds >= 60 || parts.Length == 3 && minutes >= 60) return null;

        return TimeSpan.FromMilliseconds(Math.Round((hours * 3600 + minutes * 60 + seconds) * 1000));
    }
}
