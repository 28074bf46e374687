using System.Text.Json;
using Spancoder.Text;

namespace Spancoder.Reporting.Results;

/// <summary>Beside a table of data what its columns are, so that other programs read numbers as numbers and empty cells as missing.</summary>
/// <remarks>Table Schema, Frictionless Data (https://specs.frictionlessdata.io/table-schema/); what holds all tables together is a Data Package of the same.</remarks>
internal sealed record TableSchema(IReadOnlyList<TableSchema.Field> Fields)
{
    /// <summary>The columns that together name a row; none where nothing does.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    public string Description { get; init; } = "";

    /// <param name="Type">"string", "integer", "number" or "boolean".</param>
    public sealed record Field(string Name, string Type, string Description);

    /// <summary>Of a report's table: a column with figures is one of numbers.</summary>
    public static TableSchema Of(ReportBlock.Table table) => new(
        [.. table.Columns.Select((column, index) => new Field(column.Key, table.Rows.All(row => row[index] is { Value: not null } or { Text: "" } || ReferenceEquals(row[index], Cell.Undefined)) && column.IsNumber ? "number" : "string", column.Name))])
    {
        Description = table.Denominator,
    };

    /// <summary>As the file that lies beside its table.</summary>
    /// <param name="table">The table's file.</param>
    public void WriteBeside(OutputFolder folder, string table)
    {
        using var stream = folder.Create(ResultNames.SchemaOf(table));
        using (Utf8JsonWriter json = new(stream, Json.Readable)) Write(json);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>datapackage.json: the tables of a folder by name, each with the schema that lies beside it.</summary>
    public static void WritePackage(Stream stream, string version, IReadOnlyList<string> tables)
    {
        using (Utf8JsonWriter json = new(stream, Json.Readable))
        {
            json.WriteStartObject();
            json.WriteString("profile", "tabular-data-package");
            json.WriteString("name", "spancoder-results");
            json.WriteString("description", $"Written by spancoder {version}. Shares are numbers from 0 to 1; an empty cell is a missing or undefined value.");
            json.WriteStartArray("resources");
            HashSet<string> taken = [];
            foreach (var path in tables)
            {
                json.WriteStartObject();
                json.WriteString("profile", "tabular-data-resource");
                json.WriteString("name", ResultNames.Free(NameOf(path), taken));
                json.WriteString("path", path);
                json.WriteString("format", "csv");
                json.WriteString("mediatype", "text/csv");
                json.WriteString("encoding", "utf-8");
                json.WriteString("schema", ResultNames.SchemaOf(path));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    // Names of resources are small letters, digits and these marks.
    private static string NameOf(string path) => string.Concat(Path.GetFileNameWithoutExtension(path).ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '_'));

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (Description.Length > 0) json.WriteString("description", Description);
        json.WriteStartArray("fields");
        foreach (var field in Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("type", field.Type);
            if (field.Description != field.Name) json.WriteString("description", field.Description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Json.WriteStrings(json, "missingValues", [""]);
        if (Key.Count > 0) Json.WriteStrings(json, "primaryKey", Key);
        json.WriteEndObject();
    }
}
