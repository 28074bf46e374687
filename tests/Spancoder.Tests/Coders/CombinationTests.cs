using System.Globalization;
using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Learning;

namespace Spancoder.Tests.Coders;

/// <summary>Of the codes m with m.x, m.y, m.z below it, n with n.u, and o; all are learned and given from .4 on, but m.z, n and o, which are left to the rules.</summary>
public class CombinationTests
{
    private const double Threshold = 0.4;

    private static readonly string[] Ids = ["m", "m.x", "m.y", "m.z", "n", "n.u", "o"];
    private static readonly string[] NotLearned = ["m.z", "n", "o"];
    private static readonly List<Code> Codes = CodesOf(Ids);

    [Theory]
    // The rules alone: the classifier is not asked, and with a code those above it are reached.
    [InlineData("rules", "m=.9 m.x=.9", "", "", "")]
    [InlineData("rules", "", "o", "", "o")]
    [InlineData("rules", "", "m.x", "", "m m.x")]
    [InlineData("rules", "m=.1", "m.x m.y m.z n.u", "", "m m.x m.y m.z n n.u")]
    // The classifier: from the threshold on.
    [InlineData("model", "m=.4", "", "", "m")]
    [InlineData("model", "m=.39", "", "", "")]
    [InlineData("both", "m=.4", "", "", "m")]
    [InlineData("either", "m=.4", "", "", "m")]
    // One that knows no rules is stopped by none; the others are, also by what forbids a code above.
    [InlineData("model", "m=.9 m.x=.9", "", "m m.x m.y m.z", "m m.x")]
    [InlineData("both", "m=.9 m.x=.9", "", "m m.x m.y m.z", "")]
    [InlineData("either", "m=.9 m.x=.9", "", "m m.x m.y m.z", "")]
    [InlineData("both", "m=.9 m.x=.9", "", "m.x", "m")]
    // A code nested in another only where the segment has the other.
    [InlineData("model", "m=.3 m.x=.9", "", "", "")]
    [InlineData("both", "m=.3 m.x=.9", "", "", "")]
    [InlineData("model", "m=.5 m.x=.3", "", "", "m")]
    // The likeliest of those nested in the same code, the earlier of two alike; one that is forbidden stands in nobody's way.
    [InlineData("model", "m=.9 m.x=.5 m.y=.6", "", "", "m m.y")]
    [InlineData("both", "m=.9 m.x=.6 m.y=.5", "", "", "m m.x")]
    [InlineData("both", "m=.9 m.x=.6 m.y=.6", "", "", "m m.x")]
    [InlineData("both", "m=.9 m.x=.6 m.y=.5", "", "m.x", "m m.y")]
    // What was learned the classifier decides: rules for it do not give it, except where either may.
    [InlineData("model", "m=.1", "m", "", "")]
    [InlineData("both", "m=.1", "m", "", "")]
    [InlineData("either", "m=.1", "m", "", "m")]
    // What was not learned is left to the rules, unless the classifier has said no to what it is nested in.
    [InlineData("model", "", "o", "", "o")]
    [InlineData("both", "", "o", "", "o")]
    [InlineData("both", "m=.9", "m.z", "", "m m.z")]
    [InlineData("both", "m=.9 m.x=.9", "m.z", "", "m m.x m.z")]
    [InlineData("both", "m=.1", "m.z", "", "")]
    [InlineData("model", "m=.1", "m.z", "", "")]
    [InlineData("either", "m=.1", "m.z", "", "m m.z")]
    // A learned code below one that is left to the rules.
    [InlineData("both", "n.u=.9", "n", "", "n n.u")]
    [InlineData("both", "n.u=.9", "", "", "")]
    [InlineData("both", "n.u=.1", "n n.u", "", "n")]
    [InlineData("both", "n.u=.1", "n.u", "", "")]
    [InlineData("both", "n.u=.9", "n.u", "", "")]
    [InlineData("either", "n.u=.1", "n.u", "", "n n.u")]
    // Either adds what the rules give, with all above it, beside what the classifier gives.
    [InlineData("either", "m=.9 m.x=.9", "m.y o", "", "m m.x m.y o")]
    [InlineData("either", "m=.1 m.x=.9", "m.y", "", "m m.x m.y")]
    [InlineData("either", "m=.1 m.y=.9", "m.x", "", "m m.x m.y")]
    [InlineData("either", "m=.1 m.x=.9", "m.z", "", "m m.x m.z")]
    public void Gives_what_the_way_to_decide_says(string decide, string probabilities, string byRules, string forbidden, string expected) =>
        Assert.Equal(expected, Given(Codes, decide, probabilities, byRules, forbidden));

