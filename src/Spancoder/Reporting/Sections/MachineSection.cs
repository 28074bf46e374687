using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>How good the machine is, as what it learned from tells.</summary>
internal sealed class MachineSection(RunRecord run, ReportScope scope) : IReportSection
{
    public IEnumerable<ReportBlock> Blocks() => run.Machine is [] ? [] :
    [
        new ReportBlock.Heading(2, "How good the machine is"),
        .. scope.IsEverything ? run.Machine : [new ReportBlock.Paragraph("The report on the whole study says what the machine learned from, and how good it is where it did not learn.")],
    ];
}
