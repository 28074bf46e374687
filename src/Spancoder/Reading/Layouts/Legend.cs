using System.Text.RegularExpressions;

namespace Spancoder.Reading.Layouts;

/// <summary>Lines such as <c>I: Interviewer</c> and <c>R: (Respondent)</c> near the top: who the labels are, not what they say.</summary>
internal static partial class Legend
{
    private const int MostBlocks = 20; // from the top; further down nobody explains labels

    /// <returns>The blocks without it.</returns>
    public static IReadOnlyList<Block> Take(IReadOnlyList<Block> blocks, Findings findings)
    {
        var first = Enumerable.Range(0, Math.Min(blocks.Count, MostBlocks)).FirstOrDefault(index => IsEntry(blocks[index]), -1);
        if (first < 0) return blocks;

        var end = first;
        while (end < blocks.Count && IsEntry(blocks[end])) end++;
        foreach (var line in blocks.Skip(first).Take(end - first).SelectMany(block => block.Lines))
        {
            var entry = Entry().Match(line.Text);
            var name = entry.Groups["name"].Value.Trim();
            findings.Introduce(entry.Groups["key"].Value, name, Roles.Of(name));
        }

        if (first > 0 && blocks[first - 1].Lines is [var title] && Title().IsMatch(title.Text)) first--;
        return [.. blocks.Take(first), .. blocks.Skip(end)];
    }

    private static bool IsEntry(Block block) =>
        block.Kind == BlockKind.Paragraph && block.Lines.All(line => Entry().Match(line.Text) is { Success: true } entry && Roles.Of(entry.Groups["name"].Value.Trim()) is not null);

    [GeneratedRegex(@"^\s*(?<key>[\p{L}\p{N}]{1,12})\s*[:：=]\s*[(（]?\s*(?<name>[\p{L}\p{N} ]{2,30}?)\s*[)）]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\s*(?:key|legend|speakers|legende|图例|说明)\s*[:：]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}
