namespace Spancoder.Reporting.Pictures;

/// <summary>Segments of a document side by side from left to right.</summary>
/// <param name="Length">How many there are.</param>
internal sealed record Stretch(double Left, double Right, int Length)
{
    /// <summary>Marks that are thinner are drawn together with those beside them.</summary>
    private const double Thinnest = .5;

    private const double ThinnestShown = 1;

    /// <summary>Of a segment's beginning.</summary>
    public double At(int segment) => Left + (segment * Unit);

    /// <summary>So that a single one can be seen.</summary>
    public double WidthOf(Run run) => Math.Min(Math.Max(ThinnestShown, (run.End - run.Start) * Unit), Right - At(run.Start));

    /// <summary>One for each segment where that is wide enough to tell it from the next; else one for what stands in a stretch of the least width, and with the next stretch if something stands there too.</summary>
    /// <param name="segments">Their indices, ascending.</param>
    public IReadOnlyList<Run> Runs(IReadOnlyList<int> segments)
    {
        List<Run> runs = [];
        foreach (var segment in segments)
        {
            var (start, end) = (segment / Together * Together, Math.Min(Length, ((segment / Together) + 1) * Together));
            if (Together > 1 && runs is [.., var last] && start <= last.End) runs[^1] = last with { End = end, Last = segment };
            else runs.Add(new(start, end, segment, segment));
        }

        return runs;
    }

    /// <summary>Stretches as given; where segments are too thin, those of which they fill at least half.</summary>
    public IReadOnlyList<Run> Gaps(IEnumerable<(int Start, int End)> gaps)
    {
        var kept = gaps.Select(gap => (Start: Math.Max(0, gap.Start), End: Math.Min(Length, gap.End))).Where(gap => gap.End > gap.Start).OrderBy(gap => gap.Start).ToList();
        if (Together == 1) return [.. kept.Select(gap => new Run(gap.Start, gap.End, gap.Start, gap.End - 1))];

        var filled = new int[(Length / Together) + 1];
        foreach (var segment in kept.SelectMany(gap => Enumerable.Range(gap.Start, gap.End - gap.Start)).Distinct()) filled[segment / Together]++;
        return Runs([.. filled.Index().Where(stretch => 2 * stretch.Item >= Together).Select(stretch => stretch.Index * Together)]);
    }

    private double Unit => (Right - Left) / Math.Max(1, Length);

    private int Together => Math.Max(1, (int)Math.Ceiling(Thinnest / Unit));
}

/// <summary>Neighbouring segments that are drawn as one: from <see cref="Start"/> up to, not including, <see cref="End"/>; the first and the last of which something is to be said.</summary>
internal readonly record struct Run(int Start, int End, int First, int Last);
