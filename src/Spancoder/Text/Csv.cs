using CsvHelper;

namespace Spancoder.Text;

/// <summary>How this program reads and writes tables: RFC 4180 with commas, nothing guessed, nothing mended in silence, no values in messages.</summary>
public static class Csv
{
    public static CsvReaderOptions Strict { get; } = new()
    {
        Separator = ',',
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
    };

    /// <summary>Line feeds; cells exactly as they are.</summary>
    public static CsvWriterOptions Output { get; } = new() { NewLine = "\n" };

    public static void WriteRow(CsvWriter csv, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        csv.EndRecord();
    }
}
