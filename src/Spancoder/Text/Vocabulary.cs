using System.Numerics;
using System.Runtime.InteropServices;

namespace Spancoder.Text;

/// <summary>Gives every distinct word, as it is written, a small number, so that later stages look at each word once.</summary>
/// <remarks>
/// Open addressing with linear probing, at most half full. Numbers count from 0 in the order of first sight and mean
/// nothing beyond this vocabulary. One vocabulary serves one thread.
/// </remarks>
internal sealed class Vocabulary
{
    private readonly List<string> _words = [];
    private Slot[] _slots = new Slot[1 << 12];

    public int Count => _words.Count;

    /// <summary>Counts how often it was cleared. What somebody learned of its numbers holds only while this stays the same.</summary>
    public int Generation { get; private set; }

    public string this[int type] => _words[type];

    public int Intern(ReadOnlySpan<char> word)
    {
        var hash = Hash(word);
        var mask = _slots.Length - 1;
        for (var at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            ref var slot = ref _slots[at];
            if (slot.TypePlusOne == 0) return Add(word, hash, at);
            if (slot.Hash == hash && word.SequenceEqual(_words[slot.TypePlusOne - 1])) return slot.TypePlusOne - 1;
        }
    }

    public void Clear()
    {
        _words.Clear();
        _slots = new Slot[1 << 12];
        Generation++;
    }

    private int Add(ReadOnlySpan<char> word, uint hash, int at)
    {
        _words.Add(word.ToString());
        _slots[at] = new(hash, _words.Count);
        if (_words.Count * 2 > _slots.Length) Grow();
        return _words.Count - 1;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new Slot[old.Length * 2];
        var mask = _slots.Length - 1;
        foreach (var slot in old)
        {
            if (slot.TypePlusOne == 0) continue;

            var at = (int)slot.Hash & mask;
            while (_slots[at].TypePlusOne != 0) at = (at + 1) & mask;
            _slots[at] = slot;
        }
    }

    // Four characters a step, multiplied and folded. Not seeded: the numbers never reach an output.
    private static uint Hash(ReadOnlySpan<char> word)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        var hash = (ulong)word.Length;
        var quads = MemoryMarshal.Cast<char, ulong>(word);
        foreach (var quad in quads) hash = BitOperations.RotateLeft(hash ^ quad, 23) * Multiplier;
        foreach (var c in word[(quads.Length * 4)..]) hash = BitOperations.RotateLeft(hash ^ c, 23) * Multiplier;
        return (uint)(hash >> 32) ^ (uint)hash;
    }

    private readonly record struct Slot(uint Hash, int TypePlusOne);
}
