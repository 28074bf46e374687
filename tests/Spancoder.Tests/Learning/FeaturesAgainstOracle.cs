using Spancoder.Learning;
using Spancoder.Tests.Rules;

namespace Spancoder.Tests.Learning;

/// <summary>What the product makes of random documents is what the oracle makes of them: the same features, and the same values to the precision that they are held in.</summary>
public class FeaturesAgainstOracle
{
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 40)];

    [Theory, MemberData(nameof(Seeds))]
    public void Every_segment_of_an_English_Chinese_or_mixed_document_has_the_oracles_features(int seed)
    {
        FeatureReader reader = new(withPrevious: true);
        RandomDocuments documents = new(new(seed), reader.Tokenizer);
        for (var number = 0; number < 4; number++)
        {
            var (document, tokens) = documents.Next();
            var read = reader.Read(document, tokens);
            Assert.Equal(document.Segments.Where(segment => segment.Codable).Select(segment => segment.Number), read.Keys);
            Segment? before = null;
            foreach (var segment in document.Segments)
            {
                if (read.TryGetValue(segment.Number, out var found)) AssertSame(Expected(reader.Space, document.Document.Text, segment, before), found, $"seed {seed}, document {number}, segment {segment.Number}");
                if (segment.Layer is Layer.Speech or Layer.Note) before = segment;
            }
        }
    }

    private static Dictionary<int, double> Expected(FeatureSpace space, string text, Segment segment, Segment? before)
    {
        var expected = SlowFeatures.Numbers(text, segment.Span);
        foreach (var (feature, value) in before is null ? [] : SlowFeatures.Numbers(text, before.Span, 2 * FeatureSpace.Buckets, 0.3)) expected.Add(feature, value);
        expected.Add(4 * FeatureSpace.Buckets + (int)segment.Layer, 0.3);
        expected.Add(space.Roles + (int)(segment.Speaker?.Role ?? Role.Unknown), 0.3);
        return expected;
    }

    private static void AssertSame(Dictionary<int, double> expected, SortedDictionary<int, float> found, string where)
    {
        Assert.True(expected.Keys.Order().SequenceEqual(found.Keys), $"{where}: missing {string.Join(' ', expected.Keys.Except(found.Keys))}, more {string.Join(' ', found.Keys.Except(expected.Keys))}");
        Assert.All(expected, feature => Assert.Equal(feature.Value, found[feature.Key], 1e-6));
    }
}
