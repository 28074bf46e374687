using Spancoder.Agreement.Resampling;

namespace Spancoder.Evaluation;

/// <summary>How well a machine gave a code, or several codes together, with what would come out of other documents of the kind.</summary>
internal sealed record CodeScore
{
    /// <summary>The code, or what several are called.</summary>
    public required string Name { get; init; }

    public required Outcomes Outcomes { get; init; }

    public required Interval Precision { get; init; }

    public required Interval Recall { get; init; }

    public required Interval F1 { get; init; }

    /// <param name="documents">For each document its outcomes.</param>
    /// <remarks>Percentile bootstrap over documents: segments of one are not independent of each other.</remarks>
    public static CodeScore Of(string name, IReadOnlyList<Outcomes> documents, DocumentDraws draws)
    {
        var whole = documents.Aggregate(default(Outcomes), (sum, outcomes) => sum + outcomes);
        var replicates = draws.Sums(documents);
        return new()
        {
            Name = name,
            Outcomes = whole,
            Precision = draws.IntervalOf(whole.Precision, replicates, outcomes => outcomes.Precision),
            Recall = draws.IntervalOf(whole.Recall, replicates, outcomes => outcomes.Recall),
            F1 = draws.IntervalOf(whole.F1, replicates, outcomes => outcomes.F1),
        };
    }
}
