using System.Diagnostics;
using System.Text.RegularExpressions;
using Markdig;
using Spancoder.Reporting;
using Spancoder.Tests.Reporting.GoldenReport;
using Spancoder.Text;

namespace Spancoder.Tests.Reporting;

/// <summary>The report as text: its tables keep their columns in a terminal, and every renderer makes the same of them.</summary>
public partial class MarkdownRendering
{
    private static readonly string Report = Repository.Read("tests", "golden", "main-job", "report.md");

    [Fact]
    public void Every_line_of_a_table_ends_in_the_same_column_also_with_Chinese_in_it()
    {
        var tables = Report.Split("\n\n").Where(block => block.StartsWith('|')).Select(block => block.TrimEnd('\n').Split('\n')).ToList();
        Assert.True(tables.Count > 20, $"{tables.Count} tables");
        Assert.Contains(tables, table => table.Any(line => line.Contains("受访者", StringComparison.Ordinal)));
        foreach (var table in tables) Assert.Single(table.Select(DisplayWidth.Of).Distinct());
    }

    [Fact]
    public void Markdig_makes_every_table_with_all_its_cells() =>
        Assert.Equal(MarkdownTables.In(Report).Select(Flat), TablesIn(Markdown.ToHtml(Report, new MarkdownPipelineBuilder().UsePipeTables().Build())));

    [ToolFact("cmark-gfm")]
    public void The_reference_implementation_of_forges_makes_the_same_of_it() =>
        Assert.Equal(MarkdownTables.In(Report).Select(Flat), TablesIn(Rendered(Report)));

    [ToolFact("cmark-gfm")]
    public void Hostile_cells_stay_in_their_cells_and_stay_text()
    {
        string[] hostile = ["a|b", @"a\|b", "`x`", "<b>x</b>", "*x*", "_x_", "[x](y)", "![x](y)", "&amp;", "~~x~~", "1. x", "# x", "- x", "\\", "中|文", "|", "\u202Eabc", "https://example.org/x", "a\nb"];
        Report report = new([new ReportBlock.Table([new("a|b", IsNumber: false), new("*n*")], [.. hostile.Select(text => (IReadOnlyList<Cell>)[text, "1"])], "of all")]);
        var rows = TablesIn(Rendered(MarkdownLayout.Write(report))).Single().Split('\n');
        Assert.Equal(hostile.Select(text => $"{text.Replace('\n', ' ')}\t1").Prepend("a|b\t*n*"), rows);
    }

    private static string Flat(MarkdownTable table) => string.Join('\n', table.Rows.Prepend(table.Columns).Select(row => string.Join('\t', row)));

    private static IEnumerable<string> TablesIn(string html) => Table().Matches(html).Select(table =>
        string.Join('\n', Row().Matches(table.Value).Select(row => string.Join('\t', CellOf().Matches(row.Value).Select(cell => System.Net.WebUtility.HtmlDecode(Link().Replace(cell.Groups[1].Value, "")).Trim())))));

    private static string Rendered(string markdown)
    {
        using var process = Process.Start(new ProcessStartInfo("cmark-gfm", ["--extension", "table", "--extension", "autolink", "--extension", "strikethrough"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!; // it is there
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(markdown);
        process.StandardInput.Close();
        process.WaitForExit();
        return output.Result;
    }

    [GeneratedRegex(@"<table>.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex(@"<t[hd][^>]*>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex CellOf();

    // A renderer may make links of addresses; nothing else may be an element.
    [GeneratedRegex(@"</?a\b[^>]*>")]
    private static partial Regex Link();
}
