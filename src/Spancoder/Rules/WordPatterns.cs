using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>Every distinct word pattern of a codebook, numbered, and kept so that a few look-ups find those that a word fits.</summary>
internal sealed class WordPatterns
{
    private readonly Dictionary<WordPattern, int> _numbers = [];
    private readonly List<Shape> _shapes = [];
    private bool _hasExact;

    public int NumberOf(WordPattern pattern)
    {
        if (_numbers.TryGetValue(pattern, out var known)) return known;

        var number = _numbers.Count;
        _numbers.Add(pattern, number);
        ShapeOf(pattern).Add(pattern.Text, number);
        return number;
    }

    /// <summary>The numbers of the patterns that a word fits, each once, in no particular order. Called once per distinct word.</summary>
    /// <param name="fitting">Takes them; what was in it is gone.</param>
    public void FindFitting(string word, List<int> fitting)
    {
        fitting.Clear();
        var (folded, exact) = (Folding.Fold(word), _hasExact ? Folding.Exact(word) : "");
        foreach (var shape in _shapes)
        {
            var candidate = shape.IsExact ? exact : folded;
            shape.AddFitting(candidate, fitting);
            if (!shape.StarAfter && HasPossessive(candidate)) shape.AddFitting(candidate.AsSpan(0, candidate.Length - 2), fitting);
        }
    }

    private Shape ShapeOf(WordPattern pattern)
    {
        var shape = _shapes.Find(shape => shape.IsExact == pattern.IsExact && shape.StarBefore == pattern.StarBefore && shape.StarAfter == pattern.StarAfter);
        if (shape is null) _shapes.Add(shape = new(pattern.IsExact, pattern.StarBefore, pattern.StarAfter));
        _hasExact |= pattern.IsExact;
        return shape;
    }

    // "brand's"
    private static bool HasPossessive(string word) => word.Length > 2 && word[^1] is 's' or 'S' && Characters.KindOf(word[^2]) == CharacterKind.Apostrophe;

    /// <summary>Patterns with stars at the same ends. A word is looked up once for each length that occurs among them.</summary>
    private sealed class Shape(bool isExact, bool starBefore, bool starAfter)
    {
        private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        private readonly SortedSet<int> _lengths = [];
        private int[] _lengthsInOrder = [];

        public bool IsExact => isExact;

        public bool StarBefore => starBefore;

        public bool StarAfter => starAfter;

        public void Add(string text, int number)
        {
            _numbers.Dictionary.Add(text, number);
            if (_lengths.Add(text.Length)) _lengthsInOrder = [.. _lengths];
        }

        public void AddFitting(ReadOnlySpan<char> word, List<int> fitting)
        {
            if (!starBefore && !starAfter)
            {
                Look(word, fitting);
                return;
            }

            foreach (var length in _lengthsInOrder)
            {
                if (length > word.Length) break;

                var (first, last) = (starBefore && !starAfter ? word.Length - length : 0, starBefore ? word.Length - length : 0);
                for (var at = first; at <= last; at++) Look(word.Slice(at, length), fitting);
            }
        }

        private void Look(ReadOnlySpan<char> word, List<int> fitting)
        {
            if (_numbers.TryGetValue(word, out var number) && !fitting.Contains(number)) fitting.Add(number);
        }
    }
}
