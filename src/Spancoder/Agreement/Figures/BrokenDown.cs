using Spancoder.Agreement.Measures;
using Spancoder.Agreement.Tables;

namespace Spancoder.Agreement.Figures;

/// <summary>The figures of parts of the units, or of pairs of coders.</summary>
/// <param name="Parts">In order of name.</param>
internal sealed record BrokenDown(Dimension By, IReadOnlyList<PartFigures> Parts)
{
    public static BrokenDown Of(Judgements judgements, Dimension by, AgreementOptions options) =>
        new(by, by == Dimension.Pair ? [.. PairsOf(judgements, options)] : [.. Groups(judgements, by, options)]);

    private static IEnumerable<PartFigures> Groups(Judgements judgements, Dimension by, AgreementOptions options) => judgements.Units.Index()
        .GroupBy(unit => by switch { Dimension.Document => unit.Item.Document, Dimension.Language => unit.Item.Language, _ => unit.Item.Layer }, unit => unit.Index)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => PartFigures.Of(group.Key, judgements, judgements.Ratings.Only([.. group]), options));

    private static IEnumerable<PartFigures> PairsOf(Judgements judgements, AgreementOptions options) => Pairs.Of(judgements.Coders.Count)
        .Select(pair => PartFigures.Of($"{judgements.Coders[pair.First]}, {judgements.Coders[pair.Second]}", judgements, judgements.Ratings.By(pair.First, pair.Second), options));
}

/// <summary>The figures of a part, without intervals: parts are small.</summary>
/// <param name="Name">Of the document, language, layer or round, or of both coders; empty where nothing says.</param>
/// <param name="Units">How many of its units count.</param>
/// <param name="Masi">Alpha over sets of codes.</param>
/// <param name="Codes">In order of the codes; those that somebody gave in this part.</param>
internal sealed record PartFigures(string Name, int Units, Figure Masi, IReadOnlyList<CodeFigures> Codes)
{
    public static PartFigures Of(string name, Judgements judgements, Ratings ratings, AgreementOptions options)
    {
        var patterns = UnitPatterns.Of(ratings, options.Frame);
        var sets = judgements.Sets;
        var codes = sets.Codes.Select((code, index) => CodeFigures.Of(code, sets.Presence(ratings, index), options.Frame, null));
        return new(name, patterns.Count, SetAlpha.Of(patterns, sets, SetDistance.Masi).Coefficient, [.. codes.Where(code => code.Present > 0)]);
    }
}
