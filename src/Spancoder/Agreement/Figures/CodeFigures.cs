using Spancoder.Agreement.Measures;
using Spancoder.Agreement.Resampling;

namespace Spancoder.Agreement.Figures;

/// <summary>How far coders agree on one code, as absent or present.</summary>
internal sealed record CodeFigures
{
    /// <summary>With fewer judgements that a code is there, its coefficients hang on a handful of units.</summary>
    public const int Few = 10;

    public required string Code { get; init; }

    /// <summary>How many units count.</summary>
    public required int Units { get; init; }

    /// <summary>For each coder, on the units that count: how many they judged, and to how many they gave the code.</summary>
    public required IReadOnlyList<(int Judged, int Present)> ByCoder { get; init; }

    /// <summary>How many units were given the code by so many of so many coders; the most judged and the most given first.</summary>
    public required IReadOnlyList<(int Present, int Judged, int Units)> Patterns { get; init; }

    public required Figure Prevalence { get; init; }

    public required Figure Percent { get; init; }

    public required Figure Positive { get; init; }

    public required Figure Negative { get; init; }

    public required Figure Alpha { get; init; }

    public required Interval AlphaInterval { get; init; }

    public required Figure Ac1 { get; init; }

    public required Interval Ac1Interval { get; init; }

    /// <summary>All pairs of coders.</summary>
    public required IReadOnlyList<PairFigures> Pairs { get; init; }

    public int Present => ByCoder.Sum(coder => coder.Present);

    public bool IsSparse => Present < Few;

    /// <summary>Whether only one of several coders ever gave it.</summary>
    public bool IsOfOneCoder => Present > 0 && ByCoder.Count(coder => coder.Judged > 0) > 1 && ByCoder.Count(coder => coder.Present > 0) == 1;

    /// <param name="presence">Of the code: absent, present.</param>
    /// <param name="bootstrap">Makes the bootstrap for its patterns; null for no intervals.</param>
    public static CodeFigures Of(string code, Ratings presence, Frame frame, Func<UnitPatterns, Bootstrap>? bootstrap)
    {
        var patterns = UnitPatterns.Of(presence, frame);
        var constant = Constant(patterns);
        KrippendorffAlpha alpha = new(patterns);
        GwetAc1 ac1 = new(patterns);
        var intervals = constant is null && bootstrap is not null ? bootstrap(patterns).Of(alpha, ac1) : [Interval.Undefined(constant ?? NotAsked), Interval.Undefined(constant ?? NotAsked)];
        return new()
        {
            Code = code,
            Units = patterns.Count,
            ByCoder = [.. Enumerable.Range(0, presence.Coders.Count).Select(coder => CountsOf(presence, patterns, coder))],
            Patterns = [.. patterns.Patterns.Zip(patterns.Units, (pattern, units) => (pattern.Values.Sum(), pattern.Judgements, units)).OrderByDescending(pattern => pattern.Judgements).ThenByDescending(pattern => pattern.Item1)],
            Prevalence = Measures.Prevalence.Of(patterns, PresentCategory),
            Percent = PercentAgreement.Of(patterns),
            Positive = SpecificAgreement.Of(patterns, PresentCategory) is { Reason: null } positive ? positive : Figure.Undefined(patterns.Count == 0 ? Reasons.NothingPairable : "nobody gave it"),
            Negative = SpecificAgreement.Of(patterns, 0) is { Reason: null } negative ? negative : Figure.Undefined(patterns.Count == 0 ? Reasons.NothingPairable : "everybody always gave it"),
            Alpha = constant is null ? KrippendorffAlpha.Of(patterns).Coefficient : Figure.Undefined(constant),
            AlphaInterval = intervals[0],
            Ac1 = constant is null ? GwetAc1.Of(patterns).Coefficient : Figure.Undefined(constant),
            Ac1Interval = intervals[1],
            Pairs = [.. PairTable.All(presence).Select(pair => PairFigures.Of(pair, code))],
        };
    }

    private const int PresentCategory = 1;
    private const string NotAsked = "no interval was asked for";

    // Gwet's coefficient would be 1 for a code that nobody gave: nobody has shown that they would agree on where it applies.
    private static string? Constant(UnitPatterns patterns)
    {
        if (!patterns.Patterns.Any(pattern => pattern.Judgements > 1)) return Reasons.NothingPairable;

        var values = patterns.Patterns.SelectMany(pattern => pattern.Values).Distinct().ToList();
        return values is [var only] ? only == PresentCategory ? "no variation: every coder gave it to every unit" : "no variation: nobody gave it" : null;
    }

    private static (int Judged, int Present) CountsOf(Ratings presence, UnitPatterns patterns, int coder)
    {
        var (judged, present) = (0, 0);
        for (var unit = 0; unit < presence.Units; unit++)
        {
            if (patterns.OfUnits[unit] < 0 || presence.Of(unit)[coder] is Ratings.Missing) continue;

            judged++;
            present += presence.Of(unit)[coder];
        }

        return (judged, present);
    }
}
