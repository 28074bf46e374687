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
    private const int MostForms = 10_000;
    private const int MostFormsInAll = 1_000_000;

    private readonly Dictionary<(string List, bool IsExact), IReadOnlyList<TermForm>> _ofList = [];
    private readonly HashSet<string> _usedLists = [];
    private readonly List<string> _open = [];
    private int _made;

    /// <summary>Lists that some term refers to.</summary>
    public IReadOnlySet<string> UsedLists => _usedLists;

    /// <returns>All that the term stands for; nothing where it is wrong.</returns>
    public IReadOnlyList<TermForm> Parse(Operand.Term term) => Parse(term, isExact: false);

    private IReadOnlyList<TermForm> Parse(Operand.Term term, bool isExact)
    {
        var text = term.Text.Trim();
        if (text.Length == 0) return Refuse(term, "a term is empty", "write a word, or remove it");
        if (text[0] == '/') return TermExpressions.Read(text, out var wrong) is { } regex ? [new TermForm.Expression(text, regex)] : Refuse(term, wrong.What, wrong.Mend);

        var words = text[0] == '=' ? text[1..] : text;
        if (isExact && text[0] != '=') text = "=" + text; // it stands in a list of which everything counts exactly
        isExact |= text[0] == '=';
        if (term.ListAlone is { } list) return FormsOf(list, term, isExact);

        var parts = words.Replace("…", "...", StringComparison.Ordinal).Split("...");
        if (parts.Length > 1 && parts.Any(string.IsNullOrWhiteSpace)) return Refuse(term, $"'{text}' has nothing before or after '...'", "write a word on both sides of it");

        List<IReadOnlyList<TermForm.Phrase>> phrases = [.. parts.Select(part => PhrasesOf(term, text, part, isExact))];
        if (phrases.Any(phrase => phrase.Count == 0)) return [];
        return phrases is [var only] ? only : [new TermForm.Gapped(text, phrases)];
    }

    private List<TermForm.Phrase> PhrasesOf(Operand.Term term, string text, string words, bool isExact)
    {
        List<List<WordPattern>> sequences = [[]];
        foreach (var piece in Cut(term, words) ?? [])
        {
            List<List<WordPattern>> alternatives = piece switch
            {
                { List: { } name } => WordsOf(name, term, isExact),
                { Joined: { } joined } => [.. joined.Select(group => Patterns(group, isExact))],
                _ => [Patterns([piece.Word!], isExact)], // a piece is one of the three
            };
            if (alternatives.Count == 0) return [];
            if ((long)sequences.Count * alternatives.Count > MostForms)
            {
                Refuse(term, $"'{text}' stands for more than {MostForms} phrases", "use shorter lists in it");
                return [];
            }

            sequences = [.. sequences.SelectMany(before => alternatives.Select(after => (List<WordPattern>)[.. before, .. after]))];
        }

        return sequences is [[]] ? [] : [.. sequences.Select(sequence => new TermForm.Phrase(text, sequence))];
    }

    // What a list in the middle of a phrase may be.
    private List<List<WordPattern>> WordsOf(string list, Operand.Term usedBy, bool isExact)
    {
        var forms = FormsOf(list, usedBy, isExact);
        if (forms.All(form => form is TermForm.Phrase)) return [.. forms.Cast<TermForm.Phrase>().Select(phrase => phrase.Words.ToList())];

        Refuse(usedBy, $"list '{list}' holds '...' or a regular expression, and stands inside a phrase", $"use <{list}> alone, or take these out of the list");
        return [];
    }

    private static List<WordPattern> Patterns(IReadOnlyList<string> words, bool isExact) =>
    [
        .. words.Select(word => new WordPattern(
            isExact ? Folding.Exact(word.Trim('*')) : Folding.Fold(word.Trim('*')), isExact, word.StartsWith('*'), word.Length > 1 && word.EndsWith('*'))),
    ];

    private IReadOnlyList<TermForm> FormsOf(string list, Operand.Term usedBy, bool isExact)
    {
        _usedLists.Add(list);
        if (_ofList.TryGetValue((list, isExact), out var known)) return known;
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
        List<TermForm> forms = [];
        foreach (var term in found.Terms)
        {
            var ofTerm = Parse(term, isExact);
            _made += ofTerm.Count;
            if (_made > MostFormsInAll)
            {
                Refuse(term, $"the lists of this codebook stand for more than {MostFormsInAll} phrases", "use lists inside lists, and inside phrases, more sparingly");
                break;
            }

            forms.AddRange(ofTerm);
        }

        _open.RemoveAt(_open.Count - 1);
        return _ofList[(list, isExact)] = forms;
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

    private IReadOnlyList<TermForm> Refuse(Operand.Term term, string what, string mend)
    {
        problems.Add(term.Place, what, mend);
        return [];
    }
}
