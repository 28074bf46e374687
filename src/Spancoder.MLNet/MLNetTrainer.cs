using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Spancoder.Learning;

namespace Spancoder.MLNet;

/// <summary>Solves a <see cref="LogisticProblem"/> with ML.NET, by L-BFGS in single precision: a score is right to about one hundredth, and less so the more mistakes cost.</summary>
/// <remarks>
/// <para>
/// ML.NET minimises ½ w·w + Σ cᵢ ln(1 + exp(−yᵢ (w·xᵢ + a))) with a bias a that costs nothing, and in our problem the bias is a weight like the others. So it gets a column that is 1 everywhere, and each
/// segment is given twice, at half its cost each time: as x with y, and turned round, as −x with −y, that column included. Where a is 0 the loss of both is the same; elsewhere the one loses at least what
/// the other gains, since the loss is convex. So a is best at 0, and what is left is our problem itself.
/// </para>
/// <para>The same problem gives the same bits on one machine. On another its processor may add up in another order, and the last digits differ.</para>
/// <para>No model file of ML.NET is ever written or read: the weights are all that is taken from it, and ours holds them. So no file reaches any deserialiser of ML.NET.</para>
/// </remarks>
public sealed class MLNetTrainer : ILinearTrainer
{
    private static LbfgsLogisticRegressionBinaryTrainer.Options Options => new()
    {
        LabelColumnName = nameof(Example.Label),
        FeatureColumnName = nameof(Example.Features),
        ExampleWeightColumnName = nameof(Example.Cost),
        L1Regularization = 0,
        L2Regularization = 1,
        HistorySize = 50, // with more than the 20 steps that it remembers unless told it ends nearer to the minimum, and no later
        OptimizationTolerance = 1e-12f, // of the mean loss; below what single precision can tell, so that it goes on as long as that allows
        NumberOfThreads = 1, // each sums up in an order of its own
    };

    public string Name => "mlnet";

    public LinearWeights Train(LogisticProblem problem)
    {
        MLContext context = new(seed: 1); // a new one each time: what it gives depends on what it was used for before
        var model = context.BinaryClassification.Trainers.LbfgsLogisticRegression(Options).Fit(View(problem, context)).Model.SubModel;
        return new([.. model.Weights.Take(problem.Columns)], model.Weights[problem.Columns]);
    }

    private static IDataView View(LogisticProblem problem, MLContext context)
    {
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, problem.Columns + 1);
        Example[] examples = [.. Enumerable.Range(0, problem.Count).SelectMany(segment => TwoOf(problem, segment))];
        return context.Data.LoadFromEnumerable(examples, schema);
    }

    private static IEnumerable<Example> TwoOf(LogisticProblem problem, int segment)
    {
        var (columns, values) = problem.Features(segment);
        int[] sorted = [.. columns.Span, problem.Columns];
        float[] features = [.. values.Span, 1];
        Array.Sort(sorted, features);
        var isPositive = problem.Signs[segment] > 0;
        var half = (float)(problem.Costs[segment] / 2);
        yield return new(isPositive, half, new(problem.Columns + 1, sorted.Length, features, sorted));
        yield return new(!isPositive, half, new(problem.Columns + 1, sorted.Length, [.. features.Select(value => -value)], sorted));
    }

    private sealed record Example(bool Label, float Cost, VBuffer<float> Features);
}
