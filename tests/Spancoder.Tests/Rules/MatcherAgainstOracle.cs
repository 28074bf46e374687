using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Tests.Rules;

/// <summary>The engine and a slow, plain evaluator agree in every hit, counted or stopped, over random documents and random rules.</summary>
public class MatcherAgainstOracle
{
    private const int Worlds = 100;
    private const int RulesOfWorld = 12;
    private const int DocumentsOfWorld = 10;

    [Fact]
    public void They_agree_in_every_random_world()
    {
        ConstructTally tally = new();
        for (var seed = 1; seed <= Worlds; seed++) Compare(seed, tally);

        Assert.Equal(Worlds * DocumentsOfWorld, tally.Documents);
        Assert.True(!tally.Rare().Any(), "too seldom: " + string.Join(", ", tally.Rare()));
    }

    private static void Compare(int seed, ConstructTally tally)
    {
        var random = new Random(seed);
        var (lists, yaml) = new RandomRules(random).Next(RulesOfWorld);
        var rules = GivenRules.Of(lists + "rules:\n" + string.Concat(yaml));
        Tokenizer tokenizer = new();
        Matcher matcher = new(rules, tokenizer);
        RandomDocuments documents = new(random, tokenizer);
        SlowTerms terms = new(rules.Codebook);
        for (var number = 0; number < DocumentsOfWorld; number++)
        {
            var (document, tokens) = documents.Next();
            var found = matcher.Find(document, tokens, withStopped: true);
            SlowMatcher slow = new(document, tokens, rules.Codebook, terms);
            var expected = slow.Find().ToList();
            foreach (var rule in rules.Codebook.Rules)
            {
                var ofRule = found.Where(hit => hit.Rule.Rule == rule && !IsLeftOpen(hit)).ToList();
                var expectedOfRule = expected.Where(hit => hit.Rule == rule).OrderBy(hit => hit.Span.Start).ThenByDescending(hit => hit.Span.End).ToList();
                var isSame = ofRule.Select(hit => hit.Span).SequenceEqual(expectedOfRule.Select(hit => hit.Span).Distinct()) && ofRule.All(hit => expectedOfRule.Any(way => IsSame(hit, way)));
                if (isSame) continue;

                var written = yaml.Single(text => text.Contains($"id: {rule.Id}\n", StringComparison.Ordinal));
                Assert.Fail($"seed {seed}\n{lists}{written}\n{Show(document)}\nexpected\n{string.Concat(expectedOfRule.Select(Show))}found\n{string.Concat(ofRule.Select(Show))}");
            }

            Assert.Equal(found.Where(hit => hit.Stopped is null).Select(Show), matcher.Find(document, tokens).Select(Show));
            tally.Add(rules.Codebook, slow.Operands, found);
        }
    }

    // What a find over several turns would be, if the rule looked at everybody: docs/rules.md does not say.
    private static bool IsLeftOpen(RuleHit hit) => SlowMatcher.ReachesOverTurns(hit.Rule.Rule.Find) && !SlowMatcher.Fits(hit.Rule.Rule, hit.Segment);

    private static bool IsSame(RuleHit found, SlowMatcher.Hit expected) =>
        found.Span == expected.Span
        && found.Segment == expected.Segment
        && expected.Words.SequenceEqual(found.Parts)
        && (found.Stopped is { } stop ? expected.Stops.Contains(stop.GetType()) : expected.Stops is [])
        && found.Stopped switch
        {
            Stop.Unless unless => expected.Unless.Contains(unless.Span),
            Stop.Negated negated => (expected.Cues ?? []).Contains(negated.Cue),
            null => (found.Negation is { } cue ? (expected.Cues ?? []).Contains(cue) : expected.Cues is null or [])
                && (found.OnlyIf is { } context ? (expected.OnlyIf ?? []).Contains(context) : expected.OnlyIf is null or []),
            _ => true,
        };

    private static string Show(RuleHit hit) =>
        $"  {hit.Rule.Rule.Id} {hit.Span.Start}-{hit.Span.End} parts {string.Join(' ', hit.Parts.Select(part => $"{part.Start}-{part.End}"))} only-if {hit.OnlyIf} negation {hit.Negation} {hit.Stopped?.ToString() ?? "counts"}\n";

    private static string Show(SlowMatcher.Hit hit) =>
        $"  {hit.Rule.Id} {hit.Span.Start}-{hit.Span.End} parts {Show([.. hit.Words])} only-if {Show(hit.OnlyIf)} unless {Show(hit.Unless)} negation {Show(hit.Cues)} {(hit.Stops is [] ? "counts" : string.Join(", ", hit.Stops.Select(stop => stop.Name)))}\n";

    private static string Show(List<TextSpan>? spans) => spans is null ? "not asked" : $"[{string.Join(' ', spans.Select(span => $"{span.Start}-{span.End}"))}]";

    private static string Show(SegmentedDocument document) =>
        string.Join(", ", document.Document.Metadata) + "\n"
        + string.Concat(document.Document.Turns.Select(turn => $"{turn.Span.Start,4} {turn.Layer} {turn.Speaker?.Key}: «{turn.Span.In(document.Document.Text)}»\n"))
        + $"segments {Show([.. document.Segments.Select(segment => segment.Span)])}\nsentences {Show([.. document.Sentences])}";
}
