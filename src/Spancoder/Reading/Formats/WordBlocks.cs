using System.Text;
using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats;

/// <summary>A paragraph of a Word file while it is read.</summary>
/// <param name="number">In the document, 1-based, counting empty ones and those in tables.</param>
internal sealed class WordParagraph(int number)
{
    private readonly StringBuilder _text = new();
    private int _letters;
    private int _bold;

    public int Number => number;

    public string? Style { get; set; }

    /// <summary>From 0; 9 is body text. Null where only the style says.</summary>
    public int? OutlineLevel { get; set; }

    /// <summary>The list that it is in; null where only the style says.</summary>
    public string? List { get; set; }

    public int ListLevel { get; set; }

    /// <summary>Its end was deleted, so that the next paragraph is part of it.</summary>
    public bool GoesOn { get; set; }

    public bool HasWords => !string.IsNullOrWhiteSpace(_text.ToString());

    public double BoldShare => _letters == 0 ? 0 : (double)_bold / _letters;

    public IEnumerable<Line> Lines => _text.ToString().Split('\n').Select(line => new Line(number, line));

    public void Add(string words, bool isBold)
    {
        _text.Append(words);
        var letters = 0;
        foreach (var c in words)
        {
            if (char.IsLetterOrDigit(c)) letters++;
        }

        _letters += letters;
        if (isBold) _bold += letters;
    }
}

/// <summary>Gathers paragraphs into blocks, and those inside a table into its cells. A table in a table is part of the cell that it stands in.</summary>
internal sealed class WordBlocks
{
    private readonly List<Block> _all = [];
    private List<IReadOnlyList<IReadOnlyList<Line>>> _rows = [];
    private List<IReadOnlyList<Line>> _cells = [];
    private List<Line> _cell = [];
    private bool _dropsRow;
    private bool _isAfterGap;
    private int _tables;

    public IReadOnlyList<Block> All => _all;

    public void Add(WordParagraph paragraph, BlockKind kind)
    {
        if (_tables > 0)
        {
            _cell.AddRange(paragraph.Lines);
            return;
        }

        List<Line> lines = [.. paragraph.Lines.Where(line => !line.IsBlank)];
        if (lines.Count > 0) _all.Add(new(kind, lines) { IsAfterGap = _isAfterGap, BoldShare = paragraph.BoldShare });
        _isAfterGap = lines.Count == 0;
    }

    public void BeginTable() => _tables++;

    /// <summary>The row that is being read was deleted with tracked changes.</summary>
    public void DropRow() => _dropsRow |= _tables == 1;

    public void EndCell()
    {
        if (_tables != 1) return;

        _cells.Add(_cell);
        _cell = [];
    }

    public void EndRow()
    {
        if (_tables != 1) return;

        if (_cell.Count > 0) EndCell(); // words that stand in no cell
        if (_cells.Count > 0 && !_dropsRow) _rows.Add(_cells);
        (_cells, _dropsRow) = ([], false);
    }

    public void EndTable()
    {
        if (_tables == 1) EndRow(); // words that stand in no row
        if (--_tables > 0) return;

        List<Line> lines = [.. _rows.SelectMany(row => row).SelectMany(cell => cell).Where(line => !line.IsBlank)];
        if (lines.Count > 0) _all.Add(new(BlockKind.Table, lines) { Rows = _rows, IsAfterGap = true });
        (_rows, _isAfterGap) = ([], true);
    }
}
