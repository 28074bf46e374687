using Spancoder.Coders;
using Spancoder.Rules;

namespace Spancoder.Tests.Rules;

/// <summary>What a term finds, by example. Marks show what exactly: one rule, one term, one passage.</summary>
public class TermTests
{
    [Theory]
    [InlineData("café", "We met in the <<Cafe>>. Le <<CAFÉ>> est fermé, and a cafeteria.")]
    [InlineData("export", "<<export>>, exporter, <<export's>> share")]
    [InlineData("export*", "<<exporting>> lace, <<Exports>> rose, <<export>>, reexport")]
    [InlineData("\"*export\"", "<<reexport>> and <<export>>, exports")]
    [InlineData("word of mouth", "<<word of mouth>>, <<word-of-mouth>>, <<word  of mouth>>, a word, of mouth, wordofmouth")]
    [InlineData("hand-made", "<<hand-made>>, <<hand made>>, <<handmade>>, hand, made")]
    [InlineData("=Como", "<<Como>>, como, COMO")]
    [InlineData("=Café", "<<Café>>, <<Cafe\u0301>>, <<Ca\u00ADfé>>, <<Café’s>>, Cafe, café")]
    [InlineData("=CNC", "<<CNC>>, <<ＣＮＣ>>, cnc")]
    [InlineData("up-to-date", "<<up-to-date>>, <<up to date>>, <<uptodate>>, upto date")]
    [InlineData("sold ... 海外", "<<sold 一二三四五六七八九十海外>>, sold 一二三四五六七八九十一海外")]
    [InlineData("\"=Made in\"", "<<Made in>> Como, made in")]
    [InlineData("品牌", "大<<品牌>>战略，<<品 牌>>，品，牌，产品")]
    [InlineData("AI技术", "用<<AI技术>>，<<ai 技术>>，AI，技术")]
    [InlineData("CNC", "这台<<ＣＮＣ>>很新，<<cnc>>，CNCs")]
    [InlineData("don't", "I <<don’t>>, I <<don't>>, I <<don\u200B’t>>, don t")]
    [InlineData("𠮷字号", "那个<<𠮷字号>>的老板")]
    [InlineData("strasse", "die <<Straße>>, die Straßen")]
    [InlineData("[trade fair, fair, trade]", "a <<trade fair>>, a <<fair>>, <<trade>>")]
    public void Finds_what_is_marked(string term, string marked)
    {
        var parts = marked.Split("<<");
        var expected = parts.Skip(1).Select(part => "r: " + part[..part.IndexOf(">>", StringComparison.Ordinal)]);
        var text = marked.Replace("<<", "", StringComparison.Ordinal).Replace(">>", "", StringComparison.Ordinal);
        Assert.Equal(expected, GivenRules.Hits(GivenRules.Of("rules:\n" + GivenRules.Rule(term)), text));
    }

    [Fact]
    public void A_list_may_stand_inside_a_phrase_and_use_other_lists()
    {
        var rules = GivenRules.Of("lists:\n  crafts: [glass, <metal>]\n  metal: [knives, sharp blades]\nrules:\n" + GivenRules.Rule("proud of our <crafts>"));
        Assert.Equal(["r: proud of our sharp blades", "r: proud of our glass"], GivenRules.Hits(rules, "Very proud of our sharp blades, proud of our glass, proud of our lace."));
    }

    [Fact]
    public void A_context_is_looked_for_outside_the_hit()
    {
        var rules = GivenRules.Of("rules:\n" + GivenRules.Rule("sold*", "    only-if: sold\n"));
        Assert.Empty(GivenRules.Hits(rules, "We sold it."));
        Assert.Equal(["r: sold", "r: sold"], GivenRules.Hits(rules, "We sold it and sold it."));
    }

    [Theory]
    [InlineData("{all: [designer, workshop]}", "The <<designer in town has a workshop>>.", "town")]
    [InlineData("{all: [designer, workshop], within: turn}", "The <<designer left. The workshop>> in town stayed.", "{after: town, within: sentence}")]
    [InlineData("{all: [designer, workshop], within: turn}", "The <<designer left. The workshop>> in town stayed.", "{nearby: town, within: 1 word}")]
    [InlineData("{all: [designer, workshop], within: turn}", "In town the <<designer left. The workshop>> stayed.", "town")]
    [InlineData("workshop", "It is his, his designer left it, his <<workshop>>.", "{before: [{all: [his, designer, left], within: 0 words}, '/his designer/'], within: 5 words}")]
    public void A_context_is_looked_for_between_the_words_found_and_round_all_of_them(string find, string marked, string context)
    {
        var words = marked[(marked.IndexOf("<<", StringComparison.Ordinal) + 2)..marked.IndexOf(">>", StringComparison.Ordinal)];
        var text = marked.Replace("<<", "", StringComparison.Ordinal).Replace(">>", "", StringComparison.Ordinal);
        Assert.Equal([$"r: {words}"], GivenRules.Hits(GivenRules.Of("rules:\n" + GivenRules.Rule(find, $"    only-if: {context}\n")), text));
        Assert.Empty(GivenRules.Hits(GivenRules.Of("rules:\n" + GivenRules.Rule(find, $"    unless: {context}\n")), text));
    }

