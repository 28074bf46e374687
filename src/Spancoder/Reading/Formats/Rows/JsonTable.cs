using System.Text.Json;
using Spancoder.Reading.Formats.Common;

namespace Spancoder.Reading.Formats.Rows;

/// <summary>JSON objects as rows of a table: each key a column, a key inside a key <c>outer.inner</c>; lists inside them are not looked into.</summary>
internal sealed class JsonTable
{
    private const int MostKeys = 1000;
    private const int MostCells = 20_000_000; // a row is as long as its last key stands far behind, so few bytes can ask for many

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<UtteranceTable.Row> _rows = [];
    private readonly Findings _findings;
    private int _cells;

    public JsonTable(Findings findings) => _findings = findings;

    public UtteranceTable Table => new([.. _columns.OrderBy(column => column.Value).Select(column => column.Key)], _rows);

    /// <param name="entry">An object.</param>
    /// <param name="number">Its number in its list, or its line.</param>
    /// <exception cref="InputException">It is no object, or has too many keys.</exception>
    public void Add(JsonElement entry, int number)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            _findings.Refuse(number, $"entry {number} is not an object with a key for the words", "make all entries alike");
        }

        List<string> cells = [];
        AddCells(entry, "", cells, number);
        _rows.Add(new(number, cells));
        _cells += cells.Count;
        if (_cells > MostCells) _findings.Refuse(number, "it has too many entries with too many different keys to be a transcript", "leave out the keys that are not needed");
    }

    private void AddCells(JsonElement entry, string outer, List<string> cells, int number)
    {
        foreach (var property in entry.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object && outer.Length == 0)
            {
                AddCells(property.Value, property.Name + ".", cells, number);
                continue;
            }

            if (ValueOf(property.Value, number) is not { } value) continue;

            var name = outer + property.Name;
            if (!_columns.TryGetValue(name, out var column)) _columns[name] = column = _columns.Count;
            if (_columns.Count > MostKeys) _findings.Refuse(number, $"its entries have more than {MostKeys} different keys", "leave out those that are not needed");
            while (cells.Count <= column) cells.Add("");
            cells[column] = value;
        }
    }

    private string? ValueOf(JsonElement value, int number) => value.ValueKind switch
    {
        JsonValueKind.String => JsonFile.StringOf(value, number, _findings),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "",
        _ => null,
    };
}
