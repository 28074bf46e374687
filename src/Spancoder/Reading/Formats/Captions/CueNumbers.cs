using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.Captions;

/// <summary>Where the numbers of cues stand in a file.</summary>
internal enum Numbering
{
    /// <summary>Nowhere: a figure above the times is words.</summary>
    None,

    /// <summary>On the line above the times.</summary>
    Above,

    /// <summary>Above the times, with blank lines between, because all lines of the file are apart.</summary>
    Apart,
}

/// <summary>Tells the numbers of cues from cues in which somebody says a number.</summary>
internal static class CueNumbers
{
    private const int Longest = 9; // digits

    public static bool Is(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Length is > 0 and <= Longest && !text.ContainsAnyExceptInRange('0', '9');
    }

    /// <param name="lines">All of the file's.</param>
    /// <param name="times">Which of them have times.</param>
    public static Numbering Find(IReadOnlyList<Line> lines, IReadOnlyList<(int Index, Timing Timing)> times)
    {
        var (above, apart, isFirstApart) = (0, 0, false);
        foreach (var (cue, (index, _)) in times.Index())
        {
            if (index > 0 && Is(lines[index - 1].Text)) above++;
            if (index < 2 || !lines[index - 1].IsBlank) continue;

            var previous = index - 1;
            while (previous > 0 && lines[previous].IsBlank) previous--;
            if (!Is(lines[previous].Text)) continue;

            apart++;
            isFirstApart |= cue == 0;
        }

        if (above > 0 && above * 2 >= times.Count) return Numbering.Above;
        return isFirstApart && apart * 2 > times.Count ? Numbering.Apart : Numbering.None;
    }
}
