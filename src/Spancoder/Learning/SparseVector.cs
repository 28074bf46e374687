namespace Spancoder.Learning;

/// <summary>The features of one segment that are not zero.</summary>
/// <param name="Features">Their numbers in a <see cref="FeatureSpace"/>; each once. Those that come of rules stand last.</param>
/// <param name="Values">As many.</param>
internal readonly record struct SparseVector(IReadOnlyList<int> Features, IReadOnlyList<float> Values)
{
    /// <summary>Only the features below a number.</summary>
    public SparseVector Below(int limit)
    {
        var features = Features;
        var values = Values;
        int[] kept = [.. Enumerable.Range(0, features.Count).Where(at => features[at] < limit)];
        return kept.Length == features.Count ? this : new([.. kept.Select(at => features[at])], [.. kept.Select(at => values[at])]);
    }
}
