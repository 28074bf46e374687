using System.Globalization;
using CsvHelper;
using Spancoder.Text;

namespace Spancoder.Reporting.Results;

/// <summary>A table that a run wrote, row by row. What is wrong with it stops the reading, for nobody is expected to mend it by hand.</summary>
/// <remarks>No message holds a cell: it may be a participant's words.</remarks>
internal sealed class ResultRows : IDisposable
{
    private const string HowToMend = "write the results again with 'spancoder code'";

    private readonly string _file;
    private readonly CsvReader _reader;
    private readonly Dictionary<string, int> _columns;

    /// <exception cref="InputException">It is not there, or a column is missing.</exception>
    public ResultRows(string file, params ReadOnlySpan<string> columns)
    {
        _file = file;
        try
        {
            _reader = CsvReader.FromFile(file, Csv.Strict);
            _reader.ReadHeader();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new(file), "there is no such file of a run's results, or it cannot be read", HowToMend);
        }
        catch (CsvFormatException)
        {
            throw new InputException(new(file, 1), "its first row is none of a run's results", HowToMend);
        }

        _columns = _reader.Headers.Index().DistinctBy(column => column.Item).ToDictionary(column => column.Item, column => column.Index);
        foreach (var column in columns)
        {
            if (!_columns.ContainsKey(column)) throw new InputException(new(file, 1), $"there is no column '{column}'", HowToMend);
        }
    }

    /// <summary>As the file has it; empty where there is no such column.</summary>
    public string this[string column] => _columns.TryGetValue(column, out var index) ? _reader.GetString(index) : "";

    public IReadOnlyCollection<string> Columns => _columns.Keys;

    public Place Place => new(_file, (int)_reader.LineNumber);

    public bool Read()
    {
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException wrong)
        {
            throw new InputException(new(_file, wrong.LineNumber > 0 ? (int)wrong.LineNumber : null), "this row has more or fewer cells than the first row, or a quotation mark in it is never closed", HowToMend);
        }
    }

    public int Whole(string column) => int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong($"its {column} is no whole number");

    public double Number(string column) => double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw Wrong($"its {column} is no number");

    public bool? YesOrNo(string column) => this[column] switch
    {
        "true" => true,
        "false" => false,
        "" => null,
        _ => throw Wrong($"its {column} is neither true nor false"),
    };

    public TEnum OneOf<TEnum>(string column)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(this[column], ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : throw Wrong($"its {column} is none that a run writes");

    public InputException Wrong(string what) => new(Place, what, HowToMend);

    public void Dispose() => _reader.Dispose();
}
