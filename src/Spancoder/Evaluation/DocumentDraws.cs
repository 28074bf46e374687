using Spancoder.Agreement.Resampling;

namespace Spancoder.Evaluation;

/// <summary>The same documents, drawn again with replacement many times: how much the figures depend on which documents were judged. What was learned is not learned again.</summary>
/// <remarks>All figures of an evaluation are of the same draws, so that they can be compared draw by draw.</remarks>
internal sealed class DocumentDraws
{
    private const string TooFewDocuments = "one document says nothing of how figures vary between documents";

    private readonly BootstrapOptions _options;
    private readonly int[][] _times; // by replicate, then document: how often it was drawn

    /// <param name="documents">How many there are.</param>
    public DocumentDraws(int documents, BootstrapOptions options)
    {
        _options = options;
        _times = new int[documents < 2 ? 0 : options.Replicates][];
        for (var replicate = 0; replicate < _times.Length; replicate++)
        {
            var chance = SplitMix64.Stream(options.Seed, replicate);
            var times = _times[replicate] = new int[documents];
            for (var i = 0; i < documents; i++) times[chance.Below(documents)]++;
        }
    }

    /// <param name="documents">For each document its outcomes.</param>
    /// <returns>For each replicate the sum.</returns>
    public Outcomes[] Sums(IReadOnlyList<Outcomes> documents)
    {
        var met = documents.Index().Where(document => document.Item != default).ToArray();
        return Array.ConvertAll(_times, times =>
        {
            var sum = default(Outcomes);
            foreach (var (document, outcomes) in met) sum += times[document] * outcomes;
            return sum;
        });
    }

    /// <param name="whole">The figure of the documents as they are.</param>
    /// <param name="replicates">What it is computed from, for each replicate.</param>
    public Interval IntervalOf<T>(Figure whole, IReadOnlyList<T> replicates, Func<T, Figure> measure)
    {
        if (whole.Reason is { } reason) return Interval.Undefined(reason);

        return replicates is [] ? Interval.Undefined(TooFewDocuments) : Interval.Of([.. replicates.Select(replicate => measure(replicate).Value ?? double.NaN)], _options);
    }
}
