using System.Text.RegularExpressions;

namespace Spancoder.Tests.Reporting.GoldenReport;

/// <param name="Heading">The last heading of level 2 above it.</param>
/// <param name="Columns">Names, as they stand.</param>
internal sealed record MarkdownTable(string Heading, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public override string ToString() => $"{Heading}: {string.Join(", ", Columns)}";
}

/// <summary>The tables in a text of Markdown, found by their bars and nothing else.</summary>
internal static partial class MarkdownTables
{
    public static IReadOnlyList<MarkdownTable> In(string markdown)
    {
        List<MarkdownTable> tables = [];
        List<IReadOnlyList<string>> rows = [];
        var heading = "";
        foreach (var line in markdown.Split('\n').Append(""))
        {
            if (line.StartsWith('|'))
            {
                rows.Add([.. Bar().Split(line)[1..^1].Select(cell => Escape().Replace(cell.Trim(), "$1"))]);
            }
            else if (rows.Count > 0)
            {
                tables.Add(new(heading, rows[0], [.. rows.Skip(2)]));
                rows = [];
            }

            if (line.StartsWith("## ", StringComparison.Ordinal)) heading = Escape().Replace(line[3..], "$1");
        }

        return tables;
    }

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();
}
