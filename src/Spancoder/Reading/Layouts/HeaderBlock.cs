using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Spancoder.Reading.Layouts;

/// <summary>Lines such as <c>Date: 2017-12-01</c> at the top of a transcript: facts about it, not its words.</summary>
/// <remarks>
/// The block ends at the first blank line. It is one when every line is a key and a short value, no key stands at the head of any
/// later line, at least one key is a known one that names no person, and at least half of the keys are known.
/// </remarks>
internal static partial class HeaderBlock
{
    private const int MostLines = 15;

    private static readonly FrozenSet<string> Facts = FrozenSet.ToFrozenSet(
    [
        "date", "time", "place", "location", "site", "duration", "length", "transcriber", "transcribed by", "language", "project", "topic",
        "title", "kind", "file", "recording", "setting", "日期", "时间", "访谈时间", "访谈日期", "地点", "访谈地点", "时长", "访谈时长", "录音时长", "记录人",
        "整理人", "转录人", "转写", "主题", "语言", "项目", "编号", "访谈編號", "訪談時間", "地點", "記錄人",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Persons = FrozenSet.ToFrozenSet(
    [
        "interviewee", "interviewer", "participant", "respondent", "pseudonym", "moderator", "researcher", "age", "gender",
        "访谈者", "访谈人", "采访人", "受访者", "受访人", "被访者", "化名", "受访者化名", "访谈对象", "性别", "年龄", "職業", "职业",
    ], StringComparer.OrdinalIgnoreCase);

    /// <returns>The blocks after it; all of them where there is none.</returns>
    public static IReadOnlyList<Block> Read(IReadOnlyList<Block> blocks, Findings findings)
    {
        var end = 0;
        List<(string Key, string Value)> entries = [];
        while (end < blocks.Count && (end == 0 || !blocks[end].IsAfterGap))
        {
            foreach (var line in blocks[end].Lines)
            {
                var match = KeyAndValue().Match(line.Text);
                if (!match.Success || entries.Count == MostLines) return blocks;
                entries.Add((match.Groups["key"].Value.Trim(), match.Groups["value"].Value.Trim()));
            }

            end++;
        }

        if (!IsHeader(entries) || blocks.Skip(end).SelectMany(block => block.Lines).Any(line => StandsAgain(line.Text, entries))) return blocks;

        foreach (var (key, value) in entries)
        {
            findings.AddFact(key, value);
            if (Roles.Of(key) is { } role) Introduce(value, role, findings);
        }

        return [.. blocks.Skip(end)];
    }

    // "Interviewer: Anna" in the header, and later turns that begin with "Anna:"
    private static void Introduce(string names, Role role, Findings findings)
    {
        foreach (var name in names.Split([',', ';', '，', '；', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) findings.Introduce(name, null, role);
    }

    private static bool IsHeader(List<(string Key, string Value)> entries)
    {
        var keys = entries.Select(entry => entry.Key).ToList();
        return keys.Count == keys.Distinct(StringComparer.OrdinalIgnoreCase).Count()
            && keys.Any(Facts.Contains)
            && keys.Count(key => Facts.Contains(key) || Persons.Contains(key)) * 2 >= keys.Count;
    }

    private static bool StandsAgain(string line, List<(string Key, string Value)> entries) =>
        entries.Any(entry => line.TrimStart().StartsWith(entry.Key, StringComparison.OrdinalIgnoreCase)
            && line.TrimStart().AsSpan(entry.Key.Length).TrimStart() is [':' or '：', ..]);

    [GeneratedRegex(@"^\s*(\*\*)?(?<key>[\p{L}][\p{L}\p{N} ]{0,29}?)\s*(\*\*)?\s*[:：]\s*(\*\*)?\s*(?<value>\S.{0,79})$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyAndValue();
}
