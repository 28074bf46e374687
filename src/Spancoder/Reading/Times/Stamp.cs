using System.Globalization;
using System.Text.RegularExpressions;

namespace Spancoder.Reading.Times;

/// <summary>Times on a recording as people write them among words: <c>0:05</c>, <c>01:02:03</c>, <c>00:01:02.5</c>, <c>#00:01:02-5#</c>.</summary>
/// <remarks>The strictest of the readers of times: what is no time here stays somebody's words.</remarks>
internal static partial class Stamp
{
    /// <summary>A bare time, to be built into other patterns. Groups: none.</summary>
    public const string Pattern = @"(?:[0-9]{1,3}:)?[0-9]{1,3}:[0-9]{2}(?:[.,][0-9]{1,3}|-[0-9](?![0-9])|:[0-9]{2}(?![0-9]))?";

    /// <summary>A time in brackets, where also <c>mm.ss</c> and <c>hh.mm.ss</c> are times. Group: <c>stamp</c>.</summary>
    public const string Bracketed = $@"(?:\#\s*(?<stamp>{Pattern})\s*\#|\[\s*(?<stamp>{Pattern}|{Pointed})\s*\]|\(\s*(?<stamp>{Pattern})\s*\)|（\s*(?<stamp>{Pattern})\s*）|\{{\s*(?<stamp>{Pattern})\s*\}}|<\s*(?<stamp>{Pattern})\s*>)";

    private const string Pointed = @"[0-9]{1,2}\.[0-9]{2}(?:\.[0-9]{2})?";

    /// <returns>Null when minutes or seconds are out of range.</returns>
    public static TimeSpan? Parse(string text)
    {
        var parts = Parts().Match(text);
        if (!parts.Success) return null;

        var hours = parts.Groups["h"].Success ? int.Parse(parts.Groups["h"].Value, CultureInfo.InvariantCulture) : 0;
        var minutes = int.Parse(parts.Groups["m"].Value, CultureInfo.InvariantCulture);
        var seconds = int.Parse(parts.Groups["s"].Value, CultureInfo.InvariantCulture);
        if (seconds >= 60 || parts.Groups["h"].Success && minutes >= 60) return null;

        // Behind a point a fraction; behind a colon frames, of which a second has 25 or more, so that they are left out.
        var fraction = parts.Groups["f"].Value;
        var milliseconds = fraction.Length == 0 ? 0 : int.Parse(fraction.PadRight(3, '0'), CultureInfo.InvariantCulture);
        return new(0, hours, minutes, seconds, milliseconds);
    }

    [GeneratedRegex(@"^\s*(?:(?<h>[0-9]{1,3})[:.])?(?<m>[0-9]{1,3})[:.](?<s>[0-9]{2})(?:[.,-](?<f>[0-9]{1,3})|:[0-9]{2})?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
