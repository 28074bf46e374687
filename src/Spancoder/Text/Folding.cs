using System.Globalization;
using System.Text;

namespace Spancoder.Text;

/// <summary>
/// Makes words comparable: case, accents, full-width forms and the shape of apostrophes no longer count. For comparing
/// only; spans always point into the text as it is.
/// </summary>
/// <remarks>Unicode NFKD, combining marks removed, lower case by the invariant culture, which is what simple case folding
/// gives for words of one case. The sound marks of kana stay, since が is not か with an accent.</remarks>
internal static class Folding
{
    public static string Fold(string word) => IsFolded(word) ? word : Fold(word.AsSpan());

    public static string Fold(ReadOnlySpan<char> word)
    {
        if (IsPlain(word)) return string.Create(word.Length, word, static (to, from) => from.ToLowerInvariant(to));

        var folded = new StringBuilder(word.Length);
        foreach (var c in NormalForm.Of(word.ToString(), NormalizationForm.FormKD))
        {
            if (Characters.KindOf(c) == CharacterKind.Ignorable) continue;
            if (IsAccent(c)) continue;

            switch (c)
            {
                case '’' or 'ʼ' or '＇': folded.Append('\''); break;
                case '\u2010' or '\u2011': folded.Append('-'); break;
                case 'ß' or 'ẞ': folded.Append("ss"); break;
                case 'ς': folded.Append('σ'); break;
                case 'ı': folded.Append('i'); break;
                case 'ø' or 'Ø': folded.Append('o'); break;
                case 'ł' or 'Ł': folded.Append('l'); break;
                case 'đ' or 'Đ': folded.Append('d'); break;
                default: folded.Append(char.ToLowerInvariant(c)); break;
            }
        }

        return folded.ToString();
    }

    /// <summary>Forgets only what no reader sees, and width: case and accents count, however the accents are encoded.</summary>
    public static string Exact(ReadOnlySpan<char> word)
    {
        if (IsPlain(word)) return word.ToString();

        var exact = new StringBuilder(word.Length);
        foreach (var c in NormalForm.Of(word.ToString(), NormalizationForm.FormKC))
        {
            if (Characters.KindOf(c) != CharacterKind.Ignorable) exact.Append(c is '’' or 'ʼ' ? '\'' : c);
        }

        return exact.ToString();
    }

    private static bool IsAccent(char c) =>
        c is not ('\u3099' or '\u309A')
        && CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsFolded(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('a', 'z');

    private static bool IsPlain(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (c >= 0x80 && c is not (>= '\u4E00' and <= '\u9FFF')) return false;
        }

        return true;
    }
}
