namespace Spancoder.Tests.Learning;

/// <summary>A problem of logistic regression in plain arrays.</summary>
/// <param name="Rows">By example the values of all features, as single precision holds them.</param>
internal sealed record DenseProblem(double[][] Rows, bool[] IsPositive, double C)
{
    public int Features => Rows[0].Length;

    /// <summary>Drawn by chance: few features or many, dense or sparse, told apart easily, hardly, or not at all, even or with few positives. Both kinds are there.</summary>
    public static DenseProblem Drawn(int seed)
    {
        SplitMix64 chance = new((ulong)seed, "logistic problem");
        var (examples, features) = (10 + chance.Below(111), 1 + chance.Below(50));
        var filled = (seed % 3) switch { 0 => 1, 1 => 0.3, _ => 0.08 };
        var noise = (seed % 4) switch { 0 => 0, 1 => 0.5, 2 => 2, _ => 1e9 }; // without any, a plane parts them; with the most, nothing does
        var rareness = (seed % 5) switch { 0 => 0.04, 1 => 0.9, _ => 0.5 };
        double[] costs = [0.1, 0.5, 1, 4, 16, 64];
        double[][] rows = [.. Enumerable.Range(0, examples).Select(_ => Enumerable.Range(0, features).Select(_ => chance.NextDouble() < filled ? (double)(float)Normal() : 0).ToArray())];
        double[] truth = [.. Enumerable.Range(0, features).Select(_ => Normal())];
        double[] scores = [.. rows.Select(row => row.Zip(truth, (value, weight) => value * weight).Sum() + noise * Normal() + 1e-6 * Normal())]; // the last parts those that are all zero
        var cut = scores.Order().ElementAt(examples - Math.Clamp((int)(rareness * examples), 1, examples - 1));
        return new(rows, [.. scores.Select(score => score >= cut)], costs[chance.Below(costs.Length)]);

        double Normal() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble()); // Box and Muller (1958)
    }
}

/// <summary>
/// The minimum of ½ (w·w + b²) + Σ cᵢ ln(1 + exp(−yᵢ (w·xᵢ + b))) by Newton's method on the weights themselves, with the full matrix of second derivatives: nothing of it is dual, sparse or drawn by chance.
/// Weights are by feature, the bias last.
/// </summary>
internal static class SlowLogistic
{
    public static double[] Solve(DenseProblem problem)
    {
        var weights = new double[problem.Features + 1];
        for (var step = 0; step < 200 && Length(Gradient(problem, weights)) > 1e-10; step++)
        {
            var direction = Gauss(Curvature(problem, weights), Gradient(problem, weights));
            var (length, before) = (1d, Objective(problem, weights));
            while (Objective(problem, Moved(length)) > before * (1 + 1e-13) && length > 1e-9) length /= 2; // near the minimum, rounding is all that differs
            weights = Moved(length);

            double[] Moved(double by) => [.. weights.Zip(direction, (weight, change) => weight - by * change)];
        }

        return weights;
    }

    public static double[] Gradient(DenseProblem problem, double[] weights)
    {
        double[] gradient = [.. weights];
        for (var i = 0; i < problem.Rows.Length; i++)
        {
            var pull = Cost(problem, i) * Sign(problem, i) * Logistic(-Sign(problem, i) * Score(problem.Rows[i], weights));
            for (var j = 0; j < problem.Features; j++) gradient[j] -= pull * problem.Rows[i][j];
            gradient[^1] -= pull;
        }

        return gradient;
    }

    public static double Objective(DenseProblem problem, double[] weights)
    {
        var sum = weights.Sum(weight => weight * weight) / 2;
        for (var i = 0; i < problem.Rows.Length; i++) sum += Cost(problem, i) * SoftPlus(-Sign(problem, i) * Score(problem.Rows[i], weights));
        return sum;
    }

    public static double Score(double[] row, double[] weights) => row.Zip(weights, (value, weight) => value * weight).Sum() + weights[^1];

    public static double Length(double[] vector) => Math.Sqrt(vector.Sum(value => value * value));

    public static double Sign(DenseProblem problem, int i) => problem.IsPositive[i] ? 1 : -1;

    public static double Cost(DenseProblem problem, int i) => problem.C * problem.Rows.Length / (2d * problem.IsPositive.Count(positive => positive == problem.IsPositive[i]));

    /// <summary>Solves a system of linear equations by elimination with the largest pivot of each column.</summary>
    public static double[] Gauss(double[][] matrix, double[] right)
    {
        var size = right.Length;
        double[][] rows = [.. matrix.Select((row, i) => (double[])[.. row, right[i]])];
        for (var column = 0; column < size; column++)
        {
            var pivot = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(rows[row][column]));
            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            for (var row = 0; row < size; row++)
            {
                var times = row == column ? 0 : rows[row][column] / rows[column][column];
                if (times != 0) rows[row] = [.. rows[row].Zip(rows[column], (mine, other) => mine - times * other)];
            }
        }

        return [.. rows.Select((row, i) => row[^1] / row[i])];
    }

    private static double[][] Curvature(DenseProblem problem, double[] weights)
    {
        double[][] matrix = [.. weights.Select((_, i) => weights.Select((_, j) => i == j ? 1d : 0).ToArray())];
        for (var i = 0; i < problem.Rows.Length; i++)
        {
            double[] row = [.. problem.Rows[i], 1];
            var p = Logistic(Score(problem.Rows[i], weights));
            var curve = Cost(problem, i) * p * (1 - p);
            for (var j = 0; j < row.Length; j++)
            {
                for (var k = 0; k < row.Length; k++) matrix[j][k] += curve * row[j] * row[k];
            }
        }

        return matrix;
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double SoftPlus(double x) => x > 0 ? x + Math.Log(1 + Math.Exp(-x)) : Math.Log(1 + Math.Exp(x));
}
