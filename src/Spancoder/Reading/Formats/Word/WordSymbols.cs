using System.Collections.Frozen;
using System.Globalization;

namespace Spancoder.Reading.Formats.Word;

/// <summary>Characters of symbol fonts as Unicode. Word puts them in when people type <c>:)</c> or <c>--&gt;</c>.</summary>
internal static class WordSymbols
{
    public const string Unknown = "\uFFFD";

    private const string GreekSmall = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"; // on a to z
    private const string GreekLarge = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";

    private static readonly FrozenDictionary<int, string> Wingdings = Of(
    [
        (0x4A, "☺"), (0x4B, "😐"), (0x4C, "☹"), (0x6C, "●"), (0x6E, "■"), (0x9F, "•"), (0xA7, "▪"), (0xA8, "◻"), (0xD8, "➢"),
        (0xDF, "←"), (0xE0, "→"), (0xE1, "↑"), (0xE2, "↓"), (0xE7, "⇐"), (0xE8, "⇒"), (0xF3, "⇔"), (0xFB, "✗"), (0xFC, "✓"),
    ]);

    private static readonly FrozenDictionary<int, string> Symbol = Of(
    [
        (0xA3, "≤"), (0xA5, "∞"), (0xAB, "↔"), (0xAC, "←"), (0xAD, "↑"), (0xAE, "→"), (0xAF, "↓"), (0xB0, "°"), (0xB1, "±"), (0xB3, "≥"),
        (0xB4, "×"), (0xB7, "•"), (0xB9, "≠"), (0xBB, "≈"), (0xBC, "…"), (0xDB, "⇔"), (0xDC, "⇐"), (0xDE, "⇒"), (0xE2, "®"), (0xE3, "©"), (0xE4, "™"),
    ]);

    /// <param name="font">As the file names it; null where it does not.</param>
    /// <param name="code">Hexadecimal; symbol fonts are used from F000 on.</param>
    public static string Of(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)) return Unknown;
        if (value is >= 0x20 and < 0xD800 and not (>= 0x7F and < 0xA0) && font is not ("Symbol" or "Wingdings")) return char.ConvertFromUtf32(value);

        var place = value & 0xFF;
        return font switch
        {
            "Wingdings" => Wingdings.GetValueOrDefault(place, Unknown),
            "Symbol" when place is >= 'a' and <= 'z' => GreekSmall[place - 'a'].ToString(),
            "Symbol" when place is >= 'A' and <= 'Z' => GreekLarge[place - 'A'].ToString(),
            "Symbol" => Symbol.GetValueOrDefault(place, Unknown),
            _ => Unknown,
        };
    }

    private static FrozenDictionary<int, string> Of(ReadOnlySpan<(int Code, string Character)> table) => table.ToArray().ToFrozenDictionary(entry => entry.Code, entry => entry.Character);
}
