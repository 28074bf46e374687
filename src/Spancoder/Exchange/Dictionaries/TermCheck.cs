using System.Buffers;
using Spancoder.Rules;
using Spancoder.Text;

namespace Spancoder.Exchange.Dictionaries;

/// <summary>Whether a dictionary's term means the same as a term of a rule: a word, a stem with a star, or a phrase.</summary>
/// <remarks>Punctuation has meanings in rules that no dictionary had in mind (<c>=</c>, <c>&lt;list&gt;</c>, <c>/regex/</c>), so it is never passed on. What is left goes to the rules' own grammar.</remarks>
internal sealed class TermCheck
{
    private static readonly SearchValues<char> OfRegexes = SearchValues.Create(@"[]{}|\^$+");

    private readonly Dictionary<string, Loss?> _known = [];

    /// <param name="What">A clause that names the term.</param>
    /// <param name="Mend">Null where nothing can be done.</param>
    internal sealed record Loss(string What, string? Mend);

    /// <param name="term">As typed, blanks trimmed.</param>
    /// <returns>Null where it can be carried over.</returns>
    public Loss? LossOf(string term)
    {
        if (!_known.TryGetValue(term, out var loss)) _known.Add(term, loss = InItsCharacters(term) ?? InTheGrammar(term));
        return loss;
    }

    /// <summary>The shortest text in which the term is found.</summary>
    public static string PlainOf(string term) => term.Replace("*", "", StringComparison.Ordinal);

    private static Loss? InItsCharacters(string term)
    {
        if (term.Length == 0) return new("a term is empty", "write a word, or remove it");

        var (hasWord, stranger) = LookAt(term);
        if (!hasWord && term is not "*") return new($"'{Shown.Of(term)}' holds no letter, and rules find words", null);
        if (stranger is null) return null;
        if (term.Contains('<') && term.Contains('>')) return new($"'{Shown.Of(term)}' holds a condition, and a term has none", "write a rule with 'only-if' or 'unless' for it");
        if (term.AsSpan().ContainsAny(OfRegexes)) return new($"'{Shown.Of(term)}' looks like a regular expression, and a dictionary's terms are words", "write out the words that are meant");
        if (term.Contains('?')) return new($"'{Shown.Of(term)}' has a ? in it, which stands for one character there and is not known here", "write out the words that are meant");
        return new($"'{Shown.Of(term)}' has '{Shown.Of(stranger)}' in it, and no phrase crosses punctuation", "write only words, blanks and hyphens");
    }

    private static (bool HasWord, string? Stranger) LookAt(string term)
    {
        var hasWord = false;
        string? stranger = null;
        for (var index = 0; index < term.Length;)
        {
            var kind = Characters.KindAt(term, index, out var length);
            if (kind is CharacterKind.Letter or CharacterKind.Digit or CharacterKind.Han) hasWord = true;
            else if (kind is CharacterKind.Break or CharacterKind.Surrogate && term[index] != '*') stranger ??= term.Substring(index, length);
            index += length;
        }

        return (hasWord, stranger);
    }

    private static Loss? InTheGrammar(string term)
    {
        Problems problems = new();
        var rules = Trial.Compile([Trial.RuleOf("term", [term], matches: [PlainOf(term)], misses: [])], problems);
        if (problems.InOrder is [var problem, ..]) return new(problem.What, problem.Mend);
        if (RuleExamples.Failing(rules) is []) return null;
        return new($"'{Shown.Of(term)}' would not find itself, since words are cut otherwise here", "write the words that are meant");
    }
}
