using Spancoder.Codebooks;

namespace Spancoder.Rules;

/// <summary>Terms that stand in no rule, as a rule set to look for them with: one rule that finds any of them, whoever says it, negated or not.</summary>
internal static class TermRules
{
    /// <param name="terms">As they may stand in a rule.</param>
    /// <param name="codebook">Whose lists they may name.</param>
    /// <param name="place">Where they were given.</param>
    /// <param name="problems">What is wrong with them.</param>
    public static RuleSet Of(IReadOnlyList<string> terms, Codebook codebook, Place place, Problems problems)
    {
        var find = new Operand.AnyOf(place, [.. terms.Select(term => new Operand.Term(place, term))]);
        var rule = new Rule { Id = "", Code = "", Why = "", Find = find, Settings = new() { Negation = NegationMode.Ignore, Speakers = new([new(SpeakerTest.Everyone, IsNot: false)]) }, Place = place };
        return RuleCompiler.Compile(codebook with { Rules = [rule] }, problems);
    }
}
