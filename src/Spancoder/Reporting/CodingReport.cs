using Spancoder.Reporting.Results;
using Spancoder.Reporting.Sections;

namespace Spancoder.Reporting;

/// <summary>The report of a coded study: how often each code was given, where, together with what, and on what ground. Fed with its documents one by one.</summary>
internal sealed class CodingReport
{
    private readonly ReportScope _scope;
    private readonly Counting _counting;

    public CodingReport(RunRecord run, ReportScope? scope = null)
    {
        _scope = scope ?? ReportScope.Everything;
        _counting = new(run, _scope);
        Totals = new(_scope);
        Results = [new FrequencySection(run, _scope, Totals), new CorrectionSection(run, _scope)];
        Details =
        [
            new BesideSection(run, _scope), new BreakdownSection(run, _scope, Totals), new CaseSection(run, _scope), new TogetherSection(run, _scope), new KeynessSection(run, _scope), new CourseSection(run, _scope),
            new QuotationSection(run, _scope), new NegativeSection(run, _scope), new RuleSection(run, _scope), new ReadingSection(), new CoreqSection(run, _scope, Totals),
        ];
    }

    public Totals Totals { get; }

    private IReadOnlyList<IReportSection> Results { get; }

    private IReadOnlyList<IReportSection> Details { get; }

    /// <returns>What counts in it; null for a document that the report is not about.</returns>
    public CountedDocument? Add(ResultDocument document)
    {
        if (_counting.Of(document) is not { } counted) return null;

        Totals.Add(counted);
        foreach (var section in Results.Concat(Details)) section.Add(counted);
        return counted;
    }

    /// <param name="run">When it has ended, with what is known then.</param>
    public Report Of(RunRecord run)
    {
        IReadOnlyList<IReportSection> all = [new SummarySection(run, _scope, Totals), .. Results, new MachineSection(run, _scope), .. Details, new MakingSection(run, Totals)];
        return new([.. all.SelectMany(section => section.Blocks())]);
    }
}
