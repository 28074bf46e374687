using System.Text;
using System.Text.RegularExpressions;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>A report as Markdown that reads well in a terminal and on a forge: columns are aligned, also with Chinese in them.</summary>
public static partial class MarkdownLayout
{
    public static string Write(Report report)
    {
        var text = new StringBuilder();
        foreach (var block in report.Shown)
        {
            if (text.Length > 0) text.Append('\n');
            Append(text, block);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ReportBlock block)
    {
        switch (block)
        {
            case ReportBlock.Heading heading:
                text.Append('#', heading.Level).Append(' ').Append(Escape(heading.Text)).Append('\n');
                break;
            case ReportBlock.Paragraph paragraph:
                text.Append(Escape(paragraph.Text)).Append('\n');
                break;
            case ReportBlock.Bullets bullets:
                foreach (var item in bullets.Items) text.Append("- ").Append(Escape(item)).Append('\n');
                break;
            case ReportBlock.Table table:
                Append(text, table);
                break;
            case ReportBlock.Quote quote:
                Append(text, quote);
                break;
            case ReportBlock.Picture picture:
                text.Append("![").Append(Escape(picture.Title)).Append("](").Append(ResultNames.PictureOf(picture.Id)).Append(")\n");
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void Append(StringBuilder text, ReportBlock.Table table)
    {
        List<string[]> rows = [[.. table.Columns.Select(column => Escape(column.Name))], .. table.Rows.Select(row => row.Select(cell => Escape(cell.Text)).ToArray())];
        var widths = table.Columns.Select((_, index) => Math.Max(3, rows.Max(row => DisplayWidth.Of(row[index])))).ToArray();
        AppendRow(text, table.Columns, rows[0], widths);
        text.Append('|');
        foreach (var (index, column) in table.Columns.Index())
        {
            text.Append(column.IsNumber ? " " + new string('-', widths[index] - 1) + ": |" : " " + new string('-', widths[index]) + " |");
        }

        text.Append('\n');
        foreach (var row in rows.Skip(1)) AppendRow(text, table.Columns, row, widths);
        text.Append('\n').Append(Escape(table.Denominator)).Append('\n');
    }

    private static void AppendRow(StringBuilder text, IReadOnlyList<Column> columns, string[] cells, int[] widths)
    {
        text.Append('|');
        foreach (var (index, column) in columns.Index())
        {
            var cell = column.IsNumber ? DisplayWidth.PadLeft(cells[index], widths[index]) : DisplayWidth.PadRight(cells[index], widths[index]);
            text.Append(' ').Append(cell).Append(" |");
        }

        text.Append('\n');
    }

    private static void Append(StringBuilder text, ReportBlock.Quote quote)
    {
        foreach (var line in quote.Before) text.Append("> ").Append(Escape(line)).Append("\n>\n");
        foreach (var (index, paragraph) in quote.Text.Split('\n').Index())
        {
            if (index > 0) text.Append(">\n");
            text.Append("> **").Append(Escape(paragraph)).Append("**\n");
        }

        text.Append(">\n> ").Append(Escape(quote.Source)).Append(" · ").Append(Escape(quote.Reason)).Append('\n');
    }

    /// <summary>Makes text stay text: no character of it is markup.</summary>
    internal static string Escape(string text) => Special().Replace(text.Replace('\n', ' '), @"\$0");

    // ASCII punctuation that Markdown may read as markup inside a line (an underscore inside a word it does not), and what only counts
    // at the beginning of a line.
    [GeneratedRegex(@"[\\`*\[\]<>|&~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|^(?=[-+#=>](?:\s|$))|^(?=#)|^(?=[-=][-=\s]*$)|(?<=^\d{1,9})[.)](?=\s|$)")]
    private static partial Regex Special();
}
