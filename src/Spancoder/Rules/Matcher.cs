using Spancoder.Codebooks;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>Finds a rule set's hits in documents. Keeps what it learned of each distinct word; one matcher serves one thread.</summary>
/// <remarks>
/// Tokens are looked at once: a word of a type that begins no phrase costs one array look-up. Phrases are walked in one tree, hits
/// are gathered by operand, and a rule's contexts are looked up among the hits of their operands. Order of rules never matters.
/// </remarks>
internal sealed class Matcher
{
    private readonly RuleSet _rules;
    private readonly Tokenizer _tokenizer;
    private readonly List<Hit>[] _hitsOfOperand;
    private readonly List<(int Node, int Token)> _open = [];
    private readonly List<int[]> _patternsOfType = [];
    private readonly ILookup<int, CompiledRule> _rulesByFind;
    private int _generation;
    private int _longestHit;

    public Matcher(RuleSet rules, Tokenizer tokenizer)
    {
        _rules = rules;
        _tokenizer = tokenizer;
        _hitsOfOperand = [.. Enumerable.Range(0, rules.OperandCount).Select(_ => new List<Hit>())];
        _rulesByFind = rules.Rules.ToLookup(rule => rule.Find);
    }

    /// <param name="tokens">Of the document's text, from this matcher's tokenizer.</param>
    /// <param name="withStopped">Also those that do not count, for explanations.</param>
    /// <returns>In order of start, longer first, then rule id.</returns>
    public List<RuleHit> Find(SegmentedDocument document, ReadOnlySpan<Token> tokens, bool withStopped = false)
    {
        LearnNewWords();
        _longestHit = 0;
        foreach (var hits in _hitsOfOperand) hits.Clear();
        for (var index = 0; index < tokens.Length; index++)
        {
            if (_patternsOfType[tokens[index].Type] is { Length: > 0 } patterns) Walk(tokens, index, patterns);
        }

        List<RuleHit> found = [];
        for (var operand = 0; operand < _hitsOfOperand.Length; operand++)
        {
            if (_hitsOfOperand[operand].Count == 0 || !_rulesByFind.Contains(operand)) continue;

            foreach (var hit in LongestOf(_hitsOfOperand[operand]))
            {
                if (SegmentAt(document.Segments, hit.Span.Start) is not { Codable: true } segment) continue;
                foreach (var rule in _rulesByFind[operand]) Judge(rule, hit, segment, document, withStopped, found);
            }
        }

        found.Sort(static (left, right) =>
        {
            var byStart = left.Span.Start.CompareTo(right.Span.Start);
            if (byStart != 0) return byStart;
            var byLength = right.Span.End.CompareTo(left.Span.End);
            return byLength != 0 ? byLength : string.CompareOrdinal(left.Rule.Rule.Id, right.Rule.Rule.Id);
        });
        return found;
    }

    private void LearnNewWords()
    {
        var vocabulary = _tokenizer.Vocabulary;
        if (vocabulary.Generation != _generation) _patternsOfType.Clear(); // the same numbers are other words now
        _generation = vocabulary.Generation;
        for (var type = _patternsOfType.Count; type < vocabulary.Count; type++) _patternsOfType.Add(_rules.Words.Fitting(vocabulary[type]));
    }

    private void Walk(ReadOnlySpan<Token> tokens, int first, int[] patterns)
    {
        _open.Clear();
        Step(TermTrie.Root, first, patterns);
        while (_open.Count > 0)
        {
            var (node, last) = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            if (_rules.Trie.TermAt(node) is var term and not TermTrie.NoTerm) Record(term, tokens[first].Start, tokens[last].End);

            var next = last + 1;
            if (next < tokens.Length && MayFollow(tokens[last], tokens[next])) Step(node, next, _patternsOfType[tokens[next].Type]);
        }
    }

