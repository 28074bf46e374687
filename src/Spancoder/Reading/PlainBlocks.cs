namespace Spancoder.Reading;

/// <summary>Blocks of plain text: where lines were wrapped by a program, a run of lines; else every line.</summary>
internal static class PlainBlocks
{
    private const int WidestWrap = 100; // characters; nobody wraps wider, and a typed answer soon is longer

    public static IReadOnlyList<Block> Of(IReadOnlyList<Line> lines, string file, List<Notice> notices)
    {
        var isWrapped = IsWrapped(lines, out var width);
        if (isWrapped) notices.Add(new(new(file), $"its lines end at about {width} characters, so neighbouring lines were joined into paragraphs"));

        List<Block> blocks = [];
        List<Line> run = [];
        foreach (var line in lines)
        {
            if (run.Count > 0 && (line.IsBlank || !isWrapped))
            {
                blocks.Add(new(BlockKind.Paragraph, run));
                run = [];
            }

            if (!line.IsBlank) run.Add(line);
        }

        if (run.Count > 0) blocks.Add(new(BlockKind.Paragraph, run));
        return blocks;
    }

    // Wrapped text has no long line, and where a line is followed by another it is nearly as long as the longest.
    private static bool IsWrapped(IReadOnlyList<Line> lines, out int width)
    {
        width = lines.Select(line => line.Text.TrimEnd().Length).DefaultIfEmpty(0).Max();
        if (width is < 40 or > WidestWrap) return false;

        var (followed, nearlyFull) = (0, 0);
        for (var index = 0; index + 1 < lines.Count; index++)
        {
            if (lines[index].IsBlank || lines[index + 1].IsBlank) continue;
            followed++;
            if (lines[index].Text.TrimEnd().Length >= width * 0.75) nearlyFull++;
        }

        return followed >= 3 && nearlyFull >= followed * 0.6;
    }
}
