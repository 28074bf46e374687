using Spancoder.Codebooks;
using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Coders;

/// <summary>What the rules make of a codebook's own typical examples and near misses: the author's check, not an evaluation.</summary>
/// <param name="Typical">Its typical examples: right where they get it, or a code below it.</param>
/// <param name="NearMisses">Its near misses: right where they get neither.</param>
internal sealed record CodebookFigures(Code Code, IReadOnlyList<ExampleOutcome> Typical, IReadOnlyList<ExampleOutcome> NearMisses)
{
    /// <returns>For every code, in the codebook's order.</returns>
    public static IReadOnlyList<CodebookFigures> Of(RuleSet rules)
    {
        var tokenizer = new Tokenizer();
        var matcher = new Matcher(rules, tokenizer);
        var coder = new RuleCoder(rules.Codebook);
        return
        [
            .. rules.Codebook.Codes.Select(code => new CodebookFigures(
                code,
                [.. code.Typical.Select(example => Judge(code, example.Text, example.Place))],
                [.. code.NearMisses.Select(near => Judge(code, near.Text, near.Place))])),
        ];

        ExampleOutcome Judge(Code code, string text, Place place)
        {
            var passage = Passage.Of(text, tokenizer, out var tokens);
            var codings = coder.Code(passage, matcher.Find(passage, tokens, isPassage: true)).Where(coding => rules.Codebook.Find(coding.Code)?.IsWithin(code) == true);
            return new(place, text, [.. codings.Select(coding => coding.Reason).OfType<Reason.ByRules>().SelectMany(reason => reason.Rules).Where(vote => vote.Points > 0).Select(vote => vote.Rule).Distinct()]);
        }
    }
}

/// <summary>What became of one example.</summary>
/// <param name="Text">The codebook's own words, which nobody said.</param>
/// <param name="Rules">Those that gave it the code, or a code below it; empty where it did not get it.</param>
internal sealed record ExampleOutcome(Place Place, string Text, IReadOnlyList<string> Rules)
{
    public bool IsGiven => Rules.Count > 0;
}
