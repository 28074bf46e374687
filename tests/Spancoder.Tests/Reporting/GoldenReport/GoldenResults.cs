using System.Globalization;
using System.Text.Json;

namespace Spancoder.Tests.Reporting.GoldenReport;

/// <summary>The results of the main job as they lie in the repository, read in the plainest way and by nothing of the program: rows, and which codes count in which segment.</summary>
internal sealed class GoldenResults
{
    private static readonly string Folder = Repository.File("tests", "golden", "main-job");

    private readonly Dictionary<string, string?> _parents;

    public GoldenResults()
    {
        Rows = TableIn("segments.csv");
        Codings = TableIn("codings.csv").ToLookup(row => row["segment"]);
        Documents = TableIn("documents.csv");
        Hits = [.. File.ReadLines(Path.Combine(Folder, "hits.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];
        using var run = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "run.json")));
        _parents = run.RootElement.GetProperty("for_report").GetProperty("codes").EnumerateArray()
            .ToDictionary(code => code.GetProperty("id").GetString()!, code => code.TryGetProperty("parent", out var parent) ? parent.GetString() : null); // every code has an id
        Segments = [.. Rows.Select(SegmentOf)];
    }

    public string Report { get; } = File.ReadAllText(Path.Combine(Folder, "report.md"));

    public IReadOnlyList<Dictionary<string, string>> Rows { get; }

    public ILookup<string, Dictionary<string, string>> Codings { get; }

    public IReadOnlyList<Dictionary<string, string>> Documents { get; }

    public IReadOnlyList<JsonElement> Hits { get; }

    public IReadOnlyList<GoldenSegment> Segments { get; }

    public IReadOnlyList<string> Codes => [.. _parents.Keys];

    public IReadOnlyList<string> Tops => [.. _parents.Where(code => code.Value is null).Select(code => code.Key)];

    public string? ParentOf(string code) => _parents.GetValueOrDefault(code);

    public string TopOf(string code) => ParentOf(code) is { } parent ? TopOf(parent) : code;

    /// <summary>Codes with all above them.</summary>
    public HashSet<string> Up(IEnumerable<string> codes)
    {
        HashSet<string> all = [];
        foreach (var given in codes)
        {
            for (var code = _parents.ContainsKey(given) ? given : null; code is not null; code = ParentOf(code)) all.Add(code);
        }

        return all;
    }

    private GoldenSegment SegmentOf(Dictionary<string, string> row)
    {
        var codings = Codings[row["segment"]].ToList();
        var people = codings.Where(coding => coding["by"] == "hand").GroupBy(coding => coding["coder"]).Where(judged => judged.All(coding => coding["code"] != "UNSURE")).ToList();
        var machine = codings.Where(coding => coding["by"] != "hand").Select(coding => coding["code"]).ToList();
        var byPeople = people.Count > 0 ? Up(people.SelectMany(judged => judged).Select(coding => coding["code"])) : null;
        return new(row, row["codable"] == "true", byPeople ?? Up(machine), byPeople, machine.Count > 0 ? Up(machine) : null);
    }

    private static List<Dictionary<string, string>> TableIn(string name)
    {
        var rows = PlainCsv.Parse(File.ReadAllText(Path.Combine(Folder, name)));
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }
}

/// <param name="Codes">That count: people's where they judged.</param>
internal sealed record GoldenSegment(Dictionary<string, string> Row, bool Codable, HashSet<string> Codes, HashSet<string>? ByPeople, HashSet<string>? ByMachine)
{
    public string this[string column] => Row[column];

    public double Words => double.Parse(Row["words"], CultureInfo.InvariantCulture);
}
