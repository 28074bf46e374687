using System.Text;
using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.Common;

/// <summary>Makes blocks of what a word processor's file brings in order: words, line breaks, ends of paragraphs, cells and rows.</summary>
/// <param name="findings">Takes the problem of a file that is too long.</param>
internal sealed class BlockBuilder(Findings findings)
{
    private const int LongestText = 20_000_000; // characters; a day of talk has half a million
    private const int MostLines = 1_000_000; // in paragraphs and cells together

    private const char SoftHyphen = '\u00AD';

    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _text = new();
    private readonly TableCells _table = new();
    private BoldLetters _letters;
    private BoldLetters _lettersOfTable;
    private int _length;
    private int _lines;
    private bool _isGap;

    /// <summary>The number of the paragraph that is being read: 1-based, empty ones and those in tables counted.</summary>
    public int Paragraph { get; private set; } = 1;

    /// <summary>What the paragraph's last character is; a zero where it has none yet.</summary>
    public char Last => _text.Length > 0 ? _text[^1] : '\0';

    /// <param name="words">Without line breaks.</param>
    /// <param name="isBold">Whether they are all bold.</param>
    /// <exception cref="InputException">The document is too long.</exception>
    public void Append(ReadOnlySpan<char> words, bool isBold)
    {
        _length += words.Length;
        if (_length > LongestText) findings.Refuse(Paragraph, $"this document has more than {LongestText / 1_000_000} million characters", "split it into several files");

        var start = _text.Length;
        _text.Append(words);
        if (words.Contains(SoftHyphen)) _text.Replace(SoftHyphen.ToString(), "", start, words.Length); // where a word may be broken: no letter of it
        _letters = _letters.Plus(words, isBold);
    }

    public void BreakLine()
    {
        CountLine();
        _text.Append('\n');
    }

    /// <exception cref="InputException">Half a character stands in the paragraph.</exception>
    public void EndParagraph(BlockKind kind)
    {
        EndTable();
        List<Line> lines = [.. TakeLines().Where(line => !line.IsBlank)];
        if (lines is []) _isGap = true;
        else Add(new(kind, lines) { BoldShare = _letters.Share });
        _letters = default;
    }

    /// <exception cref="InputException">Half a character stands in the paragraph.</exception>
    public void EndParagraphInCell()
    {
        _table.Add(TakeLines());
        _lettersOfTable = _lettersOfTable.Plus(_letters);
        _letters = default;
    }

    public void EndCell()
    {
        CountLine();
        _table.EndCell();
    }

    public void EndRow()
    {
        if (_table.IsInCell) EndCell();
        _table.EndRow();
    }

    public void EndTable()
    {
        EndRow();
        if (!_table.HasRows) return;

        var table = _table.Take();
        if (table.Lines is []) _isGap = true;
        else Add(table with { BoldShare = _lettersOfTable.Share });
        _lettersOfTable = default;
    }

    /// <summary>Ends what is open.</summary>
    public IReadOnlyList<Block> Finish()
    {
        EndTable();
        if (_text.Length > 0) EndParagraph(BlockKind.Paragraph);
        return _blocks;
    }

    private void Add(Block block)
    {
        _blocks.Add(block with { IsAfterGap = _isGap });
        _isGap = false;
    }

    private void CountLine()
    {
        if (++_lines > MostLines) findings.Refuse(Paragraph, $"this document has more than {MostLines / 1_000_000} million lines", "split it into several files");
    }

    private IEnumerable<Line> TakeLines()
    {
        CountLine();
        var text = _text.ToString();
        _text.Clear();
        if (HasHalfACharacter(text)) findings.Refuse(Paragraph, "there is half a character in this paragraph", "type it again in a word processor, and save the file");

        var number = Paragraph++;
        return text.Split('\n').Select(line => new Line(number, line));
    }

    private static bool HasHalfACharacter(string text)
    {
        for (var index = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); index >= 0 && index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index])) continue;
            if (!char.IsSurrogatePair(text, index)) return true;
            index++;
        }

        return false;
    }
}
