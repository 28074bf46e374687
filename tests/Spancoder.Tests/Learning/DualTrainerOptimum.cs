using Spancoder.Learning;

namespace Spancoder.Tests.Learning;

/// <summary>What the trainer finds is the minimum of the problem's formula, and the same that another way of solving it finds.</summary>
public class DualTrainerOptimum
{
    private const double Fine = 1e-10;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 60)];

    [Theory, MemberData(nameof(Seeds))]
    public void The_gradient_of_the_formula_is_nothing_where_it_stops(int seed)
    {
        var problem = DenseProblem.Drawn(seed);
        Assert.InRange(SlowLogistic.Length(SlowLogistic.Gradient(problem, Solve(problem, Fine))), 0, 1e-6);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Newtons_method_finds_the_same_weights(int seed)
    {
        var problem = DenseProblem.Drawn(seed);
        var slow = SlowLogistic.Solve(problem);
        Assert.InRange(SlowLogistic.Length(SlowLogistic.Gradient(problem, slow)), 0, 1e-7); // it got there itself
        AssertClose(slow, Solve(problem, Fine), 1e-6);
    }

    [Fact]
    public void The_problems_are_of_all_kinds()
    {
        var problems = Enumerable.Range(1, 60).Select(DenseProblem.Drawn).ToList();
        Assert.Contains(problems, problem => problem.Rows.Length < 20);
        Assert.Contains(problems, problem => problem.Rows.Length > 100);
        Assert.Contains(problems, problem => problem.Features > problem.Rows.Length);
        Assert.Contains(problems, problem => problem.Rows.Any(row => row.All(value => value == 0)));
        Assert.Contains(problems, problem => problem.IsPositive.Count(positive => positive) == 1);
        Assert.Contains(problems, problem => problem.IsPositive.Count(positive => positive) > 0.85 * problem.Rows.Length);
        Assert.Equal([0.1, 0.5, 1, 4, 16, 64], problems.Select(problem => problem.C).Distinct().Order());
        Assert.Contains(problems, problem => ShareRight(problem) == 1);
        Assert.Contains(problems, problem => ShareRight(problem) < 0.8);
    }

    [Fact]
    public void The_costs_are_what_the_formula_says()
    {
        foreach (var seed in Enumerable.Range(1, 60))
        {
            var problem = DenseProblem.Drawn(seed);
            var given = GivenLearning.Problem(problem);
            Assert.Equal(Enumerable.Range(0, problem.Rows.Length).Select(i => SlowLogistic.Cost(problem, i)), given.Costs);
            Assert.Equal(problem.C * problem.Rows.Length, given.Costs.Sum(), 1e-9 * problem.C * problem.Rows.Length);
            Assert.Equal(Enumerable.Range(0, problem.Rows.Length).Select(i => SlowLogistic.Sign(problem, i)), given.Signs);
        }
    }

    // One example of each kind, x = (1) and (−1): by symmetry b = 0, and the derivative w − 2 c / (1 + exp(w)) is nothing at the minimum, where c = C = 1.
    [Fact]
    public void Two_examples_have_the_weight_that_one_works_out_by_hand()
    {
        var (low, high) = (0d, 2d);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = middle < 2 / (1 + Math.Exp(middle)) ? (middle, high) : (low, middle);
        }

        var found = Solve(new([[1], [-1]], [true, false], C: 1), Fine);
        Assert.Equal(low, found[0], 1e-9);
        Assert.Equal(0, found[1], 1e-9);
    }

    // Where the rows are independent of each other the shares follow from the weights: w = Σ αᵢ yᵢ xᵢ has one solution. So what the tolerance promises can be worked out from outside.
    [Theory]
    [InlineData(1e-1)]
    [InlineData(1e-3)]
    [InlineData(1e-6)]
    public void The_tolerance_is_the_largest_error_of_a_segment_in_log_odds(double tolerance)
    {
        foreach (var seed in Enumerable.Range(1, 30))
        {
            var problem = Independent(seed);
            var weights = Solve(problem, tolerance);
            Assert.All(Shares(problem, weights).Index(), share =>
            {
                var margin = SlowLogistic.Sign(problem, share.Index) * SlowLogistic.Score(problem.Rows[share.Index], weights);
                var error = Math.Log(share.Item / (SlowLogistic.Cost(problem, share.Index) - share.Item)) + margin;
                Assert.InRange(Math.Abs(error), 0, tolerance);
            });
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void With_the_tolerance_that_training_has_scores_are_right_to_a_hundredth(int seed)
    {
        var problem = DenseProblem.Drawn(seed);
        var (exact, found) = (SlowLogistic.Solve(problem), Solve(problem, tolerance: null));
        Assert.All(problem.Rows, row => Assert.Equal(SlowLogistic.Score(row, exact), SlowLogistic.Score(row, found), 1e-2));
    }

    private static double ShareRight(DenseProblem problem)
    {
        var weights = Solve(problem, tolerance: null);
        return problem.Rows.Where((row, i) => SlowLogistic.Score(row, weights) > 0 == problem.IsPositive[i]).Count() / (double)problem.Rows.Length;
    }

    private static double[] Solve(DenseProblem problem, double? tolerance)
    {
        var given = GivenLearning.Problem(problem);
        var trainer = tolerance is { } asked ? new DualTrainer(asked) : new DualTrainer();
        return GivenLearning.ByFeature(given, trainer.Train(given), problem.Features);
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (one, other) in expected.Zip(actual)) Assert.Equal(one, other, tolerance);
    }

    // More features than examples, all drawn by chance.
    private static DenseProblem Independent(int seed)
    {
        SplitMix64 chance = new((ulong)seed, "independent rows");
        var examples = 10 + chance.Below(20);
        double[][] rows = [.. Enumerable.Range(0, examples).Select(_ => Enumerable.Range(0, 60).Select(_ => (double)(float)(chance.NextDouble() - 0.5)).ToArray())];
        double[] costs = [0.1, 1, 4, 64];
        return new(rows, [.. rows.Select((_, i) => i == 0 || i > 1 && chance.Below(3) == 0)], costs[seed % 4]);
    }

    private static double[] Shares(DenseProblem problem, double[] weights)
    {
        double[][] products = [.. problem.Rows.Select(one => problem.Rows.Select(other => one.Zip(other, (a, b) => a * b).Sum() + 1).ToArray())];
        var signed = SlowLogistic.Gauss(products, [.. problem.Rows.Select(row => SlowLogistic.Score(row, weights))]);
        return [.. signed.Select((share, i) => share * SlowLogistic.Sign(problem, i))];
    }
}
