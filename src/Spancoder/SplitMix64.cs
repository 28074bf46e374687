namespace Spancoder;

/// <summary>Chance with a seed: the same seed gives the same numbers on every machine and in every version.</summary>
/// <remarks>G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.</remarks>
internal struct SplitMix64(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>One of many independent streams of a seed.</summary>
    public static SplitMix64 Stream(ulong seed, int number) => new(new SplitMix64(seed ^ (new SplitMix64((ulong)number).Next() + Step)).Next());

    public ulong Next()
    {
        _state += Step;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public double NextDouble() => (Next() >> 11) * (1d / (1UL << 53));

    /// <summary>From 0 up to, not including, a limit; each with the same probability.</summary>
    public int NextBelow(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var threshold = (ulong)-limit % (ulong)limit; // what is too much for all to be equal
        ulong drawn;
        do
        {
            drawn = Next();
        }
        while (drawn < threshold);
        return (int)(drawn % (ulong)limit);
    }
}
