using CsvHelper;
using Spancoder.Reading;
using Spancoder.Reading.Formats.Rows;
using Spancoder.Text;

namespace Spancoder.Exchange.Dictionaries;

/// <summary>A table with a row for each term: columns <c>code</c> and <c>term</c>, and if one likes <c>parent</c>, <c>name</c>, <c>definition</c> and <c>list</c>.</summary>
internal sealed class TermTable : IDictionaryFormat
{
    private const string Separators = ",;\t|";
    private static readonly string[] Known = ["code", "term", "parent", "name", "definition", "list"];
    private static readonly string[] OfWeights = ["weight", "score", "valence", "strength", "intensity", "polarity"];

    public string Name => "csv";

    public IReadOnlyList<string> Extensions => [".csv", ".tsv"];

    public bool Recognises(FileContent file) => FindSeparator(Delimited.WithoutHint(file.Text, out _)) is not null;

    public IReadOnlyList<Category> Read(FileContent file, List<Notice> notices)
    {
        var text = Delimited.WithoutHint(file.Text, out var hinted);
        var linesBefore = hinted is null ? 0 : 1;
        var separator = FindSeparator(text) ?? hinted ?? ',';
        try
        {
            using var reader = CsvReader.FromText(text, Csv.Strict with { Separator = separator });
            reader.ReadHeader();
            var columns = ColumnsOf([.. reader.Headers.Select(Normalised)], new(file.Name, linesBefore + 1), notices);
            CodeTable codes = new(notices);
            while (reader.Read())
            {
                string? Cell(string name) => columns.TryGetValue(name, out var index) && reader.GetString(index).Trim() is { Length: > 0 } cell ? cell : null;
                codes.Add(new(Cell("code"), Cell("term"), Cell("parent"), Cell("name"), Cell("definition"), Cell("list"), new(file.Name, (int)reader.LineNumber + linesBefore)));
            }

            return codes.Build();
        }
        catch (CsvFormatException wrong)
        {
            throw new InputException(new(file.Name, wrong.LineNumber > 0 ? (int)wrong.LineNumber + linesBefore : null), "this row does not have as many cells as the first, or its quotation marks do not pair",
                "put quotation marks around a cell that holds the separator, and double those inside it");
        }
    }

    // The one that parts the names of the columns.
    private static char? FindSeparator(string text)
    {
        var head = text.AsSpan(0, text.IndexOf('\n') is var end and >= 0 ? end : text.Length).ToString();
        foreach (var separator in Separators)
        {
            string[] names = [.. head.Split(separator).Select(Normalised)];
            if (names.Contains("code") && names.Contains("term")) return separator;
        }

        return null;
    }

    private static string Normalised(string name) => name.Trim().Trim('"').ToLowerInvariant();

    private static Dictionary<string, int> ColumnsOf(string[] names, Place place, List<Notice> notices)
    {
        Problems problems = new();
        Dictionary<string, int> columns = [];
        foreach (var (index, name) in names.Index())
        {
            if (!Known.Contains(name))
            {
                if (name.Length > 0) notices.Add(new(place, $"column '{Shown.Of(name)}' was not carried over", OfWeights.Any(name.Contains) ? Weights.Mend : null));
            }
            else if (!columns.TryAdd(name, index))
            {
                problems.Add(place, $"columns {columns[name] + 1} and {index + 1} are both called '{name}'", "rename or remove one");
            }
        }

        foreach (var needed in Known[..2].Where(needed => !columns.ContainsKey(needed)))
        {
            problems.Add(place, $"there is no column '{needed}' (found: {Shown.Of(string.Join(", ", names))})", $"name the column '{needed}', or add it");
        }

        problems.StopIfAny();
        return columns;
    }
}
