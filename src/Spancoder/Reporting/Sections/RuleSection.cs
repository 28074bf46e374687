using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>What each rule did, and how well where people judged the same segments.</summary>
internal sealed class RuleSection(RunRecord run, ReportScope scope) : IReportSection
{
    private readonly RuleTallies _rules = new(run, scope);

    public void Add(CountedDocument document) => _rules.Add(document);

    public IEnumerable<ReportBlock> Blocks() => [new ReportBlock.Heading(2, "What each rule did"), .. RuleTable.Of(_rules)];
}
