using System.Buffers;
using Spancoder.Reading.Times;

namespace Spancoder.Reading.Formats.Captions;

/// <summary>The line <c>TIME --> TIME</c> at the head of a cue.</summary>
/// <param name="Start">Null where it cannot be read.</param>
/// <param name="End">Null where it cannot be read.</param>
/// <param name="Words">What stands behind the times and is no setting. Empty where nothing does.</param>
internal readonly record struct Timing(CueTime? Start, CueTime? End, string Words)
{
    private const string Arrow = "-->";

    // What comes of the arrow when somebody types it, or a word processor corrects it.
    private static readonly string[] OtherArrows = ["->", "→", "—>", "–>", "=>", "-- >", "- ->"];

    /// <summary>The arrow is not as it should be.</summary>
    public bool IsMistyped { get; private init; }

    private const int LongestTime = 40; // characters, with blanks

    private static readonly SearchValues<char> TimeCharacters = SearchValues.Create("0123456789:.,-");
    private static readonly SearchValues<char> SettingCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzXY12");

    /// <returns>Null for any other line.</returns>
    public static Timing? Parse(string line)
    {
        var sign = Arrow;
        var arrow = line.IndexOf(Arrow, StringComparison.Ordinal);
        if (arrow < 0 && line.AsSpan().TrimStart() is [>= '0' and <= '9', ..])
        {
            sign = OtherArrows.FirstOrDefault(other => line.Contains(other, StringComparison.Ordinal)) ?? Arrow;
            arrow = line.IndexOf(sign, StringComparison.Ordinal);
        }

        if (arrow is < 1 or > LongestTime) return null;

        var start = line.AsSpan(0, arrow).Trim();
        var rest = line.AsSpan(arrow + sign.Length).TrimStart();
        var blank = rest.IndexOfAny(" \t\u00A0");
        var end = blank < 0 ? rest.TrimEnd() : rest[..blank];
        if (!LooksLikeTime(start) || !LooksLikeTime(end)) return null;

        var behind = blank < 0 ? "" : rest[blank..].Trim().ToString();
        return new(CueTime.Parse(start), CueTime.Parse(end), IsSettings(behind) ? "" : behind) { IsMistyped = sign != Arrow };
    }

    // Figures and signs; one without a colon is a time only if it can be read, because "5-6" may stand beside an arrow in somebody's words.
    private static bool LooksLikeTime(ReadOnlySpan<char> text) =>
        !text.IsEmpty && !text.ContainsAnyExcept(TimeCharacters) && text.ContainsAnyInRange('0', '9') && (text.Contains(':') || CueTime.Parse(text) is not null);

    // "align:start position:0%", in SubRip "X1:40 X2:600"
    private static bool IsSettings(string text) =>
        text.Length == 0 || text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .All(word => word.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < word.Length - 1 && !word.AsSpan(0, colon).ContainsAnyExcept(SettingCharacters));
}
