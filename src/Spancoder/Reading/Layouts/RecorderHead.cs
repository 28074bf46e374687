using System.Text.RegularExpressions;

namespace Spancoder.Reading.Layouts;

/// <summary>
/// What recorders write above a transcript: Chinese ones date and length, key words, and a line <c>文字记录:</c>; Otter <c>SUMMARY KEYWORDS</c> and
/// <c>SPEAKERS</c>, each above its words.
/// </summary>
internal static partial class RecorderHead
{
    private const int MostBlocks = 10;

    /// <returns>The blocks without it.</returns>
    public static IReadOnlyList<Block> Take(IReadOnlyList<Block> blocks, Findings findings)
    {
        if (Keywords(blocks) is var body && body.Count < blocks.Count) return Report(blocks, body, findings);

        var end = blocks.Take(MostBlocks).TakeWhile(block => block.Kind != BlockKind.Table && !Transcript().IsMatch(block.Lines[0].Text)).Count();
        if (end == Math.Min(blocks.Count, MostBlocks) || blocks[end].Kind == BlockKind.Table) return blocks;

        string? name = null;
        List<string> recording = [];
        foreach (var line in blocks.Take(end).SelectMany(block => block.Lines))
        {
            var words = line.Text.Trim();
            if (words is [.., ':' or '：'])
            {
                name = words[..^1].TrimEnd();
            }
            else if (name is not null)
            {
                findings.AddFact(name, words);
                name = null;
            }
            else
            {
                recording.Add(words);
            }
        }

        if (recording.Count > 0) findings.AddFact("recording", string.Join("; ", recording));
        return [.. blocks.Skip(end + 1)];
    }

    private static List<Block> Keywords(IReadOnlyList<Block> blocks) =>
        [.. blocks.Where((block, index) => !(index < MostBlocks && (IsOtter(block) || index > 0 && IsOtter(blocks[index - 1]))))];

    private static List<Block> Report(IReadOnlyList<Block> blocks, List<Block> body, Findings findings)
    {
        foreach (var (head, words) in blocks.Take(MostBlocks).Zip(blocks.Skip(1)).Where(pair => IsOtter(pair.First) && !IsOtter(pair.Second)))
        {
            findings.AddFact(head.Lines[0].Text.Trim().ToLowerInvariant(), string.Join(' ', words.Lines.Select(line => line.Text.Trim())));
        }

        return body;
    }

    private static bool IsOtter(Block block) => block.Lines is [var only] && Otter().IsMatch(only.Text);

    [GeneratedRegex(@"^\s*(?:SUMMARY KEYWORDS|SPEAKERS)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Otter();

    [GeneratedRegex(@"^\s*(?:文字记录|文字記錄)\s*[:：]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Transcript();
}
