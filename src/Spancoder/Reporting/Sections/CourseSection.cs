using Spancoder.Codebooks;
using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>Where in the course of each interview codes were given.</summary>
internal sealed class CourseSection(RunRecord run, ReportScope scope) : IReportSection
{
    private const int Parts = 5;
    private const int MostStrips = 40;
    private const int MostMarks = 20_000;

    private readonly IReadOnlyList<Code> _tops = scope.TopsOf(run);
    private readonly List<Row> _rows = [];
    private readonly List<Strip> _strips = [];
    private int _marks;

    public void Add(CountedDocument document)
    {
        Row row = new(document.Id);
        var codable = document.Codable.ToList();
        foreach (var (index, segment) in codable.Index()) row.Add(index * Parts / codable.Count, segment);
        _rows.Add(row);
        if (_strips.Count < MostStrips && _marks < MostMarks) AddStrip(document);
    }

    public IEnumerable<ReportBlock> Blocks()
    {
        yield return new ReportBlock.Heading(2, "Over the course of each document");
        if (_strips is not [])
        {
            yield return new ReportBlock.Picture("course", "Where codes fall in each document",
                $"A strip for each document from its beginning to its end, with a track for each code: a mark stands where a segment has it. Pale: what is never coded, such as the interviewer's turns.{(_strips.Count < _rows.Count ? $" The first {_strips.Count} of {_rows.Count} documents." : "")}",
                new Drawing.Strips([.. _tops.Select(code => code.Id)], _strips));
        }

        yield return new ReportBlock.Table(
            [new("document", IsNumber: false), new("codable"), .. Enumerable.Range(1, Parts).SelectMany(part => new Column[] { new($"{part}/{Parts}") { Key = $"coded_{part}" }, new("%") { Key = $"share_{part}" } })],
            [.. _rows.Select(row => row.Cells()), Sum().Cells()],
            $"Segments with a code, in each fifth of the document's codable segments; each % is of the codable segments in that fifth, and n/a where there are none (a document of fewer than {Parts}).")
        {
            Id = "course",
        };
    }

    private void AddStrip(CountedDocument document)
    {
        List<(int, int, string)> marks = [];
        List<(int Start, int End)> gaps = [];
        foreach (var (index, segment) in document.Segments.Index())
        {
            foreach (var (track, top) in _tops.Index())
            {
                if (segment.Codes.Contains(top)) marks.Add((index, track, segment.Segment.Id));
            }

            if (segment.Segment.Codable) continue;
            if (gaps is [.., var last] && last.End == index) gaps[^1] = (last.Start, index + 1);
            else gaps.Add((index, index + 1));
        }

        _marks += marks.Count;
        _strips.Add(new(document.Id, document.Segments.Count, marks, gaps));
    }

    private Row Sum()
    {
        Row sum = new("all");
        foreach (var row in _rows) sum.Add(row);
        return sum;
    }

    private sealed class Row(string name)
    {
        private readonly int[] _codable = new int[Parts];
        private readonly int[] _coded = new int[Parts];

        public void Add(int part, CountedSegment segment)
        {
            _codable[part]++;
            if (segment.Codes.Count > 0) _coded[part]++;
        }

        public void Add(Row other)
        {
            for (var part = 0; part < Parts; part++)
            {
                _codable[part] += other._codable[part];
                _coded[part] += other._coded[part];
            }
        }

        public IReadOnlyList<Cell> Cells() =>
            [name, Cell.Count(_codable.Sum()), .. Enumerable.Range(0, Parts).SelectMany(part => new[] { Cell.Count(_coded[part]), Cell.Share(_coded[part], _codable[part]) })];
    }
}
