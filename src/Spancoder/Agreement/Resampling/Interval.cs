namespace Spancoder.Agreement.Resampling;

/// <summary>Between what a figure would lie if the study were done again, or why that cannot be said.</summary>
public sealed record Interval
{
    private const double MostUndefined = 0.05;

    private readonly IReadOnlyList<double> _sorted = [];

    private Interval()
    {
    }

    public double Low { get; private init; }

    public double High { get; private init; }

    /// <summary>Why there is none; null where there is one.</summary>
    public string? Reason { get; private init; }

    /// <summary>The share of replicates in which the figure was undefined, and which were left out.</summary>
    public double UndefinedShare { get; private init; }

    public static Interval Undefined(string reason) => new() { Reason = reason };

    /// <param name="replicates">NaN where undefined; sorted by this.</param>
    internal static Interval Of(double[] replicates, BootstrapOptions options)
    {
        var defined = replicates.Where(value => !double.IsNaN(value)).Order().ToArray();
        var undefined = (double)(replicates.Length - defined.Length) / replicates.Length;
        if (undefined > MostUndefined) return new() { UndefinedShare = undefined, Reason = FormattableString.Invariant($"the figure is undefined in {100 * undefined:0.#} % of the replicates") };

        var tail = (1 - options.Level) / 2;
        return new(defined) { Low = Quantile(defined, tail), High = Quantile(defined, 1 - tail), UndefinedShare = undefined };
    }

    /// <summary>The share of replicates below a value: for Krippendorff, the probability of failing to reach it.</summary>
    /// <remarks>Null where there is no interval.</remarks>
    public double? ShareBelow(double value) => Reason is null ? (double)_sorted.Count(replicate => replicate < value) / _sorted.Count : null;

    // Type 7 of R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician 50(4), 1996: that of R and NumPy.
    private static double Quantile(double[] sorted, double share)
    {
        var place = (sorted.Length - 1) * share;
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    private Interval(IReadOnlyList<double> sorted) => _sorted = sorted;
}
