using Spancoder.Text;

namespace Spancoder.Reading;

/// <summary>Labels that stand inside somebody's words: "We sold it. I: To whom?" may be two turns in one line, cell or cue.</summary>
internal static class InnerLabels
{
    private const int MostLabels = 200; // with more, they are no conversation's

    /// <summary>Says where the labels of speakers stand behind a sentence inside words, which stay the speaker's at the head.</summary>
    public static void Report(IReadOnlyList<Unit> units, Findings findings)
    {
        var labels = units.Where(unit => unit.Layer == Layer.Speech).Select(unit => unit.Label).OfType<string>().Distinct().Take(MostLabels + 1).ToList();
        if (labels.Count is 0 or > MostLabels) return;

        var found = units.Where(unit => unit.Layer == Layer.Speech && StandIn(unit.Text, labels)).Select(unit => unit.Line).ToList();
        if (found is [var first, ..])
        {
            findings.Say(first, $"a speaker's label stands inside {Counted.Of(found.Count, "piece")} of speech (at {Counted.Places(found)}), given whole to the speaker at the head", "begin a new line with each label");
        }
    }

    /// <summary>Whether a sentence's end, a tab or two blanks stand before one of the labels, and behind it a colon and then a blank, nothing, or a Chinese character.</summary>
    /// <remarks>Looked for from the colons, which are few. A pattern made anew of every file's labels took longer to make than the file to read.</remarks>
    internal static bool StandIn(ReadOnlySpan<char> words, List<string> labels)
    {
        for (var colon = words.IndexOfAny(':', '：'); colon >= 0; colon = NextColon(words, colon))
        {
            if (colon + 1 < words.Length && !char.IsWhiteSpace(words[colon + 1]) && words[colon + 1] is not (>= '\u3400' and <= '\u9FFF')) continue;

            var before = words[..colon];
            if (EndsInLabel(before, labels)) return true;
            for (; before is [.., var blank] && char.IsWhiteSpace(blank); before = before[..^1])
            {
                if (EndsInLabel(before[..^1], labels)) return true;
            }
        }

        return false;
    }

    private static int NextColon(ReadOnlySpan<char> words, int colon)
    {
        var next = words[(colon + 1)..].IndexOfAny(':', '：');
        return next < 0 ? -1 : colon + 1 + next;
    }

    private static bool EndsInLabel(ReadOnlySpan<char> words, List<string> labels)
    {
        foreach (var label in labels)
        {
            if (words.EndsWith(label, StringComparison.Ordinal) && MayEndTurn(words[..^label.Length])) return true;
        }

        return false;
    }

    private static bool MayEndTurn(ReadOnlySpan<char> words) =>
        words is [.., '\t']
        || words is [.., var first, var second] && char.IsWhiteSpace(first) && char.IsWhiteSpace(second)
        || words.TrimEnd() is [.., '.' or '?' or '!' or '…' or '。' or '？' or '！'];
}
