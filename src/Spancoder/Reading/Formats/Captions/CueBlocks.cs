using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.Captions;

/// <summary>A cue as it stands in the file.</summary>
/// <param name="Number">1-based, in the order of the file, whatever number the file prints.</param>
/// <param name="Id">The line above the times. Null where there is none.</param>
/// <param name="Payload">The lines below the times, with tags; none of the outer ones is blank.</param>
internal sealed record CueBlock(int Number, string? Id, Timing Timing, IReadOnlyList<string> Payload);

/// <summary>Cuts a caption file into its cues.</summary>
/// <remarks>
/// A cue reaches from its times to the id of the next, so that a missing blank line, or one too many, loses no words. What is left out is counted
/// and said: NOTE blocks, and lines that belong to no cue.
/// </remarks>
internal sealed class CueBlocks
{
    private const int MostLinesOfACue = 12; // lines in the file for each of its cues, where the file's name does not say that it is captions

    private readonly IReadOnlyList<Line> _lines;
    private readonly bool _isWebVtt;
    private readonly Findings _findings;
    private readonly Sightings _notes = new();
    private readonly Sightings _outside = new();
    private readonly Sightings _named = new();
    private readonly Sightings _torn = new();

    private CueBlocks(IReadOnlyList<Line> lines, bool isWebVtt, Findings findings) => (_lines, _isWebVtt, _findings) = (lines, isWebVtt, findings);

    /// <summary>Whether a file is captions by its content: lines <c>TIME --> TIME</c>, and few others.</summary>
    public static bool StandIn(FileContent file)
    {
        if (!file.Text.Contains("-->", StringComparison.Ordinal)) return false;

        var (cues, lines) = (0, 0);
        foreach (var line in file.Text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace()) continue;
            lines++;
            if (line.Contains("-->", StringComparison.Ordinal) && Timing.Parse(line.ToString()) is { Start: not null, End: not null }) cues++;
        }

