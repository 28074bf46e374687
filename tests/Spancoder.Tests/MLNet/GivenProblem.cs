using Spancoder.Learning;

namespace Spancoder.Tests.MLNet;

/// <summary>A problem together with the rows that it is about.</summary>
internal sealed record GivenProblem(LogisticProblem Problem, SparseRows Rows)
{
    /// <param name="isChosen">Which rows there are to learn from; null for all.</param>
    public static GivenProblem Of(IReadOnlyList<SparseVector> vectors, Func<int, bool> isPositive, double c = 4, Func<int, bool>? isChosen = null)
    {
        var rows = SparseRows.Of(vectors);
        return new(new(rows, [.. Enumerable.Range(0, rows.Count).Where(isChosen ?? (_ => true))], isPositive, c), rows);
    }

    /// <summary>Drawn by chance, and such as text makes: of many features each segment has a few, and some of those tell the code.</summary>
    /// <param name="share">Of segments that have the code.</param>
    /// <param name="isChosen">As above.</param>
    public static GivenProblem Drawn(ulong seed, int segments, int features, double share, double c = 4, Func<int, bool>? isChosen = null)
    {
        SplitMix64 chance = new(seed);
        double[] truth = [.. Enumerable.Range(0, features).Select(_ => 4 * chance.NextDouble() - 2)];
        SparseVector[] vectors = [.. Enumerable.Range(0, segments).Select(_ => Vector(chance, features))];
        double[] scores = [.. vectors.Select(vector => vector.Features.Zip(vector.Values, (feature, value) => truth[feature] * value).Sum() + chance.NextDouble())];
        var cut = scores.Order().ElementAt((int)((1 - share) * segments));
        return Of(vectors, row => scores[row] >= cut, c, isChosen);
    }

    /// <summary>By row.</summary>
    public IReadOnlyList<double> Scores(LinearWeights weights)
    {
        double[] byColumn = [.. weights.Weights];
        return [.. Enumerable.Range(0, Rows.Count).Select(row => Rows.Dot(row, byColumn) + weights.Bias)];
    }

    // Of length 1; the low numbers are the frequent ones, and they stand in no order.
    private static SparseVector Vector(SplitMix64 chance, int features)
    {
        var chosen = Enumerable.Range(0, 1 + chance.Below(30)).Select(_ => (int)(features * Math.Pow(chance.NextDouble(), 3))).Distinct().ToList();
        float[] values = [.. chosen.Select(_ => (float)(0.1 + chance.NextDouble()))];
        var length = MathF.Sqrt(values.Sum(value => value * value));
        return new(chosen, [.. values.Select(value => value / length)]);
    }
}
