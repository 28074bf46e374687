using System.Text.Json;
using Spancoder.Learning;

namespace Spancoder.Tests.Learning;

/// <summary>The sigmoid is the one that scikit-learn finds (tests/learning/platt.json), and lies where its own formula has no slope, also where scores are unlike any that one would publish.</summary>
public class PlattScalingTests
{
    public static TheoryData<string> Sets => [.. Read().Select(NameOf)];

    // scikit-learn stops where the gradient is below 1e-5; ours goes on.
    [Theory, MemberData(nameof(Sets))]
    public void Scikit_learn_finds_the_same(string name)
    {
        var set = Read().Single(set => NameOf(set) == name);
        var scored = ScoredIn(set);
        var found = PlattScaling.Fit(scored);
        PlattScaling theirs = new(set.GetProperty("a").GetDouble(), set.GetProperty("b").GetDouble());
        Assert.Equal(theirs.A, found.A, 1e-4 * Math.Abs(theirs.A) + 1e-6);
        Assert.Equal(theirs.B, found.B, 1e-4 * Math.Abs(theirs.B) + 1e-5);
        Assert.All(scored, one => Assert.Equal(theirs.ProbabilityOf(one.Score), found.ProbabilityOf(one.Score), 1e-5));
        Assert.InRange(SlopeOf(scored, found), 0, 1e-6);
    }

    [Fact]
    public void A_probability_is_one_by_one_plus_the_exponential_and_never_overflows()
    {
        PlattScaling scaling = new(-2, 0.5);
        Assert.Equal(1 / (1 + Math.Exp(-2 * 1.25 + 0.5)), scaling.ProbabilityOf(1.25), 1e-15);
        Assert.Equal(1 / (1 + Math.Exp(2 * 1.25 + 0.5)), scaling.ProbabilityOf(-1.25), 1e-15);
        Assert.Equal(0, scaling.ProbabilityOf(-1e6));
        Assert.Equal(1, scaling.ProbabilityOf(1e6));
    }

    [Theory, MemberData(nameof(Sets))]
    public void The_higher_the_score_the_higher_the_probability_where_that_is_what_was_seen(string name)
    {
        var scored = ScoredIn(Read().Single(set => NameOf(set) == name));
        var found = PlattScaling.Fit(scored);
        var rises = scored.Where(one => one.IsPositive).Average(one => one.Score) > scored.Where(one => !one.IsPositive).Average(one => one.Score);
        double[] probabilities = [.. scored.Select(one => one.Score).Distinct().Order().Select(found.ProbabilityOf)];
        Assert.Equal(rises ? probabilities.Order() : probabilities.OrderDescending(), probabilities);
        Assert.True(rises ? probabilities[0] < probabilities[^1] : probabilities[0] > probabilities[^1]);
    }

    [Theory, MemberData(nameof(Sets))]
    public void Nothing_that_was_seen_is_certain(string name)
    {
        var scored = ScoredIn(Read().Single(set => NameOf(set) == name));
        var found = PlattScaling.Fit(scored);
        Assert.All(scored, one => Assert.InRange(found.ProbabilityOf(one.Score), 1e-6, 1 - 1e-6));
    }

    // The sum of (target − p) is the derivative by B: at the minimum the mean of what is said is the mean of the targets, which is all but the share of positives.
    [Theory, MemberData(nameof(Sets))]
    public void What_is_said_is_right_on_average(string name)
    {
        var scored = ScoredIn(Read().Single(set => NameOf(set) == name));
        var found = PlattScaling.Fit(scored);
        Assert.Equal(scored.Average(one => TargetOf(scored, one.IsPositive)), scored.Average(one => found.ProbabilityOf(one.Score)), 1e-8);
    }

