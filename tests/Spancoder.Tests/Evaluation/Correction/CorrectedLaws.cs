using Spancoder.Evaluation.Correction;

namespace Spancoder.Tests.Evaluation.Correction;

/// <summary>What holds of every study, over three hundred that were drawn (seeds 1 to 300).</summary>
public class CorrectedLaws
{
    private const double Near = 1e-9;

    [Fact]
    public void A_machine_without_errors_is_not_corrected_and_the_interval_is_small() => Each((documents, _) =>
    {
        var found = CorrectedFrequency.Of([.. documents.Select(document => document with
        {
            FrameByMachine = document.FrameByMachine - document.Sampled.ByMachine + document.Sampled.ByPeople,
            KnownByMachine = document.KnownByPeople,
            Sampled = new(document.Sampled.ByPeople, 0, 0, document.Sampled.Count - document.Sampled.ByPeople),
        })]);
        Assert.Equal(found.Machine!.Value, found.OfThese!.Share, Near); // of this there are segments
        Assert.InRange(found.OfThese.StandardError, 0, 1.0 / (found.Sampled + 2) + Near);
    });

    // Which of the four kinds of pairs there are differs between the two, so that only one has the same error as well.
    [Fact]
    public void A_machine_that_always_or_never_gives_the_code_leaves_what_people_alone_say() => Each((documents, _) =>
    {
        var always = CorrectedFrequency.Of([.. documents.Select(document => document with
        {
            FrameByMachine = document.Frame,
            Sampled = new(document.Sampled.ByPeople, 0, document.Sampled.Count - document.Sampled.ByPeople, 0),
        })]);
        Assert.Equal(always.ByPeopleAlone!.Share, always.OfThese!.Share, Near);
        var never = CorrectedFrequency.Of([.. documents.Select(document => document with { FrameByMachine = 0, Sampled = document.Sampled.ByPeopleAlone })]);
        AreNear(never.ByPeopleAlone!, never.OfThese!);
    });

    [Fact]
    public void The_order_of_documents_changes_nothing() => Each((documents, chance) =>
    {
        var (one, other) = (CorrectedFrequency.Of(documents), CorrectedFrequency.Of(chance.Shuffle(documents)));
        AreNear(one.OfThese!, other.OfThese!);
        AreNear(one.OfAlike!, other.OfAlike!);
        Assert.Equal((one.ToHalve, one.ToHalveOfAlike), (other.ToHalve, other.ToHalveOfAlike));
    });

    [Fact]
    public void Of_not_having_the_code_all_is_the_mirror_image() => Each((documents, _) =>
    {
        var (one, other) = (CorrectedFrequency.Of(documents), CorrectedFrequency.Of([.. documents.Select(Mirrored)]));
        AreNear(one.OfThese!, Mirrored(other.OfThese!));
        AreNear(one.OfAlike!, Mirrored(other.OfAlike!));
        Assert.Equal(1 - one.Machine!.Value, other.Machine!.Value, Near);
    });

    [Fact]
    public void What_was_seen_what_is_estimated_and_the_two_intervals_lie_in_each_other() => Each((documents, _) =>
    {
        var found = CorrectedFrequency.Of(documents);
        var seen = documents.Sum(document => document.Sampled.ByPeople + document.KnownByPeople) / (double)found.Segments;
        Assert.InRange(found.OfThese!.Lower, Math.Max(seen, found.OfAlike!.Lower) - Near, found.OfThese.Share + Near);
        Assert.InRange(found.OfThese.Upper, found.OfThese.Share - Near, found.OfAlike.Upper + Near);
        Assert.InRange(found.OfAlike.Lower, 0, 1);
        Assert.InRange(found.OfAlike.Upper, 0, 1);
    });

    // The same kinds of pairs, as often as says: then the error is half, as far as the pairs that are added allow.
    [Fact]
    public void As_many_more_as_it_says_halve_the_error() => Each((documents, _) =>
    {
        var found = CorrectedFrequency.Of(documents);
        var left = documents.Sum(document => document.Frame - document.Sampled.Count);
        Assert.InRange(found.ToHalve, left > 0 ? 1 : 0, left);
        if (left == 0) return;

        double frame = documents.Sum(document => document.Frame);
        double then = found.Sampled + found.ToHalve;
        Assert.InRange((1 / then - 1 / frame) / (1.0 / found.Sampled - 1 / frame), 0, 0.25 + Near);
        if (found.ToHalveOfAlike is { } more) Assert.True(more >= found.ToHalve);
    });

    private static SampledDocument Mirrored(SampledDocument document) => document with
    {
        FrameByMachine = document.Frame - document.FrameByMachine,
        KnownByPeople = document.Known - document.KnownByPeople,
        KnownByMachine = document.Known - document.KnownByMachine,
        Sampled = new(document.Sampled.Neither, document.Sampled.OnlyMachine, document.Sampled.OnlyPeople, document.Sampled.Both),
    };

    private static Estimate Mirrored(Estimate estimate) => estimate with { Share = 1 - estimate.Share, Lower = 1 - estimate.Upper, Upper = 1 - estimate.Lower };

    private static void AreNear(Estimate one, Estimate other)
    {
        Assert.Equal(one.Share, other.Share, Near);
        Assert.Equal(one.Lower, other.Lower, Near);
        Assert.Equal(one.Upper, other.Upper, Near);
        Assert.Equal(one.StandardError, other.StandardError, Near);
        Assert.Equal(one.Df, other.Df, 1e-6);
    }

    private static void Each(Action<IReadOnlyList<SampledDocument>, SplitMix64> law)
    {
        for (ulong seed = 1; seed <= 300; seed++)
        {
            SplitMix64 chance = new(seed, "corrected");
            World world = new(2 + chance.Below(20), 6 + chance.Below(60), 0.05 + 0.9 * chance.NextDouble(), 0.3 * chance.NextDouble() + 0.01, 0.5 * chance.NextDouble() + 0.01);
            var known = chance.Below(3) == 0;
            var documents = SimulatedStudy.Of(world, chance).Documents.Select(document => known ? document with { Known = 4, KnownByPeople = chance.Below(5), KnownByMachine = chance.Below(5) } : document).ToList();
            if (documents.Count(document => document.Sampled.Count > 0) > 1) law(documents, chance);
        }
    }
}
