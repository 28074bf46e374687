using Spancoder.Codebooks;
using Spancoder.Evaluation;
using Spancoder.Text;

namespace Spancoder.Reporting.Sections;

/// <summary>The report's table of what each rule did, and how well where people judged the same segments.</summary>
internal static class RuleTable
{
    private const string Id = "rules";

    private static readonly Column[] Counts =
    [
        new("rule", IsNumber: false), new("code", IsNumber: false), new("hits"), new("segments"), new("documents"), new("negated"), new("overlap"), new("conflict"),
    ];

    private static readonly Column[] Measures = [new("precision"), new("95 %") { Key = "precision_interval" }, new("recall"), new("95 %") { Key = "recall_interval" }];

    private static readonly string[] MeaningOfCounts =
    [
        "negated: the share of the hits; n/a where the rule does not look",
        "overlap: segments in which another rule for the same code was found too; n/a for rules that only mark",
        "conflict: segments in which a rule for a code of another branch was found too; n/a for rules against a code, and for those that only mark",
    ];

    private static readonly string[] MeaningOfMeasures =
    [
        "precision: of the rule's segments that people judged, those to which any of them gave its code or one below it; for a rule against a code, those to which nobody gave either; n/a where they judged none of its segments, and for rules that only mark",
        "recall: of the segments to which people gave its code or one below it, those in which the rule was found; n/a where there are none, for rules that only mark, and for rules against a code, which are not meant to find all that it is not",
        "95 %: Wilson's score interval (1927), as if the segments that people judged were a random sample of independent ones",
        "a rule that was written or mended with these segments at hand looks better here than it is",
    ];

    /// <returns>The table, what its columns mean, and which rules were found nowhere.</returns>
    public static IEnumerable<ReportBlock> Of(RuleTallies rules)
    {
        yield return TableOf(rules);
        yield return new ReportBlock.Bullets([.. MeaningOfCounts, .. rules.Judged > 0 ? MeaningOfMeasures : []]);
        if (rules.NotFound is { Count: > 0 } notFound) yield return new ReportBlock.Paragraph($"Found nowhere: {string.Join(", ", notFound)}.");
    }

    private static ReportBlock.Table TableOf(RuleTallies rules)
    {
        if (rules.Judged == 0)
        {
            return new ReportBlock.Table(Counts, [.. rules.Found.OrderByDescending(tally => tally.Hits).Select(CountsOf)], "The most hits first. Counts are of hits that count, and of codable segments.") { Id = Id };
        }

        // By the upper limit those come first that are most surely poor, and not those of which one segment was judged.
        var rows = rules.Found.Select(tally => (Tally: tally, Precision: PrecisionOf(tally)))
            .OrderBy(row => WilsonInterval.Of(row.Precision.Part, row.Precision.Whole)?.Upper ?? 2).ThenByDescending(row => row.Tally.Hits)
            .Select(row => (IReadOnlyList<Cell>)[.. CountsOf(row.Tally), .. Cells(row.Precision), .. Cells(RecallOf(row.Tally, rules))]);
        return new ReportBlock.Table([.. Counts, .. Measures], [.. rows],
            $"In order of the upper limit of precision: the most surely poor first, those of which nothing can be said last. Counts are of hits that count, and of codable segments; precision and recall are over the {Counted.Of(rules.Judged, "segment")} that people judged.")
        { Id = Id };
    }

    private static IReadOnlyList<Cell> CountsOf(RuleTally tally) =>
    [
        tally.Rule.Id, WhatFor(tally), Cell.Count(tally.Hits), Cell.Count(tally.Segments), Cell.Count(tally.Documents),
        tally.Rule.LooksAtNegation ? Cell.Share(tally.Negated, tally.Hits) : Cell.Undefined,
        tally.Code is null ? Cell.Undefined : Cell.Count(tally.Overlap),
        tally.Code is null || tally.IsAgainst ? Cell.Undefined : Cell.Count(tally.Conflict),
    ];

    private static string WhatFor(RuleTally tally) => tally switch
    {
        { Code: null } => $"marks {tally.Rule.Marks}",
        { Rule.Strength: Strength.Against } => $"against {tally.Code.Id}",
        { Rule.Strength: Strength.Never } => $"never {tally.Code.Id}",
        _ => tally.Code.Id,
    };

    private static (int Part, int Whole) PrecisionOf(RuleTally tally) => (tally.IsAgainst ? tally.Judged - tally.JudgedSo : tally.JudgedSo, tally.Judged);

    private static (int Part, int Whole) RecallOf(RuleTally tally, RuleTallies rules) => tally is { Code: { } code, IsAgainst: false } ? (tally.JudgedSo, rules.JudgedAs(code)) : (0, 0);

    private static IEnumerable<Cell> Cells((int Part, int Whole) of) => WilsonInterval.Of(of.Part, of.Whole) is { } interval
        ? [new($"{Cell.Share(of.Part, of.Whole)} ({of.Part}/{of.Whole})") { Value = (double)of.Part / of.Whole }, $"{Cell.Percent(interval.Lower)} to {Cell.Percent(interval.Upper)}"]
        : [Cell.Undefined, Cell.Undefined];
}
