using Spancoder.Codebooks;
using Spancoder.Learning;
using Spancoder.Rules;
using Spancoder.Tests.Rules;

namespace Spancoder.Tests.Learning;

/// <summary>Vectors, problems and segments that were judged, from plain numbers.</summary>
internal static class GivenLearning
{
    /// <summary>The codes a, a.b (nested in a) and c, and no rule.</summary>
    public static RuleSet NoRules { get; } = GivenRules.Of("");

    public static Codebook Codebook => NoRules.Codebook;

    /// <summary>What is not zero of a row; the number of a feature is its place in it.</summary>
    public static SparseVector Vector(params double[] row)
    {
        int[] features = [.. Enumerable.Range(0, row.Length).Where(column => row[column] != 0)];
        return new(features, [.. features.Select(feature => (float)row[feature])]);
    }

    public static SparseVector VectorOf(params (int Feature, double Value)[] features) => new([.. features.Select(one => one.Feature)], [.. features.Select(one => (float)one.Value)]);

    public static LogisticProblem Problem(DenseProblem problem) =>
        new(SparseRows.Of([.. problem.Rows.Select(row => Vector(row))]), [.. Enumerable.Range(0, problem.Rows.Length)], row => problem.IsPositive[row], problem.C);

    /// <summary>Weights by feature, the bias last: as <see cref="SlowLogistic"/> has them.</summary>
    public static double[] ByFeature(LogisticProblem problem, LinearWeights found, int features)
    {
        var weights = new double[features + 1];
        foreach (var (column, feature) in problem.Rows.Features.Index()) weights[feature] = found.Weights[column];
        weights[^1] = found.Bias;
        return weights;
    }

    public static LabelledSegment Segment(string document, int number, SparseVector vector, params bool?[] labels) => new(document, number, $"{document}#{number}", vector, labels);
}
