using System.Runtime.Intrinsics;

namespace Spancoder.Agreement.Measures;

/// <summary>Krippendorff's alpha where a judgement is a set of codes, and two sets may be more or less apart.</summary>
/// <remarks>
/// As <see cref="KrippendorffAlpha"/>, each pair weighed by the distance d of its sets: D_o = 1/n.. sum_i sum_(k != l) n_ik n_il d_kl / (r_i - 1),
/// D_e = sum_(k != l) n_k n_l d_kl / (n.. (n.. - 1)). Undefined where all judgements are the same set.
/// K. Krippendorff, Content Analysis, 4th ed. 2019, ch. 12; for MASI R. Passonneau, LREC 2006.
/// </remarks>
public sealed class SetAlpha : IMeasure
{
    private readonly UnitPatterns _patterns;
    private readonly double[] _disagreement;
    private readonly double[][] _distances;

    /// <param name="patterns">Their categories are the sets, in the same order.</param>
    /// <exception cref="ArgumentException">They are not.</exception>
    public SetAlpha(UnitPatterns patterns, CodeSets sets, SetDistance distance)
    {
        if (patterns.Categories.Count != sets.Sets.Count) throw new ArgumentException("the categories are not the sets", nameof(patterns));

        _patterns = patterns;
        _distances = [.. Enumerable.Range(0, sets.Sets.Count).Select(first => Enumerable.Range(0, first).Select(second => sets.Distance(first, second, distance)).ToArray())];
        _disagreement = [.. patterns.Patterns.Select(pattern => Disagreement(pattern, (k, l) => _distances[k][l]))];
    }

    /// <summary>Without room for all distances: for one computation over however many sets.</summary>
    /// <param name="threads">How many at once; changes nothing.</param>
    public static ChanceCorrected Of(UnitPatterns patterns, CodeSets sets, SetDistance distance, int threads = 1)
    {
        var (disagreeing, all) = (0d, 0L);
        var ofSet = new long[sets.Sets.Count];
        foreach (var (pattern, units) in patterns.Patterns.Zip(patterns.Units).Where(unit => unit.First.Judgements > 1))
        {
            disagreeing += units * Disagreement(pattern, (k, l) => sets.Distance(k, l, distance));
            all += (long)units * pattern.Judgements;
            foreach (var (set, times) in pattern.Counts) ofSet[set] += (long)units * times;
        }

        if (all == 0) return ChanceCorrected.Undefined(Reasons.NothingPairable);

        // Row by row, so that the sum is the same on any number of threads; only sets that somebody gave here.
        int[] given = [.. Enumerable.Range(0, ofSet.Length).Where(set => ofSet[set] > 0)];
        var rows = new double[given.Length];
        Parallel.For(0, rows.Length, new() { MaxDegreeOfParallelism = threads }, first =>
        {
            for (var second = 0; second < first; second++) rows[first] += ofSet[given[second]] * sets.Distance(given[first], given[second], distance);
            rows[first] *= ofSet[given[first]];
        });
        return Correct(disagreeing, rows.Sum(), all);
    }

    public Figure Compute(ReadOnlySpan<int> units)
    {
        var (disagreeing, all) = (0d, 0L);
        var ofSet = new double[_distances.Length];
        for (var i = 0; i < units.Length; i++)
        {
            var pattern = _patterns.Patterns[i];
            if (units[i] == 0 || pattern.Judgements < 2) continue;

            disagreeing += units[i] * _disagreement[i];
            all += (long)units[i] * pattern.Judgements;
            foreach (var (set, times) in pattern.Counts) ofSet[set] += (double)units[i] * times;
        }

        if (all == 0) return Figure.Undefined(Reasons.NothingPairable);

        var apart = 0d;
        for (var first = 0; first < ofSet.Length; first++)
        {
            if (ofSet[first] != 0) apart += ofSet[first] * Dot(_distances[first], ofSet.AsSpan(0, first));
        }

        return Correct(disagreeing, apart, all).Coefficient;
    }

    private static ChanceCorrected Correct(double disagreeing, double apart, long all) => ChanceCorrected.Of(1 - (disagreeing / all), 1 - (2 * apart / ((double)all * (all - 1))));

    // sum_(k != l) n_ik n_il d_kl / (r_i - 1)
    private static double Disagreement(UnitPattern pattern, Func<int, int, double> distance)
    {
        if (pattern.Judgements < 2) return 0;

        var sum = 0d;
        for (var k = 1; k < pattern.Counts.Count; k++)
        {
            for (var l = 0; l < k; l++) sum += pattern.Counts[k].Times * pattern.Counts[l].Times * distance(pattern.Counts[k].Category, pattern.Counts[l].Category);
        }

        return 2 * sum / (pattern.Judgements - 1);
    }

    // Four sums side by side on every machine, so that they come out the same on all.
    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sums = Vector256<double>.Zero;
        var i = 0;
        for (; i <= left.Length - Vector256<double>.Count; i += Vector256<double>.Count) sums += Vector256.Create(left[i..]) * Vector256.Create(right[i..]);

        var sum = sums[0] + sums[1] + sums[2] + sums[3];
        for (; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }
}
