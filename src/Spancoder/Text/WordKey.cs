using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Spancoder.Text;

/// <summary>What a word is looked up by, in 16 bytes: the word itself where it fits into them, a hash of it where not.</summary>
/// <param name="Low">Up to 16 ASCII characters a byte each, the first one lowest, or up to seven others two bytes each; zeros behind the last.</param>
/// <param name="High">The other half. Its highest bits, which no ASCII character sets, tell the three kinds apart.</param>
internal readonly record struct WordKey(ulong Low, ulong High)
{
    /// <summary>Of a word in ASCII that is its own key, in characters.</summary>
    public const int Longest = 16;

    private const int LongestOfOthers = 7;
    private const ulong Others = 0xFFFE_0000_0000_0000;
    private const ulong Hashes = 0xFFFF_0000_0000_0000;

    /// <summary>Whether another word cannot have the same key.</summary>
    public bool IsWhole => High < Hashes;

    /// <summary>Every bit depends on every character.</summary>
    public uint Hash
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var mixed = Low ^ High * 0xC2B2AE3D27D4EB4F;
            return (uint)((mixed ^ mixed >> 32) * 0x9E3779B97F4A7C15 >> 32);
        }
    }

    public static WordKey Of(ReadOnlySpan<char> word)
    {
        if (word.Length <= Longest && !word.Contains('\0'))
        {
            if (Ascii.IsValid(word)) return Pack(word, bitsOfOne: 8);
            if (word.Length <= LongestOfOthers) return Pack(word, bitsOfOne: 16) is var key ? new(key.Low, key.High | Others) : default;
        }

        return new(HashOf(word), Hashes | (uint)word.Length);
    }

    /// <param name="character">A word by itself, and not ASCII.</param>
    public static WordKey Of(char character) => new(character, Others);

    /// <summary>Packs the ASCII letters and digits at the head of <paramref name="characters"/>.</summary>
    /// <param name="characters">At least <see cref="Longest"/>.</param>
    /// <returns>How many they are, at most <see cref="Longest"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PackHead(ReadOnlySpan<char> characters, out WordKey key)
    {
        var units = MemoryMarshal.Cast<char, ushort>(characters);
        var bytes = Vector128.NarrowWithSaturation(Vector128.Create(units), Vector128.Create(units[8..]));
        var isLetter = Vector128.LessThan((bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)26));
        var isDigit = Vector128.LessThan(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)10));
        var length = BitOperations.TrailingZeroCount(~(isLetter | isDigit).ExtractMostSignificantBits());
        var packed = (bytes & Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)length))).AsUInt64();
        key = new(packed.ToScalar(), packed.GetElement(1));
        return length;
    }

    /// <summary>Equal, and <see cref="IsWhole"/>. Without a branch, for loops over many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsWholly(WordKey other) => (Low ^ other.Low | High ^ other.High) == 0 & IsWhole;

    private static WordKey Pack(ReadOnlySpan<char> word, int bitsOfOne)
    {
        var packed = UInt128.Zero;
        for (var index = word.Length - 1; index >= 0; index--) packed = packed << bitsOfOne | word[index];
        return new((ulong)packed, (ulong)(packed >> 64));
    }

    // Four characters a step, multiplied and folded. Not seeded: the numbers never reach an output.
    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        var hash = (ulong)word.Length;
        var quads = MemoryMarshal.Cast<char, ulong>(word);
        foreach (var quad in quads) hash = BitOperations.RotateLeft(hash ^ quad, 23) * Multiplier;
        foreach (var c in word[(quads.Length * 4)..]) hash = BitOperations.RotateLeft(hash ^ c, 23) * Multiplier;
        return hash;
    }
}
