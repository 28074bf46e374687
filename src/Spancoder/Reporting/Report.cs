namespace Spancoder.Reporting;

/// <summary>What a report says, without a layout.</summary>
public sealed record Report(IReadOnlyList<ReportBlock> Blocks)
{
    /// <summary>What people are shown: all but tables for programs.</summary>
    public IReadOnlyList<ReportBlock> Shown => [.. Blocks.Where(block => block is not ReportBlock.Table { IsOnlyData: true })];
}

/// <summary>A piece of a report.</summary>
public abstract record ReportBlock
{
    private ReportBlock()
    {
    }

    /// <param name="Level">1 for the title.</param>
    public sealed record Heading(int Level, string Text) : ReportBlock;

    public sealed record Paragraph(string Text) : ReportBlock;

    public sealed record Bullets(IReadOnlyList<string> Items) : ReportBlock;

    /// <param name="Denominator">What the figures are shares or counts of. Every table says it.</param>
    public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows, string Denominator) : ReportBlock
    {
        /// <summary>Names it as data, and the file that holds it: "by-document". Null for one that is only to be read.</summary>
        public string? Id { get; init; }

        /// <summary>Whether it is for programs alone: no page shows it.</summary>
        public bool IsOnlyData { get; init; }
    }

    /// <summary>What somebody said or somebody noted.</summary>
    /// <param name="Before">What leads up to it, a line for each voice; empty where nothing does.</param>
    public sealed record Quote(string Source, IReadOnlyList<string> Before, string Text, string Reason) : ReportBlock
    {
        /// <summary>Id of the segment that holds it; null where a page could not show it.</summary>
        public string? Segment { get; init; }
    }

    /// <summary>Something to look at rather than read. What it shows stands in a table too.</summary>
    /// <param name="Id">Names its file: "frequencies".</param>
    /// <param name="Title">What it shows, for those who see it and those who do not.</param>
    /// <param name="Said">The same at more length, for those who do not see it.</param>
    public sealed record Picture(string Id, string Title, string Said, Drawing Drawing) : ReportBlock;
}

/// <summary>A column of a table.</summary>
/// <param name="IsNumber">Set to the right.</param>
public sealed record Column(string Name, bool IsNumber = true)
{
    /// <summary>What a table of data calls it: unique in the table, without blanks.</summary>
    public string Key { get; init; } = Name;
}
