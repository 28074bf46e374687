using Spancoder.Learning;
using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Tests.Learning;

/// <summary>Reads one passage after another, as a run reads documents: one tokenizer, matcher and extractor for all.</summary>
internal sealed class FeatureReader
{
    private readonly Matcher _matcher;
    private readonly FeatureExtractor _extractor;

    public FeatureReader(RuleSet? rules = null, bool withPrevious = false, int largestVocabulary = 1 << 20)
    {
        Rules = rules ?? GivenLearning.NoRules;
        Tokenizer = new(largestVocabulary);
        Space = new(Rules, withPrevious);
        _matcher = new(Rules, Tokenizer);
        _extractor = new(Space, Tokenizer.Vocabulary);
    }

    public RuleSet Rules { get; }

    public Tokenizer Tokenizer { get; }

    public FeatureSpace Space { get; }

    /// <summary>By codable segment: its number, and its features by theirs.</summary>
    public Dictionary<int, SortedDictionary<int, float>> Read(SegmentedDocument document, ReadOnlyMemory<Token> tokens)
    {
        Dictionary<int, SortedDictionary<int, float>> read = [];
        _extractor.Each(document, tokens, _matcher.Find(document, tokens), (segment, view) => read.Add(segment.Number, Numbered(view.Copy())));
        return read;
    }

    public Dictionary<int, SortedDictionary<int, float>> Read(string passage) => Read(Passage.Of(passage, Tokenizer, out var tokens), tokens);

    /// <summary>The features of the only segment of a passage.</summary>
    public SortedDictionary<int, float> One(string passage) => Assert.Single(Read(passage)).Value;

    /// <summary>What the text features of the first segment are named with: the words that each comes from.</summary>
    public (List<string> Words, List<string> Characters) Walk(string passage)
    {
        var document = Passage.Of(passage, Tokenizer, out var tokens);
        NamingSink sink = new(document.Document.Text, [], []);
        _extractor.Walk(document, tokens.Span, document.Segments[0], ref sink);
        return (sink.Words, sink.Characters);
    }

    private static SortedDictionary<int, float> Numbered(SparseVector vector)
    {
        SortedDictionary<int, float> numbered = [];
        foreach (var (feature, value) in vector.Features.Zip(vector.Values)) numbered.Add(feature, value); // each once, or this throws
        return numbered;
    }

    private readonly struct NamingSink(string text, List<string> words, List<string> characters) : IFeatureSink
    {
        public List<string> Words => words;

        public List<string> Characters => characters;

        public void AddWord(int bucket, TextSpan span) => words.Add(span.In(text).ToString());

        public void AddCharacters(int bucket, TextSpan span) => characters.Add(span.In(text).ToString());
    }
}
