using Spancoder.Codebooks;
using Spancoder.Text;

namespace Spancoder.Reporting.Sections;

/// <summary>How often every word is said where a code was given, and in how many documents. Chinese has no blanks: there, two characters beside each other are counted as words are.</summary>
internal sealed class WordCounts
{
    /// <summary>Words met after so many different ones are not counted, so that any text fits.</summary>
    public const int MostWords = 400_000;

    private readonly IReadOnlyList<Code> _codes;
    private readonly Dictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly Tokenizer _tokenizer = new();
    private readonly List<Word?> _byType = [];
    private readonly Dictionary<(int First, int Second), Word?> _pairs = [];
    private readonly long[] _sizes, _hanSizes; // by code; the last of all text
    private int _generation;
    private int _document;

    public WordCounts(IReadOnlyList<Code> codes) => (_codes, _sizes, _hanSizes) = (codes, new long[codes.Count + 1], new long[codes.Count + 1]);

    /// <summary>Whether there were more words than are counted.</summary>
    public bool IsFull => _words.Count >= MostWords;

    public void Add(CountedDocument document)
    {
        _document++;
        foreach (var segment in document.Codable) Add(segment);
    }

    /// <summary>Words that are more at home where a code was given than where it was not; the highest log-likelihood first.</summary>
    /// <param name="code">Its index.</param>
    /// <param name="isHan">Pairs of characters, or words in letters.</param>
    /// <param name="fewest">How often a word has to stand there.</param>
    /// <param name="fewestDocuments">In how many documents that is.</param>
    public IEnumerable<(string Word, Keyness Keyness, int Documents)> KeyTo(int code, bool isHan, int fewest, int fewestDocuments)
    {
        var sizes = isHan ? _hanSizes : _sizes;
        return _words.Where(word => word.Value.IsHan == isHan && word.Value.Counts[code] >= fewest && word.Value.Documents[code] >= fewestDocuments)
            .Select(word => (word.Key, Keyness: new Keyness(word.Value.Counts[code], word.Value.Counts[^1] - word.Value.Counts[code], sizes[code], sizes[^1] - sizes[code]), word.Value.Documents[code]))
            .Where(word => word.Keyness is { SizeElsewhere: > 0, LogRatio: > 0 })
            .OrderByDescending(word => Math.Round(word.Keyness.LogLikelihood, 6)).ThenBy(word => word.Key, StringComparer.Ordinal);
    }

    /// <summary>How many words, or pairs of characters, stand where a code was given, and in all.</summary>
    public (long There, long All) SizeOf(int code, bool isHan) => isHan ? (_hanSizes[code], _hanSizes[^1]) : (_sizes[code], _sizes[^1]);

    private void Add(CountedSegment segment)
    {
        var given = Enumerable.Range(0, _codes.Count).Where(index => segment.Codes.Contains(_codes[index])).Append(_codes.Count).ToArray();
        var tokens = _tokenizer.Read(segment.Segment.Text);
        if (_tokenizer.Vocabulary.Generation != _generation) Forget();
        for (var index = 0; index < tokens.Length; index++)
        {
            var token = tokens[index];
            if (!token.IsHan) Count(WordOf(token.Type), given, _sizes);
            else if (index > 0 && tokens[index - 1].IsHan && token.Before == Gap.None) Count(PairOf(tokens[index - 1].Type, token.Type), given, _hanSizes);
        }
    }

    private void Count(Word? word, int[] given, long[] sizes)
    {
        foreach (var code in given)
        {
            sizes[code]++;
            word?.Count(code, _document);
        }
    }

    private Word? WordOf(int type)
    {
        while (_byType.Count <= type) _byType.Add(null);
        return _byType[type] ??= Find(Folding.Fold(_tokenizer.Vocabulary[type]), isHan: false);
    }

    private Word? PairOf(int first, int second)
    {
        if (_pairs.TryGetValue((first, second), out var word)) return word;

        word = Find(_tokenizer.Vocabulary[first] + _tokenizer.Vocabulary[second], isHan: true);
        if (_pairs.Count < MostWords) _pairs.Add((first, second), word);
        return word;
    }

    private Word? Find(string text, bool isHan)
    {
        if (_words.TryGetValue(text, out var word) || IsFull) return word;

        _words.Add(text, word = new(isHan, _codes.Count + 1));
        return word;
    }

    // The same numbers are other words now.
    private void Forget()
    {
        _generation = _tokenizer.Vocabulary.Generation;
        _byType.Clear();
        _pairs.Clear();
    }

    private sealed class Word(bool isHan, int counts)
    {
        private readonly int[] _lastDocument = new int[counts];

        public bool IsHan { get; } = isHan;

        /// <summary>By code; the last in all text.</summary>
        public int[] Counts { get; } = new int[counts];

        public int[] Documents { get; } = new int[counts];

        public void Count(int code, int document)
        {
            Counts[code]++;
            if (_lastDocument[code] == document) return;
            _lastDocument[code] = document;
            Documents[code]++;
        }
    }
}
