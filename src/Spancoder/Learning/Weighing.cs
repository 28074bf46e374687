using Spancoder.Codebooks;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Learning;

/// <summary>Says what weighed most when a classifier judged a segment, in the segment's own words.</summary>
/// <remarks>
/// A score is a sum over features, so each feature has its part of it. Runs of characters within a word count to the word; what occurs several times is added up and shown where it stands first. The turn before
/// counts as one thing.
/// </remarks>
internal static class Weighing
{
    private const int Shown = 5;

    /// <param name="features">Of the segment.</param>
    /// <returns>The heaviest first.</returns>
    public static IReadOnlyList<Weighed> Of(Classifier classifier, Code code, FeatureExtractor extractor, SegmentedDocument document, ReadOnlySpan<Token> tokens, Segment segment, FeatureView features)
    {
        Dictionary<int, double> parts = [];
        for (var at = 0; at < features.Features.Length; at++) parts.Add(features.Features[at], features.Values[at] * (double)classifier.WeightOf(features.Features[at], code));

        Occurrences occurrences = new([]);
        extractor.Walk(document, tokens, segment, ref occurrences);
        var times = occurrences.Met.CountBy(met => met.Feature).ToDictionary();
        var words = occurrences.Met.GroupBy(met => Folding.Fold(met.Span.In(document.Document.Text)), StringComparer.Ordinal)
            .Select(same => new Weighed(null, same.First().Span, same.Sum(met => parts[met.Feature] / times[met.Feature])));
        var others = parts.GroupBy(part => classifier.Space.NameOf(part.Key)).Where(same => same.Key is not null).Select(same => new Weighed(same.Key, null, same.Sum(part => part.Value)));
        return [.. words.Concat(others).Where(weighed => weighed.Weight != 0).OrderByDescending(weighed => Math.Round(Math.Abs(weighed.Weight), 9)).ThenBy(weighed => weighed.Words?.Start ?? int.MaxValue).ThenBy(weighed => weighed.Name, StringComparer.Ordinal).Take(Shown)];
    }

    private readonly struct Occurrences(List<(int Feature, TextSpan Span)> met) : IFeatureSink
    {
        public IReadOnlyList<(int Feature, TextSpan Span)> Met => met;

        public void AddWord(int bucket, TextSpan span) => met.Add((bucket, span));

        public void AddCharacters(int bucket, TextSpan span) => met.Add((FeatureSpace.Buckets + bucket, span));
    }
}
