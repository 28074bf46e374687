using System.Globalization;
using System.Text;

namespace Spancoder.Reporting.Pages;

/// <summary>A table in a page: it scrolls in a box of its own, its figures lead to what they count, and what they are counts of stands below.</summary>
internal static class PageTable
{
    private const int Many = 12; // columns: more stand closer

    /// <param name="heading">Name of the heading above; null where there is none.</param>
    /// <param name="isLinked">Whether the page has the segments that figures count.</param>
    public static void Append(StringBuilder html, ReportBlock.Table table, string? heading, bool isLinked)
    {
        html.Append("<figure class=\"table\"><div class=\"scroll\"><table");
        if (heading is not null) html.Append(" aria-labelledby=\"").Append(heading).Append('"');
        if (table.Columns.Count > Many) html.Append(" class=\"many\"");
        html.Append("><thead><tr>");
        foreach (var column in table.Columns) html.Append(column.IsNumber ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">").AppendText(column.Name).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var (index, column) in table.Columns.Index()) Append(html, row[index], column, isHead: index == 0, isLinked);
            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n<figcaption>").Append(Prose.Paragraph(table.Denominator)).Append("</figcaption></figure>\n");
    }

    private static void Append(StringBuilder html, Cell cell, Column column, bool isHead, bool isLinked)
    {
        html.Append(isHead ? "<th scope=\"row\"" : "<td");
        if (column.IsNumber) html.Append(" class=\"number\"");
        if (cell.Value is { } value) html.Append(" data-value=\"").Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('"');
        html.Append('>');
        var isLink = isLinked && cell is { Of: not null, Value: not 0 }; // none can be shown
        if (isLink) html.Append("<a href=\"").AppendText(SelectionLink.Of(cell.Of!)).Append("\">"); // then there is one
        html.AppendText(cell.Text);
        if (isLink) html.Append("</a>");
        html.Append(isHead ? "</th>" : "</td>");
    }
}
