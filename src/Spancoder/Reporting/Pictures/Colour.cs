using System.Globalization;

namespace Spancoder.Reporting.Pictures;

/// <summary>What can be read on a colour.</summary>
/// <remarks>Web Content Accessibility Guidelines 2.2, relative luminance and contrast ratio.</remarks>
internal static class Colour
{
    /// <summary>From 1 to 21, for colours such as "#3d8fc4"; letters need 4.5.</summary>
    public static double Contrast(string first, string second)
    {
        var (one, other) = (Luminance(first), Luminance(second));
        return (Math.Max(one, other) + .05) / (Math.Min(one, other) + .05);
    }

    /// <summary>Black or white; one of them has a contrast of at least 4.58 on any colour.</summary>
    public static string Readable(string on) => Contrast(on, "#000000") >= Contrast(on, "#ffffff") ? "#000000" : "#ffffff";

    /// <summary>From 0 for black to 1 for white.</summary>
    public static double Luminance(string colour) => (.2126 * Channel(colour, 1)) + (.7152 * Channel(colour, 3)) + (.0722 * Channel(colour, 5));

    private static double Channel(string colour, int at)
    {
        var share = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return share <= .04045 ? share / 12.92 : Math.Pow((share + .055) / 1.055, 2.4);
    }
}
