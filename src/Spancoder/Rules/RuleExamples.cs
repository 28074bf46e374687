using Spancoder.Codebooks;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>Runs the examples that stand beside the rules.</summary>
internal static class RuleExamples
{
    /// <returns>Those that do not hold, in order of place.</returns>
    public static IReadOnlyList<Problem> Failing(RuleSet rules)
    {
        var tokenizer = new Tokenizer();
        var matcher = new Matcher(rules, tokenizer);
        Problems failing = new();
        foreach (var rule in rules.Codebook.Rules)
        {
            foreach (var example in rule.Examples) Check(rule, example, tokenizer, matcher, failing);
        }

        return failing.InOrder;
    }

    private static void Check(Rule rule, RuleExample example, Tokenizer tokenizer, Matcher matcher, Problems failing)
    {
        var passage = Passage.Of(example.Text, tokenizer, out var tokens);
        var hits = matcher.Find(passage, tokens, withStopped: true).Where(hit => hit.Rule.Rule.Id == rule.Id).ToList();
        var found = hits.Where(hit => hit.Stopped is null).Select(hit => hit.Span).ToList();
        if (example.Matches && found is [])
        {
            failing.Add(example.Place, $"rule '{rule.Id}' is not found in this example{Why(hits)}", "mend the rule or the example");
        }
        else if (!example.Matches && found is not [])
        {
            failing.Add(example.Place, $"rule '{rule.Id}' is found in this example and should not be (at {Places(found, passage.Document.Text)})", "mend the rule or the example");
        }
        else if (example.Spans.Count > 0 && !example.Spans.SequenceEqual(found))
        {
            failing.Add(example.Place,
                $"rule '{rule.Id}' is found at {Places(found, passage.Document.Text)}, and the example marks {Places(example.Spans, passage.Document.Text)}", "move the marks, or mend the rule");
        }
    }

    private static string Why(List<RuleHit> stopped) => stopped.FirstOrDefault()?.Stopped switch
    {
        Stop.NothingNearby => ": its words are there, and what 'only-if' asks for is not",
        Stop.Unless => ": its words are there, and 'unless' stops them",
        _ => "",
    };

    // Examples are the codebook's own, nobody said them, so they may be quoted.
    private static string Places(IEnumerable<TextSpan> spans, string text) => string.Join(", ", spans.Select(span => $"«{span.In(text)}»"));
}
