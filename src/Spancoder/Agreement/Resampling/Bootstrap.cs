namespace Spancoder.Agreement.Resampling;

/// <summary>Intervals by drawing units, or documents with all their units, again with replacement.</summary>
/// <remarks>
/// Percentile bootstrap; all terms of a coefficient are computed anew, also those of chance. To draw units is to draw how many have each pattern: a multinomial over
/// patterns, exact and as fast as there are patterns. Each replicate has its own stream of chance, so threads change nothing. B. Efron, R. J. Tibshirani, An Introduction to the
/// Bootstrap, 1993, ch. 13; for alpha A. Zapf et al., BMC Medical Research Methodology 16:93, 2016.
/// </remarks>
internal sealed class Bootstrap
{
    private readonly BootstrapOptions _options;
    private readonly int[] _times; // how many of each kind there are: of patterns, or of documents (one each)
    private readonly (int Pattern, int Units)[][]? _documents; // for each document which patterns its units have; null where units are drawn
    private readonly int _patterns;

    private Bootstrap(BootstrapOptions options, int[] times, (int Pattern, int Units)[][]? documents, int patterns) =>
        (_options, _times, _documents, _patterns) = (options, times, documents, patterns);

    public static Bootstrap OverUnits(UnitPatterns patterns, BootstrapOptions options) => new(options, [.. patterns.Units], null, patterns.Patterns.Count);

    /// <param name="documentOf">For each unit of the ratings the index of its document.</param>
    /// <param name="documents">How many there are; those without a unit that counts are left out.</param>
    public static Bootstrap OverDocuments(UnitPatterns patterns, IReadOnlyList<int> documentOf, int documents, BootstrapOptions options)
    {
        var counts = new SortedDictionary<int, int>[documents];
        for (var unit = 0; unit < documentOf.Count; unit++)
        {
            if (patterns.OfUnits[unit] is not (>= 0 and var pattern)) continue;

            var ofDocument = counts[documentOf[unit]] ??= [];
            ofDocument[pattern] = ofDocument.GetValueOrDefault(pattern) + 1;
        }

        var drawn = counts.Where(ofDocument => ofDocument is not null).Select(ofDocument => ofDocument.Select(count => (count.Key, count.Value)).ToArray()).ToArray();
        return new(options, [.. Enumerable.Repeat(1, drawn.Length)], drawn, patterns.Patterns.Count);
    }

    /// <summary>The interval of each measure, from the same replicates.</summary>
    public Interval[] Of(params IMeasure[] measures)
    {
        var all = _times.Sum();
        if (all < 2) return [.. measures.Select(_ => Interval.Undefined(_documents is null ? Reasons.OneUnit : "one document says nothing of how figures vary"))];

        var values = measures.Select(_ => new double[_options.Replicates]).ToArray();
        Parallel.For(0, _options.Replicates, new() { MaxDegreeOfParallelism = _options.Threads }, () => (Drawn: new int[_times.Length], Units: new int[_patterns]), (replicate, _, room) =>
        {
            var chance = SplitMix64.Stream(_options.Seed, replicate);
            if (_documents is null) DrawUnits(all, room.Drawn, chance);
            else DrawDocuments(room.Drawn, chance);
            var units = UnitsOf(room.Drawn, room.Units);
            foreach (var (index, measure) in measures.Index()) values[index][replicate] = measure.Compute(units).Value ?? double.NaN;
            return room;
        }, _ => { });
        return [.. values.Select(ofMeasure => Interval.Of(ofMeasure, _options))];
    }

    // One binomial after the other: each kind takes its share of what those before it left.
    private void DrawUnits(int all, int[] drawn, SplitMix64 chance)
    {
        var (left, of) = (all, all);
        for (var i = 0; i < drawn.Length; i++)
        {
            drawn[i] = left == 0 ? 0 : Binomial.Draw(left, (double)_times[i] / of, chance);
            left -= drawn[i];
            of -= _times[i];
        }
    }

    // There is one of each, so that drawing them one by one is as fast.
    private static void DrawDocuments(int[] drawn, SplitMix64 chance)
    {
        Array.Clear(drawn);
        for (var i = 0; i < drawn.Length; i++) drawn[chance.Below(drawn.Length)]++;
    }

    private int[] UnitsOf(int[] drawn, int[] room)
    {
        if (_documents is null) return drawn;

        Array.Clear(room);
        for (var document = 0; document < drawn.Length; document++)
        {
            if (drawn[document] == 0) continue;
            foreach (var (pattern, units) in _documents[document]) room[pattern] += drawn[document] * units;
        }

        return room;
    }
}

/// <param name="Replicates">How often to draw.</param>
/// <param name="Seed">Where chance begins.</param>
/// <param name="Level">How much of the replicates an interval holds, such as 0.95.</param>
/// <param name="Threads">How many at once. Changes nothing.</param>
public sealed record BootstrapOptions(int Replicates = 10_000, ulong Seed = 1, double Level = 0.95, int Threads = 1);
