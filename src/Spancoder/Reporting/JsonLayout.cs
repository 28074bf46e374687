using System.Text.Json;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>A report as JSON: its blocks in order; in tables figures unrounded, shares from 0 to 1, and null where one is undefined.</summary>
internal static class JsonLayout
{
    /// <param name="version">Of spancoder.</param>
    public static void Write(Stream stream, Report report, string version)
    {
        using (Utf8JsonWriter json = new(stream, Json.Readable))
        {
            json.WriteStartObject();
            json.WriteString("spancoder", version);
            json.WriteStartArray("blocks");
            foreach (var block in report.Blocks)
            {
                json.WriteStartObject();
                Write(json, block);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, ReportBlock block)
    {
        switch (block)
        {
            case ReportBlock.Heading heading:
                json.WriteString("heading", heading.Text);
                json.WriteNumber("level", heading.Level);
                break;
            case ReportBlock.Paragraph paragraph:
                json.WriteString("paragraph", paragraph.Text);
                break;
            case ReportBlock.Bullets bullets:
                Json.WriteStrings(json, "bullets", bullets.Items);
                break;
            case ReportBlock.Table table:
                Write(json, table);
                break;
            case ReportBlock.Quote quote:
                json.WriteString("quote", quote.Text);
                json.WriteString("source", quote.Source);
                json.WriteString("segment", quote.Segment);
                Json.WriteStrings(json, "before", quote.Before);
                json.WriteString("reason", quote.Reason);
                break;
            case ReportBlock.Picture picture:
                json.WriteString("picture", picture.Id);
                json.WriteString("title", picture.Title);
                json.WriteString("said", picture.Said);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void Write(Utf8JsonWriter json, ReportBlock.Table table)
    {
        json.WriteString("table", table.Id);
        Json.WriteStrings(json, "columns", table.Columns.Select(column => column.Key));
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartArray();
            foreach (var cell in row) Write(json, cell);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteString("denominator", table.Denominator);
    }

    private static void Write(Utf8JsonWriter json, Cell cell)
    {
        if (ReferenceEquals(cell, Cell.Undefined)) json.WriteNullValue();
        else if (cell.Value is { } value) json.WriteRawValue(TableLayout.Exact(value));
        else json.WriteStringValue(cell.Text);
    }
}
