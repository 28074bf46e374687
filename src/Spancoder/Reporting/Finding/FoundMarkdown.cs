using System.Globalization;
using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Reporting.Finding;

/// <summary>For a page: a heading and a table for each document.</summary>
internal sealed class FoundMarkdown(TextWriter output, int width) : IFoundOutput
{
    private static readonly IReadOnlyList<Column> Columns =
        [new("segment"), new("line"), new("speaker", IsNumber: false), new("codes", IsNumber: false), new("before"), new("found", IsNumber: false), new("behind", IsNumber: false)];

    private bool _isFirst = true;

    public void Add(ResultDocument document, IReadOnlyList<Found> found)
    {
        output.Write(_isFirst ? "" : "\n");
        _isFirst = false;
        output.Write(MarkdownLayout.Write(new(
        [
            new ReportBlock.Heading(2, document.Id),
            new ReportBlock.Table(Columns, [.. found.Select(Row)], $"{Counted.Of(found.Count, "place")} in {Counted.Of(found.Select(place => place.Segment.Number).Distinct().Count(), "segment")}."),
        ])));
        output.Flush(); // who reads it should not wait for the documents that follow
    }

    private Cell[] Row(Found found)
    {
        var segment = found.Segment;
        var context = new KeywordInContext(segment.Text).Of(found.Span, width, withCuts: true);
        return
        [
            segment.Number.ToString(CultureInfo.InvariantCulture), segment.Line.ToString(CultureInfo.InvariantCulture), segment.Speaker?.Key ?? $"({Names.Of(segment.Layer)})",
            string.Join(", ", found.Codes), context.Before, context.Words, context.Behind,
        ];
    }
}
