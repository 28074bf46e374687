using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Spancoder.Reading.Layouts;

/// <summary>A speaker's label at the head of a line.</summary>
/// <param name="Key">Without colon, stamps, qualifier and markup.</param>
/// <param name="WordsStart">Where the words begin on the line.</param>
/// <param name="Time">A stamp beside the label.</param>
internal readonly record struct Label(string Key, int WordsStart, TimeSpan? Time);

/// <summary>Finds the labels of one file: what stands before a colon, and is a known role or occurs at least twice.</summary>
internal sealed partial class Labels
{
    private const int MostWords = 5;
    private const int LongestHead = 160; // characters: a stamp, a label, a remark, another stamp

    private static readonly FrozenSet<string> NeverLabels = FrozenSet.ToFrozenSet(
    [
        "http", "https", "ftp", "mailto", "www", "note", "notes", "key", "part", "section", "chapter", "date", "time", "place", "location", "duration",
        "language", "topic", "title", "subject line", "ps", "nb", "e.g", "i.e", "example", "question for me", "later", "then", "also", "but", "so",
        "注", "注意", "说明", "备注", "时间", "日期", "地点", "主题", "例如", "比如", "比如说", "就是", "第一", "第二", "第三", "一是", "二是", "三是", "问题是", "结果",
    ], StringComparer.OrdinalIgnoreCase);

    private readonly FrozenSet<string> _accepted;
    private readonly bool _hasBareStamps;

    private Labels(IReadOnlyList<string> accepted, bool hasBareStamps)
    {
        InOrder = accepted;
        _accepted = accepted.ToFrozenSet(StringComparer.Ordinal);
        _hasBareStamps = hasBareStamps;
    }

    /// <summary>In order of first appearance.</summary>
    public IReadOnlyList<string> InOrder { get; }

    /// <param name="lines">All lines that may carry one.</param>
    /// <param name="findings">Speakers that the file itself presents are accepted wherever they stand.</param>
    public static Labels Find(IEnumerable<Line> lines, Findings findings)
    {
        Dictionary<string, int> counts = [];
        List<string> order = [];
        var (labelled, stamped) = (0, 0);
        foreach (var line in lines)
        {
            if (!TryParse(line.Text, out var label)) continue;
            labelled++;
            if (BareStamp().IsMatch(line.Text.AsSpan(label.WordsStart))) stamped++;
            if (!counts.TryAdd(label.Key, 1)) counts[label.Key]++;
            else order.Add(label.Key);
        }

        var accepted = order.Where(key => Roles.Of(key) is not null
            || findings.Introduced.ContainsKey(key)
            || counts[key] >= 2 && !IsReportingVerb(key));
        return new([.. accepted], stamped * 2 > labelled);
    }

    /// <summary>Reads the head of <paramref name="line"/> as a label of this file.</summary>
    public bool TryRead(string line, out Label label)
    {
        if (!TryParse(line, out label) || !_accepted.Contains(label.Key)) return false;
        if (!_hasBareStamps) return true;

        // "P1: 00:01 Well ...": a time without brackets is one only where most turns begin so; "P1: 7:30 we open" is speech.
        var stamp = BareStamp().Match(line, label.WordsStart);
        if (stamp.Success) label = new(label.Key, stamp.Index + stamp.Length, Stamp.Parse(stamp.Groups["time"].Value));
        return true;
    }

    /// <summary>Reads it as a label whatever the rest of the file says.</summary>
    public static bool TryParse(string line, out Label label)
    {
        label = default;
        if (!line.AsSpan(0, Math.Min(line.Length, LongestHead)).ContainsAny(":：[{<")) return false;

        var match = Form().Match(line.Length > LongestHead ? line[..LongestHead] : line);
        if (!match.Success) return false;

        var key = match.Groups["key"].Value.Trim();
        if (match.Groups["boxed"].Success && Roles.Of(key) is null) return false;
        if (key.Length == 0 || key.All(c => !char.IsLetter(c)) || NeverLabels.Contains(key)) return false;
        if (key.EndsWith('.') && !EndsInInitial().IsMatch(key) && Roles.Of(key) is null) return false;
        if (key.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > MostWords) return false;

        var stamp = match.Groups["stamp"];
        label = new(key, match.Length, stamp.Success ? Stamp.Parse(stamp.Value) : null);
        return true;
    }

    [GeneratedRegex($@"\G(?<time>{Stamp.Pattern})(?:\s+|$)")]
    private static partial Regex BareStamp();

    [GeneratedRegex(@"(^|[ .])\p{Lu}\.$")]
    private static partial Regex EndsInInitial();

    // "He said:" and "他说：" begin a quotation, not a turn.
    private static bool IsReportingVerb(string key) =>
        key is [.., '说' or '道' or '讲' or '问' or '想'] and not "问"
        || key.EndsWith(" said", StringComparison.OrdinalIgnoreCase)
        || key.EndsWith(" says", StringComparison.OrdinalIgnoreCase)
        || key.EndsWith(" asked", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        $$"""
        ^\s* (?: [\[({<\#]? (?<stamp>{{Stamp.Pattern}}) [\])}>\#]? \s* [-–]? \s* )?
        (?:
            (?:\*\*|__)? \s*
            [\#@]? (?<key>[\p{L}\p{N}][\p{L}\p{N}\p{M}\ ._'’\-/&]{0,39}?) \s*
            (?: [(（] (?: (?<stamp>{{Stamp.Pattern}}) | [^()（）]{0,40} ) [)）] )? \s*
            (?:\*\*|__)? \s* [:：] (?!//) \s* (?:\*\*|__)?
          |
            (?<boxed>[\[{<]) (?<key>[\p{L}\p{N}][\p{L}\p{N}\ ]{0,39}) [\]}>] \s* [:：]?
        )
        \s* (?: [\[(] (?<stamp>{{Stamp.Pattern}}) [\])] (?=\s|$) )? \s*
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
