using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Tests.Rules;

/// <summary>What a matcher has learned of words does not outlive the vocabulary that numbered them.</summary>
public class MatcherMemory
{
    [Fact]
    public void A_vocabulary_that_was_cleared_and_filled_again_changes_no_hit()
    {
        var rules = GivenRules.Of("rules:\n" + GivenRules.Rule("kiln*"));
        Tokenizer tokenizer = new(largestVocabulary: 2);
        Matcher matcher = new(rules, tokenizer);

        // Each passage has more words than the one before, so that the count alone does not betray the clearing.
        Assert.Equal(["kiln"], Find("old kiln there"));
        Assert.Equal(["kilns"], Find("they say four kilns"));
        Assert.Equal(["Kiln"], Find("Kiln workers do not say so"));
        Assert.Equal(2, tokenizer.Vocabulary.Generation);

        IEnumerable<string> Find(string text)
        {
            var passage = Passage.Of(text, tokenizer, out var tokens);
            return matcher.Find(passage, tokens).Select(hit => hit.Span.In(passage.Document.Text).ToString());
        }
    }
}
