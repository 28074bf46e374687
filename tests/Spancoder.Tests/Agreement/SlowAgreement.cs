namespace Spancoder.Tests.Agreement;

/// <summary>The measures as their papers write them, unit by unit and pair by pair, as slow as that is. Null where undefined.</summary>
internal static class SlowAgreement
{
    /// <summary>By the matrix of coincidences: o_ck = sum_u (pairs c-k in u) / (m_u - 1), e_ck = n_c n_k / (n - 1), weighed by a distance.</summary>
    public static double? Alpha<T>(T?[][] units, Func<T, T, double> distance)
        where T : notnull
    {
        Dictionary<(T, T), double> coincidences = [];
        foreach (var judged in units.Select(unit => unit.Where(value => value is not null).Select(value => value!).ToList()).Where(judged => judged.Count > 1)) // nulls were left out
        {
            for (var i = 0; i < judged.Count; i++)
            {
                for (var j = 0; j < judged.Count; j++)
                {
                    if (i != j) coincidences[(judged[i], judged[j])] = coincidences.GetValueOrDefault((judged[i], judged[j])) + (1d / (judged.Count - 1));
                }
            }
        }

        var totals = coincidences.GroupBy(pair => pair.Key.Item1).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
        var n = totals.Values.Sum();
        if (n == 0) return null;

        var observed = coincidences.Sum(pair => pair.Value * distance(pair.Key.Item1, pair.Key.Item2)) / n;
        var expected = totals.Sum(c => totals.Sum(k => c.Value * k.Value * distance(c.Key, k.Key))) / (n * (n - 1));
        return expected > 1e-12 ? 1 - (observed / expected) : null;
    }

    public static double? Alpha(int?[][] units) => Alpha([.. units.Select(unit => unit.Select(value => value?.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray())], (left, right) => left == right ? 0 : 1);

    /// <summary>Of sets written as text with bars.</summary>
    public static double Masi(string left, string right)
    {
        var (a, b) = (SetOf(left), SetOf(right));
        if (a.SetEquals(b)) return 0;

        var both = a.Intersect(b).Count();
        var monotonicity = a.IsSubsetOf(b) || b.IsSubsetOf(a) ? 2 / 3d : both > 0 ? 1 / 3d : 0;
        return 1 - ((double)both / a.Union(b).Count() * monotonicity);
    }

    public static double Jaccard(string left, string right)
    {
        var (a, b) = (SetOf(left), SetOf(right));
        return a.SetEquals(b) ? 0 : 1 - ((double)a.Intersect(b).Count() / a.Union(b).Count());
    }

    /// <summary>The mean over units of the share of pairs of coders who agree.</summary>
    public static double? Percent(int?[][] units)
    {
        var shares = units.Where(unit => Judged(unit).Count > 1).Select(unit =>
        {
            var pairs = PairsOf(Judged(unit)).ToList();
            return (double)pairs.Count(pair => pair.First == pair.Second) / pairs.Count;
        }).ToList();
        return shares is [] ? null : shares.Average();
    }

    public static double? Ac1(int?[][] units, int categories)
    {
        var pairable = units.Where(unit => Judged(unit).Count > 1).ToArray();
        if (Percent(pairable) is not { } observed) return null;

        var shares = Enumerable.Range(0, categories).Select(k => pairable.Average(unit => (double)Judged(unit).Count(value => value == k) / Judged(unit).Count));
        var expected = shares.Sum(share => share * (1 - share)) / (categories - 1);
        return (observed - expected) / (1 - expected);
    }

    /// <summary>Of all ordered pairs of judgements of a unit whose first is k, the share whose second is too.</summary>
    public static double? Specific(int?[][] units, int k)
    {
        var (with, same) = (0, 0);
        foreach (var (first, second) in units.SelectMany(unit => PairsOf(Judged(unit))))
        {
            foreach (var (one, other) in new[] { (first, second), (second, first) })
            {
                if (one != k) continue;
                with++;
                if (other == k) same++;
            }
        }

        return with > 0 ? (double)same / with : null;
    }

    /// <summary>Cohen's kappa, and its standard error as Fleiss, Cohen and Everitt have it, from the list of pairs.</summary>
    public static (double Kappa, double Error)? Kappa(int?[][] units, int first, int second, int categories)
    {
        var pairs = units.Where(unit => unit[first] is not null && unit[second] is not null).Select(unit => (First: unit[first], Second: unit[second])).ToList();
        if (pairs is []) return null;

        double n = pairs.Count;
        double Row(int k) => pairs.Count(pair => pair.First == k) / n;
        double Column(int k) => pairs.Count(pair => pair.Second == k) / n;
        double Cell(int k, int l) => pairs.Count(pair => pair.First == k && pair.Second == l) / n;
        var all = Enumerable.Range(0, categories).ToList();
        var observed = all.Sum(k => Cell(k, k));
        var expected = all.Sum(k => Row(k) * Column(k));
        if (expected > 1 - 1e-12) return null;

        var kappa = (observed - expected) / (1 - expected);
        var a = all.Sum(k => Cell(k, k) * Math.Pow(1 - expected - ((Row(k) + Column(k)) * (1 - observed)), 2));
        var b = Math.Pow(1 - observed, 2) * all.Sum(k => all.Where(l => l != k).Sum(l => Cell(k, l) * Math.Pow(Column(k) + Row(l), 2)));
        var c = Math.Pow((observed * expected) - (2 * expected) + observed, 2);
        return (kappa, Math.Sqrt(Math.Max(0, (a + b - c) / (n * Math.Pow(1 - expected, 4)))));
    }

    private static List<int> Judged(int?[] unit) => [.. unit.OfType<int>()];

    private static IEnumerable<(int First, int Second)> PairsOf(List<int> judged) =>
        from first in Enumerable.Range(0, judged.Count)
        from second in Enumerable.Range(first + 1, judged.Count - first - 1)
        select (judged[first], judged[second]);

    private static HashSet<string> SetOf(string text) => [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries)];
}
