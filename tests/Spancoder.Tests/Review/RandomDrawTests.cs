using Spancoder.Review.Next;

namespace Spancoder.Tests.Review;

/// <summary>The random share is a simple random sample. All seeds are fixed, so these tests always say the same.</summary>
public class RandomDrawTests
{
    private const int Segments = 60;
    private const int Drawn = 15;
    private const int Seeds = 4000;

    private static readonly Candidate[] Frame = [.. Enumerable.Range(1, Segments).Select(number => new Candidate(number % 2 == 0 ? "a.txt" : "b/c.txt", number, []))];

    // Each segment's count has the variance np(1 - p); the counts add up to a constant, so their statistic has one degree of freedom less. 98.3 is the 0.999 quantile of chi-square with 59.
    [Fact]
    public void Every_segment_is_drawn_equally_often()
    {
        var counts = Enumerable.Range(1, Seeds).SelectMany(seed => Draw(seed, Frame)).CountBy(candidate => candidate.Number).ToDictionary();
        var p = (double)Drawn / Segments;
        var statistic = Frame.Sum(candidate => Math.Pow(counts.GetValueOrDefault(candidate.Number) - Seeds * p, 2)) / (Seeds * p * (1 - p)) * (Segments - 1) / Segments;
        Assert.InRange(statistic, 31.7, 98.3); // 0.001 and 0.999: too even is no chance either
    }

    // Of 1770 pairs the most extreme lies about 3.5 standard deviations off.
    [Fact]
    public void Every_pair_is_drawn_equally_often()
    {
        var counts = new int[Segments + 1, Segments + 1];
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var drawn = Draw(seed, Frame).Select(candidate => candidate.Number).Order().ToList();
            for (var first = 0; first < drawn.Count; first++)
            {
                for (var second = first + 1; second < drawn.Count; second++) counts[drawn[first], drawn[second]]++;
            }
        }

        var p = (double)Drawn * (Drawn - 1) / (Segments * (Segments - 1));
        var deviation = Math.Sqrt(Seeds * p * (1 - p));
        var extremes = from first in Enumerable.Range(1, Segments) from second in Enumerable.Range(first + 1, Segments - first) select (counts[first, second] - Seeds * p) / deviation;
        Assert.All(extremes, extreme => Assert.InRange(extreme, -4.5, 4.5));
    }

    [Fact]
    public void It_does_not_matter_in_which_order_segments_are_offered()
    {
        Random random = new(5);
        for (var seed = 1; seed <= 50; seed++)
        {
            var shuffled = Frame.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(Draw(seed, Frame), Draw(seed, shuffled));
        }
    }

    [Fact]
    public void The_same_seed_goes_on_where_the_last_draw_ended()
    {
        var first = Draw(seed: 3, Frame);
        var second = Draw(seed: 3, [.. Frame.Except(first)]);
        Assert.Equal(Draw(seed: 3, Frame, number: 2 * Drawn), first.Concat(second));
    }

    [Fact]
    public void More_than_there_are_is_all_of_them() => Assert.Equal(Frame.Length, Draw(seed: 1, Frame, number: 1000).Distinct().Count());

    // Five of twenty are random ones; in each place of the list they are as often as in any other. 43.8 is the 0.999 quantile of chi-square with 19.
    [Fact]
    public void The_blind_order_does_not_tell_which_are_random()
    {
        const int places = 20, random = 5;
        var counts = new double[places];
        for (var seed = 1; seed <= Seeds; seed++)
        {
            foreach (var (place, pick) in GivenReview.Next(GivenReview.AllNear(40), number: places, share: 0.25m, seed).InBlindOrder().Index())
            {
                if (pick.IsRandom) counts[place]++;
            }
        }

        const double expected = Seeds * (double)random / places, variance = expected * (1 - (double)random / places);
        Assert.Equal(Seeds * random, counts.Sum());
        Assert.InRange(counts.Sum(count => Math.Pow(count - expected, 2)) / variance * (places - 1) / places, 5.4, 43.8);
    }

    private static IReadOnlyList<Candidate> Draw(long seed, Candidate[] frame, int number = Drawn)
    {
        RandomDraw draw = new(seed, number);
        foreach (var candidate in frame) draw.Offer(candidate);
        Assert.Equal(frame.Length, draw.Frame);
        return draw.Drawn;
    }
}
