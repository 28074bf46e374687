using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>Every distinct word pattern of a codebook, numbered, and kept so that a few look-ups find those that a word fits.</summary>
internal sealed class WordPatterns
{
    private readonly Dictionary<WordPattern, int> _numbers = [];
    private readonly Dictionary<(bool IsExact, bool StarBefore, bool StarAfter), Shape> _shapes = [];

    public int NumberOf(WordPattern pattern)
    {
        if (_numbers.TryGetValue(pattern, out var known)) return known;

        var number = _numbers.Count;
        _numbers.Add(pattern, number);
        var key = (pattern.IsExact, pattern.StarBefore, pattern.StarAfter);
        if (!_shapes.TryGetValue(key, out var shape)) _shapes.Add(key, shape = new());
        shape.Add(pattern.Text, number);
        return number;
    }

    /// <summary>The numbers of the patterns that a word fits, each once, in no particular order. Called once per distinct word.</summary>
    public int[] Fitting(string word)
    {
        HashSet<int> fitting = [];
        var (folded, exact) = (Folding.Fold(word), Folding.Exact(word));
        foreach (var (kind, shape) in _shapes)
        {
            var candidate = kind.IsExact ? exact : folded;
            shape.AddFitting(candidate, kind.StarBefore, kind.StarAfter, fitting);
            if (!kind.StarAfter && StemOfPossessive(candidate) is { } stem) shape.AddFitting(stem, kind.StarBefore, starAfter: false, fitting);
        }

        return fitting is { Count: 0 } ? [] : [.. fitting];
    }

    /// <summary>"brand" for "brand's"; null for other words.</summary>
    private static string? StemOfPossessive(string word) =>
        word.Length > 2 && word[^1] is 's' or 'S' && Characters.KindOf(word[^2]) == CharacterKind.Apostrophe ? word[..^2] : null;

    /// <summary>Patterns with stars at the same ends. A word is looked up once for each length that occurs among them.</summary>
    private sealed class Shape
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly SortedSet<int> _lengths = [];

        public void Add(string text, int number)
        {
            _numbers.Add(text, number);
            _lengths.Add(text.Length);
        }

        public void AddFitting(string word, bool starBefore, bool starAfter, HashSet<int> fitting)
        {
            var numbers = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
            IEnumerable<int> lengths = starBefore || starAfter ? _lengths : [word.Length];
            foreach (var length in lengths)
            {
                if (length > word.Length) break;

                var (first, last) = (starBefore ? starAfter ? 0 : word.Length - length : 0, starBefore ? word.Length - length : 0);
                for (var at = first; at <= last; at++)
                {
                    if (numbers.TryGetValue(word.AsSpan(at, length), out var number)) fitting.Add(number);
                }
            }
        }
    }
}
