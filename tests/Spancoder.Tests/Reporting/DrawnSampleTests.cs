using Spancoder.Reporting.Sections;

namespace Spancoder.Tests.Reporting;

/// <summary>Which lists are a sample, and of what. Of a study with 100 codable segments.</summary>
public class DrawnSampleTests
{
    [Fact]
    public void A_list_is_a_sample_of_its_frame_and_what_was_judged_before_is_known()
    {
        var sample = DrawnSample.Of([new(90, 20, 18, 0)], 100, judgedOtherwise: 10)!;
        Assert.Equal((90, 90, 10, 20, 18), (sample.Frame, sample.FrameNow, sample.Known, sample.Drawn, sample.Judged));
        Assert.True(sample.Holds(new(true, 0.2, 90)));
        Assert.False(sample.Holds(new(false, null, 90)));
        Assert.True(sample.WasKnown(null));
        Assert.True(sample.WasKnown(new(false, 0, 90))); // on the list, and judged already
        Assert.False(sample.WasKnown(new(false, null, 90)));
    }

    [Fact]
    public void Where_the_frame_was_all_what_is_judged_otherwise_lies_in_it()
    {
        var sample = DrawnSample.Of([new(100, 20, 20, 0)], 100, judgedOtherwise: 10)!;
        Assert.Equal((100, 0), (sample.FrameNow, sample.Known));
        Assert.False(sample.WasKnown(null));
    }

    [Fact]
    public void Lists_that_follow_by_chance_alone_are_one_sample_up_to_the_first_with_picked_ones()
    {
        var sample = DrawnSample.Of([new(100, 20, 20, 0), new(80, 10, 10, 5), new(65, 5, 5, 0)], 100, 0)!;
        Assert.Equal([100, 80], sample.Lists.Select(list => list.Frame));
        Assert.Equal((100, 30), (sample.Frame, sample.Judged));
        Assert.True(sample.Holds(new(true, 0.1, 80)));
        Assert.False(sample.Holds(new(true, 0.1, 65)));
        Assert.False(sample.WasKnown(new(true, 0.1, 65)));
    }

    [Fact]
    public void Segments_that_left_the_frame_otherwise_end_it() =>
        Assert.Equal([70], DrawnSample.Of([new(100, 20, 20, 0), new(70, 25, 25, 0)], 100, 10)!.Lists.Select(list => list.Frame));

    [Fact]
    public void Drawn_and_not_judged_yet_they_stay_in_the_next_frame() =>
        Assert.Equal([100, 90], DrawnSample.Of([new(100, 20, 20, 0), new(90, 10, 10, 0)], 100, 0)!.Lists.Select(list => list.Frame)); // ten of the first were judged later

    [Fact]
    public void Of_several_samples_the_largest_counts_and_what_came_before_it_is_known()
    {
        var sample = DrawnSample.Of([new(100, 5, 5, 15), new(80, 30, 30, 10)], 100, 0)!;
        Assert.Equal((80, 30, 20, 80), (sample.Frame, sample.Judged, sample.Known, sample.FrameNow));
        Assert.True(sample.WasKnown(new(true, 0.05, 100)));
        Assert.True(sample.WasKnown(new(false, null, 100)));
    }

    [Fact]
    public void Without_a_random_one_there_is_no_sample()
    {
        Assert.Null(DrawnSample.Of([], 100, 10));
        Assert.Null(DrawnSample.Of([new(100, 0, 0, 8)], 100, 0));
    }

    [Fact]
    public void That_a_segment_was_looked_at_again_does_not_take_it_out_of_the_sample()
    {
        Draw random = new(true, 0.1, 100);
        Assert.Equal(random, Draw.Of([new(false, 0, 60), null, random, new(false, null, 120)]));
        Assert.Equal(new(false, null, 120), Draw.Of([new(false, 0, 60), new(false, null, 120)]));
        Assert.Null(Draw.Of([null]));
    }
}
