using Spancoder.Evaluation.Correction;
using Xunit.Abstractions;

namespace Spancoder.Tests.Evaluation.Correction;

/// <summary>Two thousand studies of a kind: how often an interval holds what it is about. What people would say of these segments, and what they would say of documents like these.</summary>
public class CoverageInSimulation(ITestOutputHelper output)
{
    private const int Studies = 2000;

    [Theory]
    [InlineData(0.10, 0.04, 0.30)]
    [InlineData(0.15, 0.10, 0.20)]
    [InlineData(0.30, 0.05, 0.50)]
    public void With_40_documents_93_to_97_in_a_hundred_intervals_hold_the_truth(double prevalence, double falsePositives, double falseNegatives)
    {
        var covered = Covered(new(40, 200, prevalence, falsePositives, falseNegatives));
        Assert.InRange(covered.OfThese, 0.93, 0.97);
        Assert.InRange(covered.OfAlike, 0.93, 0.97);
        Assert.True(Math.Abs(covered.Bias) < 0.002, $"bias {covered.Bias}");
    }

    // Fewer documents: that of documents like these is a little short, that of these segments a little long.
    [Theory]
    [InlineData(20, 100, 0.93, 0.98, 0.915, 0.97)]
    [InlineData(10, 50, 0.93, 0.99, 0.90, 0.98)]
    public void With_fewer_documents_it_is_not_far_off(int documents, int sampled, double least, double most, double leastOfAlike, double mostOfAlike)
    {
        var covered = Covered(new(documents, sampled, 0.15, 0.10, 0.20));
        Assert.InRange(covered.OfThese, least, most);
        Assert.InRange(covered.OfAlike, leastOfAlike, mostOfAlike);
    }

    // Two in a hundred segments have the code: about four of those drawn. The interval of these segments is then too careful; that of documents like these breaks, for most documents have the code never and a few often.
    [Fact]
    public void Of_a_rare_code_that_of_these_segments_is_careful_and_that_of_documents_like_these_falls_short()
    {
        var covered = Covered(new(40, 200, 0.02, 0.005, 0.30));
        Assert.InRange(covered.OfThese, 0.95, 1);
        Assert.InRange(covered.OfAlike, 0.85, 1);
    }

    // What is asked of two intervals cannot be had of one.
    [Fact]
    public void The_interval_of_documents_like_these_is_too_wide_for_these_segments() => Assert.True(Covered(new(40, 200, 0.15, 0.10, 0.20)).TheseByAlike > 0.97);

    [Fact]
    public void What_the_machine_says_uncorrected_is_biased_and_the_correction_narrower_than_people_alone()
    {
        var covered = Covered(new(40, 200, 0.15, 0.10, 0.20));
        Assert.True(covered.BiasOfMachine > 0.04, $"bias {covered.BiasOfMachine}");
        Assert.True(covered.Width < covered.WidthOfPeopleAlone, $"{covered.Width} {covered.WidthOfPeopleAlone}");
    }

    private Coverage Covered(World world)
    {
        SplitMix64 chance = new(20231110, $"{world}");
        Coverage sum = new(0, 0, 0, 0, 0, 0, 0);
        for (var study = 0; study < Studies; study++)
        {
            var drawn = SimulatedStudy.Of(world, chance);
            var found = CorrectedFrequency.Of(drawn.Documents);
            var (these, alike, alone) = (found.OfThese!, found.OfAlike!, found.ByPeopleAlone!); // more than one document and segment
            sum = new(
                sum.OfThese + Is(these, drawn.Truth),
                sum.OfAlike + Is(alike, world.Prevalence),
                sum.TheseByAlike + Is(alike, drawn.Truth),
                sum.Bias + these.Share - drawn.Truth,
                sum.BiasOfMachine + found.Machine!.Value - drawn.Truth, // there are segments
                sum.Width + these.Upper - these.Lower,
                sum.WidthOfPeopleAlone + alone.Upper - alone.Lower);
        }

        Coverage mean = new(sum.OfThese / Studies, sum.OfAlike / Studies, sum.TheseByAlike / Studies, sum.Bias / Studies, sum.BiasOfMachine / Studies, sum.Width / Studies, sum.WidthOfPeopleAlone / Studies);
        output.WriteLine($"{world}: {mean}");
        return mean;

        static double Is(Estimate estimate, double truth) => estimate.Lower - 1e-12 <= truth && truth <= estimate.Upper + 1e-12 ? 1 : 0;
    }

    private sealed record Coverage(double OfThese, double OfAlike, double TheseByAlike, double Bias, double BiasOfMachine, double Width, double WidthOfPeopleAlone);
}
