namespace Spancoder.Review.Merging;

/// <summary>What people's codings are merged into, and how.</summary>
internal sealed record MergeOptions
{
    /// <summary>The file that becomes the union; what stands in it already stays.</summary>
    public required string Into { get; init; }

    /// <summary>Files to be merged, as the user named them.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Codings whose texts have changed go to where their texts or quotes are now.</summary>
    public bool ReAnchor { get; init; }

    /// <summary>Other names that coders are to have, by the name in the files.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();
}
