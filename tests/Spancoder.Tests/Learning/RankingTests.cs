using Spancoder.Learning;

namespace Spancoder.Tests.Learning;

public class RankingTests
{
    [Theory]
    [InlineData("+3 +2 -1 -0", 1)]
    [InlineData("-3 -2 +1 +0", 0)]
    [InlineData("+3 -2 +1 -0", 0.75)]
    [InlineData("+1 -1", 0.5)]
    [InlineData("+1 -1 -0", 0.75)]
    [InlineData("+1 +1 -1 -1 +0 -2", 0.2222222222222222)]
    public void The_area_is_the_share_of_pairs_that_stand_right_with_ties_as_halves(string scored, double area) => Assert.Equal(area, Ranking.AreaUnderCurve(Given(scored)), 1e-12);

    [Fact]
    public void Without_both_kinds_nothing_is_better_than_chance()
    {
        Assert.False(Ranking.IsBetterThanChance([]));
        Assert.False(Ranking.IsBetterThanChance(Given("+3 +2 +1")));
        Assert.False(Ranking.IsBetterThanChance(Given("-3 -2 -1")));
    }

    [Fact]
    public void Scores_without_meaning_are_called_better_in_about_one_of_twenty_cases()
    {
        SplitMix64 chance = new(1);
        var better = Enumerable.Range(0, 4000).Count(_ => Ranking.IsBetterThanChance([.. Enumerable.Range(0, 60).Select(one => (chance.NextDouble(), one < 15))]));
        Assert.InRange(better / 4000d, 0.04, 0.06);
    }

    // A sign for whether it has the code, then its score.
    private static List<(double, bool)> Given(string scored) => [.. scored.Split(' ').Select(one => ((double)(one[1] - '0'), one[0] == '+'))];
}
