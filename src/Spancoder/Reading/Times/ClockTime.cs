using System.Buffers;
using System.Globalization;

namespace Spancoder.Reading.Times;

/// <summary>A time as cells hold it: <c>0:05</c>, <c>01:02:03.5</c>, <c>[00:01:02,250]</c>, <c>#00:01:02-3#</c>, <c>01:02:03:12</c>.</summary>
/// <remarks>Kept as it is written: what its last digits count, only the whole table tells.</remarks>
/// <param name="Seconds">Whole seconds.</param>
/// <param name="Fraction">The digits after the point; empty where there are none.</param>
/// <param name="Frames">The fourth number; null where there are three or fewer.</param>
/// <param name="HasHours">It has three numbers or four.</param>
internal readonly record struct ClockTime(int Seconds, string Fraction, int? Frames, bool HasHours)
{
    private static readonly SearchValues<char> Wrapping = SearchValues.Create("[](){}<>#\"' \t\u00A0");

    public static bool TryParse(ReadOnlySpan<char> cell, out ClockTime time)
    {
        time = default;
        cell = Unwrap(cell);
        if (cell.Length is < 4 or > 20 || !char.IsAsciiDigit(cell[0])) return false;

        Span<int> numbers = stackalloc int[4];
        var (count, start) = (0, 0);
        for (var index = 0; ; index++)
        {
            if (index < cell.Length && char.IsAsciiDigit(cell[index])) continue;
            if (count == 4 || index - start is < 1 or > 3) return false;

            numbers[count++] = int.Parse(cell[start..index], NumberStyles.None, CultureInfo.InvariantCulture);
            if (index == cell.Length) return TryMake(numbers[..count], "", out time);
            if (cell[index] is '.' or ',' or '-') return TryMake(numbers[..count], cell[(index + 1)..], out time);
            if (cell[index] is not (':' or '：' or ';')) return false;
            start = index + 1;
        }
    }

    /// <summary>Two times with a dash or an arrow between them, as NVivo writes a timespan.</summary>
    public static bool TryParseRange(string cell, out ClockTime start, out ClockTime end)
    {
        (start, end) = (default, default);
        if (cell.Length > 60) return false;

        foreach (var between in (ReadOnlySpan<string>)["-->", "–", "—", "-", "~"])
        {
            var at = cell.IndexOf(between, StringComparison.Ordinal);
            if (at > 0 && TryParse(cell.AsSpan(0, at), out start) && TryParse(cell.AsSpan(at + between.Length), out end)) return true;
        }

        return false;
    }

    /// <summary>Whether nearly all of what stands in these cells, at least two, are times or spans of time.</summary>
    public static bool IsColumn(IEnumerable<string> cells)
    {
        var (filled, times) = (0, 0);
        foreach (var cell in cells.Where(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            filled++;
            if (TryParse(cell, out _) || TryParseRange(cell, out _, out _)) times++;
        }

        return times >= 2 && times >= filled * 0.8;
    }

    /// <param name="framesPerSecond">What the two last digits count; null where they are a decimal fraction.</param>
    public TimeSpan ToTimeSpan(int? framesPerSecond)
    {
        var frames = Frames ?? (framesPerSecond is null || Fraction.Length == 0 ? null : int.Parse(Fraction, NumberStyles.None, CultureInfo.InvariantCulture));
        var milliseconds = frames is { } count ? Math.Round(count * 1000.0 / (framesPerSecond ?? 25)) : Fraction.Length == 0 ? 0
            : Math.Round(double.Parse("0." + Fraction, CultureInfo.InvariantCulture) * 1000);
        return TimeSpan.FromMilliseconds(Seconds * 1000.0 + milliseconds);
    }

    private static ReadOnlySpan<char> Unwrap(ReadOnlySpan<char> cell)
    {
        while (!cell.IsEmpty && Wrapping.Contains(cell[0])) cell = cell[1..];
        while (!cell.IsEmpty && Wrapping.Contains(cell[^1])) cell = cell[..^1];
        return cell;
    }

    private static bool TryMake(ReadOnlySpan<int> numbers, ReadOnlySpan<char> fraction, out ClockTime time)
    {
        time = default;
        if (numbers.Length < 2 || numbers.Length == 4 && !fraction.IsEmpty || fraction.Length > 9 || fraction.ContainsAnyExceptInRange('0', '9')) return false;

        var hasHours = numbers.Length > 2;
        var (hours, minutes, seconds) = hasHours ? (numbers[0], numbers[1], numbers[2]) : (0, numbers[0], numbers[1]);
        if (seconds >= 60 || hasHours && minutes >= 60) return false;

        time = new(hours * 3600 + minutes * 60 + seconds, fraction.ToString(), numbers.Length == 4 ? numbers[3] : null, hasHours);
        return true;
    }
}
