namespace Spancoder.Text;

/// <summary>Gives every distinct word, as it is written, a small number, so that later stages look at each word once.</summary>
/// <remarks>
/// Open addressing with linear probing, at most half full. What takes time is waiting for memory: slots are as small as can be and lead to the keys, which stand in the order of first
/// sight, so that those of frequent words lie close together. Numbers count from 0 in that order and mean nothing beyond this vocabulary. One vocabulary serves one thread.
/// </remarks>
internal sealed class Vocabulary
{
    private const int FewestSlots = 1 << 12;

    private readonly List<string> _words = [];
    private WordKey[] _keys = new WordKey[FewestSlots / 2]; // by type
    private int[] _slots = new int[FewestSlots]; // one more than the type, or 0

    public int Count => _words.Count;

    /// <summary>Counts how often it was cleared. What somebody learned of its numbers holds only while this stays the same.</summary>
    public int Generation { get; private set; }

    public string this[int type] => _words[type];

    public int Intern(ReadOnlySpan<char> word) => Intern(WordKey.Of(word), word);

    /// <param name="key">Of this word.</param>
    public int Intern(WordKey key, ReadOnlySpan<char> word)
    {
        var mask = _slots.Length - 1;
        for (var at = (int)key.Hash & mask; ; at = (at + 1) & mask)
        {
            var type = _slots[at] - 1;
            if (type < 0) return Add(word, key, at);
            if (_keys[type] == key && (key.IsWhole || word.SequenceEqual(_words[type]))) return type;
        }
    }

    /// <summary>Finds most of the words that are known.</summary>
    /// <remarks>
    /// Two loops that decide nothing, so that the processor asks memory for many words at once instead of waiting for each: one looks into the slots, one compares the keys.
    /// A word that is not found in its first slot, or whose key is not the whole word, is left to <see cref="Intern(WordKey, ReadOnlySpan{char})"/>.
    /// </remarks>
    /// <param name="types">As long as <paramref name="words"/>. Takes each word's type, or -1.</param>
    public void Find(ReadOnlySpan<CutWord> words, Span<int> types)
    {
        var (slots, keys) = (_slots, _keys);
        types = types[..words.Length];
        for (var index = 0; index < words.Length; index++) types[index] = slots[(int)words[index].Hash & (slots.Length - 1)] - 1;
        for (var index = 0; index < words.Length; index++)
        {
            var type = types[index];
            types[index] = (uint)type < (uint)keys.Length && words[index].Key.IsWholly(keys[type]) ? type : -1;
        }
    }

    public void Clear()
    {
        _words.Clear();
        _keys = new WordKey[FewestSlots / 2];
        _slots = new int[FewestSlots];
        Generation++;
    }

    private int Add(ReadOnlySpan<char> word, WordKey key, int at)
    {
        var type = _words.Count;
        _words.Add(word.ToString());
        _keys[type] = key;
        _slots[at] = type + 1;
        if (_words.Count == _keys.Length) Grow();
        return type;
    }

    private void Grow()
    {
        Array.Resize(ref _keys, _keys.Length * 2);
        _slots = new int[_keys.Length * 2];
        var mask = _slots.Length - 1;
        for (var type = 0; type < _words.Count; type++)
        {
            var at = (int)_keys[type].Hash & mask;
            while (_slots[at] != 0) at = (at + 1) & mask;
            _slots[at] = type + 1;
        }
    }
}
