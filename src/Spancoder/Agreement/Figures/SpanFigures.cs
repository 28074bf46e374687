using Spancoder.Agreement.Spans;

namespace Spancoder.Agreement.Figures;

/// <summary>How far coders agree on where codes begin and end.</summary>
internal sealed record SpanFigures
{
    /// <summary>Of the whole codebook as codes that exclude each other; null where they do not.</summary>
    public required UnitizingAlpha? Domain { get; init; }

    /// <summary>The same for each pair of coders: what is not settled for more is so for two. Empty where the whole is null.</summary>
    public required IReadOnlyList<(string First, string Second, UnitizingAlpha Alpha)> DomainByPair { get; init; }

    /// <summary>Where a coder gave the same text two codes; then there is no figure of the whole.</summary>
    public required IReadOnlyList<CodeClash> Clashes { get; init; }

    public required IReadOnlyList<SpanCodeFigures> Codes { get; init; }

    /// <summary>From what share of both stretches on they match.</summary>
    public required IReadOnlyList<double> Overlaps { get; init; }

    /// <param name="overlaps">From what share of both spans on they match, such as 0.9 and 0.5.</param>
    public static SpanFigures Of(SpanStudy study, IReadOnlyList<string> codes, IReadOnlyList<double> overlaps)
    {
        var clashes = CodeClash.Find(study, [.. codes]);
        var isDomain = clashes is [] && codes.Count > 0;
        return new()
        {
            Domain = isDomain ? UnitizingAlpha.Of(study, codes, study.Coders) : null,
            DomainByPair = isDomain ? [.. PairsOf(study).Select(pair => (pair.First, pair.Second, UnitizingAlpha.Of(study, codes, [pair.First, pair.Second])))] : [],
            Clashes = clashes,
            Overlaps = overlaps,
            Codes = [.. codes.Select(code => SpanCodeFigures.Of(study, code, overlaps))],
        };
    }

    /// <summary>All pairs of coders, in order.</summary>
    internal static IEnumerable<(string First, string Second)> PairsOf(SpanStudy study) => Pairs.Of(study.Coders.Count).Select(pair => (study.Coders[pair.First], study.Coders[pair.Second]));
}

/// <summary>How far coders agree on where one code begins and ends.</summary>
/// <param name="Alpha">Of the code alone: u and |u are the same then.</param>
internal sealed record SpanCodeFigures(string Code, UnitizingAlpha Alpha, IReadOnlyList<SpanPairFigures> Pairs)
{
    public static SpanCodeFigures Of(SpanStudy study, string code, IReadOnlyList<double> overlaps) =>
        new(code, UnitizingAlpha.Of(study, [code], study.Coders), [.. SpanFigures.PairsOf(study).Select(pair => SpanPairFigures.Of(study, code, pair.First, pair.Second, overlaps))]);
}

/// <summary>How far two coders agree on where one code begins and ends.</summary>
internal sealed record SpanPairFigures(string First, string Second, CharacterTable Characters, IReadOnlyList<(double Overlap, SegmentMatch Match)> Matches)
{
    public static SpanPairFigures Of(SpanStudy study, string code, string first, string second, IReadOnlyList<double> overlaps) =>
        new(first, second, CharacterTable.Of(study, code, first, second), [.. overlaps.Select(overlap => (overlap, SegmentMatch.Of(study, code, first, second, overlap)))]);
}
