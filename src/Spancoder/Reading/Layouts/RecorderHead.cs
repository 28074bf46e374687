using System.Text.RegularExpressions;

namespace Spancoder.Reading.Layouts;

/// <summary>What Chinese recorders write above a transcript: date and length, key words, and a line <c>文字记录:</c>.</summary>
internal static partial class RecorderHead
{
    private const int MostBlocks = 10;

    /// <returns>The blocks without it.</returns>
    public static IReadOnlyList<Block> Take(IReadOnlyList<Block> blocks, Findings findings)
    {
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

    [GeneratedRegex(@"^\s*(?:文字记录|文字記錄)\s*[:：]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Transcript();
}
