using Spancoder.Reading.Layouts;
using Spancoder.Text;

namespace Spancoder.Reading.Formats;

/// <summary>YAML between two lines of <c>---</c> at the very beginning of a file: facts about the document, not its words.</summary>
internal static class FrontMatter
{
    private const int Longest = 60; // lines

    public static bool StandsIn(string text) => text.StartsWith("---", StringComparison.Ordinal) && EndOf(Line.Of(text[..Math.Min(text.Length, Longest * 1000)])) > 0;

    /// <returns>The lines after it; all of them where there is none.</returns>
    public static IReadOnlyList<Line> Read(IReadOnlyList<Line> lines, Findings findings)
    {
        var end = EndOf(lines);
        if (end == 0) return lines;

        Problems problems = new();
        var yaml = string.Join('\n', lines.Skip(1).Take(end - 1).Select(line => line.Text));
        if (Yaml.Read(yaml, findings.File, problems, lines[1].Number) is Yaml.Mapping block)
        {
            foreach (var entry in block.Entries) findings.AddFact(entry.Key, Flatten(entry.Value));
        }

        foreach (var problem in problems.InOrder) findings.Say(new(problem.Place, $"in the front matter, {problem.What}", problem.Mend));
        return [.. lines.Skip(end + 1)];
    }

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
