using System.Text;
using CsvHelper;
using Spancoder.Reading.Formats;
using Spancoder.Text;

namespace Spancoder.Reading;

/// <summary>Facts about documents from a table: the first column names the document, each other column is an attribute.</summary>
/// <remarks>
/// A row belongs to the document whose id it gives; a document that no row names so takes the first row that gives its id but for
/// extension, case and form of accents. Rows without a document, documents without a row, and rows that fit loosely and not one to one
/// are reported. No message holds a cell or a column's name, except ids: the file may not be what one thinks.
/// </remarks>
internal sealed class AttributesFile
{
    public const string DefaultName = "attributes.csv";

    private readonly List<Row> _rows = [];

    private readonly string? _guessedEncoding;

    private AttributesFile(string file, FileContent content, IReadOnlyList<string> names)
    {
        (File, Hash, Names) = (file, content.Hash, names);
        _guessedEncoding = content.Decoded.IsSure ? null : content.Decoded.Encoding.ToUpperInvariant();
    }

    public static IReadOnlyDictionary<string, string> NoRow { get; } = new Dictionary<string, string>();

    /// <summary>As the user can find it.</summary>
    public string File { get; }

    /// <summary>SHA-256 of its bytes.</summary>
    public string Hash { get; }

    /// <summary>The attributes, without the first column.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <param name="given">As the user named it; null for the default one.</param>
    /// <param name="root">Where the default one lies; null when that cannot be told.</param>
    /// <returns>Null where there is none.</returns>
    public static AttributesFile? Find(string? given, string? root, Problems problems)
    {
        if (given is not null && System.IO.File.Exists(given)) return Read(given, problems);
        if (given is not null)
        {
            problems.Add(new(given), "there is no such attributes file", "look at the path after --attributes");
            return null;
        }

        if (root is null || Path.Combine(root, DefaultName) is var file && !System.IO.File.Exists(file)) return null;
        return Read(Paths.WithSlashes(Path.GetRelativePath(Directory.GetCurrentDirectory(), file)), problems);
    }

    /// <param name="ids">Of all documents of the run, in order.</param>
    /// <param name="notices">Where it is said what does not fit.</param>
    /// <returns>The attributes by id, without empty cells; a document without a row is not in it.</returns>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Match(IReadOnlyList<string> ids, List<Notice> notices)
    {
        if (_guessedEncoding is not null) notices.Add(new(new(File), $"it does not say what encoding it is in, and was read as {_guessedEncoding}", "save it as CSV (UTF-8)"));

        var byName = _rows.ToDictionary(row => row.Document);
        var rowOf = ids.Where(byName.ContainsKey).ToDictionary(id => id, id => byName[id]);
        var others = _rows.Except(rowOf.Values).ToLookup(row => Loosen(row.Document));
        foreach (var alike in ids.Where(id => !rowOf.ContainsKey(id)).GroupBy(Loosen).Where(alike => others.Contains(alike.Key)).ToList())
        {
            var rows = others[alike.Key].ToList();
            foreach (var id in alike) rowOf[id] = rows[0];
            if (alike.Skip(1).Any())
            {
                notices.Add(new(new(File, rows[0].Line), $"this row fits several documents and was taken for each ({string.Join(", ", alike)})", "give each a row, with its extension"));
            }
        }

        SayWhatIsLeft(ids, rowOf, notices);
        return rowOf.ToDictionary(pair => pair.Key, pair => pair.Value.Values);
    }

    private void SayWhatIsLeft(IReadOnlyList<string> ids, Dictionary<string, Row> rowOf, List<Notice> notices)
    {
        if (rowOf.Count == 0)
        {
            notices.Add(new(new(File), "no row of it names a document of this run", "name a document in the first cell of each row, as in segments.csv"));
            return;
        }

        var taken = rowOf.GroupBy(pair => Loosen(pair.Key)).ToDictionary(alike => alike.Key, alike => alike.First());
        foreach (var row in _rows.Except(rowOf.Values))
        {
            notices.Add(taken.TryGetValue(Loosen(row.Document), out var rival)
                ? new(new(File, row.Line), $"this row fits '{rival.Key}' too, for which line {rival.Value.Line} was taken", "remove one")
                : new(new(File, row.Line), $"there is no document '{row.Document}' in this run"));
        }

        foreach (var id in ids.Where(id => !rowOf.ContainsKey(id))) notices.Add(new(new(File), $"there is no row for document '{id}'", "add one"));
    }

    private static AttributesFile? Read(string file, Problems problems)
    {
        try
        {
            var content = FileContent.Open(file, new());
            using var reader = CsvReader.FromText(content.Text, Csv.Strict);
            reader.ReadHeader();
            string[] header = [.. reader.Headers.Select(name => name.Trim())];
            if (!IsHeader(header, file, problems)) return null;

            var table = new AttributesFile(file, content, header[1..]);
            while (reader.Read()) table.Add([.. header.Select((_, index) => reader.GetString(index).Trim())], (int)reader.LineNumber, problems);
            return table;
        }
        catch (InputException wrong)
        {
            problems.Add(wrong.Problems);
        }
        catch (CsvFormatException)
        {
            problems.Add(new(file), "this is not a table with commas between its columns and the same number of columns in every row", "save it as CSV (UTF-8)");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(file), "this file cannot be opened", "see who may read it");
        }

        return null;
    }

    private static bool IsHeader(string[] header, string file, Problems problems)
    {
        Problems wrong = new();
        var place = new Place(file, 1);
        if (header.Length < 2) wrong.Add(place, "there is one column, and at least two are needed", "name the document in the first, and an attribute in each other");
        for (var index = 1; index < header.Length; index++)
        {
            var first = Array.IndexOf(header, header[index], 1);
            if (header[index].Length == 0) wrong.Add(place, $"column {index + 1} has no name", "give it one, or remove it");
            else if (first < index) wrong.Add(place, $"columns {first + 1} and {index + 1} have the same name", "rename or remove one");
        }

        problems.Add(wrong.InOrder);
        return !wrong.Any;
    }

    private void Add(string[] cells, int line, Problems problems)
    {
        if (cells.All(cell => cell.Length == 0)) return; // spreadsheets leave such rows at the end

        var values = Names.Zip(cells.Skip(1), KeyValuePair.Create).Where(entry => entry.Value.Length > 0).ToDictionary();
        if (cells[0].Length == 0) problems.Add(new(File, line), "this row names no document", "name one in its first cell, or remove it");
        else if (_rows.Find(row => row.Document == cells[0]) is { } earlier) problems.Add(new(File, line), $"the same document has a row on line {earlier.Line}", "remove one");
        else _rows.Add(new(cells[0], line, values));
    }

    // Only what is a kind of file's extension: "2017.10.14" is a date.
    private static string Loosen(string id)
    {
        var name = NormalForm.Of(id.Trim(), NormalizationForm.FormC).ToLowerInvariant();
        return FileFormats.IsExtension(Path.GetExtension(name)) ? Path.ChangeExtension(name, null) : name;
    }

    private sealed record Row(string Document, int Line, IReadOnlyDictionary<string, string> Values);
}
