using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.Common;

/// <summary>A table of a word processor's file while it is read: lines to cells, cells to rows.</summary>
internal sealed class TableCells
{
    private List<IReadOnlyList<IReadOnlyList<Line>>> _rows = [];
    private List<IReadOnlyList<Line>> _cells = [];
    private List<Line> _cell = [];
    private bool _dropsRow;

    /// <summary>Lines stand in a cell that has not ended.</summary>
    public bool IsInCell => _cell.Count > 0;

    public bool HasRows => _rows.Count > 0;

    public void Add(IEnumerable<Line> lines) => _cell.AddRange(lines);

    public void EndCell()
    {
        _cells.Add(_cell);
        _cell = [];
    }

    /// <summary>The row that is being read is not the document's: it was deleted.</summary>
    public void DropRow() => _dropsRow = true;

    /// <summary>Also ends a cell whose end the file does not say.</summary>
    public void EndRow()
    {
        if (IsInCell) EndCell();
        if (_cells.Count > 0 && !_dropsRow) _rows.Add(_cells);
        (_cells, _dropsRow) = ([], false);
    }

    /// <summary>The rows that have ended, which are forgotten here.</summary>
    /// <returns>Without lines where all cells are empty.</returns>
    public Block Take()
    {
        var rows = _rows;
        _rows = [];
        return new(BlockKind.Table, [.. rows.SelectMany(row => row).SelectMany(cell => cell).Where(line => !line.IsBlank)]) { Rows = rows };
    }
}
