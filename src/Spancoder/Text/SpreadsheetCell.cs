using System.Buffers;

namespace Spancoder.Text;

/// <summary>Cells that a spreadsheet shows as text, whatever they begin with, and that are read back as they were.</summary>
/// <remarks>CsvHelper's own escape cannot be undone: it leaves an apostrophe that was there before as it is.</remarks>
internal static class SpreadsheetCell
{
    private const char Guard = '\'';

    // What OWASP names, and its full-width forms, which a Chinese or Japanese Excel takes for the same.
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <returns>The text, with an apostrophe before it where it might be a formula, or is one with apostrophes before it.</returns>
    public static string Protect(string text) => IsFormula(text) ? Guard + text : text;

    /// <returns>What <see cref="Protect"/> was given.</returns>
    public static string Restore(string cell) => cell is [Guard, ..] && IsFormula(cell) ? cell[1..] : cell;

    private static bool IsFormula(string text) => text.AsSpan().TrimStart(Guard) is [var first, ..] && Formula.Contains(first);
}
