using CsvHelper;
using Spancoder.Reading;
using Spancoder.Review.Differing;
using Spancoder.Text;

namespace Spancoder.Review.Adjudication;

/// <summary>A table of disagreements as it comes back.</summary>
/// <remarks>No message holds a cell that is not known to be what it should be: the columns may have got mixed up, and then it may be a participant's words.</remarks>
internal sealed class FilledSheet
{
    private static readonly string[] Needed = [DisagreementSheet.Segment, DisagreementSheet.Hash, DisagreementSheet.Decision, DisagreementSheet.Reason];

    private readonly IReadOnlyList<string> _columns;

    private FilledSheet(string file, IReadOnlyList<string> columns) => (File, _columns) = (file, columns);

    /// <summary>As the user named it.</summary>
    public string File { get; }

    /// <summary>Those that are not empty, in order.</summary>
    public required IReadOnlyList<SheetRow> Rows { get; init; }

    /// <summary>Everybody who has a column, people and the rules.</summary>
    public IReadOnlyList<string> Coders => [.. _columns.Where(name => name.StartsWith(DisagreementSheet.CodesOf, StringComparison.Ordinal)).Select(name => name[DisagreementSheet.CodesOf.Length..])];

    /// <summary>Whether it holds nothing but what this program writes.</summary>
    public bool IsAsWritten => _columns.All(DisagreementSheet.IsColumn) && Rows.All(row => row.IsLeftOpen);

    /// <exception cref="InputException">It cannot be read, or is no such table.</exception>
    public static FilledSheet Read(string file)
    {
        var content = FileContent.Open(file, new());
        if (!content.Decoded.IsSure) throw new InputException(new(file), "it does not say what encoding it is in, and what is put on record is not guessed", "save the sheet as CSV (UTF-8)");
        try
        {
            using var reader = CsvReader.FromText(content.Text, Csv.Strict);
            reader.ReadHeader();
            string[] names = [.. reader.Headers.Select(name => Spreadsheet.Unguard(name.Trim()))];
            CheckColumns(file, names);
            List<SheetRow> rows = [];
            while (reader.Read())
            {
                var cells = names.Select((name, index) => (name, Cell: Spreadsheet.Unguard(reader.GetString(index).Trim())));
                SheetRow row = new(new(file, (int)reader.LineNumber), cells.ToDictionary(cell => cell.name, cell => cell.Cell, StringComparer.Ordinal));
                if (!row.IsEmpty) rows.Add(row);
            }

            return new(file, names) { Rows = rows };
        }
        catch (CsvFormatException wrong)
        {
            throw new InputException(new(file, wrong.LineNumber > 0 ? (int)wrong.LineNumber : null), "this row has more or fewer cells than the first row, or a quotation mark in it is never closed", "save the sheet as CSV (UTF-8), with commas");
        }
    }

    private static void CheckColumns(string file, string[] names)
    {
        Problems problems = new();
        foreach (var name in Needed.Where(name => !names.Contains(name)))
        {
            problems.Add(new(file, 1), $"there is no column '{name}'{Spelling.DidYouMean(name, names)}", "give a sheet that 'spancoder review disagreements --csv' wrote, saved as CSV with commas");
        }

        foreach (var (index, name) in names.Index().Where(column => Array.IndexOf(names, column.Item) < column.Index))
        {
            problems.Add(new(file, 1), $"columns {Array.IndexOf(names, name) + 1} and {index + 1} have the same name", "rename or remove one");
        }

        problems.StopIfAny();
    }
}

/// <summary>A row of it.</summary>
internal sealed record SheetRow(Place Place, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>Trimmed; empty where there is no such column.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");

    public bool IsEmpty => Cells.Values.All(cell => cell.Length == 0); // spreadsheets leave such rows at the end

    /// <summary>Nobody has filled anything in.</summary>
    public bool IsLeftOpen => DisagreementSheet.ToFillIn.All(column => this[column].Length == 0);
}
