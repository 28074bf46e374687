using System.Text.Json;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>Blocks of a report as JSON, to be kept and laid out later.</summary>
internal static class ReportJson
{
    public static void Write(Utf8JsonWriter json, string name, IReadOnlyList<ReportBlock> blocks)
    {
        json.WriteStartArray(name);
        foreach (var block in blocks) Write(json, block);
        json.WriteEndArray();
    }

    /// <exception cref="FormatException">It is nothing that this writes.</exception>
    public static IReadOnlyList<ReportBlock> Read(JsonElement blocks) => [.. blocks.EnumerateArray().Select(ReadOne)];

    private static void Write(Utf8JsonWriter json, ReportBlock block)
    {
        json.WriteStartObject();
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
                Json.WriteStrings(json, "columns", table.Columns.Select(column => column.Name));
                json.WriteString("numbers", string.Concat(table.Columns.Select(column => column.IsNumber ? '1' : '0')));
                json.WriteStartArray("rows");
                foreach (var row in table.Rows)
                {
                    json.WriteStartArray();
                    foreach (var cell in row) json.WriteStringValue(cell.Text);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteString("denominator", table.Denominator);
                break;
            default:
                throw new ArgumentException("there are participants' words in it", nameof(block));
        }

        json.WriteEndObject();
    }

    private static ReportBlock ReadOne(JsonElement block)
    {
        if (block.TryGetProperty("heading", out var heading)) return new ReportBlock.Heading(block.GetProperty("level").GetInt32() is >= 1 and <= 6 and var level ? level : throw new FormatException(), Text(heading));
        if (block.TryGetProperty("paragraph", out var paragraph)) return new ReportBlock.Paragraph(Text(paragraph));
        if (block.TryGetProperty("bullets", out var bullets)) return new ReportBlock.Bullets(Strings(bullets));
        if (!block.TryGetProperty("columns", out var columns)) throw new FormatException();

        var (names, numbers, rows) = (Strings(columns), Text(block.GetProperty("numbers")), block.GetProperty("rows").EnumerateArray().Select(Strings).ToList());
        if (numbers.Length != names.Count || rows.Exists(row => row.Count != names.Count)) throw new FormatException();

        return new ReportBlock.Table([.. names.Select((name, index) => new Column(name, numbers[index] == '1'))], [.. rows.Select(row => (IReadOnlyList<Cell>)[.. row])], Text(block.GetProperty("denominator")));
    }

    private static IReadOnlyList<string> Strings(JsonElement array) => [.. array.EnumerateArray().Select(Text)];

    private static string Text(JsonElement text) => text.GetString() ?? throw new FormatException();
}
