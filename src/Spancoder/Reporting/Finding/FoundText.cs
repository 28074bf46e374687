using System.Globalization;
using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Reporting.Finding;

/// <summary>For a terminal: a line for each place, with the words in one column, document by document.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="width">Of the context, in columns, on each side.</param>
/// <param name="isBold">Whether the words are set in bold, as a terminal does it.</param>
internal sealed class FoundText(TextWriter output, int width, bool isBold) : IFoundOutput
{
    private const int WidestSpeaker = 16;
    private const int WidestWords = 36; // or as wide as the context, where that is more

    private bool _isFirst = true;

    public void Add(ResultDocument document, IReadOnlyList<Found> found)
    {
        output.Write(_isFirst ? "" : "\n");
        output.Write($"{OnOneLine(document.Id)}\n");
        _isFirst = false;

        List<string[]> rows = [.. Rows(found)];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => DisplayWidth.Of(row[column])))];
        foreach (var row in rows) output.Write(Line(row, widths));
        output.Flush(); // who reads it should not wait for the documents that follow
    }

    // Number, speaker, codes, before, words, behind.
    private IEnumerable<string[]> Rows(IReadOnlyList<Found> found)
    {
        foreach (var inSegment in found.GroupBy(place => place.Segment))
        {
            KeywordInContext text = new(OnOneLine(inSegment.Key.Text));
            foreach (var place in inSegment)
            {
                var context = text.Of(place.Span, width, withCuts: true);
                yield return
                [
                    "#" + inSegment.Key.Number.ToString(CultureInfo.InvariantCulture),
                    KeywordInContext.Beginning(OnOneLine(VoiceOf(inSegment.Key)), WidestSpeaker),
                    string.Join(',', place.Codes),
                    context.Before.TrimEnd(' '),
                    KeywordInContext.Beginning(context.Words, Math.Max(WidestWords, width)),
                    context.Behind.TrimStart(' '),
                ];
            }
        }
    }

    private string Line(string[] row, int[] widths)
    {
        var words = DisplayWidth.PadRight(isBold ? $"\e[1m{row[4]}\e[0m" : row[4], widths[4] + (isBold ? DisplayWidth.Of("\e[1m\e[0m") : 0));
        var codes = widths[2] == 0 ? "" : "  " + DisplayWidth.PadRight(row[2], widths[2]);
        var start = $"  {DisplayWidth.PadLeft(row[0], widths[0])}  {DisplayWidth.PadRight(row[1], widths[1])}{codes}  ";
        return $"{start}{DisplayWidth.PadLeft(row[3], widths[3])} | {words} | {row[5]}".TrimEnd(' ') + "\n";
    }

    private static string VoiceOf(ResultSegment segment) => segment.Speaker?.Key ?? $"({Names.Of(segment.Layer)})";

    // No text of a document moves the cursor, begins a line, or turns the direction of what follows. Character for character, so that places stay.
    private static string OnOneLine(string text) => string.Create(text.Length, text, static (line, text) =>
    {
        for (var index = 0; index < text.Length; index++)
        {
            line[index] = text[index] switch
            {
                '\u2028' or '\u2029' => ' ',
                >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => '\u2060', // as wide as they are: not at all
                var c => char.IsControl(c) ? ' ' : c,
            };
        }
    });
}