    private void Step(int node, int token, int[] patterns)
    {
        foreach (var pattern in patterns)
        {
            if (_rules.Trie.TryStep(node, pattern, out var next)) _open.Add((next, token));
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

    private void Record(int term, int start, int end)
    {
        _longestHit = Math.Max(_longestHit, end - start);
        foreach (var operand in _rules.OperandsOfTerm[term]) _hitsOfOperand[operand].Add(new(new(start, end), term));
    }

    // In order of start; those inside a longer one are left out, and equal ones stand once.
    private static List<Hit> LongestOf(List<Hit> hits)
    {
        hits.Sort(static (left, right) =>
        {
            var byStart = left.Span.Start.CompareTo(right.Span.Start);
            if (byStart != 0) return byStart;
            var byLength = right.Span.End.CompareTo(left.Span.End);
            return byLength != 0 ? byLength : left.Term.CompareTo(right.Term);
        });
        List<Hit> longest = [];
        var furthest = -1;
        foreach (var hit in hits)
        {
            if (hit.Span.End <= furthest) continue;
            longest.Add(hit);
            furthest = hit.Span.End;
        }

        return longest;
    }

    private void Judge(CompiledRule rule, Hit hit, Segment segment, SegmentedDocument document, bool withStopped, List<RuleHit> found)
    {
        TextSpan? needed = null;
        Stop? stopped = null;
        foreach (var context in rule.OnlyIf) needed ??= Look(context, hit.Span, segment, document);
        if (rule.OnlyIf.Count > 0 && needed is null) stopped = new Stop.NothingNearby();
        foreach (var context in rule.Unless)
        {
            if (stopped is null && Look(context, hit.Span, segment, document) is { } blocking) stopped = new Stop.Unless(blocking);
        }

        if (stopped is null || withStopped) found.Add(new(rule, segment, hit.Span, ViaOf(rule, hit.Span), needed, stopped));
    }

    // Several terms may find the same stretch: the one that this rule writes first.
    private string ViaOf(CompiledRule rule, TextSpan span)
    {
        var hits = _hitsOfOperand[rule.Find];
        Written? first = null;
        for (var index = FirstFrom(hits, span.Start); index < hits.Count && hits[index].Span.Start == span.Start; index++)
        {
            if (hits[index].Span != span) continue;

            var written = rule.Written[hits[index].Term];
            if (first is null || written.Order < first.Value.Order) first = written;
        }

        return first!.Value.Text; // the hit itself is among them
    }

    // Where the context stands, or null where it does not.
    private TextSpan? Look(CompiledContext context, TextSpan hit, Segment segment, SegmentedDocument document)
    {
        var window = context.Within == Within.Segment ? segment.Span : SentenceAt(document.Sentences, hit.Start) ?? segment.Span;
        return context.IsPartOf
            ? FindAround(_hitsOfOperand[context.Operand], hit)
            : FindBeside(_hitsOfOperand[context.Operand], hit, window);
    }

    // The hits of an operand are in order of start, because they were recorded so.
    private static TextSpan? FindBeside(List<Hit> candidates, TextSpan hit, TextSpan window)
    {
        for (var index = FirstFrom(candidates, window.Start); index < candidates.Count; index++)
        {
            var span = candidates[index].Span;
            if (span.Start >= window.End) break;
            if (span.End <= window.End && !hit.Contains(span)) return span; // a hit is not its own company, a longer phrase around it is
        }

        return null;
    }

    private TextSpan? FindAround(List<Hit> candidates, TextSpan hit)
    {
        for (var index = FirstFrom(candidates, hit.Start - _longestHit); index < candidates.Count; index++)
        {
            var span = candidates[index].Span;
            if (span.Start > hit.Start) break;
            if (span.Contains(hit)) return span;
        }

        return null;
    }

    private static int FirstFrom(List<Hit> hits, int start)
    {
        var (low, high) = (0, hits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].Span.Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static Segment? SegmentAt(IReadOnlyList<Segment> segments, int position)
    {
        var (low, high) = (0, segments.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = segments[middle].Span;
            if (position < span.Start) high = middle - 1;
            else if (position >= span.End) low = middle + 1;
            else return segments[middle];
        }

        return null;
    }

    private static TextSpan? SentenceAt(IReadOnlyList<TextSpan> sentences, int position)
    {
        var (low, high) = (0, sentences.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (position < sentences[middle].Start) high = middle - 1;
            else if (position >= sentences[middle].End) low = middle + 1;
            else return sentences[middle];
        }

        return null;
    }

    private readonly record struct Hit(TextSpan Span, int Term);
}
