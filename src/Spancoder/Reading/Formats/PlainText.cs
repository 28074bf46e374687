using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats;

/// <summary>Plain text: where lines were wrapped by a program a run of lines is a paragraph, else every line is one. Takes any text.</summary>
internal sealed class PlainText : IFormat
{
    private const int WidestWrap = 100; // characters; nobody wraps wider, and a typed answer soon is longer

    public string Name => "text";

    public IReadOnlyList<string> Extensions => [".txt", ".text"];

    public bool Recognises(FileContent file) => true;

    public Content Read(FileContent file, Findings findings) => new Content.Running(BlocksOf(Line.Of(file.Text), findings));

    private static List<Block> BlocksOf(IReadOnlyList<Line> lines, Findings findings)
    {
        var isWrapped = IsWrapped(lines, out var width);
        if (isWrapped) findings.Say(null, $"its lines end at about {width} characters, so neighbouring lines were joined into paragraphs");

        List<Block> blocks = [];
        List<Line> run = [];
        var (isAfterGap, isGap) = (false, false);
        foreach (var line in lines)
        {
            if (run.Count > 0 && (line.IsBlank || !isWrapped)) EndRun();
            if (line.IsBlank)
            {
                isGap = true;
                continue;
            }

            if (run.Count == 0) (isAfterGap, isGap) = (isGap, false);
            run.Add(line);
        }

        if (run.Count > 0) EndRun();
        return blocks;

        void EndRun()
        {
            blocks.Add(new(BlockKind.Paragraph, run) { IsAfterGap = isAfterGap });
            run = [];
        }
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
