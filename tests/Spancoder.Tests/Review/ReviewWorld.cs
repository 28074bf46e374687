using Spancoder.Coders;
using Spancoder.Rules;
using Spancoder.Tests.Rules;
using Spancoder.Text;

namespace Spancoder.Tests.Review;

/// <summary>Documents of few words, rules of every strength for three codes that often find the same ones, and two people who judged some of it.</summary>
internal sealed class ReviewWorld
{
    private static readonly string[] Words = ["kiln*", "fair", "town", "sold", "old", "made", "trade", "glass", "trade fair", "old town", "we sold", "品", "卖", "镇", "品牌"];
    private static readonly string[] Strengths = ["weak", "weak", "normal", "strong", "strong", "against", "never"];
    private static readonly string[] Codes = ["a", "a.b", "c"];
    private static readonly string[][] Judgements = [[Coding.Nothing], [Coding.Unsure], [Coding.Other], ["a"], ["a.b"], ["c"], ["a", "c"], ["a.b", "c"]];

    private readonly Random _random;

    public ReviewWorld(int seed)
    {
        _random = new(seed);
        Rules = GivenRules.Of("rules:\n" + string.Concat(Enumerable.Range(1, 10).Select(number => GivenRules.Rule(
            $"['{OneOf(Words)}', '{OneOf(Words)}']",
            $"    strength: {OneOf(Strengths)}\n    negation: {(_random.Next(2) == 0 ? "mark" : "skip")}",
            $"r{number:00}",
            OneOf(Codes)))));
        Tokenizer tokenizer = new();
        Matcher matcher = new(Rules, tokenizer);
        RandomDocuments documents = new(_random, tokenizer);
        Documents = [.. Enumerable.Range(0, 12).Select(_ => Next(matcher, documents))];
    }

    public RuleSet Rules { get; }

    public IReadOnlyList<CodedDocument> Documents { get; }

    private CodedDocument Next(Matcher matcher, RandomDocuments documents)
    {
        var (document, tokens) = documents.Next();
        var found = matcher.Find(document, tokens, withStopped: true);
        var hits = found.FindAll(hit => hit.Stopped is null);
        List<Coding> byHand = [];
        foreach (var segment in document.Segments.Where(segment => segment.Codable))
        {
            foreach (var coder in new[] { "anna", "bo" }.Where(_ => _random.Next(4) == 0))
            {
                byHand.AddRange(OneOf(Judgements).Select(code => new Coding { Segment = segment, Code = code, Span = segment.Span, Coder = coder, Reason = new Reason.ByHand("", "") }));
            }
        }

        return new(document, hits, new RuleCoder(Rules.Codebook).Code(document, hits)) { ByHand = new(byHand), Stopped = found.FindAll(hit => hit.Stopped is not null) };
    }

    private T OneOf<T>(T[] items) => items[_random.Next(items.Length)];
}
