using System.Text;
using CsvHelper;
using Spancoder.Text;

namespace Spancoder.Reading;

/// <summary>Facts about documents from a table: the first column names the document, each other column is an attribute.</summary>
/// <remarks>
/// A document is matched by its id, else by its id without extension, case and form of accents. Rows without a document and
/// documents without a row are reported.
/// </remarks>
internal sealed class AttributesFile
{
    private const string DefaultName = "attributes.csv";

    private readonly string _file;
    private readonly Dictionary<string, Row> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Row> _loose = new(StringComparer.Ordinal);

    private AttributesFile(string file, string hash, IReadOnlyList<string> names) => (_file, Hash, Names) = (file, hash, names);

    public static IReadOnlyDictionary<string, string> NoRow { get; } = new Dictionary<string, string>();

    /// <summary>SHA-256 of its bytes.</summary>
    public string Hash { get; }

    /// <summary>The attributes, without the first column.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <returns>Null where there is none.</returns>
    public static AttributesFile? Find(string? given, string root, Problems problems)
    {
        var file = given ?? Path.Combine(root, DefaultName);
        if (File.Exists(file)) return Read(given ?? Path.GetRelativePath(Directory.GetCurrentDirectory(), file).Replace('\\', '/'), problems);

        if (given is not null) problems.Add(new(given), "there is no such attributes file", "look at the path after --attributes");
        return null;
    }

    public IReadOnlyDictionary<string, string> RowOf(string id)
    {
        var row = _exact.GetValueOrDefault(id) ?? _loose.GetValueOrDefault(Loosen(id));
        return row?.Values ?? NoRow;
    }

    public IEnumerable<Notice> NoticesAbout(IReadOnlyList<DocumentFile> documents)
    {
        var ids = documents.Select(document => document.Id).ToHashSet();
        var loose = documents.Select(document => Loosen(document.Id)).ToHashSet();
        foreach (var row in _exact.Values.Where(row => !ids.Contains(row.Document) && !loose.Contains(Loosen(row.Document))))
        {
            yield return new(new(_file, row.Line), $"there is no document '{row.Document}' in this run");
        }

        foreach (var document in documents.Where(document => document.Attributes.Count == 0))
        {
            yield return new(new(_file), $"there is no row for document '{document.Id}'", "add one");
        }
    }

    private static AttributesFile? Read(string file, Problems problems)
    {
        try
        {
            var content = new FileContent(File.ReadAllBytes(file), file);
            using var reader = CsvReader.FromText(content.Text, Csv.Strict);
            return Read(reader, file, content.Hash, problems);
        }
        catch (InputException wrong)
        {
            foreach (var problem in wrong.Problems) problems.Add(problem);
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

    private static AttributesFile? Read(CsvReader reader, string file, string hash, Problems problems)
    {
        reader.ReadHeader();
        string[] header = [.. reader.Headers];
        if (header.Length < 2)
        {
            problems.Add(new(file, 1), $"there is one column, and at least two are needed (found: {string.Join(", ", header)})", "name the document in the first, and an attribute in each other");
            return null;
        }

        var table = new AttributesFile(file, hash, header[1..]);
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            var document = reader.GetString(0).Trim();
            var values = header.Skip(1).Select((name, index) => KeyValuePair.Create(name, reader.GetString(index + 1).Trim()))
                .Where(entry => entry.Value.Length > 0).ToDictionary();
            if (!table._exact.TryAdd(document, new(document, line, values)))
            {
                problems.Add(new(file, line), $"document '{document}' already has a row on line {table._exact[document].Line}", "remove one");
            }

            table._loose.TryAdd(Loosen(document), table._exact[document]);
        }

        return table;
    }

    private static string Loosen(string id) => Path.ChangeExtension(id.Trim(), null).Normalize(NormalizationForm.FormC).ToLowerInvariant();

    private sealed record Row(string Document, int Line, IReadOnlyDictionary<string, string> Values);
}
