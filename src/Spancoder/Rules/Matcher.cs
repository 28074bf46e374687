using Spancoder.Codebooks;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>Finds a rule set's hits in documents. One matcher serves one thread. Order of rules never matters.</summary>
/// <remarks>
/// Phrases are found in one walk over the tokens; what is made of them (several near each other, contexts, negation) is looked up among their hits, and
/// only for operands that some hit asks for.
/// </remarks>
internal sealed class Matcher
{
    private readonly RuleSet _rules;
    private readonly PhraseFinder _phrases;
    private readonly OperandHits _hits;

    public Matcher(RuleSet rules, Tokenizer tokenizer)
    {
        _rules = rules;
        _phrases = new(rules, tokenizer.Vocabulary);
        _hits = new(rules, _phrases);
    }

    /// <param name="tokens">Of the document's text, from this matcher's tokenizer.</param>
    /// <param name="withStopped">Also those that do not count, for explanations.</param>
    /// <param name="isPassage">It is no document, so what is not known of it is as a rule wants it.</param>
    /// <param name="only">The one rule to look for; null for all.</param>
    /// <returns>In order of start, longer first, then rule id.</returns>
    public List<RuleHit> Find(SegmentedDocument document, ReadOnlyMemory<Token> tokens, bool withStopped = false, bool isPassage = false, CompiledRule? only = null)
    {
        Stretches stretches = new(document, tokens);
        _phrases.Find(tokens.Span);
        _hits.Begin(document, stretches);
        Judge judge = new(_rules.Negation, document, _hits, stretches, tokens);
        List<RuleHit> found = [];
        foreach (var rule in only is null ? _rules.Rules : [only])
        {
            var elsewhere = WhereNot(rule.Rule, document, isPassage);
            if (elsewhere is not null && !withStopped) continue;

            foreach (var hit in _hits.LongestOf(rule.Find))
            {
                if (stretches.SegmentAt(hit.Start) is not { Codable: true } segment) continue;
                if (judge.Of(rule, hit, segment, elsewhere) is var judged && (judged.Stopped is null || withStopped)) found.Add(judged);
            }
        }

        return InOrder(found);
    }

    // By start, the longer first; as they were found, so by rule, where they are the same words.
    private static List<RuleHit> InOrder(List<RuleHit> hits)
    {
        var keys = new (long Place, int Found)[hits.Count];
        for (var index = 0; index < keys.Length; index++) keys[index] = (((long)hits[index].Place.Start << 32) | (uint)(int.MaxValue - hits[index].Place.End), index);
        Array.Sort(keys);
        return [.. keys.Select(key => hits[key.Found])];
    }

    private static Stop.Elsewhere? WhereNot(Rule rule, SegmentedDocument document, bool isPassage)
    {
        var facts = document.Document.Metadata;
        foreach (var test in rule.Where)
        {
            if (!(isPassage && !facts.ContainsKey(test.Field)) && !test.Holds(facts)) return new(test);
        }

        return null;
    }
}
