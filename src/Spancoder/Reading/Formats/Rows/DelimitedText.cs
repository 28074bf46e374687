using CsvHelper;
using Spancoder.Reading.Times;

namespace Spancoder.Reading.Formats.Rows;

/// <summary>Tables of utterances as text, a row each: commas, semicolons or bars ("csv"), or tabs ("tsv") between the cells.</summary>
internal sealed class DelimitedText : IFormat
{
    private const string All = ",;|\t";
    private const int MostColumns = 1000;
    private const int MostListed = 5;
    private const int MostTitles = 10; // rows

    private readonly string _own;

    private DelimitedText(string name, string own, params string[] extensions) => (Name, _own, Extensions) = (name, own, extensions);

    public static DelimitedText Csv { get; } = new("csv", ",;|", ".csv");

    public static DelimitedText Tsv { get; } = new("tsv", "\t", ".tsv", ".tab");

    public string Name { get; }

    public IReadOnlyList<string> Extensions { get; }

    // A transcript or a field note is full of commas, too. So a table is what has even rows and names that are known or a column of times;
    // under a name that says it is one, even rows are enough.
    public bool Recognises(FileContent file)
    {
        if (file.Extension is ".md" or ".markdown" || !IsNamedTable(file) && !(file.Head.ContainsAny(All) && file.Text.AsSpan().ContainsAny(_own))) return false;
        if (Delimited.Find(file.Text, InOrder(file), file.ColumnMap) is not { } found || !_own.Contains(found.Separator)) return false;

        var hasText = found.Sample[0].Any(name => UtteranceColumns.IsText(name, file.ColumnMap));
        if (IsNamedTable(file)) return hasText || found.IsEven;
        return found.IsEven && (hasText ? UtteranceColumns.KnownIn(found.Sample[0], file.ColumnMap) >= 2 : IsTimed(found));
    }

    public Content Read(FileContent file, Findings findings)
    {
        if (Delimited.Find(file.Text, InOrder(file), file.ColumnMap) is not { } found)
        {
            findings.Refuse(null, "there are no words in this file", "remove it, or put the transcript into it");
            return null;
        }

        var text = Delimited.WithoutHint(file.Text, out _);
        var rows = IsWhisper(found) ? ReadUnquoted(text) : ReadRows(text, found.Separator, findings);
        StopAtTitles(rows, file, findings);
        var table = MakeTable(rows, file, findings);
        var columns = UtteranceColumns.Find(table, file.ColumnMap, findings);
        if (table.Rows.FirstOrDefault(row => row.Cells.Count <= columns[ColumnRole.Text]) is { } wordless)
        {
            // A line break in a cell without quotation marks: what stands in the next row's first cell may be words.
            findings.Refuse(wordless.Number, $"row {wordless.Number} ends before the column of the words", "put quotation marks around a cell that holds a line break, or fill in the row");
        }

        return UtteranceRows.Read(IsWhisper(found) ? table with { Unit = TimeUnit.Milliseconds } : table, columns, findings);
    }

    // A title and a date above the names of the columns would make both the names and the speakers words.
    private static void StopAtTitles(List<UtteranceTable.Row> rows, FileContent file, Findings findings)
    {
        var names = rows.Take(MostTitles).FirstOrDefault(row => UtteranceColumns.KnownIn(row.Cells, file.ColumnMap) >= 2 && row.Cells.Any(name => UtteranceColumns.IsText(name, file.ColumnMap)));
        if (names is not null && names != rows[0] && !rows[0].Cells.Any(name => UtteranceColumns.IsText(name, file.ColumnMap)))
        {
            findings.Refuse(names.Number, $"the names of the columns stand in row {names.Number}, below other rows", "remove the rows above them");
        }
    }

    // Where a table has but one column there is nothing to tell by but the name.
    private static string InOrder(FileContent file) => Tsv.Extensions.Contains(file.Extension) ? "\t,;|" : All;

    private static bool IsNamedTable(FileContent file) => Csv.Extensions.Contains(file.Extension) || Tsv.Extensions.Contains(file.Extension);

    // Without known names: times, and at least two columns beside them or between them. "10:15, rain, went home" is a field note, so no commas.
    private static bool IsTimed(Delimited found) =>
        found.Separator != ',' && found.Width >= 3 && Enumerable.Range(0, found.Width).Any(column => ClockTime.IsColumn(found.Sample.Select(row => column < row.Count ? row[column] : "")));

    // As whisper --output_format tsv writes it: milliseconds, and never a quotation mark around a cell.
    private static bool IsWhisper(Delimited found) => found is { Separator: '\t', Sample: [["start", "end", "text"], ..] };

