using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Spancoder.Text;

namespace Spancoder.Tests.Reporting;

/// <summary>The main job's results in the hands of other programs: their schemas are true, and the report can be made again of them.</summary>
public sealed class ResultsAsData : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ResultsAsData() => Assert.Equal(0, Shell.Run($"spancoder code corpus-sample --out '{_folder.Path}/out'", Repository.Root).Exit);

    private string Out => Path.Combine(_folder.Path, "out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_table_is_named_in_the_package_and_every_cell_is_what_its_schema_says()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "datapackage.json")));
        var resources = package.RootElement.GetProperty("resources").EnumerateArray().Select(resource => (Path: resource.GetProperty("path").GetString()!, Schema: resource.GetProperty("schema").GetString()!, Name: resource.GetProperty("name").GetString()!)).ToList(); // each has them
        Assert.Equal(Directory.EnumerateFiles(Out, "*.csv", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Out, file)).Order(StringComparer.Ordinal), resources.Select(resource => resource.Path).Order(StringComparer.Ordinal));
        Assert.All(resources, resource => Assert.Matches("^[-a-z0-9._]+$", resource.Name)); // as the specification of data packages asks for
        Assert.Equal(resources.Count, resources.DistinctBy(resource => resource.Name).Count());
        foreach (var (path, schema, _) in resources) CheckTable(Path.Combine(Out, path), Path.Combine(Out, schema));
    }

    [Fact]
    public void The_report_is_made_again_of_them_to_the_byte()
    {
        var again = Path.Combine(_folder.Path, "again");
        Assert.Equal(0, Shell.Run($"LC_ALL=de_DE.UTF-8 spancoder report out --out again", _folder.Path).Exit);
        foreach (var file in Directory.EnumerateFiles(again, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is not ("datapackage.json" or "report.json"))) // which name what lies beside them
        {
            Assert.True(File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Out, Path.GetRelativePath(again, file)))), file);
        }
    }

    [Fact]
    public void The_parts_of_a_study_add_up_to_the_whole()
    {
        var whole = CountsOf("");
        var documents = File.ReadLines(Path.Combine(Out, "documents.csv")).Skip(1).Select(line => line.Split(',')[0]).ToList();
        var (half, other) = (documents.Take(9).ToList(), documents.Skip(9).ToList());
        Assert.Equal(whole, CountsOf(Options(half)).Zip(CountsOf(Options(other)), (one, two) => one + two));
        Assert.Equal(whole, CountsOf("--where language=en").Zip(CountsOf("--where language=zh --where language=mixed"), (one, two) => one + two));

        static string Options(IEnumerable<string> documents) => string.Join(' ', documents.Select(document => $"--document '{document}'"));
    }

    private List<int> CountsOf(string part)
    {
        var outcome = Shell.Run($"spancoder report out {part} --format csv --table frequencies", _folder.Path);
        Assert.True(outcome.Exit == 0, outcome.Error);
        return [.. SegmentsIn(outcome.Output)];
    }

    private static IEnumerable<int> SegmentsIn(string table)
    {
        using var csv = CsvReader.FromText(table, Csv.Strict);
        csv.ReadHeader();
        while (csv.Read()) yield return int.Parse(csv.GetString("segments"), CultureInfo.InvariantCulture);
    }

    private static void CheckTable(string table, string schema)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(schema));
        var fields = json.RootElement.GetProperty("fields").EnumerateArray().Select(field => (Name: field.GetProperty("name").GetString(), Type: field.GetProperty("type").GetString())).ToList();
        using var csv = CsvReader.FromText(File.ReadAllText(table), Csv.Strict);
        csv.ReadHeader();
        Assert.Equal(fields.Select(field => field.Name), csv.Headers);
        Assert.Equal(fields.Count, fields.DistinctBy(field => field.Name).Count());
        while (csv.Read())
        {
            foreach (var (index, (name, type)) in fields.Index())
            {
                var cell = csv.GetString(index);
                Assert.True(cell.Length == 0 || IsOf(type, cell), $"{Path.GetFileName(table)}: {name} should be {type}");
            }
        }
    }

    private static bool IsOf(string? type, string cell) => type switch
    {
        "integer" => int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        "boolean" => cell is "true" or "false",
        "string" => true,
        _ => false,
    };
}
