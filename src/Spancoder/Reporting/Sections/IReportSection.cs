namespace Spancoder.Reporting.Sections;

/// <summary>A part of the coding report. It counts document by document and keeps no document, and says at the end what it has counted.</summary>
/// <remarks>To add one: a file here, and a line in <see cref="CodingReport"/>.</remarks>
internal interface IReportSection
{
    /// <param name="document">Documents come in order of id. A section that says what others have counted needs none.</param>
    void Add(CountedDocument document)
    {
    }

    /// <returns>Nothing, where there is nothing to say.</returns>
    IEnumerable<ReportBlock> Blocks();
}
