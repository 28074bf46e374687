namespace Spancoder.Learning;

/// <summary>Feature vectors, a row each, of which only what is not zero is held; the columns are those features that occur in some row.</summary>
/// <remarks>Compressed rows: the features of row r stand at the positions from <c>_starts[r]</c> up to, not including, <c>_starts[r + 1]</c>.</remarks>
internal sealed class SparseRows
{
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly float[] _values;

    private SparseRows(int[] starts, int[] columns, float[] values, int[] features) => (_starts, _columns, _values, Features) = (starts, columns, values, features);

    public int Count => _starts.Length - 1;

    /// <summary>By column: the number of the feature. The most frequent first, so that what is looked up most lies close together.</summary>
    public IReadOnlyList<int> Features { get; }

    public static SparseRows Of(IReadOnlyList<SparseVector> vectors)
    {
        int[] features = [.. vectors.SelectMany(vector => vector.Features).CountBy(feature => feature).OrderByDescending(feature => feature.Value).ThenBy(feature => feature.Key).Select(feature => feature.Key)];
        var columnOf = features.Index().ToDictionary(feature => feature.Item, feature => feature.Index);
        var starts = new int[vectors.Count + 1];
        for (var row = 0; row < vectors.Count; row++) starts[row + 1] = starts[row] + vectors[row].Features.Count;
        var (columns, values) = (new int[starts[^1]], new float[starts[^1]]);
        foreach (var (row, vector) in vectors.Index())
        {
            for (var at = 0; at < vector.Features.Count; at++) (columns[starts[row] + at], values[starts[row] + at]) = (columnOf[vector.Features[at]], vector.Values[at]);
        }

        return new(starts, columns, values, features);
    }

    /// <param name="weights">By column.</param>
    public double Dot(int row, ReadOnlySpan<double> weights)
    {
        var columns = Columns(row);
        var values = Values(row)[..columns.Length];
        var (first, second, third, fourth) = (0d, 0d, 0d, 0d); // one sum would have to wait for itself at every step
        var at = 0;
        for (; at + 3 < columns.Length; at += 4)
        {
            first += values[at] * weights[columns[at]];
            second += values[at + 1] * weights[columns[at + 1]];
            third += values[at + 2] * weights[columns[at + 2]];
            fourth += values[at + 3] * weights[columns[at + 3]];
        }

        for (; at < columns.Length; at++) first += values[at] * weights[columns[at]];
        return first + second + (third + fourth);
    }

    /// <summary>Adds <paramref name="times"/> the row to <paramref name="sums"/>, by column.</summary>
    public void AddTo(Span<double> sums, int row, double times)
    {
        var columns = Columns(row);
        var values = Values(row)[..columns.Length];
        for (var at = 0; at < columns.Length; at++) sums[columns[at]] += times * values[at];
    }

    /// <summary>The row times itself.</summary>
    public double Square(int row)
    {
        var sum = 0d;
        foreach (var value in Values(row)) sum += value * value;
        return sum;
    }

    public (ReadOnlyMemory<int> Columns, ReadOnlyMemory<float> Values) Row(int row) => (_columns.AsMemory(_starts[row].._starts[row + 1]), _values.AsMemory(_starts[row].._starts[row + 1]));

    private ReadOnlySpan<int> Columns(int row) => _columns.AsSpan(_starts[row].._starts[row + 1]);

    private ReadOnlySpan<float> Values(int row) => _values.AsSpan(_starts[row].._starts[row + 1]);
}
