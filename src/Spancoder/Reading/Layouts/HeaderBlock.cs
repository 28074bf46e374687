using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Spancoder.Reading.Layouts;

/// <summary>Lines such as <c>Date: 2017-12-01</c> at the top of a transcript: facts about it, not its words.</summary>
/// <remarks>
/// A title may stand above it. The block ends at the first gap, and is one when every line is a key and a short value that is no
/// sentence, each key once, at least one key names a fact, and at least half of the keys are known. A key that is also a label of later turns
/// (<c>Interviewer: Anna Berg</c>) is taken for one, and the block for speech, unless two of the keys name facts.
/// </remarks>
internal static partial class HeaderBlock
{
    private const int MostLines = 15;
    private const int LongestAbbreviated = 12; // characters: "60 min.", "St. Gallen, CH."

    private static readonly FrozenSet<string> Facts = FrozenSet.ToFrozenSet(
    [
        "date", "time", "place", "location", "site", "duration", "length", "transcriber", "transcribed by", "language", "project", "topic",
        "title", "kind", "file", "recording", "setting", "日期", "时间", "访谈时间", "访谈日期", "地点", "访谈地点", "时长", "访谈时长", "录音时长", "记录人",
        "整理人", "关键词", "文字记录", "转录人", "转写", "主题", "语言", "项目", "编号", "访谈編號", "訪談時間", "地點", "記錄人",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Persons = FrozenSet.ToFrozenSet(
    [
        "interviewee", "interviewer", "participant", "respondent", "pseudonym", "moderator", "researcher", "age", "gender",
        "访谈者", "访谈人", "采访人", "受访者", "受访人", "被访者", "化名", "受访者化名", "访谈对象", "性别", "年龄", "職業", "职业",
    ], StringComparer.OrdinalIgnoreCase);

    /// <returns>The blocks without it.</returns>
    public static IReadOnlyList<Block> Take(IReadOnlyList<Block> blocks, Findings findings)
    {
        var start = HasTitle(blocks) ? 1 : 0;
        var end = start;
        while (end < blocks.Count && (end == start || !blocks[end].IsAfterGap) && EntriesOf(blocks[end]) is not null) end++;

        var isClosed = end < blocks.Count && blocks[end].IsAfterGap;
        if (!isClosed || !IsHeader(blocks, start, end))
        {
            // Turns may follow without a gap: then only what surely is a fact.
            end = start;
            while (end < blocks.Count && EntriesOf(blocks[end]) is { } entries && entries.TrueForAll(entry => Facts.Contains(entry.Key))) end++;
            if (end - start < 2 || !IsHeader(blocks, start, end)) return blocks;
        }

        foreach (var (key, value) in blocks.Skip(start).Take(end - start).SelectMany(block => EntriesOf(block) ?? []))
        {
            findings.AddFact(key, value);
            if (Roles.Of(key) is { } role) Introduce(value, role, findings);
        }

        return [.. blocks.Take(start), .. blocks.Skip(end)];
    }

    // In Word and Markdown a heading needs no gap below it.
    private static bool HasTitle(IReadOnlyList<Block> blocks) =>
        blocks is [{ Lines: [var title] } first, var second, ..] && (second.IsAfterGap || first.Kind == BlockKind.Heading) && !KeyAndValue().IsMatch(title.Text);

    // Null when one of its lines is no key with a value.
    private static List<(string Key, string Value)>? EntriesOf(Block block)
    {
        if (block.Kind == BlockKind.Table) return null;

        var matches = block.Lines.Select(line => KeyAndValue().Match(line.Text)).ToList();
        return matches.TrueForAll(match => match.Success) ? [.. matches.Select(match => (match.Groups["key"].Value.Trim(), match.Groups["value"].Value.Trim()))] : null;
    }

    private static bool IsHeader(IReadOnlyList<Block> blocks, int start, int end)
    {
        var entries = blocks.Skip(start).Take(end - start).SelectMany(block => EntriesOf(block) ?? []).ToList();
        var keys = entries.Select(entry => entry.Key).ToList();
        var facts = keys.Count(Facts.Contains);
        return keys.Count <= MostLines && facts >= 1
            && keys.Count == keys.Distinct(StringComparer.OrdinalIgnoreCase).Count()
            && keys.Count(key => Facts.Contains(key) || Persons.Contains(key)) * 2 >= keys.Count
            && !entries.Exists(entry => IsSentence(entry.Value))
            && (facts >= 2 || !blocks.Skip(end).SelectMany(block => block.Lines).Any(line => StandsAgain(line.Text, entries)));
    }

    private static bool IsSentence(string value) => value is [.., '.' or '?' or '!' or '。' or '？' or '！'] && value.Length > LongestAbbreviated;

    // "Interviewer: Anna" in the header, and later turns that begin with "Anna:"
    private static void Introduce(string names, Role role, Findings findings)
    {
        foreach (var name in names.Split([',', ';', '，', '；', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) findings.Introduce(name, null, role);
    }

    private static bool StandsAgain(string line, List<(string Key, string Value)> entries) =>
        entries.Any(entry => line.TrimStart().StartsWith(entry.Key, StringComparison.OrdinalIgnoreCase)
            && line.TrimStart().AsSpan(entry.Key.Length).TrimStart() is [':' or '：', ..]);

    [GeneratedRegex(@"^\s*(\*\*)?(?<key>[\p{L}][\p{L}\p{N} ]{0,29}?)\s*(\*\*)?\s*[:：]\s*(\*\*)?\s*(?<value>\S.{0,79})$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyAndValue();
}
