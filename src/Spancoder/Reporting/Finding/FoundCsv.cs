using System.Globalization;
using CsvHelper;
using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Reporting.Finding;

/// <summary>For other programs: a table. Its columns are described in docs/files.md.</summary>
internal sealed class FoundCsv : IFoundOutput, IDisposable
{
    private readonly TextWriter _output;
    private readonly CsvWriter _csv;
    private readonly int _width;
    private readonly bool _isForSpreadsheet;

    /// <param name="isForSpreadsheet">With a byte order mark, and nothing in it becomes a formula.</param>
    public FoundCsv(TextWriter output, int width, bool isForSpreadsheet)
    {
        (_output, _width, _isForSpreadsheet) = (output, width, isForSpreadsheet);
        if (isForSpreadsheet) output.Write('\uFEFF');
        _csv = CsvWriter.Create(output, Csv.Output, leaveOpen: true);
        Csv.WriteRow(_csv, "segment", "document", "line", "speaker", "role", "layer", "start", "end", "codes", "coders", "term", "left", "match", "right");
    }

    public void Add(ResultDocument document, IReadOnlyList<Found> found)
    {
        foreach (var place in found) Add(document.Id, place);
        _csv.Flush();
        _output.Flush(); // who reads it should not wait for the documents that follow
    }

    public void Dispose() => _csv.Dispose();

    private void Add(string document, Found found)
    {
        var segment = found.Segment;
        var (start, end) = found.InDocument();
        var context = new KeywordInContext(segment.Text).Of(found.Span, _width, withCuts: false);
        string[] cells =
        [
            segment.Id, document, Number(segment.Line), segment.Speaker?.Key ?? "", segment.Speaker is { } speaker ? Names.Of(speaker.Role) : "", Names.Of(segment.Layer), Number(start), Number(end),
            string.Join('|', found.Codes), string.Join('|', found.Coders), found.Term, context.Before, context.Words, context.Behind,
        ];
        if (_isForSpreadsheet) Spreadsheet.WriteRow(_csv, cells);
        else Csv.WriteRow(_csv, cells);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
