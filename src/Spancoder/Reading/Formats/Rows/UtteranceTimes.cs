using System.Globalization;
using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Times;

namespace Spancoder.Reading.Formats.Rows;

/// <summary>When each row of a table begins and ends. What bare numbers count, and whether two digits are frames, holds for the whole table.</summary>
internal sealed class UtteranceTimes
{
    private const double FewestCharactersPerSecond = 0.15; // somebody who talks says more than one in six seconds; a thousandth of what is usual is less
    private const double MostCharactersPerSecond = 500;

    private readonly UtteranceTable _table;
    private readonly UtteranceColumns _columns;
    private readonly Findings _findings;
    private readonly Sightings _unread = new();
    private readonly Sightings _backward = new();
    private readonly int? _framesPerSecond;
    private readonly double _secondsPerNumber;

    private UtteranceTimes(UtteranceTable table, UtteranceColumns columns, Findings findings)
    {
        (_table, _columns, _findings) = (table, columns, findings);
        _framesPerSecond = FindFrames();
        _secondsPerNumber = FindUnit() switch { TimeUnit.Milliseconds => 0.001, TimeUnit.Days => 86400, _ => 1 };
    }

    private IEnumerable<string> Cells => _table.Rows.SelectMany(row => new[] { row[_columns[ColumnRole.Start]], row[_columns[ColumnRole.End]] });

    /// <returns>One for every row; null where it has none.</returns>
    public static IReadOnlyList<(TimeSpan? Start, TimeSpan? End)> Read(UtteranceTable table, UtteranceColumns columns, Findings findings)
    {
        if (columns[ColumnRole.Start] is null && columns[ColumnRole.End] is null) return [.. table.Rows.Select(_ => ((TimeSpan?)null, (TimeSpan?)null))];

        UtteranceTimes times = new(table, columns, findings);
        (TimeSpan? Start, TimeSpan? End)[] read = [.. table.Rows.Select(times.Of)];
        times.Report();
        return read;
    }

    private (TimeSpan? Start, TimeSpan? End) Of(UtteranceTable.Row row)
    {
        var cell = row[_columns[ColumnRole.Start]];
        var (start, end) = ClockTime.TryParseRange(cell, out var from, out var to)
            ? (from.ToTimeSpan(_framesPerSecond), to.ToTimeSpan(_framesPerSecond))
            : (One(cell, row.Number), (TimeSpan?)null);
        end = One(row[_columns[ColumnRole.End]], row.Number) ?? end;
        if (end >= start || end is null || start is null) return (start, end);

        _backward.Add(row.Number);
        return (start, null);
    }

    private TimeSpan? One(string cell, int row)
    {
        if (string.IsNullOrWhiteSpace(cell)) return null;
        if (ClockTime.TryParse(cell, out var clock)) return clock.ToTimeSpan(_framesPerSecond);
        if (TryNumber(cell, out var number) && MediaTime.OfSeconds(number * _secondsPerNumber) is { } time) return time;

        _unread.Add(row);
        return null;
    }

    private static bool TryNumber(string cell, out double number) =>
        double.TryParse(cell.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number) && double.IsFinite(number) && number >= 0;

    // hh:mm:ss.ff with never more than 24 behind the point: programs that count frames write so. A fourth number is always frames.
    private int? FindFrames()
    {
        List<ClockTime> times = [];
        foreach (var cell in Cells)
        {
            if (ClockTime.TryParse(cell, out var one)) times.Add(one);
            else if (ClockTime.TryParseRange(cell, out var start, out var end)) times.AddRange([start, end]);
        }

        var most = times.Max(time => time.Frames);
        if (most is null)
        {
            var digits = times.Where(time => time.HasHours).Select(time => time.Fraction).ToList();
            if (digits.Count == 0 || !digits.TrueForAll(two => two.Length == 2 && string.CompareOrdinal(two, "25") < 0) || digits.TrueForAll(two => two == "00")) return null;
        }

        var perSecond = most switch { null or < 25 => 25, < 30 => 30, < 60 => 60, _ => 1000 };
        _findings.Say(null, $"the two last digits of its times are never above {perSecond - 1}, so they were read as frames, {perSecond} a second", "write hh:mm:ss.fff if they are parts of a second");
        return perSecond;
    }

    private TimeUnit? FindUnit()
    {
        List<(string Cell, double Number)> numbers = [];
        foreach (var cell in Cells)
        {
            if (TryNumber(cell, out var number)) numbers.Add((cell, number));
        }

        if (numbers is []) return null;

        var column = _columns[ColumnRole.Start] ?? _columns[ColumnRole.End];
        var name = column is { } index ? _table.Columns[index] : "";
        if (UtteranceColumns.UnitOf(name) is { } said) return said;

        var unit = UnitBySpeed(numbers);
        if (unit != _table.Unit)
        {
            _findings.Say(null, $"its times are bare numbers, and were read as {unit.ToString().ToLowerInvariant()}, by how much is said in them",
                "write them as hh:mm:ss.fff, or name the columns start_ms or start_s");
        }

        return unit;
    }

    // Nobody counts milliseconds with a point, nor days without one. Of whole numbers the amount of words in them tells.
    private TimeUnit UnitBySpeed(List<(string Cell, double Number)> numbers)
    {
        var span = numbers.Max(number => number.Number) - numbers.Min(number => number.Number);
        if (span <= 0) return _table.Unit ?? TimeUnit.Seconds;

        var perSecond = _table.Rows.Sum(row => (double)row[_columns[ColumnRole.Text]].Length) / span;
        if (numbers.TrueForAll(number => !number.Cell.AsSpan().ContainsAny('.', ','))) return perSecond < FewestCharactersPerSecond ? TimeUnit.Milliseconds : TimeUnit.Seconds;

        return perSecond > MostCharactersPerSecond && numbers.TrueForAll(number => number.Number < 1) ? TimeUnit.Days : TimeUnit.Seconds;
    }

    private void Report()
    {
        if (_unread.Any)
        {
            _findings.Say(_unread.First, $"{_unread.Count} cells of its columns of times hold no time on a recording, and were left out (the first in row {_unread.First})", "write hh:mm:ss, or seconds");
        }

        if (_backward.Any)
        {
            _findings.Say(_backward.First, $"{_backward.Count} rows end before they begin (the first is row {_backward.First}), and their ends were left out", "mend the times");
        }
    }
}
