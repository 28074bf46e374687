namespace Spancoder.Learning;

/// <summary>Counts how often each bucket of one kind of feature occurs in a segment.</summary>
internal sealed class BlockCounter
{
    private readonly int[] _counts = new int[FeatureSpace.Buckets];
    private readonly List<int> _touched = [];

    public void Add(int bucket)
    {
        if (_counts[bucket]++ == 0) _touched.Add(bucket);
    }

    /// <summary>Appends the buckets with their damped counts, scaled to a length, and begins anew. In order of first sight, which the text alone decides.</summary>
    /// <param name="first">The number of bucket 0.</param>
    /// <param name="length">Euclidean.</param>
    public void MoveTo(List<int> features, List<float> values, int first, float length)
    {
        var squares = 0f;
        var from = values.Count;
        foreach (var bucket in _touched)
        {
            var value = _counts[bucket] == 1 ? 1 : 1 + MathF.Log(_counts[bucket]);
            squares += value * value;
            _counts[bucket] = 0;
            features.Add(first + bucket);
            values.Add(value);
        }

        var scale = length / MathF.Sqrt(squares);
        for (var at = from; at < values.Count; at++) values[at] *= scale;
        _touched.Clear();
    }
}
