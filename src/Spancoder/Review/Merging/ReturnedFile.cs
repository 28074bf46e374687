using CsvHelper;
using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Review.Merging;

/// <summary>A file that somebody coded in: what they judged, and what else they wrote beside it.</summary>
internal sealed class ReturnedFile
{
    // Of segments.csv, codings.csv, packets, and what a merge leaves aside: what can be had again from the study is not carried on.
    private static readonly string[] OfStudy =
        ["layer", "codable", "line", "speaker", "role", "language", "start_time", "end_time", "words", "text", "score", "before", "after", MergedTable.From, MergedTable.Why];

    // What is a judgement's only together with a code.
    private static readonly string[] BesideCodes = ["status", "quote", "comment"];

    private readonly HandCodingFile _read;

    private ReturnedFile(HandCodingFile read) => _read = read;

    public string Name => _read.Name;

    /// <summary>In order of the file.</summary>
    public required IReadOnlyList<ReturnedRow> Rows { get; init; }

    /// <summary>How many segments it names and gives no code.</summary>
    public required int NotJudged { get; init; }

    public required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>The same with other names for coders.</summary>
    public ReturnedFile Renamed(IReadOnlyDictionary<string, string> names) => new(_read)
    {
        Rows = [.. Rows.Select(row => names.GetValueOrDefault(row.Coding.Coder) is { } name ? row with { Coding = row.Coding with { Coder = name } } : row)],
        NotJudged = NotJudged,
        Notices = Notices,
    };

    /// <summary>Reads it as every command reads people's codings, and then the columns that only people know.</summary>
    /// <returns>Null when it is no table of codings; the problems say why.</returns>
    public static ReturnedFile? Read(string file, Codebook codebook, Problems problems)
    {
        Problems wrong = new();
        var read = HandCodingFile.Read(file, codebook, wrong);
        problems.Add(wrong.InOrder);
        if (read is null || wrong.Any) return null;

        using var reader = CsvReader.FromText(FileContent.Open(file, new()).Text, Csv.Strict);
        reader.ReadHeader();
        List<string> header = [.. reader.Headers.Select(name => Spreadsheet.Unguard(name).Trim())];
        List<(string Name, int Index)> own = [.. header.Index().Select(column => (column.Item, column.Index)).Where(column => !HandCodingRows.Columns.Concat(OfStudy).Contains(column.Item, StringComparer.OrdinalIgnoreCase))];
        foreach (var same in own.Where(column => column.Name.Length > 0).GroupBy(column => column.Name).Where(same => same.Count() > 1))
        {
            problems.Add(new(file, 1), $"columns {string.Join(" and ", same.Select(column => column.Index + 1))} have the same name", "rename or remove one");
        }

        Dictionary<int, IReadOnlyDictionary<string, string>> extra = [];
        List<int> unsaid = [];
        var notJudged = 0;
        while (reader.Read())
        {
            string Cell(string name) => header.FindIndex(given => given.Equals(name, StringComparison.OrdinalIgnoreCase)) is var index and >= 0 ? reader.GetString(index).Trim() : "";

            var cells = own.Select(column => (column.Name, Value: Spreadsheet.Unguard(reader.GetString(column.Index)).Trim())).Where(cell => cell.Value.Length > 0).ToList();
            var line = (int)reader.LineNumber;
            if (cells.Exists(cell => cell.Name.Length == 0)) problems.Add(new(file, line), "there is something in a column without a name", "name the column in the first row, or empty it");
            else extra[line] = cells.ToDictionary(cell => cell.Name, cell => cell.Value);

            if (Cell("code").Length > 0 || Cell("segment").Length == 0) continue;
            notJudged++;
            if (cells is not [] || BesideCodes.Any(name => Cell(name).Length > 0)) unsaid.Add(line);
        }

        return new(read)
        {
            Rows = [.. read.Codings.Select(coding => new ReturnedRow(coding, extra.GetValueOrDefault(coding.Place.Line ?? 0) ?? ReturnedRow.Nothing))],
            NotJudged = notJudged,
            Notices = [.. read.Notices, .. unsaid is [] ? [] : (Notice[])[Unsaid(file, unsaid)]],
        };
    }

    private static Notice Unsaid(string file, List<int> lines) => new(new(file, lines[0]),
        $"a row without a code has a comment, a status, a quote or something else beside it, and was not carried over ({(lines.Count == 1 ? "line" : "lines")} {Counted.Places(lines)})",
        "write a code, NONE or UNSURE into it");
}

/// <summary>One row of a returned file.</summary>
/// <param name="Own">What stands in columns that people added, by name; only those that are filled.</param>
internal sealed record ReturnedRow(HandCoding Coding, IReadOnlyDictionary<string, string> Own)
{
    public static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();
}
