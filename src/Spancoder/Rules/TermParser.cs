using System.Text;
using Spancoder.Codebooks;
using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>Reads terms as people write them into lists. The grammar, with examples that are tested, is in docs/rules.md.</summary>
/// <param name="lists">What <c>&lt;name&gt;</c> refers to.</param>
/// <param name="problems">Where what is wrong is gathered.</param>
internal sealed class TermParser(IReadOnlyDictionary<string, WordList> lists, Problems problems)
{
    private const int FewestLettersByStar = 3;
    private const int DeepestList = 8;
    private const int MostSequences = 10_000;

    private readonly Dictionary<string, IReadOnlyList<Pattern>> _ofList = [];
    private readonly List<string> _open = [];

    /// <summary>Lists that some term refers to.</summary>
    public IReadOnlyCollection<string> UsedLists => _ofList.Keys;

    /// <returns>All the sequences of words that the term stands for; none where it is wrong.</returns>
    public IReadOnlyList<Pattern> Parse(Operand.Term term)
    {
        var text = term.Text.Trim();
        if (text.Length == 0) return Refuse(term, "a term is empty", "write a word, or remove it");
        if (text is ['/', ..]) return Refuse(term, $"'{text}' is a regular expression, and these are not read yet", "write the words");
        if (text.Contains("...", StringComparison.Ordinal)) return Refuse(term, $"'{text}' leaves words out, and this is not read yet", "write the whole phrase");

        var isExact = text[0] == '=';
        var pieces = Cut(term, isExact ? text[1..] : text);
        if (pieces is null) return [];

        List<List<WordPattern>> sequences = [[]];
        foreach (var piece in pieces)
        {
            var alternatives = piece switch
            {
                { List: { } name } => PatternsOf(name, term).Select(pattern => pattern.Words).ToList(),
                { Joined: { } joined } => [.. joined.Select(words => Patterns(words, isExact))],
                _ => [Patterns([piece.Word!], isExact)],
            };
            if (alternatives.Count == 0) return [];
            if ((long)sequences.Count * alternatives.Count > MostSequences)
            {
                return Refuse(term, $"'{text}' stands for more than {MostSequences} phrases", "use shorter lists in it");
            }

            sequences = [.. sequences.SelectMany(before => alternatives.Select(after => (List<WordPattern>)[.. before, .. after]))];
        }

        return [.. sequences.Select(words => new Pattern(text, words))];
    }

    private static List<WordPattern> Patterns(IReadOnlyList<string> words, bool isExact) =>
    [
        .. words.Select(word => new WordPattern(
            isExact ? word.Trim('*') : Folding.Fold(word.Trim('*')), isExact, word.StartsWith('*'), word.Length > 1 && word.EndsWith('*'))),
    ];

    private IReadOnlyList<Pattern> PatternsOf(string list, Operand.Term usedBy)
    {
        if (_ofList.TryGetValue(list, out var known)) return known;
        if (!lists.TryGetValue(list, out var found))
        {
            return Refuse(usedBy, $"there is no list called '{list}'{Spelling.DidYouMean(list, lists.Keys)}", "define it under 'lists:', or take <" + list + "> out");
        }

        if (_open.Contains(list))
        {
            return Refuse(usedBy, $"list '{list}' contains itself ({string.Join(" -> ", _open.SkipWhile(open => open != list))} -> {list})", "take one of them out");
        }

        if (_open.Count == DeepestList) return Refuse(usedBy, $"lists are nested more than {DeepestList} deep", "flatten them");

        _open.Add(list);
        IReadOnlyList<Pattern> patterns = [.. found.Terms.SelectMany(Parse)];
        _open.RemoveAt(_open.Count - 1);
        return _ofList[list] = patterns;
    }

    /// <summary>A word with its stars, a Chinese character, a reference to a list, or words that a hyphen joins.</summary>
    private readonly record struct Piece(string? Word = null, string? List = null, IReadOnlyList<string[]>? Joined = null);

