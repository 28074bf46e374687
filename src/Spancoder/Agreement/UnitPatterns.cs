namespace Spancoder.Agreement;

/// <summary>Units by what was made of them, whoever it was: "absent twice, present once" is one pattern, however many units have it.</summary>
/// <remarks>Measures that do not ask who said what need no more than this. There are few patterns where there are many units, so that a
/// replicate of the bootstrap costs as much as there are patterns. They stand in an order of their own, so sums come out the same in any order of units.</remarks>
public sealed class UnitPatterns
{
    private readonly int[] _unitPattern;

    private UnitPatterns(IReadOnlyList<string> categories, IReadOnlyList<UnitPattern> patterns, int[] units, int[] unitPattern) =>
        (Categories, Patterns, Units, _unitPattern) = (categories, patterns, units, unitPattern);

    public IReadOnlyList<string> Categories { get; }

    public IReadOnlyList<UnitPattern> Patterns { get; }

    /// <summary>How many units have each pattern.</summary>
    public IReadOnlyList<int> Units { get; }

    /// <summary>How many units count.</summary>
    public int Count => Units.Sum();

    /// <summary>The pattern of each unit of the ratings; -1 for a unit that does not count.</summary>
    public ReadOnlySpan<int> OfUnits => _unitPattern;

    public static UnitPatterns Of(Ratings ratings, Frame frame = Frame.Pairable)
    {
        var fewest = frame == Frame.Pairable ? 2 : 1;
        Dictionary<int[], int> found = new(SameValues.Comparer);
        var lookup = found.GetAlternateLookup<ReadOnlySpan<int>>();
        List<int[]> values = [];
        List<int> times = [];
        var ofUnits = new int[ratings.Units];
        Span<int> sorted = new int[ratings.Coders.Count];
        for (var unit = 0; unit < ratings.Units; unit++)
        {
            var present = PresentIn(ratings.Of(unit), sorted);
            ofUnits[unit] = -1;
            if (present.Length < fewest) continue;
            if (!lookup.TryGetValue(present, out var pattern))
            {
                pattern = values.Count;
                lookup[present] = pattern;
                values.Add(present.ToArray());
                times.Add(0);
            }

            times[pattern]++;
            ofUnits[unit] = pattern;
        }

        return InOrder(ratings.Categories, values, times, ofUnits);
    }

    private static UnitPatterns InOrder(IReadOnlyList<string> categories, List<int[]> values, List<int> times, int[] ofUnits)
    {
        var order = Enumerable.Range(0, values.Count).ToArray();
        Array.Sort(order, (left, right) => values[left].Length != values[right].Length ? values[left].Length - values[right].Length : values[left].AsSpan().SequenceCompareTo(values[right]));
        var place = new int[order.Length];
        foreach (var (now, before) in order.Index()) place[before] = now;
        for (var unit = 0; unit < ofUnits.Length; unit++)
        {
            if (ofUnits[unit] >= 0) ofUnits[unit] = place[ofUnits[unit]];
        }

        return new(categories, [.. order.Select(index => new UnitPattern(values[index]))], [.. order.Select(index => times[index])], ofUnits);
    }

    private static ReadOnlySpan<int> PresentIn(ReadOnlySpan<int> values, Span<int> into)
    {
        var count = 0;
        foreach (var value in values)
        {
            if (value != Ratings.Missing) into[count++] = value;
        }

        into[..count].Sort();
        return into[..count];
    }

    private sealed class SameValues : IEqualityComparer<int[]>, IAlternateEqualityComparer<ReadOnlySpan<int>, int[]>
    {
        public static SameValues Comparer { get; } = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] values) => GetHashCode(values.AsSpan());

        public bool Equals(ReadOnlySpan<int> alternate, int[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<int> values)
        {
            HashCode hash = default;
            foreach (var value in values) hash.Add(value);
            return hash.ToHashCode();
        }

        public int[] Create(ReadOnlySpan<int> alternate) => alternate.ToArray();
    }
}

/// <summary>What coders made of a unit, whoever it was.</summary>
public sealed class UnitPattern
{
    /// <param name="values">Categories, ascending, one for each coder who judged it.</param>
    internal UnitPattern(IReadOnlyList<int> values)
    {
        Values = values;
        Counts = [.. values.GroupBy(value => value).Select(same => (same.Key, same.Count()))];
    }

    /// <summary>Categories, ascending, one for each coder who judged it.</summary>
    public IReadOnlyList<int> Values { get; }

    /// <summary>How often it has each of its categories, ascending; the formulas' n_ik where that is not 0.</summary>
    public IReadOnlyList<(int Category, int Times)> Counts { get; }

    /// <summary>How many coders judged it; the formulas' r_i.</summary>
    public int Judgements => Values.Count;

    /// <summary>The share of pairs of coders who agree on it: the sum of n_ik (n_ik - 1) / (r_i (r_i - 1)). 0 where there is no pair.</summary>
    public double AgreeingPairs => Judgements < 2 ? 0 : (double)Counts.Sum(count => count.Times * (count.Times - 1)) / (Judgements * (Judgements - 1));
}
