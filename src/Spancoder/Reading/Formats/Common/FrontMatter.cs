using Spancoder.Reading.Layouts;
using Spancoder.Text;

namespace Spancoder.Reading.Formats.Common;

/// <summary>YAML between two lines of <c>---</c> at the very beginning of a file: facts about the document, not its words.</summary>
/// <remarks>What stands there and is no mapping of names to values, or speaks in the voice of an interview, stays with the words, with a notice.</remarks>
internal static class FrontMatter
{
    private const int Longest = 60; // lines
    private const int MostWordsOfAName = 6;

    public static bool StandsIn(string text) =>
        text.StartsWith("---", StringComparison.Ordinal) && EndOf(Line.Of(text[..Math.Min(text.Length, Longest * 1000)])) > 0;

    /// <returns>The lines after it; all of them where there is none.</returns>
    public static IReadOnlyList<Line> Read(IReadOnlyList<Line> lines, Findings findings)
    {
        var end = EndOf(lines);
        if (end == 0) return lines;

        Problems problems = new();
        var yaml = string.Join('\n', lines.Skip(1).Take(end - 1).Select(line => line.Text));
        var entries = end == 1 ? [] : (Yaml.Read(yaml, findings.File, problems, lines[1].Number) as Yaml.Mapping)?.Entries.Select(entry => (entry.Key, Value: Flatten(entry.Value))).ToList();
        if (problems.Any || entries is null || entries.Exists(entry => IsSpeech(entry.Key, entry.Value)))
        {
            // What the YAML reader says of it may quote it, and it may be somebody's words.
            findings.Say(problems.Any ? problems.InOrder[0].Place.Line : 1, "what stands between the lines of '---' is no front matter, so it was read as part of the text", "write names and short values, such as 'date: 2018-03-05'");
            return [.. lines.Skip(1).Take(end - 1), new(lines[end].Number, ""), .. lines.Skip(end + 1)];
        }

        foreach (var (key, value) in entries)
        {
            findings.AddFact(key, value);
            if (Roles.Of(key) == Role.Interviewer) findings.Introduce(value, null, Role.Interviewer);
        }

        return [.. lines.Skip(end + 1)];
    }

    // "P1: We sold it." between two rules is a turn; "interviewer: Anna Berg" is a fact.
    private static bool IsSpeech(string key, string value) =>
        Roles.Of(key) is not null && (value is [.., '.' or '?' or '!' or '。' or '？' or '！'] || value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > MostWordsOfAName);

    // The index of the line that ends it; 0 where there is none.
    private static int EndOf(IReadOnlyList<Line> lines)
    {
        if (lines[0].Text.TrimEnd() != "---") return 0;

        for (var index = 1; index < Math.Min(lines.Count, Longest); index++)
        {
            if (lines[index].Text.TrimEnd() is "---" or "...") return index;
        }

        return 0;
    }

    private static string Flatten(Yaml value) => value switch
    {
        Yaml.Scalar scalar => scalar.Value,
        Yaml.Sequence sequence => string.Join("; ", sequence.Items.Select(Flatten)),
        Yaml.Mapping block => string.Join("; ", block.Entries.Select(entry => $"{entry.Key}: {Flatten(entry.Value)}")),
        _ => "",
    };
}
