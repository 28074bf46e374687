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
                if (document.SegmentAt(hit.Start) is not { Codable: true } segment) continue;
                if (judge.Of(rule, hit, segment, elsewhere) is var judged && (judged.Stopped is null || withStopped)) found.Add(judged);
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
