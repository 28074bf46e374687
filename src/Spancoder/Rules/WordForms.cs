using Spancoder.Codebooks;
using Spancoder.Reading;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>The word forms that one term finds in documents, counted a document at a time.</summary>
/// <remarks>
/// It is tried as a rule would try it: where one find lies within a longer one of the same term, only the longer counts, and interviewers, memos, headings,
/// events and back-channels are not looked at. Neither who speaks nor negation matters.
/// </remarks>
internal sealed class WordForms
{
    private readonly Tokenizer _tokenizer = new();
    private readonly Matcher _matcher;
    private readonly Dictionary<(string Folded, string Via), Found> _found = [];

    private WordForms(RuleSet rules) => _matcher = new(rules, _tokenizer);

    public int Documents { get; private set; }

    /// <summary>The most frequent first, then in order of the words.</summary>
    public IReadOnlyList<WordForm> InOrder =>
    [
        .. _found
            .Select(found => new WordForm(found.Value.CommonestSpelling, found.Key.Via, found.Value.Count, found.Value.Documents))
            .OrderByDescending(form => form.Count).ThenBy(form => form.Words, StringComparer.Ordinal).ThenBy(form => form.Via, StringComparer.Ordinal),
    ];

    /// <param name="term">As it may stand in a rule.</param>
    /// <param name="codebook">Whose lists it may name.</param>
    /// <param name="place">Where it was given.</param>
    /// <param name="problems">What is wrong with it.</param>
    public static WordForms Of(string term, Codebook codebook, Place place, Problems problems) => new(TermRules.Of([term], codebook, place, problems));

    public void Add(Document document)
    {
        Documents++;
        var tokens = _tokenizer.ReadMemory(document.Text);
        foreach (var hit in _matcher.Find(Segmenter.Split(document, tokens.Span, SegmentUnit.Turn), tokens))
        {
            var words = string.Join(" ... ", hit.Parts.Select(part => OnOneLine(part.In(document.Text).ToString())));
            var key = (words.ToLowerInvariant(), hit.Via[0]);
            if (!_found.TryGetValue(key, out var found)) _found.Add(key, found = new());
            found.Add(words, Documents);
        }
    }

    private static string OnOneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Words that differ in nothing but capitals.</summary>
    private sealed class Found
    {
        private readonly Dictionary<string, int> _spellings = [];
        private int _lastDocument;

        public int Count => _spellings.Values.Sum();

        public int Documents { get; private set; }

        public string CommonestSpelling => _spellings.OrderByDescending(spelling => spelling.Value).ThenBy(spelling => spelling.Key, StringComparer.Ordinal).First().Key;

        public void Add(string words, int document)
        {
            _spellings[words] = _spellings.GetValueOrDefault(words) + 1;
            if (_lastDocument != document) Documents++;
            _lastDocument = document;
        }
    }
}

/// <summary>One form that a term was found in.</summary>
/// <param name="Words">In the commonest of its spellings; where other words may stand between them, these are left out.</param>
/// <param name="Via">The term that found it: the one asked for, or one of a list that it names.</param>
internal sealed record WordForm(string Words, string Via, int Count, int Documents);
