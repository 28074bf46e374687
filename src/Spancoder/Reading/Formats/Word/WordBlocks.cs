using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.Word;

/// <summary>Gathers paragraphs into blocks, and those inside a table into its cells. A table in a table is part of the cell that it stands in.</summary>
/// <remarks>Unlike <see cref="BlockBuilder"/> it takes paragraphs that are whole: where a Word file has tracked changes, one goes on behind its end.</remarks>
internal sealed class WordBlocks
{
    private readonly List<Block> _all = [];
    private readonly TableCells _table = new();
    private bool _isAfterGap;
    private int _tables; // that are open, one in the other

    public IReadOnlyList<Block> All => _all;

    public void Add(WordParagraph paragraph, BlockKind kind)
    {
        if (_tables > 0)
        {
            _table.Add(paragraph.Lines);
            return;
        }

        List<Line> lines = [.. paragraph.Lines.Where(line => !line.IsBlank)];
        if (lines.Count > 0) _all.Add(new(kind, lines) { IsAfterGap = _isAfterGap, BoldShare = paragraph.BoldShare });
        _isAfterGap = lines.Count == 0;
    }

    public void BeginTable() => _tables++;

    /// <summary>The row that is being read was deleted with tracked changes.</summary>
    public void DropRow()
    {
        if (_tables == 1) _table.DropRow();
    }

    public void EndCell()
    {
        if (_tables == 1) _table.EndCell();
    }

    public void EndRow()
    {
        if (_tables == 1) _table.EndRow();
    }

    public void EndTable()
    {
        EndRow(); // words that stand in no row
        if (--_tables > 0) return;

        var table = _table.Take();
        if (table.Lines.Count > 0) _all.Add(table with { IsAfterGap = true });
        _isAfterGap = true;
    }
}
