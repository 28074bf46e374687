using System.Globalization;
using System.Text;
using Spancoder.Text;

namespace Spancoder.Tests.Rules;

/// <summary>The oracle's words: docs/rules.md, "What words are", said once more, without the product's tables, tokens or folding.</summary>
internal sealed class SlowWords
{
    private readonly List<(int Start, int End, Rune Rune)> _visible = [];

    public SlowWords(string text)
    {
        Text = text;
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var end = position + rune.Utf16SequenceLength;
            if (!IsSkipped(rune)) _visible.Add((position, end, rune));
            position = end;
        }

        for (var index = 0; index < _visible.Count;)
        {
            var length = LengthAt(index);
            if (length > 0) Words.Add(WordOf(index, length));
            index += Math.Max(length, 1);
        }
    }

    public string Text { get; }

    /// <summary>In order.</summary>
    public List<Word> Words { get; } = [];

    /// <param name="Folded">Case, accents, width and the shape of apostrophes forgotten.</param>
    /// <param name="Exact">Case and accents kept, in one form.</param>
    public sealed record Word(TextSpan Span, string Folded, string Exact, bool IsHan);

    /// <summary>What stands between a word and the next, without what is skipped, and marks that belong to no word.</summary>
    public string Between(Word left, Word right) =>
        string.Concat(_visible.Where(rune => left.Span.End <= rune.Start && rune.End <= right.Span.Start && !IsMark(Rune.GetUnicodeCategory(rune.Rune))).Select(rune => rune.Rune));

    public static string Fold(string word)
    {
        var folded = new StringBuilder();
        foreach (var c in word.Normalize(NormalizationForm.FormKD))
        {
            if (IsMark(CharUnicodeInfo.GetUnicodeCategory(c)) && c is not ('\u3099' or '\u309A')) continue;
            folded.Append(c is '’' or 'ʼ' ? "'" : c is 'ß' ? "ss" : char.ToLowerInvariant(c).ToString());
        }

        return folded.ToString();
    }

    public static string Straighten(string word) => word.Normalize(NormalizationForm.FormKC).Replace('’', '\'').Replace('ʼ', '\'');

    public static bool IsHan(Rune rune) =>
        rune.Value is >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or >= 0x20000 and <= 0x3FFFF or >= 0x3041 and <= 0x30FF and not 0x30FB and not 0x30A0 or '々' or '〇';

    public static bool IsBlank(char c) => c is ' ' or '\t' or '\u00A0' or '\u2009' or '\u202F' or '\u3000';

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011' or '－';

    private static bool IsSkipped(Rune rune) => rune.Value is 0x00AD or (>= 0x200B and <= 0x200F) or 0x2060 or 0xFEFF;

    private static bool IsMark(UnicodeCategory category) => category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '’' or 'ʼ' or '＇';

    private bool IsMarkAt(int index) => index < _visible.Count && IsMark(Rune.GetUnicodeCategory(_visible[index].Rune));

    private bool IsLetterAt(int index) => index < _visible.Count && Rune.IsLetter(_visible[index].Rune) && !IsHan(_visible[index].Rune) && !IsApostrophe(_visible[index].Rune);

    private bool IsLetterOrDigitAt(int index) =>
        IsLetterAt(index) || index < _visible.Count && Rune.GetUnicodeCategory(_visible[index].Rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    // How many characters the word has that begins here; 0 where none does.
    private int LengthAt(int start)
    {
        if (IsHan(_visible[start].Rune)) return 1;
        if (!IsLetterOrDigitAt(start)) return 0;

        var end = start + 1;
        while (IsLetterOrDigitAt(end) || IsMarkAt(end) || IsInnerApostrophe(end)) end++;
        return end - start;
    }

    private bool IsInnerApostrophe(int index)
    {
        if (index >= _visible.Count || !IsApostrophe(_visible[index].Rune) || !IsLetterAt(index + 1)) return false;

        var before = index - 1;
        while (IsMarkAt(before)) before--;
        return IsLetterAt(before);
    }

    private Word WordOf(int index, int length)
    {
        TextSpan span = new(_visible[index].Start, _visible[index + length - 1].End);
        var word = string.Concat(_visible.GetRange(index, length).Select(rune => rune.Rune));
        return new(span, Fold(word), Straighten(word), IsHan(_visible[index].Rune));
    }
}
