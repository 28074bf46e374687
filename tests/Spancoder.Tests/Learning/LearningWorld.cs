using Spancoder.Learning;

namespace Spancoder.Tests.Learning;

/// <summary>Documents of judged segments, drawn by a seed: the codes a, a.b (only where a is) and c have words that speak for them, words that speak against them, and some noise.</summary>
internal static class LearningWorld
{
    /// <summary>The places of the codes in the codebook.</summary>
    public const int A = 0, AB = 1, C = 2;

    private const int Words = 60;

    public static IReadOnlyList<LabelledSegment> Drawn(int seed, int documents = 12, int size = 25)
    {
        SplitMix64 chance = new((ulong)seed, "judged segments");
        List<LabelledSegment> segments = [];
        for (var document = 0; document < documents; document++)
        {
            for (var number = 1; number <= size; number++)
            {
                var vector = Vector(chance);
                var score = (int code) => vector.Features.Sum(feature => feature % 9 == code ? 1 : feature % 9 == code + 3 ? -1 : 0) + 0.8 * (chance.NextDouble() - 0.5);
                bool? a = chance.Below(20) == 0 ? null : score(A) > 0;
                bool? b = a == true ? chance.Below(20) == 0 ? null : score(AB) > 0 : a;
                segments.Add(GivenLearning.Segment($"p{document}.txt", number, vector, a, b, score(C) > 1));
            }
        }

        return LabelledSegment.InOrder(segments);
    }

    /// <summary>A few words out of many, the lower numbers more often, of unit length.</summary>
    public static SparseVector Vector(SplitMix64 chance)
    {
        int[] features = [.. Enumerable.Range(0, 4 + chance.Below(8)).Select(_ => chance.Below(1 + chance.Below(Words))).Distinct()];
        return new(features, [.. features.Select(_ => 1 / MathF.Sqrt(features.Length))]);
    }

    public static IReadOnlyList<LearnedCode> Train(IReadOnlyList<LabelledSegment> segments, Func<LabelledSegment, bool>? isChosen = null, int threads = 1) =>
        new ClassifierTrainer(GivenLearning.Codebook, segments, new() { Threads = threads })
            .Train([.. segments.Index().Where(segment => isChosen?.Invoke(segment.Item) ?? true).Select(segment => segment.Index)]);

    /// <summary>All that was learned, to the last bit: weights that are not 0 by feature, then the rest.</summary>
    public static IEnumerable<string> Bits(IReadOnlyList<LearnedCode> learned, SparseRows rows) => learned.Select(code => code.Model is { } model
        ? $"{code.Examples} {string.Join(' ', WeightsByFeature(model.Weights, rows).Select(weight => $"{weight.Key}:{Bits(weight.Value)}"))} {Bits(model.Weights.Bias)} {Bits(model.Scaling.A)} {Bits(model.Scaling.B)} {Bits(model.Cutoffs.Threshold)} {Bits(model.Cutoffs.Sure ?? -1)}"
        : $"{code.Examples}");

    public static SortedDictionary<int, double> WeightsByFeature(LinearWeights weights, SparseRows rows) =>
        new(rows.Features.Zip(weights.Weights).Where(weight => weight.Second != 0).ToDictionary(weight => weight.First, weight => weight.Second));

    /// <summary>What is said of every segment by weights learned from all that have another fold; done here once more, as plainly as can be.</summary>
    public static List<(double Score, bool IsPositive)> OutOfFold(IReadOnlyList<LabelledSegment> segments, int code, Func<int, int> foldOf)
    {
        var rows = SparseRows.Of([.. segments.Select(segment => segment.Vector)]);
        var scored = new (double, bool)[segments.Count];
        foreach (var fold in Enumerable.Range(0, segments.Count).GroupBy(foldOf))
        {
            var found = new DualTrainer().Train(new(rows, [.. Enumerable.Range(0, segments.Count).Where(index => foldOf(index) != fold.Key)], index => segments[index].Labels[code] == true, 4));
            double[] weights = [.. found.Weights];
            foreach (var index in fold) scored[index] = (rows.Dot(index, weights) + found.Bias, segments[index].Labels[code] == true);
        }

        return [.. scored];
    }

    private static string Bits(double value) => $"{BitConverter.DoubleToInt64Bits(value):x}";
}
