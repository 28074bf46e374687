namespace Spancoder.Reporting;

/// <summary>A report in all its layouts, as files of a folder.</summary>
internal static class ReportFiles
{
    public static void Write(OutputFolder folder, Report report)
    {
        using (StreamWriter markdown = new(folder.Create(ResultNames.Report))) markdown.Write(MarkdownLayout.Write(report));
        foreach (var table in report.Blocks.OfType<ReportBlock.Table>().Where(table => table.Id is not null).DistinctBy(table => ResultNames.TableOf(table.Id!))) TableLayout.Write(folder, table); // those are not null
    }
}
