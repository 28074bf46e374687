using System.Collections.Frozen;
using Spancoder.Text;

namespace Spancoder.Segmenting;

/// <summary>Turns that only show that somebody listens: "mm", "yeah, yeah", "对，对".</summary>
/// <remarks>
/// Fewer than four words or six Chinese characters, all of them on the list; or no words at all. A short answer that says something
/// ("No, in Milan") is not one.
/// </remarks>
internal static class BackChannels
{
    private const int FewerWordsThan = 4;
    private const int FewerHanThan = 6;

    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
    [
        "mm", "mhm", "mmm", "hm", "hmm", "uh", "huh", "uhm", "um", "ah", "oh", "aha", "eh", "er", "erm", "yes", "yeah", "yep", "yup", "no", "nope", "nah",
        "ok", "okay", "right", "sure", "exactly", "really", "true", "wow", "well", "so", "i", "see", "of", "course", "absolutely", "indeed", "good", "fine",
        "ja", "nein", "genau", "doch", "oui", "non", "sí", "si", "claro", "vale",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<char> Han = "嗯唔哦喔噢啊呃欸诶唉哈呵对對是的好行了吧呢呀嘛没沒错錯不可以".ToFrozenSet();

    public static bool Is(string text, ReadOnlySpan<Token> tokens)
    {
        var (words, han) = (0, 0);
        var insideNote = 0; // where a note such as "(laughs)" ends
        foreach (var token in tokens)
        {
            if (token.Start < insideNote) continue;
            if (EndOfNote(text, token.Start) is { } end)
            {
                insideNote = end;
                continue;
            }

            if (token.IsHan ? !Han.Contains(text[token.Start]) : !Words.Contains(text[token.Start..token.End])) return false;
            if (token.IsHan) han++;
            else words++;
        }

        return words < FewerWordsThan && han < FewerHanThan;
    }

    private static int? EndOfNote(string text, int wordStart)
    {
        if (wordStart == 0) return null;

        var close = text[wordStart - 1] switch { '(' => ')', '[' => ']', '（' => '）', '【' => '】', _ => '\0' };
        if (close == '\0') return null;

        var end = text.IndexOf(close, wordStart);
        return end < 0 ? null : end;
    }
}
