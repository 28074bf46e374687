using Spancoder.Codebooks;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>Runs the examples that stand beside the rules.</summary>
internal static class RuleExamples
{
    private const string Open = "<<", Close = ">>";

    /// <returns>Those that do not hold, in order of place.</returns>
    public static IReadOnlyList<Problem> Failing(RuleSet rules)
    {
        var tokenizer = new Tokenizer();
        var matcher = new Matcher(rules, tokenizer);
        Problems failing = new();
        foreach (var rule in rules.Rules)
        {
            foreach (var example in rule.Rule.Examples) Check(rule, example, tokenizer, matcher, failing);
        }

        return failing.InOrder;
    }

    private static void Check(CompiledRule rule, RuleExample example, Tokenizer tokenizer, Matcher matcher, Problems failing)
    {
        var name = $"rule '{rule.Rule.Id}'";
        var passage = Passage.Of(example.Text.Replace(Open, "", StringComparison.Ordinal).Replace(Close, "", StringComparison.Ordinal), tokenizer, out var tokens, example.Facts);
        var text = passage.Document.Text;
        var hits = matcher.Find(passage, tokens, withStopped: true, isPassage: true, rule);
        var found = hits.Where(hit => hit.Stopped is null).ToList();
        var spans = found.Select(hit => hit.Span).ToList();
        var marked = MarkedIn(example.Text, text);
        if (example.Matches && found is [])
        {
            failing.Add(example.Place, $"{name} is not found in this example{Why(hits)}", "mend the rule or the example");
        }
        else if (!example.Matches && found is not [])
        {
            failing.Add(example.Place, $"{name} is found in this example and should not be (at {Places(spans, text)})", "mend the rule or the example");
        }
        else if (marked.Count > 0 && !marked.SequenceEqual(spans))
        {
            failing.Add(example.Place, $"{name} is found at {Places(spans, text)}, and the example marks {Places(marked, text)}", "move the marks, or mend the rule");
        }
        else if (example.Negated is { } negated && found.Find(hit => hit.Negation is not null != negated) is { } other)
        {
            failing.Add(example.Place, $"{name} is found at {Places([other.Span], text)} as {(negated ? "not negated" : "negated")}, and the example says 'negated: {(negated ? "yes" : "no")}'", "mend the rule or the example");
        }
    }

    // White space changes when lines are joined, so places are told by how many other characters stand before them.
    private static List<TextSpan> MarkedIn(string example, string text)
    {
        List<int> positions = [.. text.Index().Where(character => !char.IsWhiteSpace(character.Item)).Select(character => character.Index)];
        List<TextSpan> spans = [];
        var before = 0;
        foreach (var (index, piece) in Passage.WordsOf(example).Split([Open, Close], StringSplitOptions.None).Index())
        {
            var after = before + piece.Count(character => !char.IsWhiteSpace(character));
            if (index % 2 == 1 && after > before) spans.Add(new(positions[before], positions[after - 1] + 1));
            before = after;
        }

        return spans;
    }

    private static string Why(List<RuleHit> stopped) => stopped.FirstOrDefault()?.Stopped switch
    {
        Stop.Elsewhere elsewhere => $": its words are there, and the document is not as 'where' wants it ({elsewhere.Test})",
        Stop.OtherSpeaker => ": its words are there, and somebody says them whom 'speakers' leaves out",
        Stop.Negated => ": its words are there, negated, and 'negation: skip' leaves such hits out",
        Stop.NotNegated => ": its words are there, not negated, and 'negation: only' leaves such hits out",
        Stop.NothingNearby => ": its words are there, and what 'only-if' asks for is not",
        Stop.Unless => ": its words are there, and 'unless' stops them",
        _ => "",
    };

    // Examples are the codebook's own, nobody said them, so they may be quoted.
    private static string Places(IEnumerable<TextSpan> spans, string text) => string.Join(", ", spans.Select(span => $"«{span.In(text)}»"));
}
