using Spancoder.Codebooks;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>The rules of one codebook or several, each compiled with its own lists, and the codes of all.</summary>
/// <param name="Codebook">All of them joined.</param>
internal sealed record RuleSets(Codebook Codebook, IReadOnlyList<RuleSet> Sets)
{
    public bool LooksBeyondTheTurn => Sets.Any(rules => rules.LooksBeyondTheTurn);

    public static implicit operator RuleSets(RuleSet one) => new(one.Codebook, [one]);

    /// <param name="problems">What keeps them from being applied together.</param>
    public static RuleSets Of(IReadOnlyList<RuleSet> sets, Problems problems) => new(Codebook.Join([.. sets.Select(rules => rules.Codebook)], problems), sets);
}

/// <summary>Finds what the rules of one codebook or several ask for; one for each thread.</summary>
internal sealed class SetsMatcher(RuleSets rules, Tokenizer tokenizer)
{
    private readonly Matcher[] _matchers = [.. rules.Sets.Select(set => new Matcher(set, tokenizer))];

    /// <inheritdoc cref="Matcher.Find"/>
    public List<RuleHit> Find(SegmentedDocument document, ReadOnlyMemory<Token> tokens, bool withStopped = false) => _matchers is [var one]
        ? one.Find(document, tokens, withStopped)
        : [.. _matchers.SelectMany(matcher => matcher.Find(document, tokens, withStopped)).OrderBy(hit => hit.Span.Start)];
}
