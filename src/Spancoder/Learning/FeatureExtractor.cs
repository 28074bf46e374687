using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Learning;

/// <summary>Makes feature vectors of a document's segments, of the tokens that the rules have been looked for in. One serves one thread.</summary>
/// <remarks>
/// Counts are damped, 1 + ln n, and each kind of text feature has unit length: words, runs of characters. What the rules say counts <see cref="OfRules"/> beside that.
/// </remarks>
/// <param name="space">What the numbers mean.</param>
/// <param name="vocabulary">Of the tokenizer.</param>
internal sealed class FeatureExtractor(FeatureSpace space, Vocabulary vocabulary)
{
    private const float OfRules = 0.3f;
    private const float OfPrevious = 0.3f;
    private const float OfKind = 0.3f; // layer and role

    private readonly WordFeatures _words = new(vocabulary);
    private readonly BlockCounter _wordCounts = new();
    private readonly BlockCounter _characterCounts = new();
    private readonly List<int> _features = [];
    private readonly List<float> _values = [];

    /// <summary>Calls <paramref name="whenMade"/> with each codable segment and its features, which are good until the next.</summary>
    /// <param name="tokens">Of the document's text.</param>
    /// <param name="hits">Those that count.</param>
    public void Each(SegmentedDocument document, ReadOnlyMemory<Token> tokens, IReadOnlyList<RuleHit> hits, Action<Segment, FeatureView> whenMade)
    {
        _words.LearnNewWords();
        var bySegment = hits.Where(hit => hit.Rule.Rule.Marks is null).ToLookup(hit => hit.Segment.Number);
        Segment? before = null;
        foreach (var segment in document.Segments)
        {
            if (segment.Codable)
            {
                Make(document, tokens.Span, segment, before, bySegment[segment.Number]);
                whenMade(segment, new(_features, _values));
            }

            if (segment.Layer is Layer.Speech or Layer.Note) before = segment;
        }
    }

    /// <summary>Names the text features of one segment with the words that they come from.</summary>
    public void Walk<TSink>(SegmentedDocument document, ReadOnlySpan<Token> tokens, Segment segment, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        _words.LearnNewWords();
        new TextFeatures(_words).Walk(document.Document.Text, segment.Span, TokensOf(tokens, segment), ref sink);
    }

    private void Make(SegmentedDocument document, ReadOnlySpan<Token> tokens, Segment segment, Segment? before, IEnumerable<RuleHit> hits)
    {
        _features.Clear();
        _values.Clear();
        AddText(document, tokens, segment, 0, 1);
        if (space.WithPrevious && before is not null) AddText(document, tokens, before, 2 * FeatureSpace.Buckets, OfPrevious);
        Add(space.Of(segment.Layer), OfKind);
        Add(space.Of(segment.Speaker?.Role ?? Role.Unknown), OfKind);
        AddRules(hits);
    }

    private void AddText(SegmentedDocument document, ReadOnlySpan<Token> tokens, Segment segment, int first, float scale)
    {
        Counting counting = new(_wordCounts, _characterCounts);
        new TextFeatures(_words).Walk(document.Document.Text, segment.Span, TokensOf(tokens, segment), ref counting);
        _wordCounts.MoveTo(_features, _values, first, scale);
        _characterCounts.MoveTo(_features, _values, first + FeatureSpace.Buckets, scale);
    }

    // Each rule once, and what each code has by them, against what it needs.
    private void AddRules(IEnumerable<RuleHit> hits)
    {
        List<CompiledRule> rules = [.. hits.Select(hit => hit.Rule).DistinctBy(rule => rule.Rule.Id).OrderBy(rule => rule.Rule.Id, StringComparer.Ordinal)];
        foreach (var (code, points) in space.PointsOf(rules)) Add(space.Of(code), OfRules * Math.Clamp((float)points / code.Threshold, -2, 2));
        foreach (var rule in rules) Add(space.OfRule(rule.Rule.Id), OfRules);
    }

    private void Add(int feature, float value)
    {
        _features.Add(feature);
        _values.Add(value);
    }

    private static ReadOnlySpan<Token> TokensOf(ReadOnlySpan<Token> tokens, Segment segment) =>
        tokens[Sorted.FirstFrom(tokens, static token => token.Start, segment.Span.Start)..Sorted.FirstFrom(tokens, static token => token.Start, segment.Span.End)];

    private readonly struct Counting(BlockCounter words, BlockCounter characters) : IFeatureSink
    {
        public void AddWord(int bucket, TextSpan span) => words.Add(bucket);

        public void AddCharacters(int bucket, TextSpan span) => characters.Add(bucket);
    }
}

/// <summary>The features of one segment where they were made; good until the next are made there.</summary>
internal readonly struct FeatureView(List<int> features, List<float> values)
{
    public ReadOnlySpan<int> Features => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(features);

    public ReadOnlySpan<float> Values => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values);

    /// <summary>Of its own.</summary>
    public SparseVector Copy() => new([.. features], [.. values]);
}
