using System.Text.Json;
using Spancoder.Agreement;
using Spancoder.Agreement.Tables;

namespace Spancoder.Tests.Agreement;

/// <summary>A table that somebody published, or that was made to be difficult, with what other programs make of it: tests/agreement/NAME.csv and NAME.json.</summary>
/// <remarks>The figures were computed with R's irr, irrCAC, psych and vcd, Python's irrCAC, krippendorff, NLTK, scikit-learn and statsmodels, and DKPro Statistics; <c>confirmed_by</c> names those that agree.</remarks>
internal sealed class PublishedTable
{
    private readonly JsonElement _json;

    private PublishedTable(string name)
    {
        Name = name;
        _json = JsonDocument.Parse(File.ReadAllText(Repository.File("tests", "agreement", name + ".json"))).RootElement;
        var problems = new Problems();
        Judgements = JudgementReader.Read(new() { Files = [Repository.File("tests", "agreement", name + ".csv")] }, problems)
            ?? throw new InvalidDataException(string.Join('\n', problems.InOrder));
    }

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Repository.File("tests", "agreement"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    public string Name { get; }

    public Judgements Judgements { get; }

    /// <summary>One code a unit: the categories as the table declares them, else those that were used.</summary>
    public Ratings Nominal => NominalRatings.Of(Judgements, _json.TryGetProperty("categories", out var declared) ? [.. declared.EnumerateArray().Select(category => category.GetString()!)] : null, new());

    public IEnumerable<ExpectedFigure> Values => ValuesIn(_json);

    public IEnumerable<(int First, int Second, JsonElement Json)> Pairs =>
        _json.TryGetProperty("pairs", out var pairs) ? pairs.EnumerateArray().Select(pair => (Coder(pair, 0), Coder(pair, 1), pair)) : [];

    public IEnumerable<(int Code, JsonElement Json)> Codes =>
        _json.TryGetProperty("codes", out var codes) ? codes.EnumerateObject().Select(code => (Judgements.Codes.ToList().IndexOf(code.Name), code.Value)) : [];

    public static PublishedTable Read(string name) => new(name);

    public static IEnumerable<ExpectedFigure> ValuesIn(JsonElement json) => json.GetProperty("values").EnumerateObject().Select(value => new ExpectedFigure(value.Name, value.Value));

    private int Coder(JsonElement pair, int index) => Judgements.Coders.ToList().IndexOf(pair.GetProperty("coders")[index].GetString()!);
}

/// <summary>What others compute.</summary>
internal sealed record ExpectedFigure(string Name, JsonElement Json)
{
    public double? Value => Json.GetProperty("value") is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    public (double Low, double High) Interval => (Json.GetProperty("value")[0].GetDouble(), Json.GetProperty("value")[1].GetDouble());

    public double Tolerance => Json.GetProperty("tolerance").GetDouble();

    public void Holds(Figure ours, string where)
    {
        if (Value is not { } value) Assert.True(ours is { Value: null, Reason.Length: > 0 }, $"{where}: {Name} is undefined, and we have {ours.Value}");
        else Assert.True(Math.Abs((ours.Value ?? double.NaN) - value) <= Tolerance, $"{where}: {Name} is {value:R}, and we have {ours.Value:R} {ours.Reason}");
    }
}
