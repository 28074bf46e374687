using Spancoder.Reading;
using Spancoder.Segmenting;

namespace Spancoder.Coders;

/// <summary>What the user chose for a run. All but the last two stands in run.json.</summary>
public sealed record CodingOptions
{
    public ReadingOptions Reading { get; init; } = new();

    public SegmentUnit Unit { get; init; } = SegmentUnit.Turn;

    /// <summary>How many documents are worked on at once. Changes no byte of the results.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Is told how far each pass over the documents is; null where nobody waits. Changes no byte of the results.</summary>
    public IProgress<PassProgress>? Progress { get; init; }
}
