using Spancoder.Codebooks;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Learning;

/// <summary>Says what weighed most when a classifier judged a segment, in the segment's own words. One serves one thread.</summary>
/// <remarks>
/// A score is a sum over features, so each feature has its part of it. Runs of characters within a word count to the word; what occurs several times is added up and shown where it stands first. The turn before
/// counts as one thing.
/// </remarks>
internal sealed class Weighing(Classifier classifier, FeatureExtractor extractor)
{
    private const int Shown = 5;

    private readonly int[] _places = new int[2 * FeatureSpace.Buckets]; // by text feature: where it stands among those of the segment at hand

    /// <param name="features">Of the segment; what is given back is good as long as they are.</param>
    public OfSegment Begin(SegmentedDocument document, ReadOnlySpan<Token> tokens, Segment segment, FeatureView features)
    {
        var numbers = features.Features;
        for (var place = 0; place < numbers.Length; place++)
        {
            if (numbers[place] < _places.Length) _places[numbers[place]] = place;
        }

        Occurrences occurrences = new(_places, new(document.Document.Text), [], new int[numbers.Length]);
        extractor.Walk(document, tokens, segment, ref occurrences);
        return new(classifier, features, occurrences);
    }

    /// <summary>One segment, of which may be asked for several codes.</summary>
    internal readonly struct OfSegment(Classifier classifier, FeatureView features, Occurrences occurrences)
    {
        /// <returns>The heaviest first.</returns>
        public IReadOnlyList<Weighed> Of(Code code)
        {
            var lane = classifier.LaneOf(code);
            var numbers = features.Features;
            var values = features.Values;
            var parts = new double[numbers.Length];
            for (var place = 0; place < parts.Length; place++) parts[place] = values[place] * (double)classifier.WeightOf(numbers[place], lane);

            var spans = occurrences.Words.Spans;
            var sums = new double[spans.Count];
            foreach (var (place, word) in occurrences.Met) sums[word] += parts[place] / occurrences.Times[place];
            List<Weighed> all = [];
            for (var word = 0; word < sums.Length; word++) all.Add(new(null, spans[word], sums[word]));
            Dictionary<string, double> others = [];
            for (var place = 0; place < parts.Length; place++)
            {
                if (classifier.Space.NameOf(numbers[place]) is { } name) others[name] = others.GetValueOrDefault(name) + parts[place];
            }

            all.AddRange(others.Select(other => new Weighed(other.Key, null, other.Value)));

            return Heaviest(all);
        }

        private static IReadOnlyList<Weighed> Heaviest(List<Weighed> all)
        {
            double[] sizes = [.. all.Select(SizeOf).OrderDescending().Take(Shown)];
            return
            [
                .. all.Where(weighed => weighed.Weight != 0 && SizeOf(weighed) >= sizes[^1])
                    .OrderByDescending(SizeOf).ThenBy(weighed => weighed.Words?.Start ?? int.MaxValue).ThenBy(weighed => weighed.Name, StringComparer.Ordinal).Take(Shown),
            ];
        }

        private static double SizeOf(Weighed weighed) => Math.Round(Math.Abs(weighed.Weight), 9);
    }

    /// <param name="places">By text feature: where it stands among those of the segment.</param>
    /// <param name="words">Gathers the words.</param>
    /// <param name="met">By occurrence: the place of its feature, and its word.</param>
    /// <param name="times">By place: how often it occurs.</param>
    internal readonly struct Occurrences(int[] places, SameWords words, List<(int Place, int Word)> met, int[] times) : IFeatureSink
    {
        public SameWords Words => words;

        public IReadOnlyList<(int Place, int Word)> Met => met;

        public ReadOnlySpan<int> Times => times;

        public void AddWord(int bucket, TextSpan span) => Add(bucket, span);

        public void AddCharacters(int bucket, TextSpan span) => Add(FeatureSpace.Buckets + bucket, span);

        private void Add(int feature, TextSpan span)
        {
            var place = places[feature];
            times[place]++;
            met.Add((place, words.IndexOf(span)));
        }
    }

    /// <summary>Numbers words and pairs of words; those that are spelt alike have one number.</summary>
    internal sealed class SameWords(string text)
    {
        private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
        private readonly List<TextSpan> _spans = [];
        private (TextSpan Span, int Word) _last, _lastButOne; // a word, a pair that ends with it, and then the runs of the word

        /// <summary>By number: where it stands first.</summary>
        public IReadOnlyList<TextSpan> Spans => _spans;

        public int IndexOf(TextSpan span)
        {
            if (span == _last.Span) return _last.Word;
            if (span == _lastButOne.Span) return _lastButOne.Word;

            var spelt = Folding.Fold(span.In(text));
            if (_known.TryAdd(spelt, _spans.Count)) _spans.Add(span);
            (_lastButOne, _last) = (_last, (span, _known[spelt]));
            return _last.Word;
        }
    }
}
