using Spancoder.Codebooks;
using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Coders;

/// <summary>What the rules make of a codebook's own typical examples and near misses: the author's check, not an evaluation.</summary>
/// <param name="Code">Which code.</param>
/// <param name="Typical">How many typical examples it has.</param>
/// <param name="TypicalGiven">How many of them get it, or a code below it.</param>
/// <param name="NearMisses">How many near misses it has.</param>
/// <param name="NearMissesGiven">How many of them get it, or a code below it, and should not.</param>
internal sealed record CodebookFigures(Code Code, int Typical, int TypicalGiven, int NearMisses, int NearMissesGiven)
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
                code, code.Typical.Count, code.Typical.Count(text => IsGiven(code, text)),
                code.NearMisses.Count, code.NearMisses.Count(near => IsGiven(code, near.Text)))),
        ];

        bool IsGiven(Code code, string text)
        {
            var passage = Passage.Of(text, tokenizer, out var tokens);
            return coder.Code(passage, matcher.Find(passage, tokens))
                .Any(coding => rules.Codebook.Find(coding.Code) is { } given && given.IsWithin(code));
        }
    }
}
