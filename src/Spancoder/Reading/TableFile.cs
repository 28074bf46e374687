using CsvHelper;
using Spancoder.Text;

namespace Spancoder.Reading;

/// <summary>A table with names in its first row that somebody gives beside the documents, as CSV.</summary>
/// <remarks>No message holds a cell: the columns may have got mixed up, and then it may be a participant's words.</remarks>
internal sealed class TableFile : IDisposable
{
    private const int LongestTable = 100_000_000; // characters

    private readonly CsvReader _reader;
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly string[] _names;

    private TableFile(string name, FileContent content)
    {
        (Name, Hash, Encoding) = (name, content.Hash, content.Decoded);
        _reader = CsvReader.FromText(content.Text, Csv.Strict);
        _reader.ReadHeader();
        _names = [.. _reader.Headers.Select(header => Spreadsheet.Unguard(header).Trim())];
    }

    /// <summary>As the user can find it.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of its bytes.</summary>
    public string Hash { get; }

    public Decoded Encoding { get; }

    /// <param name="file">As the user can find it.</param>
    /// <param name="known">Columns that mean something, each with the names it may have.</param>
    /// <param name="problems">That it cannot be read, or that two columns have the same of these names.</param>
    /// <returns>Null when there are problems.</returns>
    public static TableFile? Open(string file, IReadOnlyList<string[]> known, Problems problems)
    {
        Problems wrong = new();
        TableFile? table = null;
        try
        {
            table = new(file, FileContent.Open(file, new()).WithRoomFor(LongestTable));
            table.Find(known, wrong);
        }
        catch (InputException cannot)
        {
            wrong.Add(cannot.Problems);
        }
        catch (CsvFormatException broken)
        {
            wrong.Add(Broken(file, broken));
        }

        problems.Add(wrong.InOrder);
        if (!wrong.Any) return table;

        table?.Dispose();
        return null;
    }

    /// <summary>The names in the first row of a file that may be a table, trimmed and in small letters; none where it cannot be read. However long the file is, only its beginning is looked at.</summary>
    public static IReadOnlyList<string> FirstRowOf(string file)
    {
        const int Longest = 10_000; // characters
        try
        {
            using StreamReader reader = new(file);
            var beginning = new char[Longest];
            var row = new string(beginning, 0, reader.ReadBlock(beginning)).Split('\n')[0];
            using var table = CsvReader.FromText(row, Csv.Strict);
            table.ReadHeader();
            return [.. table.Headers.Select(header => Spreadsheet.Unguard(header).Trim().ToLowerInvariant())];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            return [];
        }
    }

    /// <summary>Whether its rows were read, and there was none.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Whether there is such a column.</summary>
    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>Says of each of these columns that is not there how to mend it.</summary>
    public bool Needs(Problems problems, params ReadOnlySpan<string> columns)
    {
        var hasAll = true;
        foreach (var column in columns)
        {
            if (Has(column)) continue;

            hasAll = false;
            problems.Add(new(Name, 1), $"there is no column '{column}'{Spelling.DidYouMean(column, _names)}", "name it so in the first row, and save the file as CSV with commas");
        }

        return hasAll;
    }

    /// <summary>Once, in order.</summary>
    /// <param name="problems">That a row is broken; there are none after it.</param>
    public IEnumerable<TableRow> Rows(Problems problems)
    {
        while (true)
        {
            try
            {
                if (!_reader.Read()) yield break;
            }
            catch (CsvFormatException broken)
            {
                problems.Add(Broken(Name, broken));
                yield break;
            }

            IsEmpty = false;
            yield return new(this);
        }
    }

    public void Dispose() => _reader.Dispose();

    private void Find(IReadOnlyList<string[]> known, Problems problems)
    {
        foreach (var names in known)
        {
            foreach (var (index, _) in _names.Index().Where(column => names.Contains(column.Item, StringComparer.OrdinalIgnoreCase)))
            {
                if (_columns.TryAdd(names[0], index)) continue;

                var same = _names[_columns[names[0]]].Equals(_names[index], StringComparison.OrdinalIgnoreCase) ? "have the same name" : "mean the same";
                problems.Add(new(Name, 1), $"columns {_columns[names[0]] + 1} and {index + 1} {same}", "rename or remove one");
            }
        }
    }

    private static Problem Broken(string file, CsvFormatException wrong) => new(new(file, wrong.LineNumber > 0 ? (int)wrong.LineNumber : null),
        "this row has more or fewer cells than the first row, or a quotation mark in it is never closed", "save the file as CSV (UTF-8), with commas");

    /// <summary>The row that was read last.</summary>
    internal readonly struct TableRow(TableFile table)
    {
        public Place Place => new(table.Name, (int)table._reader.LineNumber);

        /// <summary>Trimmed; empty where there is no such column.</summary>
        public string this[string column] => table._columns.TryGetValue(column, out var index) ? Spreadsheet.Unguard(table._reader.GetString(index)).Trim() : "";
    }
}
