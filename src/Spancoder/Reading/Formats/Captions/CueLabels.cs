using System.Text.RegularExpressions;
using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.Captions;

/// <summary>The labels that stand among the words of cues: <c>Anna: ...</c>, <c>[SPEAKER_00]: ...</c>, <c>(Anna)</c> above the words.</summary>
/// <remarks>
/// Captions break anywhere, so a head of a line says less than in a typed transcript: only first lines of cues, and lines with a dash, vote for
/// labels, and those with a small first letter only where nearly every cue has a label. There, on the other hand, a name that occurs once is a label too.
/// </remarks>
internal sealed partial class CueLabels
{
    private const int LongestName = 42; // characters, with its brackets
    private const int MostNames = 8; // in a notice

    private readonly Labels _labels;
    private readonly bool _hasBracketedNames;

    private CueLabels(Labels labels, bool hasBracketedNames) => (_labels, _hasBracketedNames) = (labels, hasBracketedNames);

    /// <param name="cues">The lines of every cue that has no tag.</param>
    /// <param name="tags">Names that tags give. They are labels wherever they stand, and where there are any a name that occurs once is none.</param>
    /// <param name="findings">Takes a notice of labels that occur once.</param>
    public static CueLabels Find(IReadOnlyList<IReadOnlyList<string>> cues, IReadOnlyList<string> tags, Findings findings)
    {
        var hasBracketedNames = cues.Count(lines => BracketedName(lines) is not null) * 2 > cues.Count;
        string[] heads = [.. cues.SelectMany(lines => HeadsOf(lines, hasBracketedNames)).Where(head => !CueStrands.IsEvent(head))];
        var keys = heads.Select(KeyOf).ToList();
        var isEveryCueLabelled = tags is [] && CueVoices.AreNearlyAll(keys.Count(key => key is not null), heads.Length);
        foreach (var tag in tags) findings.Introduce(tag, null, null);
        if (isEveryCueLabelled) IntroduceSingles(keys.OfType<string>(), findings);

        var lines = heads.Where((_, index) => isEveryCueLabelled || keys[index] is { } key && (!char.IsLower(key[0]) || Roles.Of(key) is not null));
        return new(Labels.Find(lines.Select(head => new Line(1, head)), findings), hasBracketedNames);
    }

    /// <summary>Reads the head of a line as a label of this file.</summary>
    /// <param name="words">What follows it on the line.</param>
    public bool TryRead(string line, out string label, out string words)
    {
        (label, words) = ("", line);
        var head = Unbox(line);
        if (!_labels.TryRead(head, out var found) || !head.AsSpan(0, found.WordsStart).ContainsAny(":：﹕∶")) return false;

        (label, words) = (found.Key, head[found.WordsStart..]);
        return true;
    }

    /// <summary>Reads the first line of a cue as the name of who says the others.</summary>
    public bool TryReadAbove(IReadOnlyList<string> lines, out string label)
    {
        label = "";
        return _hasBracketedNames && BracketedName(lines) is { } name && TryRead(name + ": ", out label, out _);
    }

    /// <summary>Whether a line begins with what looks like a name, and is no label of this file.</summary>
    public bool IsDoubtful(string line) => !TryRead(line, out _, out _) && KeyOf(Unbox(line)) is { } key && Name().IsMatch(key);

    private static void IntroduceSingles(IEnumerable<string> keys, Findings findings)
    {
        string[] singles = [.. keys.GroupBy(key => key, LabelComparer.Instance).Where(group => group.Count() == 1).Select(group => group.Key)
            .Where(key => Roles.Of(key) is null && Name().IsMatch(key))];
        foreach (var single in singles) findings.Introduce(single, null, null);
        if (singles is []) return;

        var names = string.Join(", ", singles.Take(MostNames)) + (singles.Length > MostNames ? $" and {singles.Length - MostNames} more" : "");
        findings.Say(null, $"{names}: taken for a speaker's label, though it occurs only once, since nearly every cue begins with a label");
    }

    private static IEnumerable<string> HeadsOf(IReadOnlyList<string> lines, bool hasBracketedNames)
    {
        if (hasBracketedNames && BracketedName(lines) is { } name) return [name + ": "];

        return CueStrands.MarkedLines(lines).Where((line, index) => index == 0 || line.IsMarked).Select(line => Unbox(line.Words));
    }

    // Null where it cannot be a label with a colon.
    private static string? KeyOf(string head) =>
        head is ['[' or '(' or '{' or '<', ..] || !Labels.TryParse(head, out var label) ? null : label.Key;

    private static string? BracketedName(IReadOnlyList<string> lines) =>
        lines.Count > 1 && lines[0] is ['(', .. var inner, ')'] && inner.Length < LongestName && Name().IsMatch(inner) ? inner : null;

    // "[SPEAKER_00]: words" and "[Speaker 1] words" as "SPEAKER_00: words" and "Speaker 1: words"; "[music] words" is not one.
    private static string Unbox(string line)
    {
        if (line is not ['[', ..]) return line;

        var end = line.AsSpan(0, Math.Min(line.Length, LongestName)).IndexOf(']');
        if (end < 2) return line;

        var (name, rest) = (line[1..end].Trim(), line[(end + 1)..].TrimStart());
        if (rest is [':' or '：', ..]) return $"{name}: {rest[1..].TrimStart()}";
        return Roles.Of(name) is not null ? $"{name}: {rest}" : line;
    }

    // Up to four words, each with a capital or a figure in front, or up to four Chinese characters that do not end in "says" or "asks".
    [GeneratedRegex(@"^(?:[\p{Lu}\p{Nd}][\p{L}\p{M}\p{Nd}_'’.&/-]*(?: [\p{Lu}\p{Nd}][\p{L}\p{M}\p{Nd}_'’.&/-]*){0,3}|[\u3400-\u9FFF·]{1,3}[\u3400-\u9FFF·-[说道讲问想]]\p{Nd}{0,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
