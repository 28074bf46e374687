using System.Globalization;
using CsvHelper;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>A report's table as data: a CSV with figures unrounded, shares from 0 to 1, and empty cells where a figure is undefined.</summary>
internal static class TableLayout
{
    public static void Write(Stream stream, ReportBlock.Table table)
    {
        using var csv = CsvWriter.Create(stream, Csv.Output, leaveOpen: true);
        foreach (var column in table.Columns) csv.WriteField(column.Key);
        csv.EndRecord();
        foreach (var row in table.Rows)
        {
            foreach (var cell in row) csv.WriteField(ValueOf(cell));
            csv.EndRecord();
        }
    }

    /// <summary>A figure in at most twelve digits behind the point: more than anybody needs, and few enough that no machine's last bit shows.</summary>
    public static string Exact(double value) => value.ToString("0.############", CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;

    private static string ValueOf(Cell cell) => cell switch
    {
        { Value: { } value } => Exact(value),
        _ when ReferenceEquals(cell, Cell.Undefined) => "",
        _ => cell.Text,
    };
}
