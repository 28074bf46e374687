using Spancoder.Reporting.Pages;

namespace Spancoder.Reporting;

/// <summary>A report in all its layouts, as files of a folder.</summary>
internal static class ReportFiles
{
    /// <param name="transcripts">Of what the report is about.</param>
    public static void Write(OutputFolder folder, Report report, Transcripts transcripts)
    {
        using (StreamWriter markdown = new(folder.Create(ResultNames.Report))) markdown.Write(MarkdownLayout.Write(report));
        using (var page = folder.Create(ResultNames.Page)) PageLayout.Write(page, report, transcripts);
        foreach (var table in report.Blocks.OfType<ReportBlock.Table>().Where(table => table.Id is not null).DistinctBy(table => ResultNames.TableOf(table.Id!))) TableLayout.Write(folder, table); // those are not null
    }
}
