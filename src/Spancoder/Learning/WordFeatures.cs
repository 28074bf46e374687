using Spancoder.Text;

namespace Spancoder.Learning;

/// <summary>What every distinct word brings as features, worked out once for each; one serves one thread, as its vocabulary does.</summary>
/// <param name="vocabulary">That gave the words their types.</param>
internal sealed class WordFeatures(Vocabulary vocabulary)
{
    private const int LongestRun = 5; // characters
    private const ulong Seed = 0xCBF29CE484222325, Prime = 0x100000001B3;

    private readonly List<int> _runs = [];
    private ulong[] _hashes = [];
    private int[][] _runsOfType = [];
    private int _known;
    private int _generation;

    /// <summary>By type: of the word, folded.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes;

    /// <summary>By type: the buckets of its runs of characters, as often as they occur. Empty for a Chinese character.</summary>
    public ReadOnlySpan<int[]> Runs => _runsOfType;

    public static ulong HashOf(ReadOnlySpan<char> characters)
    {
        var hash = Seed;
        foreach (var c in characters) hash = (hash ^ c) * Prime; // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
        return hash;
    }

    /// <summary>The hash of one thing after another.</summary>
    public static ulong Pair(ulong first, ulong second) => Mixed(first) * Prime + second;

    public static int BucketOf(ulong hash) => (int)(Mixed(hash) % FeatureSpace.Buckets);

    /// <summary>Learns the words that the vocabulary has got since.</summary>
    public void LearnNewWords()
    {
        if (vocabulary.Generation != _generation) _known = 0; // the same numbers are other words now
        _generation = vocabulary.Generation;
        if (vocabulary.Count > _hashes.Length)
        {
            var size = Math.Max(vocabulary.Count, _hashes.Length * 2);
            Array.Resize(ref _hashes, size);
            Array.Resize(ref _runsOfType, size);
        }

        for (; _known < vocabulary.Count; _known++)
        {
            var word = Folding.Fold(vocabulary[_known]);
            _hashes[_known] = HashOf(word);
            _runsOfType[_known] = RunsOf(word);
        }
    }

    // Runs of one to five characters of the word with a blank on both sides; not the blank alone.
    private int[] RunsOf(string word)
    {
        if (word.Length == 0 || Characters.KindAt(word, 0, out _) == CharacterKind.Han) return [];

        _runs.Clear();
        var padded = $" {word} ";
        for (var length = 1; length <= Math.Min(LongestRun, padded.Length); length++)
        {
            for (var start = length == 1 ? 1 : 0; start + length <= padded.Length - (length == 1 ? 1 : 0); start++) _runs.Add(BucketOf(HashOf(padded.AsSpan(start, length))));
        }

        return [.. _runs];
    }

    // The finalizer of SplitMix64: every bit of the result depends on every bit of the hash.
    private static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
