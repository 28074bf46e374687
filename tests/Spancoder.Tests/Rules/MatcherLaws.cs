using Spancoder.Codebooks;
using Spancoder.Rules;
using Spancoder.Text;

namespace Spancoder.Tests.Rules;

/// <summary>What holds of all hits, whatever the rules and the documents are.</summary>
public class MatcherLaws
{
    private const int DocumentsOfWorld = 12;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1001, 8)];

    [Theory, MemberData(nameof(Seeds))]
    public void The_order_of_rules_of_lists_and_of_what_stands_in_them_never_changes_a_hit(int seed)
    {
        var world = Read(seed);
        var random = new Random(seed);
        var mixed = world with
        {
            Rules = Shuffle(world.Rules.Select(rule => rule with { Find = Mix(rule.Find), OnlyIf = MixAll(rule.OnlyIf), Unless = MixAll(rule.Unless) })),
            Lists = Shuffle(world.Lists).ToDictionary(list => list.Key, list => list.Value with { Terms = Shuffle(list.Value.Terms) }),
        };
        Assert.NotEmpty(HitsOf(world, seed));
        Assert.Equal(HitsOf(world, seed), HitsOf(mixed, seed));

        Operand Mix(Operand operand) => operand switch
        {
            Operand.AnyOf any => any with { Operands = Shuffle(any.Operands.Select(Mix)) },
            Operand.Several several => several with { Operands = several.InOrder ? [.. several.Operands.Select(Mix)] : Shuffle(several.Operands.Select(Mix)) },
            _ => operand,
        };
        IReadOnlyList<Context> MixAll(IReadOnlyList<Context> contexts) => Shuffle(contexts.Select(context => context with { Operand = Mix(context.Operand) }));
        List<T> Shuffle<T>(IEnumerable<T> items) => [.. items.OrderBy(_ => random.Next())];
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_names_of_rules_are_names_only(int seed)
    {
        var world = Read(seed);
        var renamed = world with { Rules = [.. world.Rules.Select(rule => rule with { Id = Renamed(rule.Id) })] };
        Assert.Equal(HitsOf(world, seed).Select(hit => Renamed(hit[..3]) + hit[3..]).Order(StringComparer.Ordinal), HitsOf(renamed, seed).Order(StringComparer.Ordinal));

        static string Renamed(string id) => $"r{99 - int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture)}";
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_rule_finds_the_same_alone(int seed)
    {
        var world = Read(seed);
        var together = HitsOf(world, seed);
        foreach (var rule in world.Rules)
        {
            Assert.Equal(together.Where(hit => hit.StartsWith($"{rule.Id} ", StringComparison.Ordinal)), HitsOf(world with { Rules = [rule] }, seed));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void It_finds_the_same_after_the_vocabulary_was_cleared_and_whatever_it_read_before(int seed)
    {
        var world = Read(seed);
        Assert.Equal(HitsOf(world, seed), HitsOf(world, seed, largestVocabulary: 2));

        var rules = Compile(world);
        Tokenizer tokenizer = new();
        List<string> hits = [];
        RandomDocuments documents = new(new Random(seed), tokenizer);
        for (var number = 0; number < DocumentsOfWorld; number++)
        {
            var (document, tokens) = documents.Next();
            hits.AddRange(new Matcher(rules, tokenizer).Find(document, tokens, withStopped: true).Select(hit => Show(hit, number)));
        }

        Assert.Equal(HitsOf(world, seed), hits);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void No_find_of_a_rule_lies_within_another_one_of_it(int seed)
    {
        Tokenizer tokenizer = new();
        Matcher matcher = new(Compile(Read(seed)), tokenizer);
        RandomDocuments documents = new(new Random(seed), tokenizer);
        for (var number = 0; number < DocumentsOfWorld; number++)
        {
            var (document, tokens) = documents.Next();
            foreach (var ofRule in matcher.Find(document, tokens, withStopped: true).GroupBy(hit => hit.Rule))
            {
                var spans = ofRule.Select(hit => hit.Span).ToList();
                Assert.All(spans, span => Assert.Single(spans, other => other.Contains(span)));
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Every_hit_begins_in_its_segment_and_none_is_an_interviewers(int seed)
    {
        Tokenizer tokenizer = new();
        Matcher matcher = new(Compile(Read(seed)), tokenizer);
        RandomDocuments documents = new(new Random(seed), tokenizer);
        for (var number = 0; number < DocumentsOfWorld; number++)
        {
            var (document, tokens) = documents.Next();
            foreach (var hit in matcher.Find(document, tokens, withStopped: true))
            {
                Assert.True(hit.Segment.Codable && hit.Segment.Span.Start <= hit.Span.Start && hit.Span.Start < hit.Segment.Span.End);
                Assert.Equal((hit.Span.Start, hit.Span.End), (hit.Parts[0].Start, hit.Parts[^1].End));
                Assert.All(hit.Parts.Where(part => document.SegmentAt(part.Start)!.Speaker?.Role == Role.Interviewer), part => Assert.Fail($"{part} is the interviewer's"));
            }
        }
    }

    private static Codebook Read(int seed)
    {
        var (lists, rules) = new RandomRules(new Random(seed)).Next(12);
        return GivenRules.Of(lists + "rules:\n" + string.Concat(rules)).Codebook;
    }

    private static RuleSet Compile(Codebook codebook)
    {
        Problems problems = new();
        var rules = RuleCompiler.Compile(codebook, problems);
        problems.StopIfAny();
        return rules;
    }

    private static List<string> HitsOf(Codebook codebook, int seed, int largestVocabulary = 1 << 20)
    {
        Tokenizer tokenizer = new(largestVocabulary);
        Matcher matcher = new(Compile(codebook), tokenizer);
        RandomDocuments documents = new(new Random(seed), tokenizer);
        List<string> hits = [];
        for (var number = 0; number < DocumentsOfWorld; number++)
        {
            var (document, tokens) = documents.Next();
            hits.AddRange(matcher.Find(document, tokens, withStopped: true).Select(hit => Show(hit, number)));
        }

        return hits;
    }

    // Which of two terms or contexts is named, where either would do, may follow the order in which they are written.
    private static string Show(RuleHit hit, int document) =>
        $"{hit.Rule.Rule.Id} {document} {hit.Segment.Id} {hit.Span} {string.Join(' ', hit.Parts)} {hit.Negation} {hit.Stopped?.GetType().Name}";
}
