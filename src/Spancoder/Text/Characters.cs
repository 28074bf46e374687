using System.Globalization;
using System.Runtime.CompilerServices;

namespace Spancoder.Text;

/// <summary>What a character is to a reader of words. Surrogates get the kind of the whole character from <see cref="Characters.KindAt"/>.</summary>
internal enum CharacterKind : byte
{
    /// <summary>Punctuation, symbols, line feeds: breaks a phrase.</summary>
    Break,
    Blank,
    Hyphen,

    /// <summary>Han and kana: every character is a token of its own.</summary>
    Han,
    Letter,

    /// <summary>Digits continue a word as letters do, but no apostrophe stands between them.</summary>
    Digit,

    /// <summary>A combining mark: belongs to the word before it.</summary>
    Mark,
    Apostrophe,

    /// <summary>Soft hyphen, zero-width blanks and joiners: part of nothing, stand in the way of nothing.</summary>
    Ignorable,
    Surrogate,
}

/// <summary>The kind of every character, looked up in a table that is made once.</summary>
internal static class Characters
{
    private static readonly CharacterKind[] Kinds = MakeTable();

    public static CharacterKind KindOf(char c) => Kinds[c];

    /// <param name="length">1, or 2 for a character outside the basic plane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CharacterKind KindAt(ReadOnlySpan<char> text, int index, out int length)
    {
        (var kind, length) = (Kinds[text[index]], 1);
        if (kind == CharacterKind.Surrogate) (kind, length) = KindOfPair(text[index..]);
        return kind;
    }

    private static (CharacterKind Kind, int Length) KindOfPair(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || !char.IsSurrogatePair(text[0], text[1])) return (CharacterKind.Break, 1);

        var rune = char.ConvertToUtf32(text[0], text[1]);
        if (rune is >= 0x20000 and <= 0x3FFFF or >= 0x1B000 and <= 0x1B16F) return (CharacterKind.Han, 2);
        return (OfCategory(CharUnicodeInfo.GetUnicodeCategory(rune)), 2);
    }

    /// <summary>True for Chinese characters and kana, and for the punctuation that is set among them.</summary>
    public static bool IsSetSolid(char c) =>
        Kinds[c] == CharacterKind.Han
        || c is >= '\u3000' and <= '\u303F' or >= '\uFF01' and <= '\uFF65' or '…' or '—' or '“' or '”' or '‘' or '’'
        || char.IsSurrogate(c) && c is >= '\uD840' and <= '\uD8BF' or >= '\uDC00' and <= '\uDFFF';

    /// <summary>Whether no blank belongs between the two. Curly quotes, dashes and dots are set solid only beside a Chinese character.</summary>
    public static bool AreSetSolid(char left, char right) => IsSetSolid(left) && IsSetSolid(right) && (IsChinese(left) || IsChinese(right));

    private static bool IsChinese(char c) => IsSetSolid(c) && c is not ('…' or '—' or '“' or '”' or '‘' or '’');

    private static CharacterKind[] MakeTable()
    {
        var kinds = new CharacterKind[char.MaxValue + 1];
        for (var c = 0; c <= char.MaxValue; c++) kinds[c] = Classify((char)c);
        return kinds;
    }

    private static CharacterKind Classify(char c) => c switch
    {
        '\'' or '’' or 'ʼ' or '＇' => CharacterKind.Apostrophe,
        '-' or '\u2010' or '\u2011' or '－' => CharacterKind.Hyphen,
        '\u00AD' or >= '\u200B' and <= '\u200F' or '\u2060' or '\uFEFF' => CharacterKind.Ignorable,
        '\t' or ' ' or '\u00A0' or '\u1680' or >= '\u2000' and <= '\u200A' or '\u202F' or '\u205F' or '\u3000' => CharacterKind.Blank,
        >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF' or '々' or '〇' => CharacterKind.Han,
        >= '\u3041' and <= '\u30FF' and not '・' and not '゠' or >= '\u31F0' and <= '\u31FF' or >= '\uFF66' and <= '\uFF9D' => CharacterKind.Han,
        _ when char.IsSurrogate(c) => CharacterKind.Surrogate,
        _ => OfCategory(CharUnicodeInfo.GetUnicodeCategory(c)),
    };

    private static CharacterKind OfCategory(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => CharacterKind.Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharacterKind.Digit,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharacterKind.Mark,
        _ => CharacterKind.Break,
    };
}
