namespace Spancoder.Evaluation.Correction;

/// <summary>All documents together: what a simple random sample of segments says of these segments.</summary>
/// <remarks>
/// People's value less the machine's is a difference of paired shares. Its standard error is that of Agresti and Min (2005), Simple improved confidence intervals for comparing
/// matched proportions, Statistics in Medicine 24, 729-740 ("Wald+2"): half a segment is added to each of the four kinds of pairs. Where machine and people differ in no or few of the sampled
/// segments the ordinary one is zero or far too small. It concerns the segments that were not drawn; of the others there is no doubt.
/// </remarks>
internal sealed class FrameSums
{
    public FrameSums(IReadOnlyList<SampledDocument> documents)
    {
        Known = documents.Sum(document => document.Known);
        KnownByPeople = documents.Sum(document => document.KnownByPeople);
        KnownByMachine = documents.Sum(document => document.KnownByMachine);
        Frame = documents.Sum(document => document.Frame);
        FrameByMachine = documents.Sum(document => document.FrameByMachine);
        Sampled = documents.Aggregate(default(SampledPairs), (sum, document) => sum + document.Sampled);
    }

    public int Known { get; }

    public int KnownByPeople { get; }

    public int KnownByMachine { get; }

    public int Frame { get; }

    public int FrameByMachine { get; }

    public SampledPairs Sampled { get; }

    public int Segments => Known + Frame;

    /// <summary>The sampled mean of people's value less the machine's; 0 where all is known.</summary>
    public double Difference => Sampled.Count > 0 ? (double)Sampled.Difference / Sampled.Count : 0;

    /// <summary>Without bias, and so sometimes where no share can lie.</summary>
    public double Share => (KnownByPeople + FrameByMachine + Frame * Difference) / Segments;

    /// <summary>Where intervals have their middle: as <see cref="Share"/>, with the difference drawn in a little.</summary>
    public double Middle => (KnownByPeople + FrameByMachine + Sampled.Difference + NotDrawn * (Sampled.Difference / (Sampled.Count + 2.0))) / Segments;

    /// <summary>Of the mean difference if the frame were endless.</summary>
    private double Variance
    {
        get
        {
            var (n, b, c) = (Sampled.Count + 2.0, Sampled.OnlyPeople + 0.5, Sampled.OnlyMachine + 0.5);
            return ((b + c) / n - (b - c) / n * ((b - c) / n)) / n;
        }
    }

    public double StandardError => NotDrawn == 0 ? 0 : (double)Frame / Segments * Math.Sqrt((double)NotDrawn / Frame * Variance);

    /// <summary>What is seen already holds whatever is not: the interval ends there.</summary>
    public Estimate OfThese
    {
        get
        {
            var (least, most) = ((double)(KnownByPeople + Sampled.ByPeople) / Segments, (double)(KnownByPeople + Sampled.ByPeople + NotDrawn) / Segments);
            if (NotDrawn == 0) return new(least, least, least, 0, double.PositiveInfinity);

            var df = Sampled.Count - 1.0;
            var half = StudentT.Of95(df) * StandardError;
            return new(Math.Clamp(Share, least, most), Math.Clamp(Middle - half, least, most), Math.Clamp(Middle + half, least, most), StandardError, df);
        }
    }

    private int NotDrawn => Frame - Sampled.Count;

    /// <summary>How many more segments would have to be judged so that only a part of the variance remains; all that there are where none does.</summary>
    /// <param name="part">From 0 to 1.</param>
    public int MoreFor(double part)
    {
        if (NotDrawn == 0) return 0;

        var all = 1.0 / (1.0 / Frame + part * (1.0 / Sampled.Count - 1.0 / Frame));
        return Math.Min(NotDrawn, (int)Math.Ceiling(all - 1e-9) - Sampled.Count);
    }
}
