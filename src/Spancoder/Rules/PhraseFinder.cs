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
    private bool[] _beginsSomething = []; // by type, as the next two; small, so that it stays near the processor
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
        var begins = _beginsSomething;
        for (var index = 0; index < tokens.Length; index++)
        {
            if (begins[tokens[index].Type]) Begin(tokens, index, _startOfType[tokens[index].Type]!); // what begins something has a start
        }
    }

    private void LearnNewWords()
    {
        if (_vocabulary.Generation != _generation) _known = 0; // the same numbers are other words now
        _generation = _vocabulary.Generation;
        if (_vocabulary.Count > _startOfType.Length)
        {
            var size = Math.Max(_vocabulary.Count, _startOfType.Length * 2);
            Array.Resize(ref _beginsSomething, size);
            Array.Resize(ref _startOfType, size);
            Array.Resize(ref _patternsOfType, size);
        }

        for (; _known < _vocabulary.Count; _known++)
        {
            var patterns = _rules.Words.Fitting(_vocabulary[_known]);
            _patternsOfType[_known] = patterns;
            _startOfType[_known] = StartOf(patterns);
            _beginsSomething[_known] = _startOfType[_known] is not null;
        }
    }

    private void Begin(ReadOnlySpan<Token> tokens, int index, Start start)
    {
        foreach (var phrase in start.Words) Record(phrase, tokens[index].Start, tokens[index].End);
        if (start.Nodes.Length > 0) Walk(tokens, index, start.Nodes);
    }

    private Start? StartOf(int[] patterns)
    {
        if (patterns is []) return null;

        List<int> words = [];
        List<int> nodes = [];
        foreach (var pattern in patterns)
        {
            if (!_rules.Trie.TryStep(PhraseTrie.Root, pattern, out var node)) continue;
            if (_rules.Trie.PhraseAt(node) is var phrase and not PhraseTrie.None) words.Add(phrase);
            if (_rules.Trie.GoesOn(node)) nodes.Add(node);
        }

        return words is [] && nodes is [] ? null : new([.. words], [.. nodes]);
    }

    private void Walk(ReadOnlySpan<Token> tokens, int first, int[] nodes)
    {
        foreach (var node in nodes) Step(tokens, node, first);
        while (_open.Count > 0)
        {
            var (node, last) = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            if (_rules.Trie.PhraseAt(node) is var phrase and not PhraseTrie.None) Record(phrase, tokens[first].Start, tokens[last].End);
            Step(tokens, node, last);
        }
    }

    private void Step(ReadOnlySpan<Token> tokens, int node, int last)
    {
        var next = last + 1;
        if (next >= tokens.Length || !MayFollow(tokens[last], tokens[next])) return;

        foreach (var pattern in _patternsOfType[tokens[next].Type])
        {
            if (_rules.Trie.TryStep(node, pattern, out var child)) _open.Add((child, next));
        }
    }

    // Words of a phrase: white space or one hyphen. Chinese: nothing, or white space, which a wrapped line leaves.
    private static bool MayFollow(Token left, Token right) => right.Before switch
    {
        Gap.Blank => true,
        Gap.Hyphen => !left.IsHan && !right.IsHan,
        Gap.None => left.IsHan || right.IsHan,
        _ => false,
    };

    private void Record(int phrase, int start, int end)
    {
        foreach (var operand in _rules.OperandsOfPhrase[phrase])
        {
            var hits = _hits[operand] ??= [];
            if (hits.Count == 0) _found.Add(operand);

            // Starts come in order; of those with one start the longer goes first.
            Hit hit = new(start, end, operand, phrase, null);
            var at = hits.Count;
            while (at > 0 && hits[at - 1].Start == start && hits[at - 1].End < end) at--;
            if (at == hits.Count) hits.Add(hit);
            else hits.Insert(at, hit);
        }
    }

    /// <summary>What a word may begin.</summary>
    /// <param name="Words">Phrases that are this word alone.</param>
    /// <param name="Nodes">Where longer ones go on from.</param>
    private sealed record Start(int[] Words, int[] Nodes);
}
