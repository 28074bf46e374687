using Spancoder.Evaluation.Correction;

namespace Spancoder.Tests.Evaluation.Correction;

/// <summary>Two documents of 50 segments; 20 were drawn. The machine gives the code to 30 of 100. Of the 20 drawn 4 have it by both, 3 by people only, 1 by the machine only.</summary>
public class CorrectedByHand
{
    private static readonly CorrectedFrequency Found = CorrectedFrequency.Of(
    [
        new() { Frame = 50, FrameByMachine = 20, Sampled = new(3, 2, 0, 5) },
        new() { Frame = 50, FrameByMachine = 10, Sampled = new(1, 1, 1, 7) },
    ]);

    // difference (3 - 1) / 20 = 0.1; corrected 0.3 + 0.1
    [Fact]
    public void The_share_is_the_machines_with_the_mean_difference_added()
    {
        Assert.Equal(0.3, Found.Machine);
        Assert.Equal(0.4, Found.OfThese!.Share, 1e-12); // two documents and twenty segments give one
        Assert.Equal((20, 2), (Found.Sampled, Found.Documents));
    }

    // (3.5 + 1.5) / 22 - (2 / 22)^2 = 0.2190; / 22 = 0.009955; times 80 / 100 = 0.007964; root 0.08924
    [Fact]
    public void The_standard_error_has_half_a_pair_of_each_kind_more_and_leaves_out_what_was_drawn() => Assert.Equal(0.08924, Found.OfThese!.StandardError, 1e-5);

    // middle: (30 + 2 + 80 * 2 / 22) / 100 = 0.39273; t with 19 df 2.09302, times 0.08924 = 0.18678
    [Fact]
    public void The_interval_lies_around_what_is_seen_and_what_is_not()
    {
        Assert.Equal(0.20595, Found.OfThese!.Lower, 1e-4);
        Assert.Equal(0.57951, Found.OfThese.Upper, 1e-4);
    }

    // documents' parts: 20 + 50 * 0.1 - 50 * 0.4 + (2 - 10 * 0.1) * 5 = 10, and -10; (100 + 100) / (1 - 1/2) = 400; root 20 / 100
    [Fact]
    public void Of_documents_like_these_the_error_is_that_between_documents()
    {
        Assert.Equal(0.2, Found.OfAlike!.StandardError, 1e-12);
        Assert.Equal(1, Found.OfAlike.Df, 1e-12);
        Assert.Equal((0.0, 1.0), (Found.OfAlike.Lower, Found.OfAlike.Upper)); // t is 12.7
    }

    // people alone: 7 of 20 have it
    [Fact]
    public void People_alone_have_a_share_and_a_wider_interval()
    {
        Assert.Equal(0.35, Found.ByPeopleAlone!.Share, 1e-12);
        Assert.True(Found.ByPeopleAlone.StandardError > Found.OfThese!.StandardError);
    }

    // 1/n = 1/100 + (1/20 - 1/100) / 4 = 0.02: 50 in all. The rest of 0.2 stays, however many are coded.
    [Fact]
    public void It_says_how_many_more_halve_the_error()
    {
        Assert.Equal(30, Found.ToHalve);
        Assert.Null(Found.ToHalveOfAlike);
    }

    [Fact]
    public void Where_it_is_undefined_it_says_why()
    {
        Assert.Equal("there is no codable segment", CorrectedFrequency.Of([]).Reason);
        Assert.Equal("no segment that was drawn by chance is judged", CorrectedFrequency.Of([new() { Frame = 9, FrameByMachine = 2 }]).Reason);
        Assert.Equal("one segment says nothing of how segments differ", CorrectedFrequency.Of([new() { Frame = 9, FrameByMachine = 2, Sampled = new(1, 0, 0, 0) }]).Reason);
        Assert.Equal("one document says nothing of how documents differ", CorrectedFrequency.Of([new() { Frame = 9, FrameByMachine = 2, Sampled = new(1, 1, 1, 1) }]).ReasonOfAlike);
    }

    [Fact]
    public void Where_people_judged_everything_nothing_is_estimated()
    {
        var found = CorrectedFrequency.Of([new() { Frame = 0, FrameByMachine = 0, Known = 10, KnownByPeople = 4, KnownByMachine = 7 }, new() { Frame = 4, FrameByMachine = 1, Sampled = new(1, 1, 0, 2) }]);
        Assert.Equal(new Estimate(6 / 14.0, 6 / 14.0, 6 / 14.0, 0, double.PositiveInfinity), found.OfThese);
        Assert.Equal(8 / 14.0, found.Machine);
        Assert.Equal(0, found.ToHalve);
    }
}
