using System.Text.RegularExpressions;
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

        Regex inside = new($@"(?:[.?!…。？！]\s*|\s{{2,}}|\t)(?:{string.Join('|', labels.Select(Regex.Escape))})\s*[:：](?:\s|$|[\u3400-\u9FFF])", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        var found = units.Where(unit => unit.Layer == Layer.Speech && unit.Text.AsSpan().ContainsAny(":：") && inside.IsMatch(unit.Text)).Select(unit => unit.Line).ToList();
        if (found is [var first, ..])
        {
            findings.Say(first, $"a speaker's label stands inside {Counted.Of(found.Count, "piece")} of speech (at {Counted.Places(found)}), given whole to the speaker at the head", "begin a new line with each label");
        }
    }
}
