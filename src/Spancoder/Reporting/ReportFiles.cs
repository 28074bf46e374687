using Spancoder.Reporting.Pages;
using Spancoder.Reporting.Pictures;
using Spancoder.Reporting.Results;

namespace Spancoder.Reporting;

/// <summary>A report in all its layouts, as files of a folder.</summary>
internal static class ReportFiles
{
    /// <param name="transcripts">Of what the report is about.</param>
    /// <param name="version">Of spancoder.</param>
    public static void Write(OutputFolder folder, Report report, Transcripts transcripts, string version)
    {
        using (StreamWriter markdown = new(folder.Create(ResultNames.Report))) markdown.Write(MarkdownLayout.Write(report));
        using (var page = folder.Create(ResultNames.Page)) PageLayout.Write(page, report, transcripts);
        foreach (var picture in report.Blocks.OfType<ReportBlock.Picture>())
        {
            using StreamWriter file = new(folder.Create(ResultNames.PictureOf(picture.Id)));
            file.Write(PictureSvg.Of(picture, isInPage: false));
        }

        foreach (var table in report.Blocks.OfType<ReportBlock.Table>().Where(table => table.Id is not null)) Write(folder, table, ResultNames.TableOf(table.Id!)); // those are not null
        using var package = folder.Create(ResultNames.Package);
        TableSchema.WritePackage(package, version, [.. folder.Names.Where(name => Path.GetExtension(name) == ".csv")]);
    }

    private static void Write(OutputFolder folder, ReportBlock.Table table, string name)
    {
        using (var rows = folder.Create(name)) TableLayout.Write(rows, table);
        TableSchema.Of(table).WriteBeside(folder, name);
    }
}
