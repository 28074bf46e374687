using Spancoder.Learning;

namespace Spancoder.Tests.Learning;

public class CutoffsTests
{
    // Cut after        .9    .8    .6    .5    .3    .2
    // right of given   1/1   2/2   2/3   3/4   3/5   3/6     of 3
    // F1 = 2 right / (given + 3)
    //                  2/4   4/5   4/6   6/7   6/8   6/9     best 6/7
    [Fact]
    public void The_threshold_is_half_of_the_best_F1_as_worked_out_by_hand()
    {
        var cutoffs = Cutoffs.Of(Scored("0.9+ 0.8+ 0.6- 0.5+ 0.3- 0.2-"));
        Assert.Equal(3 / 7d, cutoffs.Threshold, 1e-15);
    }

    // Right of given: 1/1 2/2 3/3 4/4 (4 given are too few) 4/5 = .8, 5/6, 5/7 < .8, 6/8 < .8, 7/9 < .8, 8/10 = .8, 8/11
    [Fact]
    public void Sure_is_the_lowest_cut_that_reaches_four_fifths()
    {
        var cutoffs = Cutoffs.Of(Scored("0.95+ 0.9+ 0.85+ 0.8+ 0.75- 0.7+ 0.65- 0.6+ 0.55+ 0.5+ 0.45-"));
        Assert.Equal(0.5, cutoffs.Sure);
    }

    [Fact]
    public void Four_that_are_right_are_too_few_to_be_sure_by() => Assert.Null(Cutoffs.Of(Scored("0.9+ 0.8+ 0.7+ 0.6+ 0.5- 0.5- 0.3-")).Sure);

    [Fact]
    public void Five_are_enough() => Assert.Equal(0.55, Cutoffs.Of(Scored("0.9+ 0.8+ 0.7+ 0.6+ 0.5- 0.5- 0.3-", plus: "0.55+")).Sure);

    [Fact]
    public void Where_no_cut_reaches_four_fifths_nothing_is_sure() => Assert.Null(Cutoffs.Of(Scored("0.9- 0.8+ 0.7+ 0.6+ 0.5- 0.4+ 0.3- 0.2+")).Sure);

    // Four of the six that share .7 are positive: one cut for all of them. After it 5/7 are right and F1 is 10/12; a cut inside would have reached 1.
    [Fact]
    public void What_has_the_same_probability_is_given_together_whatever_the_order()
    {
        var scored = Scored("0.9+ 0.7+ 0.7+ 0.7+ 0.7+ 0.7- 0.7-");
        var expected = new Cutoffs(5 / 12d, null);
        foreach (var seed in Enumerable.Range(1, 20)) Assert.Equal(expected, Cutoffs.Of(new SplitMix64((ulong)seed).Shuffle(scored)));
    }

    [Fact]
    public void All_that_is_positive_and_nothing_else_gives_a_half_and_is_sure() => Assert.Equal(new(0.5, 0.8), Cutoffs.Of(Scored("0.9+ 0.9+ 0.9+ 0.8+ 0.8+ 0.3- 0.3- 0.1-")));

    [Fact]
    public void Doubtful_is_a_quarter_of_the_threshold_to_either_side()
    {
        var (from, to) = new Cutoffs(0.4, 0.45).Doubtful;
        Assert.Equal((0.3, 0.5), (Math.Round(from, 12), Math.Round(to, 12)));
    }

    // Twenty of twenty below the threshold would make all above it look surer than it is.
    [Fact]
    public void Sure_is_looked_for_from_the_threshold_on() => Assert.Null(Cutoffs.Of([.. Scored("0.9- 0.8- 0.7- 0.6-"), .. Scored(string.Join(' ', Enumerable.Repeat("0.3+", 20)))]).Sure);

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 12)];

    // Lipton, Elkan and Naryanaswamy (2014): worlds in which every probability is exactly what it says. The best F1 on the drawn segments is by definition not below; half of it loses next to nothing.
    [Theory, MemberData(nameof(Seeds))]
    public void Where_probabilities_are_true_half_of_the_best_F1_is_as_good_as_the_best_cut(int seed)
    {
        var scored = World(seed, 60_000);
        var best = BestF1(scored);
        var threshold = Cutoffs.Of(scored).Threshold;
        Assert.Equal(best / 2, threshold, 1e-12);
        Assert.InRange(F1(scored, threshold), best - 0.004, best);
    }

    // The margin says something: a half, where many would cut, loses more than it in rare worlds.
    [Fact]
    public void To_cut_at_a_half_would_lose_much_where_a_code_is_rare()
    {
        var scored = World(seed: 1, 60_000);
        Assert.True(F1(scored, 0.5) < F1(scored, Cutoffs.Of(scored).Threshold) - 0.02);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Where_probabilities_are_true_what_is_sure_deserved_it_on_segments_that_were_not_seen(int seed)
    {
        if (Cutoffs.Of(World(seed, 60_000)).Sure is not { } sure) return;

        var given = World(seed + 1000, 60_000, like: seed).Where(one => one.Probability >= sure).ToList();
        Assert.InRange(given.Count(one => one.IsPositive) / (double)given.Count, Cutoffs.SurePrecision - 0.03, 1);
    }

    // Probabilities on a grid of thousandths, bent by the seed so that the code is rare in some worlds and common in others.
    private static List<(double Probability, bool IsPositive)> World(int seed, int size, int? like = null)
    {
        var bend = 0.5 + (13 - (like ?? seed)) * 0.5; // 6.5 down to 1
        SplitMix64 chance = new((ulong)seed, "true probabilities");
        return [.. Enumerable.Range(0, size).Select(_ => Math.Round(Math.Pow(chance.NextDouble(), bend), 3)).Select(probability => (probability, chance.NextDouble() < probability))];
    }

    // By counting at every cut, from the lowest: all that are given there, less those below.
    private static double BestF1(List<(double Probability, bool IsPositive)> scored)
    {
        var positives = scored.Count(one => one.IsPositive);
        var (given, right, best) = (scored.Count, positives, 0d);
        foreach (var below in scored.GroupBy(one => one.Probability).OrderBy(group => group.Key))
        {
            best = Math.Max(best, 2d * right / (given + positives));
            (given, right) = (given - below.Count(), right - below.Count(one => one.IsPositive));
        }

        return best;
    }

    private static double F1(List<(double Probability, bool IsPositive)> scored, double cut)
    {
        var given = scored.Where(one => one.Probability >= cut).ToList();
        return 2d * given.Count(one => one.IsPositive) / (given.Count + scored.Count(one => one.IsPositive));
    }

    // "0.9+" has the code with a probability of .9.
    private static List<(double Probability, bool IsPositive)> Scored(string text, string plus = "") =>
        [.. $"{text} {plus}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => (double.Parse(one[..^1], System.Globalization.CultureInfo.InvariantCulture), one[^1] == '+'))];
}
