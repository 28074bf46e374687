using Spancoder.Agreement.Resampling;

namespace Spancoder.Evaluation;

/// <summary>How well a machine gave a code, or several codes together, with what would come out of other documents of the kind.</summary>
internal sealed record CodeScore
{
    private const string TooFewDocuments = "one document says nothing of how figures vary between documents";

    /// <summary>The code, or what several are called.</summary>
    public required string Name { get; init; }

    public required Outcomes Outcomes { get; init; }

    public required Interval Precision { get; init; }

    public required Interval Recall { get; init; }

    public required Interval F1 { get; init; }

    /// <param name="documents">For each document its outcomes.</param>
    /// <remarks>Percentile bootstrap over documents: segments of one are not independent of each other.</remarks>
    public static CodeScore Of(string name, IReadOnlyList<Outcomes> documents, BootstrapOptions options)
    {
        var whole = documents.Aggregate(default(Outcomes), (sum, outcomes) => sum + outcomes);
        var replicates = Replicates(documents, options);
        return new()
        {
            Name = name,
            Outcomes = whole,
            Precision = IntervalOf(whole.Precision, replicates, outcomes => outcomes.Precision, options),
            Recall = IntervalOf(whole.Recall, replicates, outcomes => outcomes.Recall, options),
            F1 = IntervalOf(whole.F1, replicates, outcomes => outcomes.F1, options),
        };
    }

    private static Outcomes[] Replicates(IReadOnlyList<Outcomes> documents, BootstrapOptions options)
    {
        if (documents.Count < 2) return [];

        var replicates = new Outcomes[options.Replicates];
        for (var replicate = 0; replicate < replicates.Length; replicate++)
        {
            var chance = SplitMix64.Stream(options.Seed, replicate);
            for (var i = 0; i < documents.Count; i++) replicates[replicate] += documents[chance.Below(documents.Count)];
        }

        return replicates;
    }

    private static Interval IntervalOf(Figure whole, Outcomes[] replicates, Func<Outcomes, Figure> measure, BootstrapOptions options)
    {
        if (whole.Reason is { } reason) return Interval.Undefined(reason);

        return replicates is [] ? Interval.Undefined(TooFewDocuments) : Interval.Of([.. replicates.Select(outcomes => measure(outcomes).Value ?? double.NaN)], options);
    }
}
