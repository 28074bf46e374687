namespace Spancoder.Learning;

/// <summary>
/// L2-regularised logistic regression: find w and b that minimise ½ (w·w + b²) + Σ cᵢ ln(1 + exp(−yᵢ (w·xᵢ + b))), where yᵢ is 1 for a segment that has the code and −1 for one that has not.
/// </summary>
/// <remarks>
/// Costs are balanced: cᵢ = C n / (2 n₊) where yᵢ = 1, and C n / (2 n₋) elsewhere, so that a rare code weighs as much as its absence (G. King, L. Zeng, Logistic regression in rare events data,
/// Political Analysis 9(2), 2001). The bias is the weight of a feature that is 1 everywhere, as in R.-E. Fan et al., LIBLINEAR, J. Machine Learning Research 9, 2008.
/// </remarks>
public sealed class LogisticProblem
{
    private readonly int[] _chosen;

    /// <param name="rows">The vectors.</param>
    /// <param name="chosen">Which rows to learn from; both kinds are among them.</param>
    /// <param name="isPositive">By row: whether it has the code.</param>
    /// <param name="c">How much the losses count against the size of the weights; above 0.</param>
    internal LogisticProblem(SparseRows rows, IReadOnlyList<int> chosen, Func<int, bool> isPositive, double c)
    {
        var positive = chosen.Count(isPositive);
        if (positive == 0 || positive == chosen.Count) throw new ArgumentException("there is one class only", nameof(chosen));

        (Rows, C, _chosen) = (rows, c, [.. chosen]);
        var ofPositive = c * chosen.Count / (2d * positive);
        var ofNegative = c * chosen.Count / (2d * (chosen.Count - positive));
        Signs = [.. chosen.Select(row => isPositive(row) ? 1d : -1d)];
        Costs = [.. Signs.Select(sign => sign > 0 ? ofPositive : ofNegative)];
    }

    public double C { get; }

    /// <summary>How many segments there are to learn from.</summary>
    public int Count => _chosen.Length;

    /// <summary>How many weights there are, the bias not among them.</summary>
    public int Columns => Rows.Features.Count;

    /// <summary>By segment: 1 or −1.</summary>
    public IReadOnlyList<double> Signs { get; }

    /// <summary>By segment; they sum up to C times their number.</summary>
    public IReadOnlyList<double> Costs { get; }

    /// <summary>The rows that the segments are.</summary>
    internal ReadOnlySpan<int> Chosen => _chosen;

    internal SparseRows Rows { get; }

    /// <summary>The features of one segment: columns from 0, in no order, each once; and as many values.</summary>
    public (ReadOnlyMemory<int> Columns, ReadOnlyMemory<float> Values) Features(int segment) => Rows.Row(_chosen[segment]);
}
