using System.Globalization;
using Spancoder.Text;

namespace Spancoder.Reporting.Finding;

/// <summary>Places of one text with what stands before and behind them, cut to a width in columns of a terminal: a Chinese character takes two.</summary>
/// <remarks>Cut is only between characters as readers see them (grapheme clusters), so that no accent is left alone and no pair is torn.</remarks>
internal sealed class KeywordInContext(string text)
{
    private const string Cut = "…";

    private int[]? _characters;

    // Where each begins, as readers see them.
    private int[] Characters => _characters ??= StringInfo.ParseCombiningCharacters(text);

    /// <param name="span">Grows where it would tear a character.</param>
    /// <param name="width">The most columns on each side.</param>
    /// <param name="withCuts">Whether an ellipsis, which is one of these columns, shows where the text goes on.</param>
    public ContextLine Of(TextSpan span, int width, bool withCuts)
    {
        var start = span.Start == text.Length ? text.Length : Characters[IndexFrom(span.Start + 1) - 1];
        var end = StartOf(IndexFrom(span.End));
        var (before, behind) = (text[Back(start, width)..start], text[end..Forth(end, width)]);
        if (withCuts && before.Length < start) before = width == 0 ? "" : Cut + text[Back(start, width - 1)..start];
        if (withCuts && end + behind.Length < text.Length) behind = width == 0 ? "" : text[end..Forth(end, width - 1)] + Cut;
        return new(before, text[start..end], behind);
    }

    /// <returns>The text, or the beginning of one that is too long, with a sign that it goes on.</returns>
    public static string Beginning(string text, int width) =>
        DisplayWidth.Of(text) <= width ? text : new KeywordInContext(text).Of(new(0, 0), width, withCuts: true).Behind;

    private int Back(int position, int width)
    {
        for (var index = IndexFrom(position) - 1; index >= 0 && (width -= WidthOf(index)) >= 0; index--) position = StartOf(index);
        return position;
    }

    private int Forth(int position, int width)
    {
        for (var index = IndexFrom(position); index < Characters.Length && (width -= WidthOf(index)) >= 0; index++) position = StartOf(index + 1);
        return position;
    }

    private int WidthOf(int index) => DisplayWidth.Of(text[StartOf(index)..StartOf(index + 1)]);

    private int StartOf(int index) => index < Characters.Length ? Characters[index] : text.Length;

    private int IndexFrom(int position) => Sorted.FirstFrom<int>(Characters, static start => start, position);
}

/// <summary>A place with what stands round it.</summary>
internal sealed record ContextLine(string Before, string Words, string Behind);
