using System.Globalization;
using System.Text.RegularExpressions;

namespace Spancoder.Reading;

/// <summary>Times on a recording as people write them: <c>0:05</c>, <c>01:02:03</c>, <c>00:01:02.5</c>, <c>#00:01:02-5#</c>.</summary>
internal static partial class Stamp
{
    /// <summary>A bare time, to be built into other patterns. Groups: none.</summary>
    public const string Pattern = @"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3}|-\d(?!\d)|:\d{2}(?!\d))?";

    /// <summary>A time in brackets, where also <c>mm.ss</c> and <c>hh.mm.ss</c> are times. Group: <c>stamp</c>.</summary>
    public const string Bracketed = $@"(?:\#\s*(?<stamp>{Pattern})\s*\#|\[\s*(?<stamp>{Pattern}|{Pointed})\s*\]|\(\s*(?<stamp>{Pattern})\s*\)|（\s*(?<stamp>{Pattern})\s*）|\{{\s*(?<stamp>{Pattern})\s*\}}|<\s*(?<stamp>{Pattern})\s*>)";

    private const string Pointed = @"\d{1,2}\.\d{2}(?:\.\d{2})?";

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

    [GeneratedRegex(@"^\s*(?:(?<h>\d{1,3})[:.])?(?<m>\d{1,3})[:.](?<s>\d{2})(?:[.,-](?<f>\d{1,3})|:\d{2})?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
