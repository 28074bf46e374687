namespace Spancoder.Review.Differing;

/// <summary>Counts on how many segments some coders agree and differ, how, and who with whom.</summary>
internal sealed class DifferenceTally(VerdictComparison comparison)
{
    private readonly Dictionary<DifferenceType, int> _byType = [];
    private readonly SortedDictionary<string, SortedDictionary<string, Confusions>> _pairs = new(StringComparer.Ordinal);

    /// <summary>Segments that were judged by two or more; each is one of the next three.</summary>
    public int Compared => Agreeing + Differing + Unsure;

    public int Agreeing { get; private set; }

    public int Differing { get; private set; }

    /// <summary>Somebody cannot tell, and the others do not differ.</summary>
    public int Unsure { get; private set; }

    /// <summary>On how many segments two coders differ so; where several do in several ways, it counts in each.</summary>
    public int Of(DifferenceType type) => _byType.GetValueOrDefault(type);

    /// <summary>In order of names.</summary>
    public IEnumerable<(string One, string Other, Confusions Confusions)> Pairs => _pairs.SelectMany(one => one.Value.Select(other => (one.Key, other.Key, other.Value)));

    /// <param name="pairs">Of coders who judged the same segment; at least one.</param>
    /// <returns>How they differ, each way once, in order.</returns>
    public IReadOnlyList<DifferenceType> Add(IReadOnlyList<(Verdict One, Verdict Other)> pairs)
    {
        foreach (var (one, other) in pairs) ConfusionsOf(one.Coder, other.Coder).Add(one, other);

        IReadOnlyList<DifferenceType> types = [.. pairs.Select(pair => comparison.Between(pair.One, pair.Other)).OfType<DifferenceType>().Distinct().Order()];
        foreach (var type in types) _byType[type] = Of(type) + 1;
        if (types is not []) Differing++;
        else if (pairs.Any(pair => pair.One.IsUnsure || pair.Other.IsUnsure)) Unsure++;
        else Agreeing++;
        return types;
    }

    private Confusions ConfusionsOf(string one, string other)
    {
        if (!_pairs.TryGetValue(one, out var others)) _pairs.Add(one, others = new(StringComparer.Ordinal));
        if (!others.TryGetValue(other, out var confusions)) others.Add(other, confusions = new());
        return confusions;
    }
}