    [Fact]
    public void The_order_of_the_codebook_changes_nothing_where_probabilities_differ()
    {
        SplitMix64 chance = new(3);
        for (var round = 0; round < 2000; round++)
        {
            // Siblings change places; a parent stands before its children in every codebook.
            var others = CodesOf([.. chance.Shuffle((string[][])[["m", .. chance.Shuffle(["m.x", "m.y", "m.z"])], ["n", "n.u"], ["o"]]).SelectMany(branch => branch)]);
            var decide = new[] { "rules", "model", "both", "either" }[chance.Below(4)];
            var probabilities = string.Join(' ', Ids.Index().Select(id => string.Create(CultureInfo.InvariantCulture, $"{id.Item}={chance.NextDouble() * 0.9 + id.Index / 100d:0.0000}")));
            var (byRules, forbidden) = (Some(0.3), Some(0.15));
            Assert.Equal(Given(Codes, decide, probabilities, byRules, forbidden), Given(others, decide, probabilities, byRules, forbidden));
        }

        string Some(double share) => string.Join(' ', Ids.Where(_ => chance.NextDouble() < share));
    }

    [Fact]
    public void Either_gives_all_that_both_and_the_rules_give()
    {
        SplitMix64 chance = new(4);
        for (var round = 0; round < 2000; round++)
        {
            var probabilities = string.Join(' ', Ids.Select(id => string.Create(CultureInfo.InvariantCulture, $"{id}={chance.NextDouble():0.0000}")));
            var byRules = string.Join(' ', Ids.Where(_ => chance.NextDouble() < 0.3));
            var either = Given(Codes, "either", probabilities, byRules, "").Split(' ');
            Assert.Subset(either.ToHashSet(), Given(Codes, "rules", probabilities, byRules, "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet());
            Assert.Subset(either.ToHashSet(), Given(Codes, "both", probabilities, byRules, "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet());
        }
    }

    [Theory]
    [InlineData("m=.1 n=.9 o=.9 m.x=.9", "m")] // however unlikely: of those that were learned only m is at the top
    [InlineData("m=0", "")]
    public void Where_each_has_exactly_one_code_it_is_the_likeliest_at_the_top(string probabilities, string expected) =>
        Assert.Equal(expected, Names(Codes, new Combination(Learned(Codes), Decide.Model).One(Values(Codes, probabilities))));

    [Fact]
    public void Where_each_has_exactly_one_code_a_rare_one_is_measured_beside_its_own_threshold()
    {
        var codes = CodesOf(["frequent", "rare"]);
        Combination combination = new([Learned(codes[0], 0.6), Learned(codes[1], 0.1)], Decide.Model);
        Assert.Equal("rare", Names(codes, combination.One([0.7, 0.2])));
        Assert.Equal("frequent", Names(codes, combination.One([0.7, 0.05])));
    }

    private static string Given(IReadOnlyList<Code> codes, string decide, string probabilities, string byRules, string forbidden)
    {
        Combination combination = new(Learned(codes), Enum.Parse<Decide>(decide, ignoreCase: true));
        var reached = combination.Reached(Values(codes, probabilities), new(Named(byRules), Named(forbidden)));
        return Names(codes, reached);

        HashSet<Code> Named(string ids) => [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => codes.First(code => code.Id == id))];
    }

    private static string Names(IReadOnlyList<Code> codes, bool[] reached) => string.Join(' ', codes.Where((_, index) => reached[index]).Select(code => code.Id).Order(StringComparer.Ordinal));

    // "m=.4"; 0 where nothing is said, and not a number where nothing was learned.
    private static double[] Values(IReadOnlyList<Code> codes, string probabilities)
    {
        var said = probabilities.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=')).ToDictionary(one => one[0], one => double.Parse(one[1], CultureInfo.InvariantCulture));
        return [.. codes.Select(code => NotLearned.Contains(code.Id) ? double.NaN : said.GetValueOrDefault(code.Id))];
    }

    private static List<LearnedCode> Learned(IReadOnlyList<Code> codes) => [.. codes.Select(code => NotLearned.Contains(code.Id) ? new(code, default) { WhyNot = "too few" } : Learned(code, Threshold))];

    private static LearnedCode Learned(Code code, double threshold) => new(code, default) { Model = new(new([], 0), new(-1, 0), new(threshold, null)) };

    private static List<Code> CodesOf(IReadOnlyList<string> ids)
    {
        List<Code> codes = [];
        foreach (var id in ids)
        {
            var parent = id.Contains('.', StringComparison.Ordinal) ? codes.First(code => code.Id == id[..id.IndexOf('.', StringComparison.Ordinal)]) : null;
            codes.Add(new() { Id = id, Parent = parent, Name = new([]), Definition = new([]), Place = new("test") });
        }

        return codes;
    }
}
