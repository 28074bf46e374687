using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Tests.Rules;

/// <summary>Codebooks and texts that are made to be too much end in a clear problem, or in results. Nothing here is timed: what grew with the square would not end.</summary>
public class HostileRules
{
    private static readonly string[] Kinds = ["{0}", "{0}*", "\"*{0}\"", "\"*{0}*\"", "\"={0}\"", "{0} ... {0}", "{0}-{0}", "the {0} of"];

    [Fact]
    public void A_hundred_thousand_terms_of_every_kind_are_compiled_and_found()
    {
        var terms = Enumerable.Range(0, 100_000).Select(number => string.Format(System.Globalization.CultureInfo.InvariantCulture, Kinds[number % Kinds.Length], $"w{number:x5}z"));
        var rules = GivenRules.Of("lists:\n  all:\n" + string.Concat(terms.Select(term => $"    - {term}\n")) + "rules:\n" + GivenRules.Rule("<all>"));
        Assert.Equal(["r: w00000z", "r: w00001zebra", "r: aw00002z", "r: aw00003zb", "r: w00004z", "r: w00005z, or w00005z", "r: w00006zw00006z", "r: the w00007z of"],
            GivenRules.Hits(rules, "w00000z w00001zebra aw00002z aw00003zb w00004z W00004z; w00005z, or w00005z; w00006zw00006z and the w00007z of"));
    }

    [Theory]
    [InlineData("  one: [<two> <two>, word]\n  two: [<three> <three>, word]\n  three: [<four> <four>, word]\n  four: [<five> <five>, word]\n  five: [a1, b1, c1]\n", "stands for more than 10000 phrases")]
    [InlineData("  one: [<two>, <two>]\n  two: [<one>]\n", "contains itself (one -> two -> one)")]
    [InlineData("  one: [<two>]\n  two: [<three>]\n  three: [<four>]\n  four: [<five>]\n  five: [<six>]\n  six: [<seven>]\n  seven: [<eight>]\n  eight: [<nine>]\n  nine: [word]\n", "nested more than 8 deep")]
    public void Lists_that_multiply_are_refused(string lists, string what)
    {
        Problems problems = new();
        GivenRules.Read("lists:\n" + lists + "rules:\n" + GivenRules.Rule("<one>"), problems);
        Assert.Contains(problems.InOrder, problem => problem.What.Contains(what, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/(a{30}){30}(b{30}){30}/")]
    [InlineData("/a{100000}/")]
    [InlineData("/(?<=a)b/")]
    [InlineData("/(a|b)\\\\1/")]
    public void Expressions_that_could_take_for_ever_are_refused(string expression)
    {
        Problems problems = new();
        GivenRules.Read("rules:\n" + GivenRules.Rule($"[\"{expression}\"]"), problems);
        Assert.Single(problems.InOrder);
    }

    [Fact]
    public void Expressions_that_trap_other_engines_take_their_time_from_the_text_alone()
    {
        var rules = GivenRules.Of("rules:\n" + GivenRules.Rule("[\"/(a+)+b/\", \"/(a|aa)+c/\", \"/(x+x+)+y/\"]"));
        Assert.Empty(GivenRules.Hits(rules, new string('a', 200_000) + new string('x', 200_000)));
    }

    [Fact]
    public void One_sentence_of_a_million_words_is_looked_through_by_rules_that_look_far()
    {
        var rules = GivenRules.Of("rules:\n"
            + GivenRules.Rule("{all: [sold, abroad, forty], within: sentence}", "    unless: {before: shop, within: 5 words}\n", "all")
            + GivenRules.Rule("{all: [sold, cups], within: document}", "    only-if: {nearby: [went, shop], within: 3 words}\n", "document")
            + GivenRules.Rule("{at-least: 3, of: [we, sold, forty, cups, shop], within: 4 words}", "    negation: skip\n", "three")
            + GivenRules.Rule("[we ... cups]", "    only-if: {after: abroad, within: sentence}\n", "gap"));
        // Five to a round, "cups ... shop ... we" and "shop ... we sold" among them, which the last round has not.
        Assert.Equal(499_998, GivenRules.Hits(rules, string.Concat(Enumerable.Repeat("we sold forty cups to a shop and went abroad ", 100_000))).Count(hit => hit.StartsWith("three", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("([{")]
    [InlineData("()")]
    [InlineData("。")]
    [InlineData("...")]
    [InlineData("没")]
    public void Two_million_signs_are_no_more_than_two_million_signs(string sign)
    {
        Tokenizer tokenizer = new();
        var rules = GivenRules.Of("rules:\n" + GivenRules.Rule("sold", "    only-if: {nearby: abroad, within: 5 words}\n"));
        var passage = Passage.Of("we sold it abroad " + string.Concat(Enumerable.Repeat(sign, 2_000_000 / sign.Length)), tokenizer, out var tokens);
        Assert.Single(new Matcher(rules, tokenizer).Find(passage, tokens));
    }
}