    [Theory]
    [InlineData("{all: [/rand/, kiln], within: 0 words}", "kiln rebranded", "r: kiln rebrand")]
    [InlineData("{all: [/rand/, kiln], within: 1 word}", "rebranded hot kiln", "r: randed hot kiln")]
    public void A_word_of_which_an_expression_finds_a_part_is_not_counted(string find, string text, string expected) =>
        Assert.Equal([expected], GivenRules.Hits(GivenRules.Of("rules:\n" + GivenRules.Rule(find)), text));

    [Fact]
    public void The_order_of_rules_never_matters()
    {
        var (one, two) = (GivenRules.Rule("kiln", id: "one"), GivenRules.Rule("[kiln, hot kiln]", id: "two", code: "c"));
        const string Text = "a hot kiln, a kiln";
        Assert.Equal(GivenRules.Hits(GivenRules.Of("rules:\n" + one + two), Text), GivenRules.Hits(GivenRules.Of("rules:\n" + two + one), Text));
    }

    [Theory]
    [InlineData("weak", "NONE")]
    [InlineData("normal", "a")]
    [InlineData("strong", "a")]
    [InlineData("against", "NONE")]
    [InlineData("never", "NONE")]
    public void A_code_is_given_at_two_points(string strength, string expected) =>
        Assert.Equal([expected], Codes("rules:\n" + GivenRules.Rule("kiln", $"    strength: {strength}\n"), "A kiln and a kiln."));

    [Fact]
    public void Points_of_different_rules_add_up_and_one_rule_counts_once()
    {
        var (one, two) = (GivenRules.Rule("kiln", "    strength: weak\n", "one"), GivenRules.Rule("hot", "    strength: weak\n", "two"));
        Assert.Equal(["a"], Codes("rules:\n" + one + two, "A hot kiln."));
        Assert.Equal(["NONE"], Codes("rules:\n" + one + two, "A kiln, another kiln."));
    }

    [Fact]
    public void A_code_is_not_given_beside_one_below_it()
    {
        var (below, above, other) = (GivenRules.Rule("kiln", id: "below", code: "a.b"), GivenRules.Rule("hot", id: "above"), GivenRules.Rule("wood", id: "other", code: "c"));
        Assert.Equal(["a.b", "c"], Codes("rules:\n" + below + above + other, "A hot kiln and wood."));
        Assert.Equal(["a"], Codes("rules:\n" + below + above + other, "It is hot."));
    }

    [Fact]
    public void A_hit_comes_by_the_term_that_found_it_as_typed()
    {
        const string Lists = "lists: {ovens: [Kiln, oven]}\n";
        var (one, two, three) = (GivenRules.Rule("kiln*", id: "one"), GivenRules.Rule("<ovens>", id: "two"), GivenRules.Rule("[KILN, kiln*]", id: "three"));
        foreach (var rules in new[] { one + two + three, three + two + one })
        {
            Spancoder.Text.Tokenizer tokenizer = new();
            var passage = Spancoder.Segmenting.Passage.Of("A kiln.", tokenizer, out var tokens);
            var hits = new Matcher(GivenRules.Of(Lists + "rules:\n" + rules), tokenizer).Find(passage, tokens);
            Assert.Equal(["one by kiln*", "three by KILN", "two by Kiln"], hits.Select(hit => $"{hit.Rule.Rule.Id} by {string.Join(", ", hit.Via)}"));
        }
    }

    [Fact]
    public void Points_against_and_vetoes_reach_down_to_sub_codes_and_not_up()
    {
        var (below, above) = (GivenRules.Rule("kiln", id: "below", code: "a.b"), GivenRules.Rule("kiln", id: "above"));
        var never = GivenRules.Rule("cold", "    strength: never\n", "never");
        var neverBelow = GivenRules.Rule("cold", "    strength: never\n", "never", "a.b");
        Assert.Equal(["a.b"], Codes("rules:\n" + below + above, "A cold kiln."));
        Assert.Equal(["NONE"], Codes("rules:\n" + below + above + never, "A cold kiln."));
        Assert.Equal(["a"], Codes("rules:\n" + below + above + neverBelow, "A cold kiln."));
    }

    private static IEnumerable<string> Codes(string yaml, string text)
    {
        var rules = GivenRules.Of(yaml);
        Spancoder.Text.Tokenizer tokenizer = new();
        var passage = Spancoder.Segmenting.Passage.Of(text, tokenizer, out var tokens);
        return new RuleCoder(rules.Codebook).Code(passage, new Matcher(rules, tokenizer).Find(passage, tokens)).Select(coding => coding.Code);
    }
}