    private List<Piece>? Cut(Operand.Term term, string text)
    {
        List<Piece> pieces = [];
        var index = 0;
        while (index < text.Length)
        {
            var kind = Characters.KindAt(text, index, out var length);
            if (kind is CharacterKind.Blank or CharacterKind.Ignorable)
            {
                index += length;
            }
            else if (text[index] == '<')
            {
                var close = text.IndexOf('>', index);
                if (close < 0)
                {
                    Refuse(term, $"'{text}' opens '<' and does not close it", "write '<name>'");
                    return null;
                }

                pieces.Add(new(List: text[(index + 1)..close].Trim()));
                index = close + 1;
            }
            else if (kind == CharacterKind.Han)
            {
                pieces.Add(new(text.Substring(index, length)));
                index += length;
                if (index < text.Length && text[index] == '*') return RefuseStarByHan(term);
            }
            else if (kind is CharacterKind.Letter or CharacterKind.Digit or CharacterKind.Mark || text[index] == '*')
            {
                if (CutWords(term, text, ref index) is not { } piece) return null;
                pieces.Add(piece);
            }
            else
            {
                Refuse(term, $"'{text}' has '{text[index]}' in it, and no phrase crosses punctuation", "write only words, blanks and hyphens");
                return null;
            }
        }

        return pieces.Count > 0 ? pieces : null;
    }

    private List<Piece>? RefuseStarByHan(Operand.Term term)
    {
        Refuse(term, $"'{term.Text.Trim()}': Chinese terms already match inside longer text", "leave out the *");
        return null;
    }

    // One word, or several with hyphens between them: "hand-made" is hand-made, hand made, and handmade.
    private Piece? CutWords(Operand.Term term, string text, ref int index)
    {
        List<string> words = [];
        while (true)
        {
            var word = TakeWord(text, ref index);
            if (!IsWellStarred(term, word, text, index)) return null;

            words.Add(word);
            var isHyphen = index + 1 < text.Length && Characters.KindOf(text[index]) == CharacterKind.Hyphen
                && Characters.KindAt(text, index + 1, out _) is CharacterKind.Letter or CharacterKind.Digit;
            if (!isHyphen) break;
            index++;
        }

        return words is [var only] ? new(only) : new(Joined: [[.. words], [string.Concat(words)]]);
    }

    private static string TakeWord(string text, ref int index)
    {
        var word = new StringBuilder();
        while (index < text.Length)
        {
            var kind = Characters.KindAt(text, index, out var length);
            var isApostrophe = kind == CharacterKind.Apostrophe && word.Length > 0
                && index + 1 < text.Length && Characters.KindAt(text, index + 1, out _) == CharacterKind.Letter;
            if (kind is not (CharacterKind.Letter or CharacterKind.Digit or CharacterKind.Mark or CharacterKind.Ignorable) && !isApostrophe && text[index] != '*') break;
            word.Append(text, index, length);
            index += length;
        }

        return word.ToString();
    }

    private bool IsWellStarred(Operand.Term term, string word, string text, int end)
    {
        if (!word.Contains('*')) return true;
        if (end < text.Length && Characters.KindAt(text, end, out _) == CharacterKind.Han) return RefuseStarByHan(term) is not null;
        if (word.Trim('*').Contains('*'))
        {
            Refuse(term, $"'{word}' has a star in its middle", "put stars only before or after a word");
            return false;
        }

        if (word.Trim('*').Count(char.IsLetterOrDigit) >= FewestLettersByStar) return true;

        Refuse(term, $"'{word}': a wildcard needs at least three letters beside it", "write out the words that are meant");
        return false;
    }

    private IReadOnlyList<Pattern> Refuse(Operand.Term term, string what, string mend)
    {
        problems.Add(term.Place, what, mend);
        return [];
    }
}

/// <summary>A sequence of words that a term stands for.</summary>
/// <param name="Term">As typed: what a hit came by.</param>
internal sealed record Pattern(string Term, List<WordPattern> Words);
