using Spancoder.Agreement;
using Spancoder.Agreement.Measures;
using Spancoder.Agreement.Resampling;

namespace Spancoder.Tests.Agreement;

/// <summary>Intervals from counts of patterns are those of a bootstrap that draws each unit, or each document, by itself.</summary>
public class BootstrapAgainstPlain
{
    private const int Replicates = 10_000;
    private const double MonteCarlo = 0.03; // some five times what two such runs differ by

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Drawing_units(int seed)
    {
        var (ratings, _) = Study(seed, documents: 1, mostUnits: 80);
        var patterns = UnitPatterns.Of(ratings);
        var ours = Bootstrap.OverUnits(patterns, new(Replicates, Threads: 2)).Of(new KrippendorffAlpha(patterns), new GwetAc1(patterns));
        int[] pairable = [.. Enumerable.Range(0, ratings.Units).Where(unit => patterns.OfUnits[unit] >= 0)];
        AssertNear(ours, Plain(ratings, [.. pairable.Select(unit => new[] { unit })], seed));
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public void Drawing_documents_with_all_their_units(int seed)
    {
        var (ratings, documentOf) = Study(seed, documents: 25, mostUnits: 12);
        var patterns = UnitPatterns.Of(ratings);
        var ours = Bootstrap.OverDocuments(patterns, documentOf, 25, new(Replicates, Threads: 2)).Of(new KrippendorffAlpha(patterns), new GwetAc1(patterns));
        int[][] documents = [.. documentOf.Index().Where(unit => patterns.OfUnits[unit.Index] >= 0).GroupBy(unit => unit.Item, unit => unit.Index).Select(document => document.ToArray())];
        AssertNear(ours, Plain(ratings, documents, seed));

        // Units of a document are alike here, so that drawing units would be too sure of itself.
        var units = Bootstrap.OverUnits(patterns, new(Replicates, Threads: 2)).Of(new KrippendorffAlpha(patterns))[0];
        Assert.True(ours[0].High - ours[0].Low > units.High - units.Low);
    }

    private static void AssertNear(Interval[] ours, List<double>[] plain)
    {
        foreach (var (interval, values) in ours.Zip(plain))
        {
            values.Sort();
            Assert.Null(interval.Reason);
            Assert.Equal(values[(int)(0.025 * values.Count)], interval.Low, MonteCarlo);
            Assert.Equal(values[(int)(0.975 * values.Count)], interval.High, MonteCarlo);
            Assert.Equal((double)values.Count(value => value < 0.5) / values.Count, interval.ShareBelow(0.5) ?? -1, MonteCarlo);
        }
    }

    private static List<double>[] Plain(Ratings ratings, int[][] bags, int seed)
    {
        var chance = new SplitMix64((ulong)seed);
        List<double>[] values = [[], []];
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            List<int> drawn = [];
            for (var i = 0; i < bags.Length; i++) drawn.AddRange(bags[chance.Below(bags.Length)]);

            var patterns = UnitPatterns.Of(ratings.Only(drawn));
            if (KrippendorffAlpha.Of(patterns).Coefficient.Value is { } alpha) values[0].Add(alpha);
            if (GwetAc1.Of(patterns).Coefficient.Value is { } ac1) values[1].Add(ac1);
        }

        return values;
    }

    // Three coders; in some documents they agree well, in others hardly; one judgement in seven is missing.
    private static (Ratings Ratings, int[] DocumentOf) Study(int seed, int documents, int mostUnits)
    {
        var chance = new SplitMix64((ulong)seed);
        List<int> values = [];
        List<int> documentOf = [];
        for (var document = 0; document < documents; document++)
        {
            var (agreeing, common) = (documents == 1 ? 0.6 : chance.Below(2) * 0.9, documents == 1 ? 0.4 : chance.NextDouble());
            var units = documents == 1 ? mostUnits : 3 + chance.Below(mostUnits);
            for (var unit = 0; unit < units; unit++)
            {
                var truth = chance.NextDouble() < common ? 1 : 0;
                for (var coder = 0; coder < 3; coder++) values.Add(chance.Below(7) == 0 ? Ratings.Missing : chance.NextDouble() < agreeing ? truth : chance.Below(2));
                documentOf.Add(document);
            }
        }

        return (new(["a", "b", "c"], ["absent", "present"], [.. values]), [.. documentOf]);
    }
}
