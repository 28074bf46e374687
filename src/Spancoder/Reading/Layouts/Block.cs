namespace Spancoder.Reading.Layouts;

/// <summary>One line of a decoded file, or one of a paragraph in a Word file.</summary>
/// <param name="Number">Where it stands in the original: line or paragraph, 1-based.</param>
/// <param name="Text">Without its line feed.</param>
internal readonly record struct Line(int Number, string Text)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>
    /// The lines of a text. A line or paragraph separator inside one (vertical tab and U+2028; form feed, U+0085 and U+2029) parts it without
    /// counting as a line, because editors do not count it; a paragraph separator leaves a blank line.
    /// </summary>
    public static IReadOnlyList<Line> Of(string text)
    {
        var lines = text.Split('\n');
        return [.. lines.SelectMany((line, index) => line.AsSpan().ContainsAny(Separators) ? Part(line, index + 1) : [new Line(index + 1, line)])];
    }

    private const string LineSeparators = "\v\u2028";
    private const string Separators = LineSeparators + "\f\u0085\u2029";

    private static IEnumerable<Line> Part(string line, int number)
    {
        var start = 0;
        for (var index = 0; index < line.Length; index++)
        {
            if (!Separators.Contains(line[index], StringComparison.Ordinal)) continue;

            yield return new(number, line[start..index]);
            if (!LineSeparators.Contains(line[index], StringComparison.Ordinal)) yield return new(number, "");
            start = index + 1;
        }

        yield return new(number, line[start..]);
    }
}

/// <summary>What kind of block a run of lines is.</summary>
internal enum BlockKind
{
    Paragraph,
    Heading,

    /// <summary>A block quote: in field notes, what somebody said.</summary>
    Quote,

    /// <summary>A table of a Word file, with its <see cref="Block.Rows"/>.</summary>
    Table,
}

/// <summary>A run of lines that belong together, with the markup of blocks (<c>#</c>, <c>&gt;</c>, bullets) taken off.</summary>
/// <param name="Lines">None is blank. Of a table all lines of all cells, in reading order.</param>
internal sealed record Block(BlockKind Kind, IReadOnlyList<Line> Lines)
{
    /// <summary>Marked as the analyst's.</summary>
    public bool IsMemo { get; init; }

    /// <summary>A blank line or an empty paragraph stands before it.</summary>
    public bool IsAfterGap { get; init; }

    /// <summary>How much of its letters is bold, from 0 to 1. 0 where the format knows no bold.</summary>
    public double BoldShare { get; init; }

    /// <summary>Rows of cells of lines; of anything but a table none. A cell's lines may be blank, so that cells that stand side by side can be compared.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<Line>>> Rows { get; init; } = [];

    /// <summary>What its row says of it, where it comes from a table that is a transcript.</summary>
    public RowFacts? Row { get; init; }
}

/// <summary>What the other columns of a row say of its words.</summary>
/// <param name="Layer">Speech where a column names speakers, a note where none does, a memo for a remark beside the words.</param>
/// <param name="Speaker">Null where this row names nobody.</param>
internal sealed record RowFacts(Layer Layer, string? Speaker, TimeSpan? StartTime, TimeSpan? EndTime);
