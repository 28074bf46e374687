using CsvHelper;

namespace Spancoder.Reading.Formats.Rows;

/// <summary>How a text is a table: by which character its cells are parted, and how many of its first rows agree.</summary>
/// <param name="Separator">Counted outside of quotation marks.</param>
/// <param name="Sample">The first rows, blank ones left out.</param>
internal sealed record Delimited(char Separator, IReadOnlyList<IReadOnlyList<string>> Sample)
{
    private const int MostRows = 50;
    private const int SampleLength = 1 << 16; // characters

    /// <summary>How many cells most rows have that have more than one; 1 where none has.</summary>
    public int Width { get; } = Sample.Where(row => row.Count > 1).CountBy(row => row.Count).OrderByDescending(width => width.Value).ThenByDescending(width => width.Key).Select(width => width.Key).FirstOrDefault(1);

    public bool IsEven => Width > 1 && Sample.Count(row => row.Count == Width) >= Sample.Count * 0.8;

    /// <summary>Tries each separator on the beginning of a text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="separators">In order of preference where there is nothing to choose by.</param>
    /// <param name="map">Names that count as known.</param>
    /// <returns>Null where there are no rows.</returns>
    public static Delimited? Find(string text, ReadOnlySpan<char> separators, IReadOnlyDictionary<string, string> map)
    {
        var body = WithoutHint(text, out var hinted);
        var start = body.Length > SampleLength ? body[..SampleLength] : body;
        Delimited? best = null;
        var bestKnown = 0;
        foreach (var separator in separators)
        {
            if (hinted is { } said && said != separator) continue;
            if (best is not null && map.Count == 0 && !start.Contains(separator, StringComparison.Ordinal)) continue; // it parts nothing, and no row is read for it

            var rows = ReadSample(start, separator);
            if (start.Length < body.Length && rows.Count > 1) rows.RemoveAt(rows.Count - 1); // it may be cut
            if (rows is []) continue;

            Delimited candidate = new(separator, rows);
            var known = UtteranceColumns.KnownIn(rows[0], map);
            var isBetter = best is null || (known, candidate.IsEven, candidate.Width).CompareTo((bestKnown, best.IsEven, best.Width)) > 0;
            if (isBetter) (best, bestKnown) = (candidate, known);
        }

        return best;
    }

    /// <summary>The text after Excel's line <c>sep=;</c>, which a spreadsheet does not show.</summary>
    public static string WithoutHint(string text, out char? separator)
    {
        separator = null;
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || text.Length < 6 || text[5] != '\n') return text;

        separator = text[4];
        return text[6..];
    }

    private static List<IReadOnlyList<string>> ReadSample(string start, char separator)
    {
        List<IReadOnlyList<string>> rows = [];
        using var reader = CsvReader.FromText(start, new() { Separator = separator, HasHeader = false, IncludeValuesInExceptions = false });
        while (rows.Count < MostRows && reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var index = 0; index < cells.Length; index++) cells[index] = reader.GetString(index);
            if (!Array.TrueForAll(cells, string.IsNullOrWhiteSpace)) rows.Add(cells);
        }

        return rows;
    }
}
