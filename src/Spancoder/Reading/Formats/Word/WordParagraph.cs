using System.Text;
using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.Word;

/// <summary>A paragraph of a Word file while it is read.</summary>
/// <param name="number">In the document, 1-based, counting empty ones and those in tables.</param>
internal sealed class WordParagraph(int number)
{
    private readonly StringBuilder _text = new();
    private BoldLetters _letters;

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

    public double BoldShare => _letters.Share;

    public IEnumerable<Line> Lines => _text.ToString().Split('\n').Select(line => new Line(number, line));

    public void Add(string words, bool isBold)
    {
        _text.Append(words);
        _letters = _letters.Plus(words, isBold);
    }
}
