using System.Globalization;
using Spancoder.Agreement.Spans;

namespace Spancoder.Tests.Agreement.Spans;

internal static class GivenSpans
{
    /// <param name="documents">One a line: id, length, and who was given it.</param>
    /// <param name="spans">One a line: document, coder, code, start, end.</param>
    public static SpanStudy Study(string documents, string spans)
    {
        var rows = Rows(documents).ToList();
        return new(
            rows.ToDictionary(row => row[0], row => Number(row[1])),
            rows.SelectMany(row => row[2..].Select(coder => (coder, row[0]))),
            Rows(spans).Select(row => new CodedSpan(row[0], row[1], row[2], Number(row[3]), Number(row[4]))));
    }

    /// <summary>One document of that length, given to ann and bob.</summary>
    /// <param name="length">In characters.</param>
    /// <param name="spans">One a line: coder, code, start, end.</param>
    public static SpanStudy OfTwo(int length, string spans) => Study($"d {length} ann bob", string.Join('\n', Rows(spans).Select(row => "d " + string.Join(' ', row))));

    public static IEnumerable<string[]> Rows(string table) => table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(row => row is not []);

    public static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
