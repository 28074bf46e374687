namespace Spancoder;

/// <summary>Chance with a seed: the same seed gives the same numbers on every machine and in every version of the runtime.</summary>
/// <remarks>G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.</remarks>
internal sealed class SplitMix64(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <param name="seed">Of the whole draw.</param>
    /// <param name="purpose">What the numbers are for: those for one thing do not depend on how many were used for another.</param>
    public SplitMix64(ulong seed, string purpose)
        : this(seed)
    {
        foreach (var c in purpose) _state = Next() ^ c;
    }

    /// <summary>One of many independent streams of a seed.</summary>
    public static SplitMix64 Stream(ulong seed, int number) => new(new SplitMix64(seed ^ (new SplitMix64((ulong)number).Next() + Golden)).Next());

    public ulong Next()
    {
        var z = _state += Golden;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public double NextDouble() => (Next() >> 11) * (1d / (1UL << 53));

    /// <summary>From 0 up to, not including, <paramref name="limit"/>, each as likely as any other.</summary>
    public int Below(int limit)
    {
        var uneven = ulong.MaxValue - ulong.MaxValue % (ulong)limit; // from here on the small ones would come once more
        ulong number;
        do number = Next();
        while (number >= uneven);
        return (int)(number % (ulong)limit);
    }

    /// <summary>The same items in an order of which each is as likely as any other (Fisher and Yates).</summary>
    public List<T> Shuffle<T>(IEnumerable<T> items)
    {
        List<T> shuffled = [.. items];
        for (var last = shuffled.Count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (shuffled[last], shuffled[other]) = (shuffled[other], shuffled[last]);
        }

        return shuffled;
    }
}
