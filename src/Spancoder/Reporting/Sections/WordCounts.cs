using Spancoder.Codebooks;
using Spancoder.Text;

namespace Spancoder.Reporting.Sections;

/// <summary>How often every word is said, and how often where a code was given, and in how many documents. Chinese has no blanks: there, two characters beside each other are counted as words are.</summary>
/// <remarks>All text passes through here. So a word has a number, its counts lie side by side, and those by code are made only for words that some code has met.</remarks>
internal sealed class WordCounts(IReadOnlyList<Code> codes)
{
    /// <summary>Words met after so many different ones are not counted, so that any text fits.</summary>
    public const int MostWords = 200_000;

    private const int Unknown = -1, NotCounted = -2;

    private readonly Tokenizer _tokenizer = new();
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<(int First, int Second), int> _pairs = []; // by both characters
    private readonly long[] _wordsIn = new long[codes.Count + 1], _pairsIn = new long[codes.Count + 1]; // by code; the last of all text
    private int[] _byType = []; // numbers of words, by the tokenizer's types
    private int[] _total = [];
    private CodeCounts?[] _ofCodes = [];
    private int _generation, _document;

    private int Count => _words.Count + _pairs.Count;

    /// <summary>Whether there were more words than are counted.</summary>
    public bool IsFull => Count >= MostWords;

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
        var (there, all) = SizeOf(code, isHan);
        var words = isHan ? _pairs.Select(pair => (Text: TextOf(pair.Key), Number: pair.Value)) : _words.Select(word => (Text: word.Key, Number: word.Value));
        return words.Select(word => (word.Text, Counts: _ofCodes[word.Number], Total: _total[word.Number]))
            .Where(word => word.Counts is { } counts && counts.Times[code] >= fewest && counts.Documents[code] >= fewestDocuments)
            .Select(word => (word.Text, Keyness: new Keyness(word.Counts!.Times[code], word.Total - word.Counts.Times[code], there, all - there), word.Counts.Documents[code])) // as above
            .Where(word => word.Keyness is { SizeElsewhere: > 0, LogRatio: > 0 })
            .OrderByDescending(word => Math.Round(word.Keyness.LogLikelihood, 6)).ThenBy(word => word.Text, StringComparer.Ordinal);
    }

    /// <summary>How many words, or pairs of characters, stand where a code was given, and in all.</summary>
    public (long There, long All) SizeOf(int code, bool isHan) => isHan ? (_pairsIn[code], _pairsIn[^1]) : (_wordsIn[code], _wordsIn[^1]);

    private void Add(CountedSegment segment)
    {
        int[] given = segment.Codes.Count == 0 ? [] : [.. Enumerable.Range(0, codes.Count).Where(index => segment.Codes.Contains(codes[index]))];
        var (text, words, pairs) = (segment.Segment.Text, 0, 0);
        var tokens = _tokenizer.Read(text);
        if (_tokenizer.Vocabulary.Generation != _generation) Forget();
        for (var index = 0; index < tokens.Length; index++)
        {
            var token = tokens[index];
            if (!token.IsHan)
            {
                words++;
                Add(NumberOf(token.Type), given);
            }
            else if (index > 0 && tokens[index - 1].IsHan && token.Before == Gap.None)
            {
                pairs++;
                Add(NumberOf(text, tokens[index - 1], token), given);
            }
        }

        foreach (var code in given) (_wordsIn[code], _pairsIn[code]) = (_wordsIn[code] + words, _pairsIn[code] + pairs);
        (_wordsIn[^1], _pairsIn[^1]) = (_wordsIn[^1] + words, _pairsIn[^1] + pairs);
    }

    private void Add(int word, int[] given)
    {
        if (word < 0) return;

        _total[word]++;
        if (given.Length > 0) (_ofCodes[word] ??= new(codes.Count)).Add(given, _document);
    }

    private int NumberOf(int type)
    {
        if (type >= _byType.Length)
        {
            var known = _byType.Length;
            Array.Resize(ref _byType, Math.Max(type + 1, 2 * known));
            _byType.AsSpan(known).Fill(Unknown);
        }

        if (_byType[type] == Unknown) _byType[type] = Find(_words, Folding.Fold(_tokenizer.Vocabulary[type]));
        return _byType[type];
    }

    private int NumberOf(string text, Token first, Token second) => Find(_pairs, (char.ConvertToUtf32(text, first.Start), char.ConvertToUtf32(text, second.Start)));

    private static string TextOf((int First, int Second) pair) => char.ConvertFromUtf32(pair.First) + char.ConvertFromUtf32(pair.Second);

    private int Find<TWord>(Dictionary<TWord, int> words, TWord word)
        where TWord : notnull
    {
        if (words.TryGetValue(word, out var number)) return number;
        if (IsFull) return NotCounted;

        number = Count;
        words.Add(word, number);
        if (number < _total.Length) return number;

        Array.Resize(ref _total, Math.Max(1024, 2 * number));
        Array.Resize(ref _ofCodes, _total.Length);
        return number;
    }

    // The same types are other words now.
    private void Forget()
    {
        _generation = _tokenizer.Vocabulary.Generation;
        _byType.AsSpan().Fill(Unknown);
    }

    private sealed class CodeCounts(int codes)
    {
        private readonly int[] _lastDocument = new int[codes];

        public int[] Times { get; } = new int[codes];

        public int[] Documents { get; } = new int[codes];

        public void Add(int[] given, int document)
        {
            foreach (var code in given)
            {
                Times[code]++;
                if (_lastDocument[code] == document) continue;
                _lastDocument[code] = document;
                Documents[code]++;
            }
        }
    }
}
