using System.Text.Json;
using Spancoder.Codebooks;
using Spancoder.Evaluation;
using Spancoder.Learning;

namespace Spancoder.Tests.Evaluation;

/// <summary>tests/learning/scores.py makes up judgements, and scikit-learn and scipy say what is to come out.</summary>
public class ScoresAgainstScikit
{
    private const double Near = 1e-9;

    private static readonly JsonElement Scores = JsonDocument.Parse(Repository.Read("tests", "learning", "scores.json")).RootElement;

    [Fact]
    public void Precision_recall_and_F1_code_by_code_and_of_all_together()
    {
        foreach (var table in All("tables"))
        {
            var (people, machine) = (Rows(table, "people"), Rows(table, "machine"));
            int[] documentOf = [.. table.GetProperty("documents").EnumerateArray().Select(document => document.GetInt32())];
            var documents = Enumerable.Range(0, documentOf.Max() + 1).Select(document => Enumerable.Range(0, people[0].Length).Select(code =>
            {
                var of = Enumerable.Range(0, people.Count).Where(segment => documentOf[segment] == document).ToList();
                return new Outcomes(of.Count(segment => people[segment][code] && machine[segment][code]), of.Count(segment => !people[segment][code] && machine[segment][code]), of.Count(segment => people[segment][code] && !machine[segment][code]));
            }).ToArray()).ToList();

            var score = SystemScore.Of("machine", GivenScores.Codebook(people[0].Length), documents, new(documents.Count, new(Replicates: 100)));
            foreach (var (code, expected) in score.Codes.Zip(table.GetProperty("codes").EnumerateArray()))
            {
                Is(expected, code.Score.Outcomes);
                Assert.Equal(expected.GetProperty("support").GetInt32(), code.Score.Outcomes.Support);
            }

            Is(table.GetProperty("micro"), score.Micro.Outcomes);
            Assert.Equal(table.GetProperty("macro_f1").GetDouble(), score.MacroF1.Value ?? 0, Near);
        }

        static void Is(JsonElement expected, Outcomes outcomes)
        {
            Assert.Equal(expected.GetProperty("precision").GetDouble(), outcomes.Precision.Value ?? 0, Near);
            Assert.Equal(expected.GetProperty("recall").GetDouble(), outcomes.Recall.Value ?? 0, Near);
            Assert.Equal(expected.GetProperty("f1").GetDouble(), outcomes.F1.Value ?? 0, Near);
        }

        static List<bool[]> Rows(JsonElement table, string name) => [.. table.GetProperty(name).EnumerateArray().Select(row => (row.GetString() ?? "").Select(c => c == '1').ToArray())];
    }

    [Fact]
    public void Brier_scores_and_the_calibration_error_of_ten_bins()
    {
        foreach (var one in All("calibrated"))
        {
            List<(double, bool)> said = [.. Numbers(one, "said").Zip(Numbers(one, "has"), (probability, has) => (probability, has == 1))];
            var calibration = Calibration.Of(GivenScores.Codebook(1).Codes[0], said);
            Assert.Equal(one.GetProperty("brier").GetDouble(), calibration.Brier.Value ?? 0, Near);
            Assert.Equal(one.GetProperty("error_of_ten_bins").GetDouble(), calibration.Error.Value ?? 0, Near);
        }
    }

    [Theory, InlineData("without_ties"), InlineData("with_ties")]
    public void The_area_under_the_curve(string name)
    {
        foreach (var one in All(name)) Assert.Equal(one.GetProperty("area").GetDouble(), Ranking.AreaUnderCurve(Scored(one)), Near);
    }

    [Fact]
    public void Better_than_chance_is_what_the_rank_sum_test_says()
    {
        var all = All("without_ties").ToList();
        Assert.All(all, one => Assert.Equal(one.GetProperty("p").GetDouble() < 0.05, Ranking.IsBetterThanChance(Scored(one))));
        Assert.InRange(all.Count(one => one.GetProperty("p").GetDouble() < 0.05), all.Count / 4, 3 * all.Count / 4);
        Assert.All(All("with_ties").Where(one => Ranking.IsBetterThanChance(Scored(one))), one => Assert.True(one.GetProperty("p").GetDouble() < 0.05)); // ties make it stricter
    }

    private static JsonElement.ArrayEnumerator All(string name) => Scores.GetProperty(name).EnumerateArray();

    private static IEnumerable<double> Numbers(JsonElement of, string name) => of.GetProperty(name).EnumerateArray().Select(number => number.GetDouble());

    private static List<(double Score, bool IsPositive)> Scored(JsonElement one) => [.. Numbers(one, "without").Select(score => (score, false)), .. Numbers(one, "with_code").Select(score => (score, true))];
}

internal static class GivenScores
{
    /// <summary>With so many codes at the top: c0, c1.</summary>
    public static Codebook Codebook(int codes) => new()
    {
        Id = "test",
        Version = "1",
        Title = new([]),
        Codes = [.. Enumerable.Range(0, codes).Select(code => new Code { Id = $"c{code}", Parent = null, Name = new([]), Definition = new([]), Place = new("test") })],
        Rules = [],
        Lists = new Dictionary<string, WordList>(),
        Hash = "",
    };
}