    private static UtteranceTable MakeTable(List<UtteranceTable.Row> rows, FileContent file, Findings findings)
    {
        var first = rows.FirstOrDefault(row => !IsBlank(row)) ?? new(1, []);
        var hasNames = UtteranceColumns.KnownIn(first.Cells, file.ColumnMap) > 0 || !first.Cells.Any(cell => ClockTime.TryParse(cell, out _) || ClockTime.TryParseRange(cell, out _, out _));
        var width = hasNames ? first.Cells.Count : rows.Max(row => row.Cells.Count);
        if (width > MostColumns) findings.Refuse(first.Number, $"it has {width} columns, and at most {MostColumns} are read", "leave out those that are not needed");

        string[] names = [.. Enumerable.Range(0, width).Select(index => hasNames && first.Cells[index].Trim() is { Length: > 0 } name ? name : $"{index + 1}")];
        List<UtteranceTable.Row> filled = [.. rows.Where(row => !IsBlank(row) && !(hasNames && row == first))];
        UtteranceTable table = new(names, filled) { HasNames = hasNames };
        CheckWidths(table, findings);
        return table;
    }

    // A row that ends early is short of cells, not of words; a row that has more cells than there are names has words under none of them.
    private static void CheckWidths(UtteranceTable table, Findings findings)
    {
        var width = table.Columns.Count;
        List<int> shortOnes = [];
        foreach (var row in table.Rows)
        {
            if (row.Cells.Skip(width).Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                findings.Refuse(row.Number, $"row {row.Number} has {row.Cells.Count} cells, and the first row has {width}", "put quotation marks around a cell that holds the separator, or name the columns");
            }

            if (row.Cells.Count < width) shortOnes.Add(row.Number);
        }

        if (shortOnes.Count == 0) return;

        var listed = string.Join(", ", shortOnes.Take(MostListed)) + (shortOnes.Count > MostListed ? $" and {shortOnes.Count - MostListed} more" : "");
        findings.Say(shortOnes[0], $"rows have fewer cells than there are columns ({listed}), and those at their ends were taken to be empty", "fill them in");
    }

    // Nothing, or the line of dashes below the head of a table with bars.
    private static bool IsBlank(UtteranceTable.Row row) => row.Cells.All(cell => cell.AsSpan().Trim(" \t\u00A0-:").IsEmpty);

    private static List<UtteranceTable.Row> ReadRows(string text, char separator, Findings findings)
    {
        List<CsvMalformedRecord> malformed = [];
        var rows = Parse(text, new() { Separator = separator, OnMalformedRecord = malformed.Add });
        List<CsvMalformedRecord> bad = [.. malformed.Where(record => record.Reason != CsvMalformedReason.StrayQuote)];
        var whole = separator == '\t' ? rows.Find(row => row.Cells.Any(cell => cell.Contains('\t') && cell.Contains('\n'))) : null;
        if (separator == '\t' && bad is not [] || whole is not null && (!AreEven(rows) || AreEven(ReadUnquoted(text))))
        {
            findings.Say(null, "quotation marks stand in it that enclose no cell, so they were read as part of the words");
            return ReadUnquoted(text);
        }

        if (whole is not null) findings.Say(whole.Number, "tabs and line breaks stand between quotation marks, and were read as one cell, since so all rows have the same number of cells");
        if (bad is [var first, ..])
        {
            var row = (int)first.RecordNumber;
            findings.Refuse(row, first.Reason == CsvMalformedReason.UnterminatedQuote
                ? $"a quotation mark opens a cell in row {row} and is never closed"
                : $"something stands behind the quotation mark that closes a cell in row {row}", "double the quotation marks inside a cell, and put one at each of its ends");
        }

        if (malformed is [var stray, ..])
        {
            findings.Say((int)stray.RecordNumber,
                $"quotation marks stand inside cells that have none around them, in {malformed.Count} rows (the first is row {stray.RecordNumber}), and were read as part of the words");
        }

        return rows;
    }

    // What holds a tab and a line break is one cell, or rows between two marks that are words.
    private static bool AreEven(List<UtteranceTable.Row> rows) => rows.Where(row => !IsBlank(row)).Select(row => row.Cells.Count).Distinct().Count() <= 1;

    private static List<UtteranceTable.Row> ReadUnquoted(string text) => Parse(text, new() { Separator = '\t', Mode = CsvMode.NoEscape });

    // Blank rows are counted, as a spreadsheet does.
    private static List<UtteranceTable.Row> Parse(string text, CsvReaderOptions options)
    {
        List<UtteranceTable.Row> rows = [];
        using var reader = CsvReader.FromText(text, options with { HasHeader = false, SkipEmptyLines = false, IncludeValuesInExceptions = false });
        while (reader.Read()) rows.Add(new((int)reader.RowNumber, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]));
        return rows;
    }
}
