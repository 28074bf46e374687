using System.Text.Json;

namespace Spancoder.Reading.Formats;

/// <summary>JSON objects as rows of a table: each key a column, a key inside a key <c>outer.inner</c>; lists inside them are not looked into.</summary>
internal sealed class JsonTable
{
    private const int MostKeys = 1000;
    private const int MostCells = 20_000_000; // a row is as long as its last key stands far behind, so few bytes can ask for many

    // So deep as no transcript nests; the same key twice in one object would hide what stands under the first.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<UtteranceTable.Row> _rows = [];
    private readonly Findings _findings;
    private int _cells;

    public JsonTable(Findings findings) => _findings = findings;

    public UtteranceTable Table => new([.. _columns.OrderBy(column => column.Value).Select(column => column.Key)], _rows);

    /// <param name="text">One JSON value.</param>
    /// <param name="line">The line on which it begins, 1-based.</param>
    /// <param name="findings">Knows the file.</param>
    /// <exception cref="InputException">It is broken.</exception>
    public static JsonDocument Parse(string text, int line, Findings findings)
    {
        try
        {
            return JsonDocument.Parse(text, Strict);
        }
        catch (JsonException broken)
        {
            findings.Refuse((int)(line + (broken.LineNumber ?? 0)), "this is no longer JSON here: a sign is missing or doubled, a key stands twice, or it is nested too deep",
                "write the file again with the program that made it, or mend the line");
            return null;
        }
        catch (InvalidOperationException)
        {
            // Keys are compared, so each is looked at here and none later.
            findings.Refuse(line, "a key in it holds half of a character (a lone surrogate after \\u)", "write the file again with the program that made it");
            return null;
        }
    }

    /// <summary>Null where the text is no JSON.</summary>
    public static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Strict);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

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

    /// <exception cref="InputException">It holds half of a character.</exception>
    public static string StringOf(JsonElement value, int? number, Findings findings)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            findings.Refuse(number, "a text in it holds half of a character (a lone surrogate after \\u)", "write the file again with the program that made it");
            return "";
        }
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
        JsonValueKind.String => StringOf(value, number, _findings),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "",
        _ => null,
    };
}
