using System.Buffers;
using System.Collections.Frozen;

namespace Spancoder.Text;

/// <summary>Cuts a paragraph into sentences. Edits nothing and loses no character but the white space between sentences.</summary>
/// <remarks>
/// Made for speech as it is typed: a pause ("...", "……") is not an end, a note such as "(laughs)" stays with the sentence before it,
/// nothing is cut inside brackets, and a full stop before a small letter does end a sentence. The rules are listed in docs/reading.md.
/// </remarks>
internal static class SentenceBreaks
{
    private const string Closers = "\"'”’»)]}」』）】";
    private const int LongestEventNote = 60;
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?…。！？．｡");
    private static readonly SearchValues<char> EndsAndBrackets = SearchValues.Create(".!?…。！？．｡([{（【「『");
    private static readonly FrozenSet<string> PronounI = FrozenSet.ToFrozenSet(["I", "I'm", "I'd", "I've", "I'll", "I’m", "I’d", "I’ve", "I’ll"]);

    /// <param name="text">The document's text.</param>
    /// <param name="paragraph">One paragraph of it.</param>
    /// <param name="language">As <see cref="Languages"/> names it; German has ordinals and its own closing quote.</param>
    /// <returns>Without white space at either end, in order. None for a blank paragraph.</returns>
    public static List<TextSpan> Of(string text, TextSpan paragraph, string language)
    {
        List<TextSpan> sentences = [];
        var words = paragraph.In(text);
        var brackets = new Brackets(words);
        var start = SkipBlanks(words, 0);
        var at = start;
        while (at < words.Length)
        {
            var next = words[at..].IndexOfAny(EndsAndBrackets);
            if (next < 0) break;

            at += next;
            if (brackets.TryFindEnd(at, out var closed))
            {
                at = closed;
                continue;
            }

            if (!Ends.Contains(words[at]))
            {
                at++;
                continue;
            }

            var cluster = at;
            while (at < words.Length && Ends.Contains(words[at])) at++;
            var end = SkipClosers(words, at, language);
            if (!IsEnd(words, start, cluster, at, end, language)) continue;

            end = SkipEventNote(words, end, brackets);
            sentences.Add(new(paragraph.Start + start, paragraph.Start + end));
            at = start = SkipBlanks(words, end);
        }

        if (start < words.Length)
        {
            var last = words.Length;
            while (last > start && char.IsWhiteSpace(words[last - 1])) last--;
            sentences.Add(new(paragraph.Start + start, paragraph.Start + last));
        }

        return sentences;
    }

    // start: of the sentence; cluster..after: the terminators; end: after closing quotes and brackets
    private static bool IsEnd(ReadOnlySpan<char> words, int start, int cluster, int after, int end, string language)
    {
        var next = SkipBlanks(words, end);
        if (next == words.Length) return true;

        var marks = words[cluster..after];
        if (marks.ContainsAny("。！？．｡")) return true;
        if (IsPause(marks)) return StartsAfterPause(words[next..]);

        // Chinese needs no blank: "OK.我们走吧" ends after OK, and "1.我们" is a number in a list.
        if (cluster > 0 && Characters.IsSetSolid(words[end]) && !char.IsAsciiDigit(words[cluster - 1])) return true;
        if (marks.ContainsAny('!', '?')) return (next > end || char.IsUpper(words[next])) && !(end > after && char.IsLower(words[next]));

        return next > end
            ? IsFullStop(words, start, cluster, next, language)
            : end == after && IsMissingBlank(words, cluster, next);
    }

    private static bool IsPause(ReadOnlySpan<char> marks) => marks is not "." && !marks.ContainsAnyExcept('.', '…');

    private static bool StartsAfterPause(ReadOnlySpan<char> rest)
    {
        var word = rest;
        var length = 0;
        while (length < word.Length && (char.IsLetter(word[length]) || word[length] is '\'' or '’')) length++;
        return char.IsUpper(rest[0]) && !PronounI.Contains(word[..length].ToString());
    }

