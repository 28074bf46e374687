using Spancoder.Codebooks;
using Spancoder.Rules;

namespace Spancoder.Tests.Rules;

/// <summary>Advice to leave a term out costs no find.</summary>
public class TermCoverLaws
{
    private static readonly string[] Words = ["export", "Export", "exports", "reexport", "café", "cafe", "fair", "trade", "hand", "made", "handmade", "port", "海", "外", "don't", "export's"];
    private static readonly string[] Terms =
    [
        "export", "Export", "=Export", "=export", "export*", "\"*export\"", "\"*port\"", "\"*xpor*\"", "\"=exp*\"", "\"=*port\"", "café", "cafe", "=café", "trade fair", "trade fair*", "\"*rade fair\"", "=trade fair", "hand-made", "handmade",
        "hand made", "海外", "海", "export ... fair", "Export … fair", "export* ... fair", "/exports?/", "/exports?/", "<some>", "<few>", "trade <some>", "don't", "export's",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_is_advised_to_be_left_out_finds_nothing_more(int seed)
    {
        Random random = new(seed);
        var advised = 0;
        for (var round = 0; round < 60; round++)
        {
            var terms = random.GetItems(Terms, random.Next(2, 6));
            var all = RulesOf(terms);
            Problems advice = new();
            TermAdvice.Add(all.Codebook, advice);
            var covered = advice.InOrder.Where(problem => problem.What.Contains("rule 'r'", StringComparison.Ordinal)).Select(problem => problem.Place).ToHashSet();
            var written = ((Operand.AnyOf)all.Codebook.Rules[0].Find).Operands;
            string[] left = [.. terms.Where((_, index) => !covered.Contains(written[index].Place))];
            advised += terms.Length - left.Length;
            var fewer = RulesOf(left);
            for (var sample = 0; sample < 10; sample++)
            {
                var text = string.Join(random.Next(5) > 0 ? " " : "-", random.GetItems(Words, random.Next(1, 12)));
                Assert.Equal(GivenRules.Hits(all, text), GivenRules.Hits(fewer, text));
            }
        }

        Assert.True(advised > 20, $"{advised} terms were advised to be left out, too few for the law to say something");
    }

    [Theory]
    [InlineData("[brand, brand new]")] // the longer one is another find
    [InlineData("[brand new, new]")]
    [InlineData("[export*, \"*export\"]")]
    [InlineData("[=Como, \"=COMO\"]")]
    [InlineData("[export ... fair, export* ... fair]")] // the shortest stretch may be another
    [InlineData("[cup, {all: [cup, mug]}]")]
    public void What_may_find_something_of_its_own_stays(string find)
    {
        Problems advice = new();
        TermAdvice.Add(GivenRules.Of("rules:\n" + GivenRules.Rule(find)).Codebook, advice);
        Assert.Empty(advice.InOrder);
    }

    private static RuleSet RulesOf(string[] terms) => GivenRules.Of("lists:\n  some: [export, <few>, 海外]\n  few: [fair, \"=Export\"]\nrules:\n" + GivenRules.Rule($"[{string.Join(", ", terms)}]"));
}