    // Two scores, one for each kind: then the targets themselves can be reached.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 10)]
    [InlineData(10, 990)]
    [InlineData(990, 10)]
    [InlineData(100, 9900)]
    [InlineData(1000, 99_000)]
    public void Kinds_that_are_told_apart_wholly_get_the_targets_however_rare_one_is(int positives, int negatives)
    {
        foreach (var score in new[] { 0.001, 0.3, 1, 50 })
        {
            var found = PlattScaling.Fit([.. Enumerable.Repeat((score, true), positives), .. Enumerable.Repeat((-score, false), negatives)]);
            Assert.Equal((positives + 1d) / (positives + 2), found.ProbabilityOf(score), 1e-7);
            Assert.Equal(1d / (negatives + 2), found.ProbabilityOf(-score), 1e-7);
        }
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(50, 950)]
    [InlineData(90_000, 10_000)]
    public void Where_all_scores_are_the_same_all_get_the_share_of_positives(int positives, int negatives)
    {
        foreach (var score in new[] { 0, 1e-9, 0.3, 1, 7.7, -1000 })
        {
            (double Score, bool IsPositive)[] scored = [.. Enumerable.Repeat((score, true), positives), .. Enumerable.Repeat((score, false), negatives)];
            var targets = (positives * TargetOf(scored, true) + negatives * TargetOf(scored, false)) / scored.Length;
            Assert.Equal(targets, PlattScaling.Fit(scored).ProbabilityOf(score), 1e-9);
        }
    }

    // Every score once, the positive ones the lowest or the highest: the steepest of all that can occur, wherever it lies and however narrow it is.
    [Theory]
    [InlineData(100, 1)]
    [InlineData(1000, 500)]
    [InlineData(1000, 990)]
    [InlineData(20_000, 10_000)]
    public void Scores_that_lie_close_together_and_far_from_nothing_give_a_finite_minimum(int count, int positives)
    {
        foreach (var (from, width) in new[] { (0, 1), (3, 1e-6), (-50, 1e-6), (1000, 1d) })
        {
            (double Score, bool IsPositive)[] scored = [.. Enumerable.Range(0, count).Select(i => (from + width * i / count, i < positives))];
            var found = PlattScaling.Fit(scored);
            Assert.True(double.IsFinite(found.A) && double.IsFinite(found.B));
            Assert.True(found.A > 0);
            PlattScaling moved = new(found.A * width, found.B + found.A * from); // the same of scores from 0 to 1
            Assert.InRange(SlopeOf([.. scored.Select((one, i) => ((double)i / count, one.IsPositive))], moved), 0, 1e-3);
        }
    }

    // Platt's targets, said once more.
    private static double TargetOf(IReadOnlyList<(double Score, bool IsPositive)> scored, bool isPositive)
    {
        double alike = scored.Count(one => one.IsPositive == isPositive);
        return isPositive ? (alike + 1) / (alike + 2) : 1 / (alike + 2);
    }

    // The larger of both derivatives of the cross entropy.
    private static double SlopeOf(IReadOnlyList<(double Score, bool IsPositive)> scored, PlattScaling scaling)
    {
        var (positive, negative) = (TargetOf(scored, true), TargetOf(scored, false));
        var wrong = scored.Select(one => (one.Score, By: (one.IsPositive ? positive : negative) - 1 / (1 + Math.Exp(scaling.A * one.Score + scaling.B)))).ToList();
        return Math.Max(Math.Abs(wrong.Sum(one => one.By * one.Score)), Math.Abs(wrong.Sum(one => one.By)));
    }

    private static List<JsonElement> Read()
    {
        using var json = JsonDocument.Parse(Repository.Read("tests", "learning", "platt.json"));
        return [.. json.RootElement.GetProperty("sets").EnumerateArray().Select(set => set.Clone())];
    }

    private static string NameOf(JsonElement set) => set.GetProperty("name").GetString() ?? "";

    private static List<(double Score, bool IsPositive)> ScoredIn(JsonElement set) =>
        [.. set.GetProperty("scores").EnumerateArray().Zip(set.GetProperty("labels").EnumerateArray(), (score, label) => (score.GetDouble(), label.GetInt32() == 1))];
}