    // "the last part.So we": a letter, a point, and a capital with a small letter
    private static bool IsMissingBlank(ReadOnlySpan<char> words, int point, int next)
    {
        if (point == 0 || !char.IsLetter(words[point - 1]) || next + 1 >= words.Length) return false;
        if (!char.IsUpper(words[next]) || !char.IsLower(words[next + 1])) return false;

        var word = WordBefore(words, 0, point);
        return !word.Contains('/') && !word.Contains('@') && !word.StartsWith("www", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsFullStop(ReadOnlySpan<char> words, int start, int point, int next, string language)
    {
        var word = WordBefore(words, start, point);
        if (word.IsEmpty) return true;

        var isCapital = char.IsUpper(words[next]);
        if (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I')
        {
            var noun = WordBefore(words, start, SkipBlanksBack(words, point - 1)).ToString();
            return Abbreviations.LabelNouns.Contains(Lower(noun));
        }

        if (IsNumber(word))
        {
            if (language == "de" && word.Length <= 2 && isCapital) return false;
            return !(start == point - word.Length && start == SkipBlanks(words, 0) && word.Length <= 3);
        }

        if (word.Length > Abbreviations.Longest) return true;

        var key = Lower(word);
        if (Abbreviations.NeverEnd.Contains(key)) return false;
        if (Abbreviations.BeforeNumber.Contains(key) && char.IsDigit(words[next]) && word is not "no") return false;
        if (Abbreviations.EndBeforeCapital.Contains(key)) return isCapital;

        var isDotted = key.Contains('.') && char.IsLetter(key[^1]) && (key.Length == 3 || char.IsUpper(word[0]) && key.Length <= Abbreviations.Longest);
        return !(isDotted || Abbreviations.EndBeforeStarter.Contains(key)) || isCapital && IsStarter(words[next..]);
    }

    private static bool IsStarter(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && char.IsLetter(rest[length])) length++;
        return Abbreviations.Starters.Contains(rest[..length].ToString());
    }

    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> words, int start, int end)
    {
        var at = end;
        while (at > start && !char.IsWhiteSpace(words[at - 1]) && !"([{\"'“‘„«".Contains(words[at - 1])) at--;
        return words[at..end];
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => !word.IsEmpty && !word.ContainsAnyExceptInRange('0', '9');

    private static string Lower(ReadOnlySpan<char> word) => word.ToString().ToLowerInvariant();

    private static int SkipClosers(ReadOnlySpan<char> words, int at, string language)
    {
        while (at < words.Length)
        {
            if (Closers.Contains(words[at]) || words[at] == '“' && language == "de") at++;
            else if (words[at] == '/' && at + 1 < words.Length && words[at + 1] == '/') at += 2;
            else break;
        }

        return at;
    }

    private static int SkipEventNote(ReadOnlySpan<char> words, int end, Brackets brackets)
    {
        var note = SkipBlanks(words, end);
        return note < words.Length && brackets.TryFindEnd(note, out var closed) && closed - note <= LongestEventNote ? closed : end;
    }

    private static int SkipBlanks(ReadOnlySpan<char> words, int at)
    {
        while (at < words.Length && char.IsWhiteSpace(words[at])) at++;
        return at;
    }

    private static int SkipBlanksBack(ReadOnlySpan<char> words, int at)
    {
        while (at > 0 && char.IsWhiteSpace(words[at - 1])) at--;
        return at;
    }

    /// <summary>Which brackets have a partner. One that has none is an ordinary character.</summary>
    /// <remarks>Of pairs inside pairs only the outermost are kept: nobody looks inside, and a text may be nothing but brackets.</remarks>
    private readonly struct Brackets
    {
        private const string Opening = "([{（【「『";
        private const string Closing = ")]}）】」』";
        private readonly List<int>? _starts; // in order
        private readonly List<int>? _ends; // of the pair that starts at the same index

        public Brackets(ReadOnlySpan<char> words)
        {
            if (!words.ContainsAny(SearchValuesOfOpening)) return;

            (_starts, _ends) = ([], []);
            Stack<int> open = new();
            for (var at = words.IndexOfAny(SearchValuesOfBoth); at >= 0; at = NextOf(SearchValuesOfBoth, words, at))
            {
                if (SearchValuesOfOpening.Contains(words[at])) open.Push(at);
                else if (open.TryPeek(out var last) && Opening.IndexOf(words[last]) == Closing.IndexOf(words[at])) Add(open.Pop(), at + 1);
            }
        }

        private static readonly SearchValues<char> SearchValuesOfOpening = SearchValues.Create(Opening);
        private static readonly SearchValues<char> SearchValuesOfBoth = SearchValues.Create(Opening + Closing);

        /// <param name="at">Where a bracket opens, outside of any pair.</param>
        /// <param name="end">After the bracket that closes it.</param>
        public bool TryFindEnd(int at, out int end)
        {
            var index = _starts?.BinarySearch(at) ?? -1;
            end = index >= 0 ? _ends![index] : 0; // there are as many as starts
            return index >= 0;
        }

        private void Add(int start, int end)
        {
            var first = _starts!.Count; // made before anything is added
            while (first > 0 && _starts[first - 1] > start) first--;
            _starts.RemoveRange(first, _starts.Count - first);
            _ends!.RemoveRange(first, _ends.Count - first);
            _starts.Add(start);
            _ends.Add(end);
        }

        private static int NextOf(SearchValues<char> any, ReadOnlySpan<char> words, int at)
        {
            var next = words[(at + 1)..].IndexOfAny(any);
            return next < 0 ? -1 : at + 1 + next;
        }
    }
}
