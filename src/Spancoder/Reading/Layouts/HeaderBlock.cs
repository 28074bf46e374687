using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Spancoder.Reading.Layouts;

/// <summary>Lines such as <c>Date: 2017-12-01</c> at the top of a transcript: facts about it, not its words.</summary>
/// <remarks>
/// A title may stand above it. The block ends at the first gap, and is one when every line is a key and a short value that is no
/// sentence, each key once, at least one key names a fact or all name people, and at least half of the keys are known. A key that is also a label of later turns
/// (<c>Interviewer: Anna Berg</c>) is taken for one, and the block for speech, unless two of the keys name facts. Where two do, and no key that is not known is a label later, values may also be long or sentences,
/// and lines wholly in brackets may stand between; these stay in the text.
/// </remarks>
internal static partial class HeaderBlock
{
    private const int MostLines = 15;
    private const int LongestValue = 80; // characters, where it is not sure that it is a fact
    private const int LongestAbbreviated = 12; // characters: "60 min.", "St. Gallen, CH."

    private static readonly FrozenSet<string> Facts = FrozenSet.ToFrozenSet(
    [
        "date", "time", "place", "location", "site", "duration", "length", "transcriber", "transcribed by", "language", "project", "topic",
        "title", "kind", "file", "recording", "setting", "日期", "时间", "访谈时间", "访谈日期", "地点", "访谈地点", "时长", "访谈时长", "录音时长", "记录人",
        "datum", "ort", "dauer", "uhrzeit", "aufnahme", "transkription", "transkribiert von", "projekt", "thema", "sprache", "lieu", "durée", "heure", "langue", "fecha", "lugar", "duración", "hora", "idioma",
        "整理人", "关键词", "文字记录", "转录人", "转写", "主题", "语言", "项目", "编号", "访谈編號", "訪談時間", "地點", "記錄人",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Persons = FrozenSet.ToFrozenSet(
    [
        "interviewee", "interviewer", "participant", "respondent", "pseudonym", "moderator", "researcher", "age", "gender",
        "interviewerin", "befragter", "befragte", "alter", "geschlecht", "beruf", "enquêteur", "enquêtrice", "enquêté", "enquêtée", "entrevistador", "entrevistadora", "entrevistado", "entrevistada",
        "访谈者", "访谈人", "采访人", "受访者", "受访人", "被访者", "化名", "受访者化名", "访谈对象", "性别", "年龄", "職業", "职业",
    ], StringComparer.OrdinalIgnoreCase);

    /// <returns>The blocks without it.</returns>
    public static IReadOnlyList<Block> Take(IReadOnlyList<Block> blocks, Findings findings)
    {
        var start = blocks is [{ Lines: [var title] }, { Lines: [var first, ..] }, ..] && !KeyAndValue().IsMatch(title.Text) && KeyAndValue().IsMatch(first.Text) ? 1 : 0;
        var end = start;
        while (end < blocks.Count && (end == start || !blocks[end].IsAfterGap) && (EntriesOf(blocks[end]) is not null || (end > start && IsAside(blocks[end])))) end++;

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

        return [.. blocks.Take(start), .. blocks.Skip(start).Take(end - start).Where(IsAside), .. blocks.Skip(end)];
    }

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
        var persons = keys.Count(Persons.Contains);
        return keys.Count <= MostLines && (facts >= 1 || persons == keys.Count && persons >= 2)
            && keys.Count == keys.Distinct(StringComparer.OrdinalIgnoreCase).Count()
            && (facts + persons) * 2 >= keys.Count
            && (!entries.Exists(entry => IsSentence(entry.Value) || entry.Value.Length > LongestValue) || (facts >= 2 && !IsAnyLabel(blocks.Skip(end), [.. entries.Where(entry => !IsKnown(entry.Key))])))
            && (facts >= 2 || !IsAnyLabel(blocks.Skip(end), entries));
    }

    private static bool IsKnown(string key) => Facts.Contains(key) || Persons.Contains(key);

    // A note of the transcriber.
    private static bool IsAside(Block block) => block.Kind != BlockKind.Table && EntriesOf(block) is null && block.Lines.All(line => line.Text.Trim() is ['[' or '［' or '(' or '（', .., ']' or '］' or ')' or '）']);

    private static bool IsSentence(string value) => value is [.., '.' or '?' or '!' or '。' or '？' or '！'] && value.Length > LongestAbbreviated;

    // "Interviewer: Anna Berg" in the header, and later turns that begin with "Anna Berg:" or "AB:"
    private static void Introduce(string names, Role role, Findings findings)
    {
        foreach (var name in names.Split([',', ';', '，', '；', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            findings.Introduce(name, null, role);
            var initials = string.Concat(name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word[0]).Where(char.IsUpper));
            if (initials.Length >= 2) findings.Introduce(initials, name, role);
        }
    }

    private static bool IsAnyLabel(IEnumerable<Block> blocks, List<(string Key, string Value)> entries) => blocks.SelectMany(block => block.Lines).Any(line => StandsAgain(line.Text, entries));

    private static bool StandsAgain(string line, List<(string Key, string Value)> entries) =>
        entries.Any(entry => line.TrimStart().StartsWith(entry.Key, StringComparison.OrdinalIgnoreCase)
            && line.TrimStart().AsSpan(entry.Key.Length).TrimStart() is [':' or '：', ..]);

    [GeneratedRegex(@"^\s*(\*\*)?(?<key>[\p{L}][\p{L}\p{N} ]{0,29}?)\s*(\*\*)?\s*[:：]\s*(\*\*)?\s*(?<value>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyAndValue();
}
