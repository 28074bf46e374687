using System.Buffers;
using CsvHelper;

namespace Spancoder.Text;

/// <summary>Tables that people open in a spreadsheet: no cell becomes a formula there, and what is read back is what stood there.</summary>
/// <remarks>
/// The writer of our CSV library can put an apostrophe before such cells too, but not before those that have one already, and then nobody can tell
/// which of them is the text's own.
/// </remarks>
internal static class Spreadsheet
{
    private const char Mark = '\'';

    // As OWASP lists them; spreadsheets for Chinese and Japanese take the wide ones as well.
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>With a byte order mark, without which a spreadsheet takes Chinese for something else.</summary>
    public static CsvWriterOptions Output { get; } = Csv.Output with { WriteByteOrderMark = true };

    public static void WriteRow(CsvWriter csv, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells) csv.WriteField(Guard(cell));
        csv.EndRecord();
    }

    public static string Guard(string text) => BeginsFormula(text.AsSpan().TrimStart(Mark)) ? Mark + text : text;

    public static string Unguard(string cell) => cell is [Mark, ..] && BeginsFormula(cell.AsSpan().TrimStart(Mark)) ? cell[1..] : cell;

    private static bool BeginsFormula(ReadOnlySpan<char> text) => text is [var first, ..] && Beginnings.Contains(first);
}
