using System.Numerics;

namespace Spancoder.Agreement;

/// <summary>Sets of codes that coders gave, each once.</summary>
public sealed class CodeSets
{
    private static readonly string[] AbsentOrPresent = ["absent", "present"];

    private readonly ulong[][] _bits;

    /// <param name="codes">Their ids.</param>
    /// <param name="sets">Indices into the codes. The empty set: looked, and nothing applies.</param>
    public CodeSets(IReadOnlyList<string> codes, IReadOnlyList<IReadOnlyList<int>> sets)
    {
        (Codes, Sets) = (codes, sets);
        _bits = [.. sets.Select(set => BitsOf(set, (codes.Count + 63) / 64))];
    }

    public IReadOnlyList<string> Codes { get; }

    public IReadOnlyList<IReadOnlyList<int>> Sets { get; }

    /// <summary>Bars between codes; NONE for the empty set.</summary>
    public string NameOf(int set) => Sets[set] is [] ? Coding.Nothing : string.Join('|', Sets[set].Select(code => Codes[code]));

    /// <summary>One code in judgements whose categories are these sets: absent or present.</summary>
    /// <param name="code">Its index.</param>
    public Ratings Presence(Ratings ratings, int code) => ratings.Recode(AbsentOrPresent, [.. _bits.Select(bits => (int)(bits[code / 64] >> (code % 64)) & 1)]);

    /// <summary>How far two sets are apart, from 0 (the same) to 1.</summary>
    public double Distance(int first, int second, SetDistance distance)
    {
        if (first == second) return 0;
        if (distance == SetDistance.Exact) return 1;

        var (left, right) = (_bits[first], _bits[second]);
        var (both, either) = (0, 0);
        for (var i = 0; i < left.Length; i++)
        {
            both += BitOperations.PopCount(left[i] & right[i]);
            either += BitOperations.PopCount(left[i] | right[i]);
        }

        var jaccard = (double)both / either; // two different sets are not both empty
        return distance == SetDistance.Jaccard ? 1 - jaccard : 1 - (jaccard * Monotonicity(both, Sets[first].Count, Sets[second].Count));
    }

    // Passonneau's M: 1 the same, 2/3 one within the other, 1/3 some in common, 0 none.
    private static double Monotonicity(int both, int first, int second) =>
        both == 0 ? 0 : both == Math.Min(first, second) ? 2d / 3 : 1d / 3;

    private static ulong[] BitsOf(IReadOnlyList<int> set, int words)
    {
        var bits = new ulong[Math.Max(1, words)];
        foreach (var code in set) bits[code / 64] |= 1UL << (code % 64);
        return bits;
    }
}

/// <summary>How far apart two sets of codes are. Two empty sets are the same; an empty one and another are 1 apart.</summary>
public enum SetDistance
{
    /// <summary>1 - J M, J Jaccard's index, M 1 for the same set, 2/3 where one holds the other, 1/3 where they have some in common, 0 where none. R. Passonneau, Measuring agreement on set-valued items (MASI), LREC 2006.</summary>
    Masi,

    /// <summary>1 - (what both have) / (what either has).</summary>
    Jaccard,

    /// <summary>0 or 1.</summary>
    Exact,
}
