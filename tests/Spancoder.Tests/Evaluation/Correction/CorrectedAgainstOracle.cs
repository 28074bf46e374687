using System.Text.Json;
using Spancoder.Evaluation.Correction;

namespace Spancoder.Tests.Evaluation.Correction;

/// <summary>Every figure is the one that matrices over single segments give (tests/correction/corrected.py, which names the sources).</summary>
public class CorrectedAgainstOracle
{
    public static TheoryData<string> Studies => [.. Read("studies").Select(study => study.GetProperty("name").GetString() ?? "")];

    [Theory, MemberData(nameof(Studies))]
    public void Numpy_finds_the_same(string name)
    {
        var study = Read("studies").Single(study => study.GetProperty("name").GetString() == name);
        var found = CorrectedFrequency.Of([.. study.GetProperty("documents").EnumerateArray().Select(DocumentOf)]);
        Assert.NotNull(found.OfThese);
        Assert.NotNull(found.OfAlike);
        Assert.Equal(study.GetProperty("share").GetDouble(), found.OfThese.Share, 1e-12);
        Assert.Equal(study.GetProperty("error").GetDouble(), found.OfThese.StandardError, 1e-12);
        Assert.Equal(study.GetProperty("spread").GetDouble(), found.OfAlike.StandardError, 1e-12);
        Assert.Equal(study.GetProperty("df").GetDouble(), found.OfAlike.Df, 1e-9);
    }

    [Fact]
    public void Scipy_finds_the_same_quantiles_of_t() =>
        Assert.All(Read("quantiles"), one => Assert.Equal(1, StudentT.Of95(one.GetProperty("df").GetDouble()) / one.GetProperty("t").GetDouble(), 1e-7));

    private static SampledDocument DocumentOf(JsonElement counts)
    {
        int[] of = [.. counts.EnumerateArray().Select(count => count.GetInt32())];
        return new() { Frame = of[0], FrameByMachine = of[1], Known = of[2], KnownByPeople = of[3], KnownByMachine = of[4], Sampled = new(of[5], of[6], of[7], of[8]) };
    }

    private static List<JsonElement> Read(string what)
    {
        using var json = JsonDocument.Parse(Repository.Read("tests", "correction", "corrected.json"));
        return [.. json.RootElement.GetProperty(what).EnumerateArray().Select(element => element.Clone())];
    }
}
