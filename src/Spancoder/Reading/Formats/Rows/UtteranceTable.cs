namespace Spancoder.Reading.Formats.Rows;

/// <summary>Rows of cells under names, one utterance a row, whatever kind of file they come from.</summary>
/// <param name="Columns">Their names as the file gives them; the column's number, from 1, where it gives none.</param>
/// <param name="Rows">In reading order.</param>
internal sealed record UtteranceTable(IReadOnlyList<string> Columns, IReadOnlyList<UtteranceTable.Row> Rows)
{
    /// <summary>What a number in a column of times counts, as the kind of file would have it. Null where it says nothing.</summary>
    public TimeUnit? Unit { get; init; }

    /// <summary>False where the first row is already words.</summary>
    public bool HasNames { get; init; } = true;

    /// <param name="Number">1-based: of a row as a spreadsheet shows it, the header counted; in JSON of the entry, in JSON Lines of the line.</param>
    /// <param name="Cells">May be fewer than there are columns.</param>
    internal sealed record Row(int Number, IReadOnlyList<string> Cells)
    {
        /// <summary>Empty where there is no such column or no such cell.</summary>
        public string this[int? column] => column is { } index && index < Cells.Count ? Cells[index] : "";
    }
}

/// <summary>What a bare number in a column of times counts.</summary>
internal enum TimeUnit
{
    Milliseconds,
    Seconds,

    /// <summary>As a spreadsheet keeps times: 0.5 is noon.</summary>
    Days,
}
