namespace Spancoder.Reading;

/// <summary>One line of a decoded file.</summary>
/// <param name="Number">1-based, as an editor shows it.</param>
/// <param name="Text">Without its line feed.</param>
internal readonly record struct Line(int Number, string Text)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public static IReadOnlyList<Line> Of(string text, int first = 1)
    {
        var lines = text.Split('\n');
        return [.. lines.Select((line, index) => new Line(first + index, line))];
    }
}

/// <summary>What kind of block a run of lines is.</summary>
internal enum BlockKind
{
    Paragraph,
    Heading,

    /// <summary>A block quote: in field notes, what somebody said.</summary>
    Quote,
}

/// <summary>A run of lines that belong together, with the markup of blocks (<c>#</c>, <c>&gt;</c>, bullets) taken off.</summary>
/// <param name="IsMemo">Marked as the analyst's.</param>
internal sealed record Block(BlockKind Kind, IReadOnlyList<Line> Lines, bool IsMemo = false);