        return file.Extension is ".srt" or ".vtt" ? cues > 0 : cues >= 2 && lines <= cues * MostLinesOfACue;
    }

    /// <summary>Whether times have a comma or a number above them.</summary>
    public static bool LookLikeSubRip(string text)
    {
        var lines = Line.Of(text);
        var times = TimesIn(lines);
        return times.Exists(time => lines[time.Index].Text.Contains(',', StringComparison.Ordinal)) || CueNumbers.Find(lines, times) != Numbering.None;
    }

    /// <param name="lines">All of the file's, but for front matter.</param>
    /// <param name="isWebVtt">It may have a header, NOTE, STYLE and REGION blocks, and ids that are no numbers.</param>
    /// <param name="findings">Takes what the header says, and notices of what was left out.</param>
    /// <returns>In the order of the file. Empty where no line has times.</returns>
    public static IReadOnlyList<CueBlock> Read(IReadOnlyList<Line> lines, bool isWebVtt, Findings findings)
    {
        var blocks = new CueBlocks(lines, isWebVtt, findings);
        var cues = blocks.Read();
        blocks.Report();
        return cues;
    }

    private List<CueBlock> Read()
    {
        var times = TimesIn(_lines);
        ReportMistyped(times);
        var numbering = CueNumbers.Find(_lines, times);
        List<CueBlock> cues = [];
        var start = _isWebVtt ? ReadHeader(times) : 0;
        for (var index = 0; index <= times.Count; index++)
        {
            var end = index < times.Count ? times[index].Index : _lines.Count;
            var id = index < times.Count ? IdAbove(end, start, numbering) : -1;
            var payload = PayloadOf(start, id >= 0 ? id : end, index);
            if (index > 0) cues[^1] = cues[^1] with { Payload = [.. cues[^1].Payload, .. payload] };
            if (index == times.Count) break;

            var (line, timing) = times[index];
            cues.Add(new(index + 1, id >= 0 ? _lines[id].Text.Trim() : null, timing, timing.Words.Length > 0 ? [timing.Words] : []));
            if (cues[^1].Id is { } name && name.Contains(' ', StringComparison.Ordinal) && name.Any(char.IsLetter)) _named.Add(index + 1);
            start = line + 1;
        }

        return cues;
    }

    private void ReportMistyped(List<(int Index, Timing Timing)> times)
    {
        Sightings mistyped = new();
        foreach (var time in times.Where(time => time.Timing.IsMistyped)) mistyped.Add(_lines[time.Index].Number);
        if (mistyped.Any) _findings.Say(mistyped.First, $"between the times of {mistyped.Of("cue")} ({mistyped.FirstLine}) stands another sign than '-->', and was read as it", "write '-->'");
    }

    private static List<(int Index, Timing Timing)> TimesIn(IReadOnlyList<Line> lines)
    {
        List<(int, Timing)> times = [];
        for (var index = 0; index < lines.Count; index++)
        {
            if (Timing.Parse(lines[index].Text) is { } timing) times.Add((index, timing));
        }

        return times;
    }

    // The signature, and lines such as "Language: en" up to a blank one.
    private int ReadHeader(List<(int Index, Timing Timing)> times)
    {
        var index = 0;
        while (index < _lines.Count && _lines[index].IsBlank) index++;
        if (index == _lines.Count || !WebVtt.IsFirstLine(_lines[index].Text, out var title)) return 0;

        if (title.Length > 0) _findings.AddFact("Title", title);
        var firstCue = times is [var (line, _), ..] ? line : _lines.Count;
        for (index++; index < firstCue && !_lines[index].IsBlank; index++)
        {
            var colon = _lines[index].Text.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1) return index;
            if (!_lines[index].Text.StartsWith("X-", StringComparison.Ordinal)) _findings.AddFact(_lines[index].Text[..colon].Trim(), _lines[index].Text[(colon + 1)..].Trim());
        }

        return index;
    }

    // The index of the line that is the id of the cue whose times stand at an index; -1 where it has none.
    private int IdAbove(int times, int start, Numbering numbering)
    {
        var above = times - 1;
        if (numbering == Numbering.Apart)
        {
            while (above >= start && _lines[above].IsBlank) above--;
        }

        if (above < start || _lines[above].IsBlank) return -1;
        if (numbering != Numbering.None) return CueNumbers.Is(_lines[above].Text) ? above : -1;
        if (Utterance.IdOf(_lines[above].Text.Trim()) is not null) return above;

        var beginsBlock = above == 0 || _lines[above - 1].IsBlank;
        return beginsBlock && (_isWebVtt || CueNumbers.Is(_lines[above].Text)) ? above : -1;
    }

    private List<string> PayloadOf(int start, int end, int cue)
    {
        List<string> payload = [];
        var (isOutside, isTorn) = (cue == 0, false);
        for (var index = start; index < end; index++)
        {
            if (_lines[index].IsBlank)
            {
                isTorn |= payload.Count > 0;
                continue;
            }

            if (_isWebVtt && IsAfterBlank(index) && EndOfBlock(index, end) is > 0 and var blockEnd)
            {
                (isOutside, index) = (true, blockEnd - 1);
                continue;
            }

            if (isOutside)
            {
                _outside.Add(_lines[index].Number);
                continue;
            }

            if (isTorn) _torn.Add(cue);
            isTorn = false;
            payload.Add(_lines[index].Text.Trim());
        }

        return payload;
    }

    private bool IsAfterBlank(int index) => index == 0 || _lines[index - 1].IsBlank || WebVtt.IsFirstLine(_lines[index - 1].Text, out _);

    // A NOTE, STYLE or REGION block reaches up to a blank line. 0 where none begins.
    private int EndOfBlock(int index, int end)
    {
        var first = _lines[index].Text.TrimEnd();
        var isNote = first == "NOTE" || first.StartsWith("NOTE ", StringComparison.Ordinal) || first.StartsWith("NOTE\t", StringComparison.Ordinal);
        if (!isNote && first is not ("STYLE" or "REGION")) return 0;

        if (isNote)
        {
            _notes.Add(_lines[index].Number);
            ReadFact(first);
        }

        while (index < end && !_lines[index].IsBlank) index++;
        return index;
    }

    // Stream writes facts about the recording into notes: NOTE language:en-us
    private void ReadFact(string note)
    {
        var words = note.AsSpan("NOTE".Length).Trim();
        foreach (var name in (ReadOnlySpan<string>)["duration", "language"])
        {
            if (words.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) _findings.AddFact(name, words[(name.Length + 1)..].Trim(" \"").ToString());
        }
    }

    private void Report()
    {
        if (_notes.Any) _findings.Say(null, $"{_notes.Of("NOTE block")} ({_notes.FirstLine}) {_notes.Are} not speech and {_notes.Were} left out");
        if (_outside.Any) _findings.Say(null, $"{_outside.Of("line")} ({_outside.FirstLine}) {_outside.Are} part of no cue and {_outside.Were} left out", "give them times if somebody said them");
        if (_named.Any) _findings.Say(_named.First, $"the words above the times of {_named.Of("cue")} are names of cues and were left out", "put them below the times if somebody said them");
        if (_torn.Any) _findings.Say(_torn.First, $"there is a blank line inside {_torn.Of("cue")}, and what follows it was kept in the cue");
    }
}
