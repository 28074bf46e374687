using System.Globalization;
using CsvHelper;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Reporting.Results;

/// <summary>The table of segments, as segments.csv and <c>spancoder segment</c> have it.</summary>
internal static class SegmentTable
{
    /// <summary>Opens a table and writes its header. The stream stays open when the table is disposed.</summary>
    public static CsvWriter Begin(Stream stream)
    {
        var csv = CsvWriter.Create(stream, Csv.Output, leaveOpen: true);
        foreach (var column in ResultSchemas.Segments.Fields) csv.WriteField(column.Name);
        csv.EndRecord();
        return csv;
    }

    public static void Add(CsvWriter csv, SegmentedDocument segmented, CodePoints points)
    {
        var document = segmented.Document;
        foreach (var segment in segmented.Segments)
        {
            var text = segment.Span.In(document.Text);
            csv.WriteField(segment.Id);
            csv.WriteField(document.Id);
            csv.WriteField(Names.Of(segment.Layer));
            csv.WriteField(segment.Codable ? "true" : "false");
            csv.WriteField(points.At(segment.Span.Start));
            csv.WriteField(points.At(segment.Span.End));
            csv.WriteField(document.Source.At(segment.Span.Start).Line);
            csv.WriteField(segment.Speaker?.Key ?? "");
            csv.WriteField(segment.Speaker is { } speaker ? Names.Of(speaker.Role) : "");
            csv.WriteField(segment.Language);
            csv.WriteField(Time(document.Source.At(segment.Span.Start).StartTime));
            csv.WriteField(Time(document.Source.At(segment.Span.End - 1).EndTime));
            csv.WriteField(InWords(segment.Words));
            csv.WriteField(SegmentHash.Of(text));
            csv.WriteField(text);
            csv.EndRecord();
        }
    }

    // A number with at most one digit behind the point, and that a five: written without the slower ways of numbers that may have any.
    private static string InWords(WordCount words) =>
        (words.Words + words.Han / 2).ToString(CultureInfo.InvariantCulture) + (words.Han % 2 == 0 ? "" : ".5");

    public static string Time(TimeSpan? time) => time switch
    {
        null => "",
        { Milliseconds: 0 } whole => whole.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture),
        { } broken => broken.ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture),
    };
}
