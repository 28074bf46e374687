namespace Spancoder.Evaluation.Correction;

/// <summary>How often people would give a code if they coded everything: what the machine gives, corrected by a random sample of segments that people coded.</summary>
/// <remarks>
/// The machine's share over all segments, plus the sampled mean of people's value less the machine's: the difference estimator of Särndal, Swensson and Wretman (1992),
/// Model Assisted Survey Sampling, section 6.3; with a machine that codes, the design-based supervised learning of Egami, Hinck, Stewart and Wei (2023), NeurIPS 36, and the
/// prediction-powered inference of Angelopoulos, Bates, Fannjiang, Jordan and Zrnic (2023), Science 382, 669-674. What people had judged before is a stratum that is known whole.
/// <para>There are two intervals, because there are two things to say. Segments were drawn one by one, whatever their documents: what people would say of <em>these segments</em>
/// is uncertain only because not all were drawn, and the documents add nothing (Cochran 1977, Sampling Techniques, chapter 2). What they would say of <em>documents like these</em>
/// is uncertain also because others might have been interviewed, and segments of one document are alike: there documents are the clusters.</para>
/// </remarks>
internal sealed record CorrectedFrequency
{
    private CorrectedFrequency()
    {
    }

    /// <summary>Codable segments of all documents.</summary>
    public required int Segments { get; init; }

    /// <summary>How many of them were drawn by chance and judged.</summary>
    public required int Sampled { get; init; }

    /// <summary>In how many documents these stand.</summary>
    public required int Documents { get; init; }

    /// <summary>The share to which the machine gives the code, uncorrected; null where there is no segment.</summary>
    public required double? Machine { get; init; }

    /// <summary>Why there is no corrected share; null where there is one.</summary>
    public string? Reason { get; private init; }

    /// <summary>Of these segments; null with a reason.</summary>
    public Estimate? OfThese { get; private init; }

    /// <summary>Of documents like these; null with a reason, and where it cannot be said.</summary>
    public Estimate? OfAlike { get; private init; }

    /// <summary>Why <see cref="OfAlike"/> is missing although there is a corrected share.</summary>
    public string? ReasonOfAlike { get; private init; }

    /// <summary>What the same sample says without a machine, of these segments.</summary>
    public Estimate? ByPeopleAlone { get; private init; }

    /// <summary>About how many more segments people would have to code to halve the standard error of <see cref="OfThese"/>; 0 where it is 0.</summary>
    public int ToHalve { get; private init; }

    /// <summary>The same of <see cref="OfAlike"/>; null where no number would do, because too much of it comes from how documents differ.</summary>
    public int? ToHalveOfAlike { get; private init; }

    /// <param name="documents">In any order.</param>
    public static CorrectedFrequency Of(IReadOnlyList<SampledDocument> documents)
    {
        FrameSums sums = new(documents);
        CorrectedFrequency found = new()
        {
            Segments = sums.Segments,
            Sampled = sums.Sampled.Count,
            Documents = documents.Count(document => document.Sampled.Count > 0),
            Machine = sums.Segments > 0 ? (double)(sums.KnownByMachine + sums.FrameByMachine) / sums.Segments : null,
        };
        if (ReasonIn(sums) is { } reason) return found with { Reason = reason };

        var ofThese = sums.OfThese;
        found = found with
        {
            OfThese = ofThese,
            ByPeopleAlone = new FrameSums([.. documents.Select(document => document.ByPeopleAlone)]).OfThese,
            ToHalve = sums.MoreFor(0.25),
        };
        if (sums.Sampled.Count > 0 && found.Documents < 2 || documents.Count(document => document.Segments > 0) < 2) return found with { ReasonOfAlike = "one document says nothing of how documents differ" };

        var alike = DocumentSpread.Of(documents, sums);
        var (own, whole) = (ofThese.StandardError * ofThese.StandardError, alike.StandardError * alike.StandardError);
        var left = whole / 4 - Math.Max(0, whole - own); // what may remain of the first after halving, the second being the same
        return found with { OfAlike = alike, ToHalveOfAlike = whole == 0 ? 0 : left > 0 && own > 0 ? sums.MoreFor(left / own) : null };
    }

    private static string? ReasonIn(FrameSums sums) => sums switch
    {
        { Segments: 0 } => "there is no codable segment",
        { Frame: 0 } => null, // people judged all there is
        { Sampled.Count: 0 } => "no segment that was drawn by chance is judged",
        { Sampled.Count: 1, Frame: > 1 } => "one segment says nothing of how segments differ",
        _ => null,
    };
}

/// <summary>A share with what is known of its error.</summary>
/// <param name="Share">From 0 to 1.</param>
/// <param name="Lower">Of the 95 % interval.</param>
/// <param name="Upper">Of the 95 % interval.</param>
/// <param name="StandardError">Before the interval is cut where no share can lie.</param>
/// <param name="Df">Degrees of freedom of its t; infinite where nothing is estimated.</param>
internal sealed record Estimate(double Share, double Lower, double Upper, double StandardError, double Df);
