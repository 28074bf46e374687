using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Tests.Rules;

/// <summary>When a word is negated, by example. All sentences are invented.</summary>
public class NegationsTests
{
    [Theory]
    [InlineData("We do not <<export>>.")]
    [InlineData("We don't <<export>>.")]
    [InlineData("We don’t <<export>>, we never did.")]
    [InlineData("DO NOT <<EXPORT>>")]
    [InlineData("Nobody here ever thought of <<exporting>>.")]
    [InlineData("Never in all of our years <<exported>>.")]
    [InlineData("We worked without a <<contract>>.")]
    [InlineData("There is no written (or spoken) <<contract>>.")]
    [InlineData("It is not only cheap and not <<exported>>.")]
    [InlineData("No doubt it was not <<exported>>.")]
    [InlineData("We, for our part, do not <<export>>.")]
    [InlineData("They come, but they do not <<export>>.")]
    [InlineData("我们不<<卖>>。")]
    [InlineData("我们从来没有签过<<合同>>。")]
    [InlineData("没有一份正式的<<合同>>。")]
    [InlineData("没有 任何 人签<<合同>>。")]
    [InlineData("我们跟老客户从不断<<合同>>。")]
    [InlineData("不仅便宜而且没有<<合同>>。")]
    [InlineData("我们没有 signed <<contract>>。")]
    public void Negated(string marked) => Assert.True(IsNegated(marked));

    [Theory]
    [InlineData("We <<export>>.")]
    [InlineData("<<Exports>>? Never.")]
    [InlineData("<<Exports>> are not for us.")]
    [InlineData("He said no. We <<export>>.")]
    [InlineData("No one in all of our long street <<exports>>.")]
    [InlineData("No longer at home, we <<export>>.")]
    [InlineData("We do not complain; we <<export>>.")]
    [InlineData("We do not complain but <<export>>.")]
    [InlineData("Not only glass is <<exported>>.")]
    [InlineData("There is no doubt that we <<export>>.")]
    [InlineData("Why not <<export>>?")]
    [InlineData("Notice that we <<export>>, knot by knot.")]
    [InlineData("不仅<<卖>>到国外。")]
    [InlineData("有没有<<合同>>？")]
    [InlineData("没错有<<合同>>。")]
    [InlineData("我们不说，<<卖>>得好。")]
    [InlineData("没有钱但是有<<合同>>。")]
    [InlineData("我们没有跟任何外面人签<<合同>>。")]
    [InlineData("不。我们<<卖>>。")]
    [InlineData("未来要<<卖>>到海外。")]
    public void Not_negated(string marked) => Assert.False(IsNegated(marked));

    [Theory]
    [InlineData("The <<designer visits the workshop>> often.", false)]
    [InlineData("No <<designer visits the workshop>>.", true)]
    [InlineData("The <<designer never visits the workshop>>.", true)]
    [InlineData("The <<designer, who never pays, visits the workshop>>.", false)]
    [InlineData("A <<workshop not far from the designer>>.", true)]
    public void Of_several_things_one_that_is_negated_is_enough(string marked, bool expected) =>
        Assert.Equal(expected, IsNegated(marked, "{all: [designer, workshop], within: 8 words}"));

    [Theory]
    [InlineData("There was <<no contract>>.", "[no contract]", false)]
    [InlineData("There was <<no real contract>>.", "{all: [no, contract], within: 3 words}", false)]
    [InlineData("There was <<no ... contract>>.", "{all: [no, contract]}", false)]
    [InlineData("There was never <<no real contract>>.", "{all: [no, contract], within: 3 words}", true)]
    public void A_word_that_is_found_itself_negates_nothing(string marked, string find, bool expected) => Assert.Equal(expected, IsNegated(marked, find));

    [Theory]
    [InlineData("We hardly <<export>>.", true)]
    [InlineData("We do not <<export>>.", false)]
    [InlineData("We hardly even talk and yet <<export>>.", false)]
    [InlineData("We hardly talk but <<export>>.", true)]
    [InlineData("We hardly ever <<export>>.", false)]
    public void A_codebook_may_have_words_of_its_own(string marked, bool expected) =>
        Assert.Equal(expected, IsNegated(marked, lists: "lists: {negation: [hardly], negation-look-alikes: [hardly ever], negation-stops: [yet]}\n"));

    private static bool IsNegated(string marked, string find = "[export*, contract, 卖, 合同]", string lists = "")
    {
        var start = marked.IndexOf("<<", StringComparison.Ordinal);
        var end = marked.IndexOf(">>", StringComparison.Ordinal) - 2;
        var text = marked.Remove(end + 2, 2).Remove(start, 2);
        var rules = GivenRules.Of(lists + "rules:\n" + GivenRules.Rule(find));
        Tokenizer tokenizer = new();
        var passage = Passage.Of(text, tokenizer, out var tokens);
        return new Matcher(rules, tokenizer).Find(passage, tokens).Single(hit => hit.Span == new TextSpan(start, end)).Negation is not null;
    }
}
