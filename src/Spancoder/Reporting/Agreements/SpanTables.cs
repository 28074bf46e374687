using System.Globalization;
using Spancoder.Agreement.Figures;
using Spancoder.Agreement.Spans;
using Spancoder.Text;
using static Spancoder.Reporting.Agreements.FigureText;

namespace Spancoder.Reporting.Agreements;

/// <summary>The report's part on where codes begin and end.</summary>
internal static class SpanTables
{
    public static IEnumerable<ReportBlock> BlocksOf(SpanFigures spans)
    {
        yield return new ReportBlock.Heading(2, "Where codes begin and end");
        yield return new ReportBlock.Paragraph("Measured on characters, not on units, and without intervals: neighbouring characters are not independent. Unitizing alpha after Krippendorff, Mathet, Bouvry and Widlöcher (2016), on the documents that all the coders compared were given.");
        if (spans.Domain is { } domain) yield return DomainOf(domain, spans.DomainByPair);
        else yield return new ReportBlock.Paragraph($"There is no figure of all codes at once: they do not exclude each other ({Counted.Of(spans.Clashes.Count, "place")} where one coder gave the same text two of them).");
        yield return CodesOf(spans);
        var reasons = ReasonsOf(spans).Distinct().ToList();
        if (reasons is not []) yield return new ReportBlock.Bullets(reasons);
    }

    private static ReportBlock.Table DomainOf(UnitizingAlpha all, IReadOnlyList<(string First, string Second, UnitizingAlpha Alpha)> pairs) => new(
        [new("coders", IsNumber: false), new("characters"), new("u"), new("|u"), new("cu"), new("cu covers")],
        [Row("all", all), .. pairs.Count > 1 ? pairs.Select(pair => Row($"{pair.First}, {pair.Second}", pair.Alpha)) : []],
        "All codes as one domain. u: where stretches are and which code they have; |u: which text has a code, whichever; cu: which code, where both marked, which is the share of the text that it covers.");

    private static IReadOnlyList<Cell> Row(string who, UnitizingAlpha alpha) =>
        [who, alpha.Characters.ToString(CultureInfo.InvariantCulture), FigureText.Of(alpha.U), FigureText.Of(alpha.BinaryU), FigureText.Of(alpha.Cu.Alpha), Percent(alpha.Cu.Coverage)];

    private static ReportBlock.Table CodesOf(SpanFigures spans)
    {
        return new(
            [
                new("code", IsNumber: false), new("u"), new("coders", IsNumber: false), new("percent of characters"), new("kappa"), new("Jaccard"), .. spans.Overlaps.Select(overlap => new Column($"match at {Short(overlap)}")),
            ],
            [.. spans.Codes.SelectMany(code => code.Pairs.Select((pair, index) => Row(code, pair, index == 0)))],
            "u: of the code alone, all coders. Match: stretches of either that have a like, by all stretches of both; a like has the same code and at least that share of the characters of either in both.");
    }

    private static IReadOnlyList<Cell> Row(SpanCodeFigures code, SpanPairFigures pair, bool isFirst) =>
    [
        isFirst ? code.Code : "", isFirst ? FigureText.Of(code.Alpha.U) : "", $"{pair.First}, {pair.Second}",
        Percent(pair.Characters.PercentAgreement), FigureText.Of(pair.Characters.CohenKappa), FigureText.Of(pair.Characters.Jaccard),
        .. pair.Matches.Select(match => match.Match.PercentAgreement.Value is { } share ? string.Create(CultureInfo.InvariantCulture, $"{Percent(share)} ({match.Match.Matched}/{match.Match.Total})") : NotApplicable),
    ];

    private static IEnumerable<string> ReasonsOf(SpanFigures spans)
    {
        foreach (var (name, figure) in spans.Domain is { } domain ? new[] { ("u", domain.U), ("|u", domain.BinaryU), ("cu", domain.Cu.Alpha) } : [])
        {
            if (figure.Reason is { } reason) yield return $"n/a, {reason}: {name} of all codes";
        }

        foreach (var code in spans.Codes)
        {
            if (code.Alpha.U.Reason is { } ofCode) yield return $"n/a, {ofCode}: u of {code.Code}";
            foreach (var pair in code.Pairs.Where(pair => pair.Characters.CohenKappa.Reason is not null)) yield return $"n/a, {pair.Characters.CohenKappa.Reason}: kappa of {pair.First} and {pair.Second} on {code.Code}";
        }
    }
}
