using Spancoder.Text;

namespace Spancoder.Reading;

/// <summary>YAML between two lines of <c>---</c> at the very beginning of a file: facts about the document, not its words.</summary>
internal static class FrontMatter
{
    private const int Longest = 60; // lines

    /// <returns>The lines after it; all of them where there is none.</returns>
    public static IReadOnlyList<Line> Read(IReadOnlyList<Line> lines, string file, Dictionary<string, string> metadata, List<Notice> notices)
    {
        if (lines is not [{ Text: var first }, ..] || first.TrimEnd() != "---") return lines;

        var end = 0;
        for (var index = 1; index < Math.Min(lines.Count, Longest) && end == 0; index++)
        {
            if (lines[index].Text.TrimEnd() is "---" or "...") end = index;
        }

        if (end == 0) return lines;

        Problems problems = new();
        var yaml = string.Join('\n', lines.Skip(1).Take(end - 1).Select(line => line.Text));
        if (Yaml.Read(yaml, file, problems, lines[1].Number) is Yaml.Mapping block)
        {
            foreach (var entry in block.Entries) metadata[entry.Key] = Flatten(entry.Value);
        }

        notices.AddRange(problems.InOrder.Select(problem => new Notice(problem.Place, $"in the front matter, {problem.What}", problem.Mend)));
        return [.. lines.Skip(end + 1)];
    }

    private static string Flatten(Yaml value) => value switch
    {
        Yaml.Scalar scalar => scalar.Value,
        Yaml.Sequence sequence => string.Join("; ", sequence.Items.Select(Flatten)),
        Yaml.Mapping block => string.Join("; ", block.Entries.Select(entry => $"{entry.Key}: {Flatten(entry.Value)}")),
        _ => "",
    };
}
