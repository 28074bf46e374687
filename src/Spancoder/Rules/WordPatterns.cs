namespace Spancoder.Rules;

/// <summary>Every distinct word pattern of a codebook, numbered, and ordered so that one look at a word finds those it fits.</summary>
internal sealed class WordPatterns
{
    private readonly Dictionary<WordPattern, int> _numbers = [];
    private readonly Dictionary<string, int> _folded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _prefixes = new(StringComparer.Ordinal);
    private readonly List<(WordPattern Pattern, int Number)> _others = [];
    private int _longestPrefix;

    public int NumberOf(WordPattern pattern)
    {
        if (_numbers.TryGetValue(pattern, out var known)) return known;

        var number = _numbers.Count;
        _numbers.Add(pattern, number);
        switch (pattern)
        {
            case { IsExact: false, StarBefore: false, StarAfter: false }: _folded.Add(pattern.Text, number); break;
            case { IsExact: true, StarBefore: false, StarAfter: false }: _exact.Add(pattern.Text, number); break;
            case { IsExact: false, StarBefore: false, StarAfter: true }:
                _prefixes.Add(pattern.Text, number);
                _longestPrefix = Math.Max(_longestPrefix, pattern.Text.Length);
                break;
            default: _others.Add((pattern, number)); break;
        }

        return number;
    }

    /// <summary>The numbers of the patterns that a word fits, in no particular order. Called once per distinct word.</summary>
    public int[] Fitting(string word)
    {
        List<int> fitting = [];
        var folded = Text.Folding.Fold(word);
        AddWhole(_folded, folded, fitting);
        AddWhole(_exact, word, fitting);
        var prefixes = _prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 1; length <= Math.Min(_longestPrefix, folded.Length); length++)
        {
            if (prefixes.TryGetValue(folded.AsSpan(0, length), out var number)) fitting.Add(number);
        }

        foreach (var (pattern, number) in _others)
        {
            if (pattern.Matches(word, folded)) fitting.Add(number);
        }

        return fitting is [] ? [] : [.. fitting];
    }

    private static void AddWhole(Dictionary<string, int> wholes, string word, List<int> fitting)
    {
        if (wholes.TryGetValue(word, out var number)) fitting.Add(number);
        if (WordPattern.StemOfPossessive(word) is { } stem && wholes.TryGetValue(stem, out number)) fitting.Add(number);
    }
}
