using Spancoder.Evaluation.Correction;

namespace Spancoder.Tests.Evaluation.Correction;

/// <summary>How studies come about, as far as counting goes.</summary>
/// <param name="Documents">How many people were interviewed; their lengths differ as a gamma distribution of shape 4 does, around 37 segments.</param>
/// <param name="Sampled">How many segments are drawn by chance.</param>
/// <param name="Prevalence">How often the code stands, on average; documents differ as a beta distribution with a sum of parameters of 8 does.</param>
/// <param name="FalsePositives">Among segments that have it not, on average; documents differ (20).</param>
/// <param name="FalseNegatives">Among segments that have it, on average; documents differ (20).</param>
internal sealed record World(int Documents, int Sampled, double Prevalence, double FalsePositives, double FalseNegatives);

/// <summary>A study that was drawn of a world, in which people's judgement of every segment is known.</summary>
/// <param name="Truth">The share that people would give the code.</param>
internal sealed record SimulatedStudy(IReadOnlyList<SampledDocument> Documents, double Truth)
{
    public static SimulatedStudy Of(World world, SplitMix64 chance)
    {
        List<(int Document, bool ByPeople, bool ByMachine)> segments = [];
        for (var document = 0; document < world.Documents; document++)
        {
            var length = Math.Max(3, (int)(Gamma(4, chance) * 37.5 / 4));
            var (prevalence, falsePositives, falseNegatives) = (Beta(world.Prevalence, 8, chance), Beta(world.FalsePositives, 20, chance), Beta(world.FalseNegatives, 20, chance));
            for (var segment = 0; segment < length; segment++)
            {
                var byPeople = chance.NextDouble() < prevalence;
                segments.Add((document, byPeople, chance.NextDouble() < (byPeople ? 1 - falseNegatives : falsePositives)));
            }
        }

        var drawn = chance.Shuffle(Enumerable.Range(0, segments.Count)).Take(world.Sampled).ToHashSet();
        var documents = segments.Index().GroupBy(segment => segment.Item.Document).Select(document => new SampledDocument
        {
            Frame = document.Count(),
            FrameByMachine = document.Count(segment => segment.Item.ByMachine),
            Sampled = document.Where(segment => drawn.Contains(segment.Index)).Aggregate(default(SampledPairs), (sum, segment) => sum + SampledPairs.Of(segment.Item.ByPeople, segment.Item.ByMachine)),
        });
        return new([.. documents], segments.Count(segment => segment.ByPeople) / (double)segments.Count);
    }

    private static double Beta(double mean, double sum, SplitMix64 chance)
    {
        var (a, b) = (Gamma(mean * sum, chance), Gamma((1 - mean) * sum, chance));
        return a / (a + b);
    }

    // Marsaglia and Tsang (2000), A simple method for generating gamma variables, ACM Trans. Math. Softw. 26(3), 363-372.
    private static double Gamma(double shape, SplitMix64 chance)
    {
        if (shape < 1) return Gamma(shape + 1, chance) * Math.Pow(1 - chance.NextDouble(), 1 / shape);

        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
            var v = Math.Pow(1 + c * x, 3);
            if (v > 0 && Math.Log(1 - chance.NextDouble()) < 0.5 * x * x + d - d * v + d * Math.Log(v)) return d * v;
        }
    }
}
