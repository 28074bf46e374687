using Spancoder.Text;

namespace Spancoder.Reporting.Sections;

/// <summary>What was read, and what it was taken for.</summary>
internal sealed class ReadingSection : IReportSection
{
    private readonly List<IReadOnlyList<Cell>> _rows = [];

    public void Add(CountedDocument document)
    {
        var read = document.Document;
        _rows.Add(
        [
            read.Id, read.Format, read.Layout, read.Encoding, read.Newline, read.Language, Cell.Count(read.Segments.Count), Cell.Words(read.Segments.Sum(segment => segment.Words)),
            string.Join(", ", read.Speakers.Select(speaker => speaker.Role == Role.Interviewer ? $"{speaker.Key} (interviewer)" : speaker.Key)),
        ]);
    }

    public IEnumerable<ReportBlock> Blocks()
    {
        yield return new ReportBlock.Heading(2, "What was read");
        yield return new ReportBlock.Table(
            [
                new("document", IsNumber: false), new("format", IsNumber: false), new("layout", IsNumber: false), new("encoding", IsNumber: false), new("line ends", IsNumber: false) { Key = "line_ends" },
                new("language", IsNumber: false), new("segments"), new("words"), new("speakers", IsNumber: false),
            ],
            _rows, $"{Counted.Of(_rows.Count, "document")}, with all their segments, codable or not.");
    }
}
