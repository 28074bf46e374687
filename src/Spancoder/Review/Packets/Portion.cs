using System.Globalization;

namespace Spancoder.Review.Packets;

/// <summary>How many of some things: a number of them, or a share.</summary>
/// <param name="Count">Null for a share.</param>
/// <param name="Share">From 0 to 1.</param>
internal readonly record struct Portion(int? Count, decimal Share)
{
    public static Portion All { get; } = new(null, 1);

    /// <param name="text">"200" is a number; "20%" and "0.2" are shares.</param>
    public static bool TryRead(string text, out Portion portion)
    {
        portion = default;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            portion = new(count, 0);
            return true;
        }

        var isPercent = text.EndsWith('%');
        if (!decimal.TryParse(isPercent ? text[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)) return false;

        portion = new(null, isPercent ? share / 100 : share);
        return portion.Share <= 1;
    }

    /// <summary>Of so many; a half is rounded up, and there are never more than there are.</summary>
    public int Of(int total) => Count is { } count ? Math.Min(count, total) : (int)Math.Round(Share * total, MidpointRounding.AwayFromZero);

    public override string ToString() => Count is { } count ? count.ToString(CultureInfo.InvariantCulture) : (Share * 100).ToString("0.############", CultureInfo.InvariantCulture) + "%";
}
