using Spancoder.Learning;

namespace Spancoder.Tests.Learning;

/// <summary>The trainer where problems are degenerate, and what never changes its weights.</summary>
public class DualTrainerTests
{
    private static readonly double[][] Alike = [.. Enumerable.Repeat<double[]>([0.5, 0.25, 2], 20)];
    private static readonly double[][] Nothing = [.. Enumerable.Repeat<double[]>([0, 0], 20)];
    private static readonly double[][] Grid = [.. Enumerable.Range(0, 100).Select(i => (double[])[i % 7 / 8d, i % 5 / 4d])];
    private static readonly double[][] Far = [[10], [-10], [9], [-11]];

    public static TheoryData<string, int, double> Problems()
    {
        TheoryData<string, int, double> rows = [];
        foreach (var name in new[] { "alike", "nothing", "grid", "far" })
        {
            foreach (var cost in new[] { 0.1, 1, 8, 64 })
            {
                rows.Add(name, 1, cost);
                rows.Add(name, 2, cost);
                if (name != "far") rows.Add(name, 10, cost);
            }
        }

        return rows;
    }

    // Examples that contradict each other, that are all the same, that have no feature at all, or that are told apart by far.
    [Theory, MemberData(nameof(Problems))]
    public void It_arrives_where_examples_contradict_each_other_or_hold_nothing(string name, int positives, double cost)
    {
        var rows = name switch { "alike" => Alike, "nothing" => Nothing, "grid" => Grid, _ => Far };
        DenseProblem problem = new(rows, [.. rows.Select((_, i) => i < positives)], cost);
        var given = GivenLearning.Problem(problem);
        var found = GivenLearning.ByFeature(given, new DualTrainer(1e-12).Train(given), problem.Features);
        Assert.InRange(SlowLogistic.Length(SlowLogistic.Gradient(problem, found)), 0, 1e-6);
    }

    [Fact]
    public void Examples_that_are_all_the_same_say_nothing_where_costs_are_balanced()
    {
        var given = GivenLearning.Problem(new(Alike, [.. Alike.Select((_, i) => i < 3)], C: 4));
        var found = new DualTrainer(1e-12).Train(given);
        Assert.All(found.Weights.Append(found.Bias), weight => Assert.Equal(0, weight, 1e-9));
    }

    [Fact]
    public void The_same_problem_gives_the_same_weights_to_the_last_bit()
    {
        foreach (var seed in Enumerable.Range(1, 10))
        {
            var problem = DenseProblem.Drawn(seed);
            Assert.Equal(Bits(Train(problem)), Bits(Train(problem)));
        }
    }

    [Fact]
    public void One_trainer_gives_the_same_weights_whatever_it_was_given_before_and_on_several_threads()
    {
        DualTrainer trainer = new();
        var alone = Enumerable.Range(1, 24).Select(seed => Bits(new DualTrainer().Train(GivenLearning.Problem(DenseProblem.Drawn(seed))))).ToList();
        var together = new string[24];
        Parallel.For(0, 24, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = Bits(trainer.Train(GivenLearning.Problem(DenseProblem.Drawn(i + 1)))));
        Assert.Equal(alone, together);
    }

    // Neither features that only others have, nor rows that were not chosen.
    [Fact]
    public void Rows_that_were_not_chosen_change_no_bit_and_what_only_they_have_weighs_nothing()
    {
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var problem = DenseProblem.Drawn(seed);
            var before = GivenLearning.Problem(problem);
            var rows = SparseRows.Of([GivenLearning.VectorOf((0, 5), (1000, 3)), .. problem.Rows.Select(row => GivenLearning.Vector(row)), GivenLearning.VectorOf((1001, -1))]);
            LogisticProblem after = new(rows, [.. Enumerable.Range(1, problem.Rows.Length)], row => problem.IsPositive[row - 1], problem.C);
            var (alone, among) = (GivenLearning.ByFeature(before, new DualTrainer().Train(before), 1002), GivenLearning.ByFeature(after, new DualTrainer().Train(after), 1002));
            Assert.Equal(alone, among);
            Assert.Equal((0, 0), (among[1000], among[1001]));
        }
    }

    [Fact]
    public void To_turn_the_classes_round_turns_the_weights_round()
    {
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var problem = DenseProblem.Drawn(seed);
            var (one, other) = (Train(problem, 1e-10), Train(problem with { IsPositive = [.. problem.IsPositive.Select(positive => !positive)] }, 1e-10));
            Assert.All(one.Weights.Append(one.Bias).Zip(other.Weights.Append(other.Bias)), pair => Assert.Equal(-pair.First, pair.Second, 1e-7));
        }
    }

    [Fact]
    public void A_problem_of_one_class_is_refused()
    {
        var rows = SparseRows.Of([GivenLearning.Vector(1), GivenLearning.Vector(2)]);
        Assert.Throws<ArgumentException>(() => new LogisticProblem(rows, [0, 1], _ => true, 1));
        Assert.Throws<ArgumentException>(() => new LogisticProblem(rows, [0, 1], _ => false, 1));
    }

    private static LinearWeights Train(DenseProblem problem, double tolerance = 1e-3) => new DualTrainer(tolerance).Train(GivenLearning.Problem(problem));

    private static string Bits(LinearWeights found) => string.Join(' ', found.Weights.Append(found.Bias).Select(weight => BitConverter.DoubleToInt64Bits(weight)));
}
