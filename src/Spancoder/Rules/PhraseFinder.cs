using System.Runtime.CompilerServices;
using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>Finds every phrase of a rule set in tokens. Keeps what it learned of each distinct word; one finder serves one thread.</summary>
/// <remarks>A token of a type that begins no phrase costs one array look-up; words are compared with patterns once for each type, never for each token.</remarks>
internal sealed class PhraseFinder
{
    private readonly RuleSet _rules;
    private readonly Vocabulary _vocabulary;
    private readonly List<(int Node, int Token)> _open = [];
    private readonly List<Hit>?[] _hits;
    private readonly List<Hit> _none = [];
    private readonly List<int> _found = [];
    private readonly List<int> _fitting = [];
    private Place[] _placeOfType = []; // as the next two by type; small, so that it stays near the processor
    private Start?[] _startOfType = [];
    private int[][] _patternsOfType = [];
    private int _known;
    private int _generation;

    public PhraseFinder(RuleSet rules, Vocabulary vocabulary)
    {
        (_rules, _vocabulary) = (rules, vocabulary);
        _hits = new List<Hit>?[rules.Operands.Count];
    }

    /// <summary>The hits of an operand of phrases in the tokens that were looked at last, in order.</summary>
    public List<Hit> Of(int operand) => _hits[operand] ?? _none;

    /// <summary>Looks at one document, and forgets the one before.</summary>
    public void Find(ReadOnlySpan<Token> tokens)
    {
        LearnNewWords();
        foreach (var operand in _found) _hits[operand]!.Clear(); // it was found there
        _found.Clear();
        var places = _placeOfType;
        for (var index = 0; index < tokens.Length; index++)
        {
            if ((places[tokens[index].Type] & Place.First) == 0) continue;

            var start = _startOfType[tokens[index].Type]!; // what begins something has a start
            foreach (var (operand, order) in start.Words) Record(operand, order, tokens[index].Start, tokens[index].End);
            foreach (var node in start.Nodes) Step(tokens, node, index);
            if (_open.Count > 0) Walk(tokens, index);
        }
    }

    private void LearnNewWords()
    {
        if (_vocabulary.Generation != _generation) _known = 0; // the same numbers are other words now
        _generation = _vocabulary.Generation;
        if (_vocabulary.Count > _startOfType.Length)
        {
            var size = Math.Max(_vocabulary.Count, _startOfType.Length * 2);
            Array.Resize(ref _placeOfType, size);
            Array.Resize(ref _startOfType, size);
            Array.Resize(ref _patternsOfType, size);
        }

        for (; _known < _vocabulary.Count; _known++)
        {
            _rules.Words.FindFitting(_vocabulary[_known], _fitting);
            int[] patterns = _fitting.Count == 0 ? [] : [.. _fitting];
            _patternsOfType[_known] = patterns;
            _startOfType[_known] = StartOf(patterns);
            _placeOfType[_known] = PlaceOf(patterns, _startOfType[_known]);
        }
    }

    private Place PlaceOf(int[] patterns, Start? start) =>
        (start is null ? Place.Nowhere : Place.First) | (Array.Exists(patterns, _rules.Trie.IsLater) ? Place.Later : Place.Nowhere);

    private Start? StartOf(int[] patterns)
    {
        if (patterns is []) return null;

        List<(int Operand, int Order)> words = [];
        List<int> nodes = [];
        foreach (var pattern in patterns)
        {
            if (!_rules.Trie.TryStep(PhraseTrie.Root, pattern, out var node)) continue;
            if (_rules.Trie.PhraseAt(node) is var phrase and not PhraseTrie.None) words.AddRange(_rules.OperandsOfPhrase[phrase]);
            if (_rules.Trie.GoesOn(node)) nodes.Add(node);
        }

        return words is [] && nodes is [] ? null : new([.. words], [.. nodes]);
    }

    private void Walk(ReadOnlySpan<Token> tokens, int first)
    {
        while (_open.Count > 0)
        {
            var (node, last) = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            if (_rules.Trie.PhraseAt(node) is var phrase and not PhraseTrie.None)
            {
                foreach (var (operand, order) in _rules.OperandsOfPhrase[phrase]) Record(operand, order, tokens[first].Start, tokens[last].End);
            }

            Step(tokens, node, last);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Step(ReadOnlySpan<Token> tokens, int node, int last)
    {
        var next = last + 1;
        if (next >= tokens.Length || (_placeOfType[tokens[next].Type] & Place.Later) == 0 || !MayFollow(tokens[last].IsHan, in tokens[next])) return;

        foreach (var pattern in _patternsOfType[tokens[next].Type])
        {
            if (_rules.Trie.TryStep(node, pattern, out var child)) _open.Add((child, next));
        }
    }

    // Words of a phrase: white space or one hyphen. Chinese: nothing, or white space, which a wrapped line leaves.
    private static bool MayFollow(bool isAfterHan, in Token right) => right.Before switch
    {
        Gap.Blank => true,
        Gap.Hyphen => !isAfterHan && !right.IsHan,
        Gap.None => isAfterHan || right.IsHan,
        _ => false,
    };

    private void Record(int operand, int order, int start, int end)
    {
        var hits = _hits[operand] ??= [];
        if (hits.Count == 0) _found.Add(operand);

        // Starts come in order; of those with one start the longer goes first.
        Hit hit = new(start, end, operand, order, null);
        var at = hits.Count;
        while (at > 0 && hits[at - 1].Start == start && hits[at - 1].End < end) at--;
        if (at == hits.Count) hits.Add(hit);
        else hits.Insert(at, hit);
    }

    /// <summary>Where a word may stand in phrases.</summary>
    [Flags]
    private enum Place : byte
    {
        Nowhere = 0,

        /// <summary>It begins one, or is one alone.</summary>
        First = 1,

        /// <summary>It stands behind the first.</summary>
        Later = 2,
    }

    /// <summary>What a word may begin.</summary>
    /// <param name="Words">Phrases that are this word alone: the operands that hold them, and which of theirs it is.</param>
    /// <param name="Nodes">Where longer ones go on from.</param>
    private sealed record Start((int Operand, int Order)[] Words, int[] Nodes);
}
