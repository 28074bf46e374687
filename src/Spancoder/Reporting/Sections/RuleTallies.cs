using Spancoder.Codebooks;
using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>Counts what each rule did, and how far people say the same, document by document.</summary>
internal sealed class RuleTallies
{
    private static readonly HashSet<Code> Nothing = [];

    private readonly Dictionary<string, RuleTally> _tallies;
    private readonly Dictionary<Code, int> _judgedAs = [];

    /// <param name="scope">Rules of codes that it leaves out are left out too.</param>
    public RuleTallies(RunRecord run, ReportScope scope)
    {
        var codes = run.Codes.ToDictionary(code => code.Id);
        _tallies = run.Rules.Where(rule => rule.Code is not { } code || scope.Has(codes[code])).ToDictionary(rule => rule.Id, rule => rule.Code is { } code ? new RuleTally(rule, codes[code], run.CodebookOf(codes[code])) : new RuleTally(rule, null, 0));
    }

    /// <summary>Segments that people judged.</summary>
    public int Judged { get; private set; }

    /// <summary>Those that were found, by the rule's id.</summary>
    public IEnumerable<RuleTally> Found => _tallies.Values.Where(tally => tally.Hits > 0).OrderBy(tally => tally.Rule.Id, StringComparer.Ordinal);

    /// <summary>Those that were not, in order of id.</summary>
    public IReadOnlyList<string> NotFound => [.. _tallies.Values.Where(tally => tally.Hits == 0).Select(tally => tally.Rule.Id).Order(StringComparer.Ordinal)];

    /// <summary>Segments to which people gave the code, or one below it.</summary>
    public int JudgedAs(Code code) => _judgedAs.GetValueOrDefault(code);

    public void Add(CountedDocument document)
    {
        foreach (var segment in document.Segments)
        {
            if (segment.IsJudged) Judged++;
            foreach (var code in segment.ByPeople ?? Nothing) _judgedAs[code] = JudgedAs(code) + 1;
            List<ResultHit> hits = [.. segment.Segment.Hits.Where(hit => _tallies.ContainsKey(hit.Rule))];
            foreach (var hit in hits) _tallies[hit.Rule].Add(hit);
            List<RuleTally> found = [.. hits.Select(hit => hit.Rule).Distinct().Select(rule => _tallies[rule])];
            foreach (var tally in found) tally.Add(document.Id, found, segment.ByPeople);
        }
    }
}
