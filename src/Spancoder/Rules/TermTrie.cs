namespace Spancoder.Rules;

/// <summary>All phrases of a codebook in one tree over word patterns; a word of one is a phrase of length 1.</summary>
internal sealed class TermTrie
{
    public const int Root = 0;

    private readonly Dictionary<long, int> _children = [];
    private readonly List<int> _termAt = [NoTerm];

    public const int NoTerm = -1;

    /// <summary>Adds a phrase, or finds it.</summary>
    /// <param name="words">Numbers of word patterns; not empty.</param>
    /// <param name="term">The number to give it if it is new.</param>
    /// <returns>Its number.</returns>
    public int Add(IEnumerable<int> words, int term)
    {
        var node = Root;
        foreach (var word in words)
        {
            if (!_children.TryGetValue(Key(node, word), out var child))
            {
                child = _termAt.Count;
                _children.Add(Key(node, word), child);
                _termAt.Add(NoTerm);
            }

            node = child;
        }

        if (_termAt[node] == NoTerm) _termAt[node] = term;
        return _termAt[node];
    }

    public bool TryStep(int node, int word, out int next) => _children.TryGetValue(Key(node, word), out next);

    /// <summary>The phrase that ends at this node, or <see cref="NoTerm"/>.</summary>
    public int TermAt(int node) => _termAt[node];

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;
}
