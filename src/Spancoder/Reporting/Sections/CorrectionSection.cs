using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>How often people would give each code, as a random sample that they coded tells.</summary>
internal sealed class CorrectionSection(RunRecord run, ReportScope scope) : IReportSection
{
    private readonly SampleTally _sample = new(run.Codes, code => run.Codebooks[run.CodebookOf(code)].Id);

    public void Add(CountedDocument document) => _sample.Add(document.Document);

    /// <remarks>The sample was drawn from the whole study: of a part of it nothing is said.</remarks>
    public IEnumerable<ReportBlock> Blocks() => scope with { Codes = [] } is { IsEverything: true } ? CorrectedBlocks.Of(_sample, [.. run.Codes.Where(scope.Has)], run.WhyNotCorrected)
        : _sample.Sample() is null ? [] : [new ReportBlock.Heading(2, "Corrected frequencies"), new ReportBlock.Paragraph("The random sample that people coded was drawn from the whole study: the report of the whole corrects frequencies by it, and this one, of a part, does not.")];
}
