namespace Spancoder.Rules;

/// <summary>All phrases of a codebook in one tree over word patterns; a word is a phrase of length 1.</summary>
internal sealed class PhraseTrie
{
    public const int Root = 0;

    public const int None = -1;

    private const int FilterBits = 16; // 8 KB, which stay near the processor

    private readonly Dictionary<long, int> _children = [];
    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];
    private readonly List<int> _phraseAt = [None];
    private readonly List<bool> _goesOn = [false];
    private readonly HashSet<int> _later = [];

    /// <summary>Adds a phrase, or finds it.</summary>
    /// <param name="words">Numbers of word patterns; not empty.</param>
    /// <param name="number">The number to give it if it is new.</param>
    /// <returns>Its number.</returns>
    public int Add(IEnumerable<int> words, int number)
    {
        var node = Root;
        foreach (var word in words)
        {
            if (node != Root) _later.Add(word);
            if (!_children.TryGetValue(Key(node, word), out var child))
            {
                child = _phraseAt.Count;
                _children.Add(Key(node, word), child);
                _filter[FilterAt(Key(node, word), out var bit)] |= bit;
                _phraseAt.Add(None);
                _goesOn[node] = true;
                _goesOn.Add(false);
            }

            node = child;
        }

        if (_phraseAt[node] == None) _phraseAt[node] = number;
        return _phraseAt[node];
    }

    public bool TryStep(int node, int word, out int next)
    {
        // Nearly all steps lead nowhere, and most of these are seen here.
        if ((_filter[FilterAt(Key(node, word), out var bit)] & bit) != 0) return _children.TryGetValue(Key(node, word), out next);

        next = Root;
        return false;
    }

    /// <summary>Whether longer phrases go on from this node.</summary>
    public bool GoesOn(int node) => _goesOn[node];

    /// <summary>Whether a word stands in some phrase behind the first.</summary>
    public bool IsLater(int word) => _later.Contains(word);

    /// <summary>The phrase that ends at this node, or <see cref="None"/>.</summary>
    public int PhraseAt(int node) => _phraseAt[node];

    private static int FilterAt(long key, out ulong bit)
    {
        var hash = (ulong)key * 0x9E3779B97F4A7C15 >> (64 - FilterBits);
        bit = 1UL << (int)(hash & 63);
        return (int)(hash >> 6);
    }

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;
}
