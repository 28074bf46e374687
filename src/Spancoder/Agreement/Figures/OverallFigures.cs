using Spancoder.Agreement.Measures;
using Spancoder.Agreement.Resampling;
using Spancoder.Agreement.Tables;

namespace Spancoder.Agreement.Figures;

/// <summary>How far coders agree on all codes at once, each judgement a set of codes.</summary>
internal sealed record OverallFigures
{
    private const long MostDistances = 4_000_000_000; // between sets: some minutes' work
    private const int MostSets = 4_000; // of which all distances are kept: 64 MB
    private const long MostRedrawn = 20_000_000_000; // the same in every replicate, several at a time

    public required Figure Masi { get; init; }

    public required Figure Jaccard { get; init; }

    public required Figure Exact { get; init; }

    /// <summary>Which of them the interval is of.</summary>
    public required SetDistance Distance { get; init; }

    public required Interval Interval { get; init; }

    /// <summary>How many different sets were given.</summary>
    public required int Sets { get; init; }

    public Figure Chosen => Distance switch { SetDistance.Masi => Masi, SetDistance.Jaccard => Jaccard, _ => Exact };

    /// <param name="bootstrap">Makes the bootstrap; null for no interval.</param>
    public static OverallFigures Of(Judgements judgements, AgreementOptions options, Func<UnitPatterns, Bootstrap>? bootstrap)
    {
        var patterns = UnitPatterns.Of(judgements.Ratings, options.Frame);
        var sets = judgements.Sets;
        var tooMany = (long)sets.Sets.Count * sets.Sets.Count > MostDistances ? FormattableString.Invariant($"with {sets.Sets.Count} different sets of codes it would take many minutes; look at single codes, or roll them up") : null;
        OverallFigures figures = new()
        {
            Masi = Alpha(SetDistance.Masi),
            Jaccard = Alpha(SetDistance.Jaccard),
            Exact = KrippendorffAlpha.Of(patterns).Coefficient,
            Distance = options.Distance,
            Interval = Interval.Undefined("no interval was asked for"),
            Sets = sets.Sets.Count,
        };
        return bootstrap is null ? figures : figures with { Interval = figures.Chosen.Reason is { } reason ? Interval.Undefined(reason) : IntervalOf(patterns, sets, options, bootstrap) };

        Figure Alpha(SetDistance distance) => tooMany is null ? SetAlpha.Of(patterns, sets, distance, options.Bootstrap.Threads).Coefficient : Figure.Undefined(tooMany);
    }

    private static Interval IntervalOf(UnitPatterns patterns, CodeSets sets, AgreementOptions options, Func<UnitPatterns, Bootstrap> bootstrap)
    {
        if (options.Distance == SetDistance.Exact) return bootstrap(patterns).Of(new KrippendorffAlpha(patterns))[0];

        return sets.Sets.Count > MostSets || (long)sets.Sets.Count * sets.Sets.Count * options.Bootstrap.Replicates > MostRedrawn
            ? Interval.Undefined(FormattableString.Invariant($"with {sets.Sets.Count} different sets of codes, {options.Bootstrap.Replicates} replicates would take minutes or much memory; roll the codes up, or ask for that of --distance exact"))
            : bootstrap(patterns).Of(new SetAlpha(patterns, sets, options.Distance))[0];
    }
}
