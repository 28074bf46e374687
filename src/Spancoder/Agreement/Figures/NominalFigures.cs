using Spancoder.Agreement.Measures;
using Spancoder.Agreement.Resampling;

namespace Spancoder.Agreement.Figures;

/// <summary>How far coders agree on codes that exclude each other, as one variable.</summary>
internal sealed record NominalFigures
{
    public required IReadOnlyList<string> Categories { get; init; }

    public required int Units { get; init; }

    public required Figure Percent { get; init; }

    public required Figure Alpha { get; init; }

    public required Interval AlphaInterval { get; init; }

    public required Figure Fleiss { get; init; }

    public required Figure Ac1 { get; init; }

    public required Interval Ac1Interval { get; init; }

    public required Figure Scott { get; init; }

    public required Figure Conger { get; init; }

    public required Figure Light { get; init; }

    public required Figure BrennanPrediger { get; init; }

    /// <summary>Gwet's, of units that two or more judged.</summary>
    public required (Figure Percent, Figure Ac1, Figure Fleiss, Figure BrennanPrediger) StandardErrors { get; init; }

    /// <summary>Each category against all others.</summary>
    public required IReadOnlyList<(string Category, Figure Alpha)> ByCategory { get; init; }

    public required IReadOnlyList<PairFigures> Pairs { get; init; }

    public static NominalFigures Of(Ratings ratings, Frame frame, Func<UnitPatterns, Bootstrap> bootstrap)
    {
        var patterns = UnitPatterns.Of(ratings, frame);
        KrippendorffAlpha alpha = new(patterns);
        GwetAc1 ac1 = new(patterns);
        var alphaNow = KrippendorffAlpha.Of(patterns).Coefficient;
        var intervals = alphaNow.Reason is { } reason ? [Interval.Undefined(reason), Interval.Undefined(reason)] : bootstrap(patterns).Of(alpha, ac1);
        GwetErrors errors = new(UnitPatterns.Of(ratings));
        var fleiss = FleissKappa.Of(patterns).Coefficient;
        return new()
        {
            Categories = ratings.Categories,
            Units = patterns.Count,
            Percent = PercentAgreement.Of(patterns),
            Alpha = alphaNow,
            AlphaInterval = intervals[0],
            Fleiss = fleiss,
            Ac1 = GwetAc1.Of(patterns).Coefficient,
            Ac1Interval = intervals[1],
            Scott = ratings.Coders.Count == 2 ? fleiss : Figure.Undefined(FormattableString.Invariant($"it is for two coders, and there are {ratings.Coders.Count}; Fleiss' kappa is the same for more")),
            Conger = CongerKappa.Of(ratings, frame).Coefficient,
            Light = LightKappa.Of(ratings),
            BrennanPrediger = Measures.BrennanPrediger.Of(patterns).Coefficient,
            StandardErrors = (errors.OfPercent, errors.OfAc1, errors.OfFleiss, errors.OfBrennanPrediger),
            ByCategory = [.. ratings.Categories.Select((category, index) => (category, KrippendorffAlpha.OfCategory(ratings, index).Coefficient))],
            Pairs = [.. PairTable.All(ratings).Select(pair => PairFigures.Of(pair, null))],
        };
    }
}
