using System.Globalization;
using CsvHelper;
using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Review.Merging;

/// <summary>Tables of people's codings as a merge writes them. Their columns are described in docs/files.md.</summary>
internal static class MergedTable
{
    /// <summary>Of rows that were left aside: where they come from, and why.</summary>
    public const string From = "from", Why = "why";

    private static readonly string[] Columns = ["segment", "document", "start", "end", "code", "coder", "round", "status", "negated", "quote", "comment", "hash", "codebook"];

    /// <summary>The union.</summary>
    public static void Write(Stream stream, IReadOnlyList<MergedRow> rows) => Write(stream, Columns, [.. rows.Select(CellsOf)]);

    /// <summary>What was left aside, behind what is left aside in a file already and is not looked at again until somebody removes it.</summary>
    /// <param name="file">May not be there.</param>
    /// <exception cref="InputException">It is no table.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Aside(string file, IEnumerable<(MergedRow Row, string Why)> rows)
    {
        List<IReadOnlyDictionary<string, string>> aside = [.. File.Exists(file) ? Read(file) : []];
        var known = aside.Select(Said).ToHashSet();
        foreach (var (row, why) in rows)
        {
            var cells = CellsOf(row);
            (cells[From], cells[Why]) = (row.Place.ToString(), why);
            if (known.Add(Said(cells))) aside.Add(cells);
        }

        return aside;

        // Wherever it comes from: a file may be merged from another folder.
        static string Said(IReadOnlyDictionary<string, string> cells) =>
            string.Join('\n', cells.Where(cell => cell.Key is not (From or Why) && cell.Value.Length > 0).OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => $"{cell.Key}\t{cell.Value}"));
    }

    public static void WriteAside(Stream stream, IReadOnlyList<IReadOnlyDictionary<string, string>> rows) => Write(stream, [.. Columns, From, Why], rows);

    private static List<IReadOnlyDictionary<string, string>> Read(string file)
    {
        try
        {
            using var reader = CsvReader.FromText(FileContent.Open(file, new()).Text, Csv.Strict);
            reader.ReadHeader();
            List<string> header = [.. reader.Headers.Select(Spreadsheet.Unguard)];
            List<IReadOnlyDictionary<string, string>> rows = [];
            while (reader.Read()) rows.Add(header.Index().ToDictionary(column => column.Item, column => Spreadsheet.Unguard(reader.GetString(column.Index))));
            return rows;
        }
        catch (Exception cause) when (cause is CsvFormatException or ArgumentException)
        {
            throw new InputException(new(file), "this is not the table that a merge wrote here, and rows would have to be added to it", "move it away");
        }
    }

    private static Dictionary<string, string> CellsOf(MergedRow row) => new(row.Own)
    {
        ["segment"] = row.Key.Segment,
        ["document"] = row.Key.Document,
        ["start"] = row.Points is { } from ? Number(from.Start) : "",
        ["end"] = row.Points is { } to ? Number(to.End) : "",
        ["code"] = row.Code,
        ["coder"] = row.Key.Coder,
        ["round"] = row.Key.Round > 0 ? Number(row.Key.Round) : "",
        ["status"] = row.Status,
        ["negated"] = row.Negated switch { true => "true", false => "false", null => "" },
        ["quote"] = row.Quote,
        ["comment"] = row.Comment,
        ["hash"] = row.Hash,
        ["codebook"] = row.Codebook,
    };

    // People's own columns come last, in ordinal order.
    private static void Write(Stream stream, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        string[] all = [.. columns, .. rows.SelectMany(row => row.Keys).Except(columns).Order(StringComparer.Ordinal)];
        using var csv = CsvWriter.Create(stream, Spreadsheet.Output, leaveOpen: true);
        Spreadsheet.WriteRow(csv, all);
        foreach (var row in rows) Spreadsheet.WriteRow(csv, [.. all.Select(column => row.GetValueOrDefault(column) ?? "")]);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
