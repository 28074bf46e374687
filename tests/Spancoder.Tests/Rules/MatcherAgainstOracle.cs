using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Tests.Rules;

/// <summary>The engine and a slow, plain matcher agree in every hit and span, over random passages and random rules.</summary>
public class MatcherAgainstOracle
{
    private static readonly string[] Terms =
    [
        "export", "export*", "\"*port\"", "trade fair", "fair", "hand-made", "made", "trade fair in", "café", "brand", "don't", "don", "brand*", "品牌", "品", "区域品牌", "AI技术",
        "技术 fair", "CNC", "国 外", "fair 国外", "a b", "b a", "o'clock", "Straße*", "bar*", "made in 中国",
    ];

    private static readonly string[] Pieces =
    [
        "export", "exports", "Exporting", "reexport", "trade", "fair", "Fairs", "fair's", "hand", "made", "handmade", "café", "cafe\u0301", "CAFÉ", "brand", "brand’s", "branded", "don't", "don’t", "don",
        "品牌", "品", "牌", "区域", "AI", "技术", "ＣＮＣ", "cnc", "国", "外", "国外", "中国", "a", "b", "in", "o'clock", "o’clock", "STRASSE", "straßen", "ba\u00ADr", "tra\u200Bde", "bar's", "x's", "5'a", "s",
    ];

    private static readonly string[] Gaps = [" ", " ", " ", " ", "", "-", "\u2011", "  ", "\u00A0", "\u3000", ", ", ". ", "。", "，", " - ", "\n", "…", "’", "'", "(", ") ", "\u200B", " \u00AD"];

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 20)];

    [Theory, MemberData(nameof(Seeds))]
    public void They_agree_in_a_random_world(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var rules = Enumerable.Range(0, 4).Select(number => new RandomRule($"r{number}", random)).ToList();
            var compiled = GivenRules.Of("rules:\n" + string.Concat(rules.Select(rule => rule.Yaml)));
            Tokenizer tokenizer = new();
            Matcher matcher = new(compiled, tokenizer);
            for (var document = 0; document < 3; document++)
            {
                var text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Pieces[random.Next(Pieces.Length)] + Gaps[random.Next(Gaps.Length)]));
                var passage = Passage.Of("x " + text, tokenizer, out var tokens);
                var found = matcher.Find(passage, tokens).Select(hit => (hit.Rule.Rule.Id, hit.Span)).ToList();
                var expected = rules.SelectMany(rule => rule.Find(passage).Select(span => (rule.Id, Span: span)))
                    .OrderBy(hit => hit.Span.Start).ThenByDescending(hit => hit.Span.End).ThenBy(hit => hit.Id, StringComparer.Ordinal).ToList();
                Assert.True(expected.SequenceEqual(found),
                    $"seed {seed}, round {round}, in «{passage.Document.Text}»\nrules:\n{string.Concat(rules.Select(rule => rule.Yaml))}\nexpected {Show(expected, passage)}\nfound    {Show(found, passage)}");
            }
        }
    }

    private static string Show(List<(string Id, TextSpan Span)> hits, SegmentedDocument passage) =>
        string.Join("; ", hits.Select(hit => $"{hit.Id} {hit.Span.Start}-{hit.Span.End} {hit.Span.In(passage.Document.Text)}"));

    private sealed class RandomRule
    {
        private readonly string[] _find;
        private readonly (string[] Terms, string Kind)? _onlyIf;
        private readonly (string[] Terms, string Kind)? _unless;

        public RandomRule(string id, Random random)
        {
            Id = id;
            _find = RandomTerms(random);
            if (random.Next(2) == 0) _onlyIf = (RandomTerms(random), Kind(random, "sentence", "segment", "part-of"));
            if (random.Next(2) == 0) _unless = (RandomTerms(random), Kind(random, "sentence", "segment", "part-of"));
        }

        public string Id { get; }

        public string Yaml => GivenRules.Rule(List(_find), Context("only-if", _onlyIf) + Context("unless", _unless), Id);

        public IEnumerable<TextSpan> Find(SegmentedDocument passage)
        {
            var text = passage.Document.Text;
            var slow = new SlowMatcher(text);
            var found = SlowMatcher.Longest(slow.Find(_find.Select(Unquoted)));
            return found.Where(hit => (_onlyIf is null || Holds(_onlyIf.Value, hit)) && !(_unless is not null && Holds(_unless.Value, hit)));

            bool Holds((string[] Terms, string Kind) context, TextSpan hit)
            {
                var others = slow.Find(context.Terms.Select(Unquoted));
                if (context.Kind == "part-of") return others.Any(other => other.Contains(hit));

                var window = context.Kind == "segment" ? passage.Segments[0].Span : passage.Sentences.Single(sentence => sentence.Start <= hit.Start && hit.Start < sentence.End);
                return others.Any(other => window.Contains(other) && !hit.Contains(other));
            }
        }

        private static string Unquoted(string term) => term.Trim('"');

        private static string[] RandomTerms(Random random) => [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Terms[random.Next(Terms.Length)]).Distinct()];

        private static string Kind(Random random, params string[] kinds) => kinds[random.Next(kinds.Length)];

        private static string List(string[] terms) => $"[{string.Join(", ", terms)}]";

        private static string Context(string name, (string[] Terms, string Kind)? context) => context switch
        {
            null => "",
            (var terms, "sentence") => $"    {name}: {List(terms)}\n",
            (var terms, "part-of") => $"    {name}: {{part-of: {List(terms)}}}\n",
            var (terms, kind) => $"    {name}: {{nearby: {List(terms)}, within: {kind}}}\n",
        };
    }
}
