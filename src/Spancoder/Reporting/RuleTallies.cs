using Spancoder.Codebooks;
using Spancoder.Coders;

namespace Spancoder.Reporting;

/// <summary>Counts what each rule did, and how far people say the same, document by document.</summary>
internal sealed class RuleTallies
{
    private readonly Dictionary<Rule, RuleTally> _tallies;
    private readonly Dictionary<Code, int> _judgedAs = [];

    public RuleTallies(Codebook codebook)
    {
        _tallies = codebook.Rules.Where(rule => rule.Status != RuleStatus.Retired).ToDictionary(rule => rule, rule => new RuleTally(rule, rule.Marks is null ? codebook.Find(rule.Code) : null, codebook.PartOf(rule.Code)));
    }

    /// <summary>Segments that people judged.</summary>
    public int Judged { get; private set; }

    /// <summary>Those that were found, by the rule's id.</summary>
    public IEnumerable<RuleTally> Found => _tallies.Values.Where(tally => tally.Hits > 0).OrderBy(tally => tally.Rule.Id, StringComparer.Ordinal);

    /// <summary>Those that were not, in order of id.</summary>
    public IReadOnlyList<string> NotFound => [.. _tallies.Values.Where(tally => tally.Hits == 0).Select(tally => tally.Rule.Id).Order(StringComparer.Ordinal)];

    /// <summary>Segments to which people gave the code, or one below it.</summary>
    public int JudgedAs(Code code) => _judgedAs.GetValueOrDefault(code);

    /// <param name="judged">By number, the segments that people judged, with the codes they gave and all above these.</param>
    public void Add(CodedDocument coded, IReadOnlyDictionary<int, IReadOnlySet<Code>> judged)
    {
        Judged += judged.Count;
        foreach (var code in judged.Values.SelectMany(given => given)) _judgedAs[code] = JudgedAs(code) + 1;
        foreach (var hit in coded.Hits) _tallies[hit.Rule.Rule].Add(hit);
        foreach (var inSegment in coded.Hits.GroupBy(hit => hit.Segment.Number, hit => hit.Rule.Rule))
        {
            List<RuleTally> found = [.. inSegment.Distinct().Select(rule => _tallies[rule])];
            foreach (var tally in found) tally.Add(coded.Segmented.Document.Id, found, judged.GetValueOrDefault(inSegment.Key));
        }
    }
}
