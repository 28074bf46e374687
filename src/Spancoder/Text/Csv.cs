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

    /// <summary>For tables that people fill in: a cell that a spreadsheet would take for a formula has an apostrophe in front.</summary>
    public static CsvWriterOptions Spreadsheet { get; } = Output with { Injection = CsvInjection.Escape };

    /// <summary>A cell as it was before <see cref="Spreadsheet"/> put an apostrophe in front.</summary>
    public static string Unprotected(string cell) => cell.Length > 1 && cell[0] == Spreadsheet.InjectionEscape && Spreadsheet.InjectionCharacters.Contains(cell[1]) ? cell[1..] : cell;
}
