namespace Spancoder.Evaluation.Correction;

/// <summary>What a sample of segments says of documents like these: documents are clusters of which more could have been had.</summary>
/// <remarks>
/// Each document's part in the estimate is linearised (Taylor), and their squares are added: the machine's values over all its segments, and the differences over its sampled ones. Each square is
/// weighed up for the pull of the document's own size, and degrees of freedom are counted as R. M. Bell and D. F. McCaffrey (2002), Bias reduction in standard errors for linear regression with
/// multi-stage samples, Survey Methodology 28(2), 169-181 ("CR2"), of a mean: documents of different lengths have fewer of them than documents less one.
/// </remarks>
internal static class DocumentSpread
{
    /// <param name="documents">At least two have segments; sampled ones stand in at least two, or all is known.</param>
    public static Estimate Of(IReadOnlyList<SampledDocument> documents, FrameSums sums)
    {
        double n = sums.Segments;
        var squares = 0.0;
        foreach (var document in documents)
        {
            var all = document.KnownByPeople + document.FrameByMachine + document.Frame * sums.Difference - document.Segments * sums.Share;
            var drawn = sums.Sampled.Count == 0 ? 0 : (document.Sampled.Difference - document.Sampled.Count * sums.Difference) * sums.Frame / sums.Sampled.Count;
            squares += (all + drawn) * (all + drawn) / (1 - document.Segments / n);
        }

        // Never less than the sample alone leaves open: with few errors the documents' spread may happen to be small.
        var error = Math.Max(Math.Sqrt(squares) / n, sums.StandardError);
        var df = DegreesOfFreedom([.. documents.Select(document => document.Segments / n)]);
        if (sums.Sampled.Count > 0) df = Math.Min(Math.Min(df, sums.Sampled.Count - 1), DegreesOfFreedom([.. documents.Select(document => (double)document.Sampled.Count / sums.Sampled.Count)]));
        var half = StudentT.Of95(df) * error;
        return new(sums.OfThese.Share, Math.Clamp(sums.Middle - half, 0, 1), Math.Clamp(sums.Middle + half, 0, 1), error, df);
    }

    /// <summary>Satterthwaite's, of a mean of independent segments in clusters of these shares: one less than there are clusters where all are equal.</summary>
    private static double DegreesOfFreedom(double[] shares)
    {
        var (own, pairs, ofPairs) = (0.0, 0.0, 0.0);
        foreach (var share in shares)
        {
            var pull = share * share / (1 - share);
            own += share * share;
            pairs += pull;
            ofPairs += pull * pull;
        }

        return Math.Max(1, 1 / (own + pairs * pairs - ofPairs)); // 1 with two clusters, which rounding may miss
    }
}
