using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Times;

namespace Spancoder.Reading.Formats.Captions;

/// <summary>The times of all cues of a file, repaired where they cannot be as written. What was repaired, or looks strange and was kept, is said.</summary>
internal sealed class CueTimes
{
    private readonly bool _countsMilliseconds;
    private readonly Sightings _negative = new();
    private readonly Sightings _reversed = new();
    private readonly Sightings _unreadable = new();
    private readonly Sightings _unordered = new();
    private readonly Sightings _overlapping = new();
    private (TimeSpan Start, TimeSpan End) _last;

    private CueTimes(bool countsMilliseconds) => _countsMilliseconds = countsMilliseconds;

    /// <returns>One pair for each block; null where a time cannot be read.</returns>
    public static IReadOnlyList<(TimeSpan? Start, TimeSpan? End)> Of(IReadOnlyList<CueBlock> blocks, Findings findings)
    {
        CueTime[] written = [.. blocks.SelectMany(block => new[] { block.Timing.Start, block.Timing.End }).OfType<CueTime>()];
        var isBare = written.Sum(time => (long)time.BareParts) > written.Sum(time => (long)time.PaddedParts);
        if (isBare && written.Any(time => time.Fraction.Length is 1 or 2))
        {
            findings.Say(null, "its times are written without leading zeros, so what stands behind the point was read as a number of milliseconds ('.20' as 20)");
        }

        CueTimes times = new(isBare);
        (TimeSpan?, TimeSpan?)[] pairs = [.. blocks.Select(times.Repair)];
        times.Report(findings);
        return pairs;
    }

    private (TimeSpan? Start, TimeSpan? End) Repair(CueBlock block)
    {
        var (start, end) = (block.Timing.Start?.ToTimeSpan(_countsMilliseconds), block.Timing.End?.ToTimeSpan(_countsMilliseconds));
        if (block.Timing.Start is { IsNegative: true } || block.Timing.End is { IsNegative: true }) _negative.Add(block.Number);
        if (start is null || end is null) _unreadable.Add(block.Number);
        if (end < start)
        {
            _reversed.Add(block.Number);
            end = start;
        }

        if (start is { } begin) Follow(block.Number, begin, end ?? begin);
        return (start, end);
    }

    private void Follow(int number, TimeSpan start, TimeSpan end)
    {
        if (start < _last.Start) _unordered.Add(number);
        else if (start < _last.End) _overlapping.Add(number);
        _last = (start, end);
    }

    private void Report(Findings findings)
    {
        if (_negative.Any) findings.Say(_negative.First, $"times before the beginning were set to 0 in {_negative.Of("cue")}");
        if (_reversed.Any) findings.Say(_reversed.First, $"the end comes before the start in {_reversed.Of("cue")}, and was set to the start");
        if (_unreadable.Any) findings.Say(_unreadable.First, $"a time cannot be read in {_unreadable.Of("cue")}, and was left empty", "write it as 00:01:02.500");
        if (_unordered.Any) findings.Say(_unordered.First, $"{_unordered.Of("cue")} {(_unordered.Count == 1 ? "begins" : "begin")} earlier than the cue before; the order of the file was kept");
        if (_overlapping.Any) findings.Say(_overlapping.First, $"{_overlapping.Of("cue")} {(_overlapping.Count == 1 ? "begins" : "begin")} before the cue before has ended; their times were kept");
    }
}
