using Spancoder.Learning;
using Spancoder.MLNet;

namespace Spancoder.Tests.MLNet;

/// <summary>Held against <see cref="DualTrainer"/>, which solves the same problem by another way and in double precision.</summary>
public class MLNetTrainerTests
{
    private static readonly SparseVector Nothing = new([], []);

    private readonly MLNetTrainer _trainer = new();

    public static TheoryData<ulong, int, int, double, double> Problems()
    {
        TheoryData<ulong, int, int, double, double> problems = [];
        for (ulong seed = 1; seed <= 5; seed++)
        {
            problems.Add(seed, 40, 5, 0.5, 4);
            problems.Add(seed, 200, 3000, 0.02, 4);
            problems.Add(seed, 200, 3000, 0.9, 0.01);
            problems.Add(seed, 2000, 20_000, 0.1, 4);
            problems.Add(seed, 2000, 20_000, 0.1, 8);
        }

        return problems;
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void Scores_are_those_of_the_dual_trainer(ulong seed, int segments, int features, double share, double c) =>
        AssertScoresAgree(GivenProblem.Drawn(seed, segments, features, share, c), 1e-2);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_weight_and_the_bias_stand_where_the_losses_pull_them(ulong seed)
    {
        // At the minimum the derivatives are 0: w = Σ cᵢ yᵢ xᵢ / (1 + exp(yᵢ sᵢ)), and so for the bias, the weight of what is 1 everywhere.
        var given = GivenProblem.Drawn(seed, 100, 500, 0.2);
        var weights = _trainer.Train(given.Problem);
        var pulls = given.Scores(weights).Zip(given.Problem.Signs, given.Problem.Costs).Select(one => one.Third * one.Second / (1 + Math.Exp(one.Second * one.First))).ToList();
        var expected = new double[given.Problem.Columns];
        foreach (var (row, pull) in pulls.Index()) given.Rows.AddTo(expected, row, pull);
        Assert.All(expected.Zip(weights.Weights), pair => Assert.Equal(pair.First, pair.Second, 1e-2));
        Assert.Equal(pulls.Sum(), weights.Bias, 1e-2);
    }

    [Fact]
    public void Only_the_rows_that_were_chosen_are_learned_from() => AssertScoresAgree(GivenProblem.Drawn(1, 300, 2000, 0.2, isChosen: row => row % 3 > 0), 1e-2);

    [Fact]
    public void One_column_is_enough() => AssertScoresAgree(GivenProblem.Of([One(1), One(0.5f), Nothing, One(-1)], row => row < 2));

    [Fact]
    public void Without_any_column_nothing_is_told_apart()
    {
        var weights = _trainer.Train(GivenProblem.Of([Nothing, Nothing, Nothing], row => row == 0).Problem);
        Assert.Empty(weights.Weights);
        Assert.Equal(0, weights.Bias, 1e-5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_segment_of_a_kind_is_enough(bool kind) =>
        AssertScoresAgree(GivenProblem.Of([.. Enumerable.Range(0, 50).Select(row => new SparseVector([row, 50 + row % 7], [1, 0.5f]))], row => row == 20 == kind));

    [Fact]
    public void A_segment_may_have_every_column() => AssertScoresAgree(GivenProblem.Of([new([2, 0, 1], [0.25f, 1, -2]), new([0], [1]), new([1, 2], [1, 1])], row => row == 0));

    [Fact]
    public void The_same_problem_gives_the_same_bits_again_and_on_several_threads_at_once()
    {
        GivenProblem[] given = [.. Enumerable.Range(1, 4).Select(seed => GivenProblem.Drawn((ulong)seed, 400, 3000, 0.1))];
        var first = given.Select(BitsOf).ToArray();
        var again = new long[3 * given.Length][];
        Parallel.For(0, again.Length, new() { MaxDegreeOfParallelism = 4 }, at => again[at] = BitsOf(given[at % given.Length]));
        Assert.All(again.Index(), one => Assert.Equal(first[one.Index % given.Length], one.Item));

        long[] BitsOf(GivenProblem problem)
        {
            var weights = _trainer.Train(problem.Problem);
            return [.. weights.Weights.Append(weights.Bias).Select(BitConverter.DoubleToInt64Bits)];
        }
    }

    private static SparseVector One(float value) => new([0], [value]);

    private void AssertScoresAgree(GivenProblem given, double tolerance = 1e-3)
    {
        var expected = given.Scores(new DualTrainer(1e-9).Train(given.Problem));
        var weights = _trainer.Train(given.Problem);
        Assert.Equal(given.Problem.Columns, weights.Weights.Count);
        Assert.All(expected.Zip(given.Scores(weights)), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }
}
