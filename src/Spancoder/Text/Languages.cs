using System.Buffers;
using System.Collections.Frozen;

namespace Spancoder.Text;

/// <summary>Tells a text's language by its script and its commonest words. ISO 639-1 codes; "und" where it cannot be told.</summary>
/// <remarks>
/// Meant to choose word lists and to head a column of a report, not to be a language identifier: of the languages written in
/// Latin letters it knows English, German, French and Spanish.
/// </remarks>
internal static class Languages
{
    public const string Unknown = "und";

    private const int Enough = 10_000; // characters
    private const char FirstOfEast = '\u2E80'; // of the scripts that are told from each other by their characters

    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t\n\r.,;:!?()[]\"“”'’");

    private static readonly (string Language, string Words)[] Common =
    [
        ("en", "the and of to in that is was it you for on with he she they this have not are be at from we my there what so i me do did were been had would if or an then when who how why yes their our him her very"),
        ("de", "der die und das ist nicht ein eine ich zu den mit sich des auf für sie wir dem auch als war wie aber es noch im wo wer wann warum hat haben bin sind waren kein keine nach aus oder wenn dann ja nein mir mich ihr ihre sein einen einem vom zum zur bei uns da"),
        ("fr", "le la les et des est un une que je pas dans ce il qui ne pour sur elle nous vous avec mais on du au oui non était sont avait aux sa son mes mon cette où quand comment"),
        ("es", "el la los las que y de en un una no es por con para se lo como pero más su yo muy está eso del al sí fue era son tiene mi si cuando donde dónde cómo también porque"),
    ];

    // For each word the languages that it is common in, by their place above: one look-up tells of all.
    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Speaking = Common
        .SelectMany((language, index) => language.Words.Split(' ').Select(word => (Word: word, Index: index)))
        .ToLookup(entry => entry.Word, entry => entry.Index, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(word => word.Key, word => word.Distinct().ToArray(), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The language that most of the text is in.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        if (text.Length > Enough) text = text[..Enough];
        return OfScript(text) ?? OfCommonWords(text);
    }

    /// <summary>The language of one segment: told by script alone, for it is too short for more; else that of its document.</summary>
    public static string Of(ReadOnlySpan<char> segment, string document)
    {
        if (OfScript(segment) is { } language) return language;
        return document is "zh" or "ja" or "ko" && HasLatin(segment) ? OfCommonWords(segment, otherwise: "en") : document;
    }

    private static string? OfScript(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyInRange(FirstOfEast, char.MaxValue)) return null; // most segments, told without a look at each letter

        var (latinWords, han, kana, hangul) = (0, 0, 0, 0);
        var inWord = false;
        foreach (var c in text)
        {
            var isLetter = c < FirstOfEast && char.IsLetter(c);
            if (isLetter && !inWord) latinWords++;
            inWord = isLetter || inWord && c is '\'' or '’';
            if (c < FirstOfEast) continue;
            if (c is >= '\u3041' and <= '\u30FF') kana++;
            else if (c is >= '\uAC00' and <= '\uD7A3') hangul++;
            else if (Characters.KindOf(c) == CharacterKind.Han) han++;
        }

        if (hangul > latinWords && hangul > han) return "ko";
        if ((han + kana) / 2.0 <= latinWords) return null;
        return kana * 5 > han ? "ja" : "zh";
    }

    private static string OfCommonWords(ReadOnlySpan<char> text, string otherwise = Unknown)
    {
        Span<int> counts = stackalloc int[Common.Length];
        foreach (var range in text.SplitAny(Separators))
        {
            var word = text[range];
            if (word.Length is < 1 or > 6) continue;

            if (!Speaking.TryGetValue(word, out var languages)) continue;
            foreach (var language in languages) counts[language]++;
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best]) best = i;
        }

        return counts[best] > 0 ? Common[best].Language : otherwise;
    }

    private static bool HasLatin(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c < 0x250 && char.IsLetter(c)) return true;
        }

        return false;
    }
}
