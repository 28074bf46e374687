namespace Spancoder.Reporting;

/// <summary>What a report says, without a layout.</summary>
public sealed record Report(IReadOnlyList<ReportBlock> Blocks);

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
    public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string Denominator) : ReportBlock;

    /// <summary>What somebody said or somebody noted.</summary>
    /// <param name="Before">What leads up to it, a line for each voice; empty where nothing does.</param>
    public sealed record Quote(string Source, IReadOnlyList<string> Before, string Text, string Reason) : ReportBlock;
}

/// <summary>A column of a table.</summary>
/// <param name="IsNumber">Set to the right.</param>
public sealed record Column(string Name, bool IsNumber = true);
