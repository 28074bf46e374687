using Spancoder.Coders;
using Spancoder.Learning;
using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Tests.Coders;
using Spancoder.Text;

namespace Spancoder.Tests.Learning;

/// <summary>What is shown is held against all parts of a score, worked out in the plainest way.</summary>
public class WeighingTests(TrainedStudy study) : IClassFixture<TrainedStudy>
{
    [Theory]
    [InlineData("R: we sold it from a booth, and sold more of it, SOLD all")]
    [InlineData("R: pupils in a class? In the class of my brother! And rain")]
    [InlineData("R: 冬天，我们在展会上卖石头，展会很大。")]
    [InlineData("R: sold 卖 online 网上 booth 展会")]
    [InlineData("R: And then?\nR: sold\nR: the booth stood in the hall")]
    [InlineData("P01: the booth\nP02: sold it\nP01: the booth stood in the hall")]
    public void The_five_heaviest_parts_of_a_sum_that_makes_the_probability(string text)
    {
        foreach (var withPrevious in new[] { false, true })
        {
            var classifier = study.Model(Decide.Both, withPrevious).Classifier;
            Tokenizer tokenizer = new();
            var passage = Passage.Of(text, tokenizer, out var tokens);
            FeatureExtractor extractor = new(classifier.Space, tokenizer.Vocabulary);
            extractor.Each(passage, tokens, new SetsMatcher(study.Rules, tokenizer).Find(passage, tokens), (segment, features) =>
            {
                var probabilities = classifier.Probabilities(features);
                foreach (var (index, code) in classifier.Codes.Index().Where(code => code.Item.Model is not null))
                {
                    var parts = Parts(classifier, code, extractor, passage, tokens, segment, features.Copy());
                    Assert.Equal(probabilities[index], code.Model!.Scaling.ProbabilityOf(parts.Values.Sum() + code.Model.Weights.Bias), 1e-5); // it was learned

                    var shown = new Weighing(classifier, extractor).Begin(passage, tokens.Span, segment, features).Of(code.Code);
                    Assert.Equal(parts.Values.Select(Math.Abs).Where(weight => weight > 0).OrderDescending().Take(5).Select(weight => Math.Round(weight, 6)), shown.Select(weighed => Math.Round(Math.Abs(weighed.Weight), 6)));
                    Assert.All(shown, weighed => Assert.Equal(parts[weighed.Name ?? Folding.Fold(weighed.Words!.Value.In(passage.Document.Text))], weighed.Weight, 1e-6)); // without a name it is words
                    Assert.All(shown, weighed => Assert.True(weighed.Words is not { } words || FirstOf(words, passage, segment) == words.Start));
                }
            });
        }
    }

    private static Dictionary<string, double> Parts(Classifier classifier, LearnedCode code, FeatureExtractor extractor, SegmentedDocument passage, ReadOnlyMemory<Token> tokens, Segment segment, SparseVector features)
    {
        List<(int Feature, TextSpan Span)> met = [];
        Walked sink = new(met);
        extractor.Walk(passage, tokens.Span, segment, ref sink);
        Dictionary<string, double> parts = [];
        for (var at = 0; at < features.Features.Count; at++)
        {
            var (feature, part) = (features.Features[at], features.Values[at] * (double)classifier.WeightOf(features.Features[at], classifier.LaneOf(code.Code)));
            List<string> names = classifier.Space.NameOf(feature) is { } name ? [name] : [.. met.Where(one => one.Feature == feature).Select(one => Folding.Fold(one.Span.In(passage.Document.Text)))];
            foreach (var of in names) parts[of] = parts.GetValueOrDefault(of) + part / names.Count;
        }

        return parts;
    }

    private static int FirstOf(TextSpan words, SegmentedDocument passage, Segment segment)
    {
        var folded = Folding.Fold(words.In(passage.Document.Text));
        return Enumerable.Range(segment.Span.Start, segment.Span.Length - words.Length + 1).First(start => Folding.Fold(passage.Document.Text.AsSpan(start, words.Length)) == folded && !IsInside(start) && !IsInside(start + words.Length));

        // "it" also stands in "with"
        bool IsInside(int place) => place > segment.Span.Start && place < segment.Span.End && char.IsAsciiLetter(passage.Document.Text[place - 1]) && char.IsAsciiLetter(passage.Document.Text[place]);
    }

    private readonly struct Walked(List<(int Feature, TextSpan Span)> met) : IFeatureSink
    {
        public void AddWord(int bucket, TextSpan span) => met.Add((bucket, span));

        public void AddCharacters(int bucket, TextSpan span) => met.Add((FeatureSpace.Buckets + bucket, span));
    }
}
