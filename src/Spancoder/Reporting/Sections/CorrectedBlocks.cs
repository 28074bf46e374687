using System.Globalization;
using Spancoder.Codebooks;
using Spancoder.Evaluation.Correction;
using Spancoder.Text;

namespace Spancoder.Reporting.Sections;

/// <summary>What a report says of frequencies that a random sample corrects.</summary>
internal static class CorrectedBlocks
{
    private const int FewestSeen = 5; // sampled segments that have a sub-code, for it to be shown

    private const string HowToDraw = "'spancoder review next --random 100%' draws segments for people to code (docs/review.md)";

    /// <param name="codes">Those to be told of.</param>
    /// <param name="whyNot">Why the machine cannot be corrected, as a clause; null where it can.</param>
    public static IReadOnlyList<ReportBlock> Of(SampleTally tally, IReadOnlyList<Code> codes, string? whyNot = null)
    {
        ReportBlock.Heading heading = new(2, "Corrected frequencies");
        if (tally.Sample() is not { } sample) return [heading, new ReportBlock.Paragraph($"A machine's counts are wrong by its errors. A random sample of segments that people code can correct them, and says how surely: {HowToDraw}.")];
        if (whyNot is not null) return [heading, new ReportBlock.Paragraph($"People judged {Counted.Of(sample.Judged, "segment")} that {(sample.Judged == 1 ? "was" : "were")} drawn by chance, and no frequency is corrected by them: {whyNot}.")];

        List<(Code Code, CorrectedFrequency Figures)> rows = [.. codes.Where(code => code.Parent is null || tally.SeenIn(code, sample) >= FewestSeen).Select(code => (code, tally.Of(code, sample)))];
        var rare = codes.Where(code => rows.TrueForAll(row => row.Code != code)).Select(code => code.Id).ToList();
        return
        [
            heading,
            new ReportBlock.Paragraph(InWords(sample)),
            SharesOf(rows),
            PictureOf(rows),
            PrecisionOf(rows),
            new ReportBlock.Bullets([.. Notes(sample, rows, rare)]),
        ];
    }

    private static string InWords(DrawnSample sample)
    {
        var lists = sample.Lists.Count == 1 ? "" : $", in {sample.Lists.Count} lists that make one sample";
        var missing = sample.Judged == sample.Drawn ? "" : $" Of the {Number(sample.Drawn)} that were drawn, {Number(sample.Drawn - sample.Judged)} are not judged, or nobody can tell: they are taken to be missing by chance.";
        var known = sample.Known > 0 ? $" {Counted.Of(sample.Known, "other segment")} that people had judged before {(sample.Known == 1 ? "counts" : "count")} as they say, as a stratum that is known whole." : "";
        var changed = sample.Frame == sample.FrameNow ? "" : $" When the sample was drawn it was one of {Number(sample.Frame)} segments: documents or codings have changed since, or people judged others as well. The figures are right as far as it is a random sample of the {Number(sample.FrameNow)} too.";
        return $"How often people would give each code if they coded all: the machine's share of all codable segments, and to it the mean of what people say less what the machine says in {Counted.Of(sample.Judged, "segment")} drawn by chance from {Number(sample.FrameNow)}{lists}.{missing}{known}{changed}";
    }

    private static ReportBlock.Table SharesOf(IEnumerable<(Code Code, CorrectedFrequency Figures)> rows) => new(
        [
            Named("code"), Named("name"), new("machine"), new("corrected"),
            new("from") { Key = "lower" }, new("to") { Key = "upper" }, new("documents like these: from") { Key = "lower_alike" }, new("to") { Key = "upper_alike" },
            new("machine less corrected") { Key = "bias" }, new("people alone") { Key = "people_alone" }, new("from") { Key = "lower_people_alone" }, new("to") { Key = "upper_people_alone" },
        ],
        [.. rows.Select(row => (IReadOnlyList<Cell>)
        [
            row.Code.Id, row.Code.Name.ToString(), Percent(row.Figures.Machine), Percent(row.Figures.OfThese?.Share),
            .. Limits(row.Figures.OfThese), .. Limits(row.Figures.OfAlike),
            Points(row.Figures.Machine - row.Figures.OfThese?.Share), Percent(row.Figures.ByPeopleAlone?.Share), .. Limits(row.Figures.ByPeopleAlone),
        ])],
        "Shares of codable segments; a code's figures include its sub-codes. From and to: 95 % intervals of what people would say of these segments; then, of documents like these; last, without a machine, from the same sample. Machine: what it says of all segments, also where people judged, where the frequencies above count what they say. pp: percentage points.")
    {
        Id = "corrected-frequencies",
    };

    private static ReportBlock.Table PrecisionOf(IEnumerable<(Code Code, CorrectedFrequency Figures)> rows) => new(
        [
            Named("code"), new("sampled"), new("documents"), new("standard error") { Key = "se" }, new("df"), new("more to halve") { Key = "to_halve" },
            new("documents like these: standard error") { Key = "se_alike" }, new("df") { Key = "df_alike" }, new("more to halve") { Key = "to_halve_alike" },
        ],
        [.. rows.Select(row => (IReadOnlyList<Cell>)
        [
            row.Code.Id, Cell.Count(row.Figures.Sampled), Cell.Count(row.Figures.Documents),
            .. Errors(row.Figures.OfThese), row.Figures.OfThese is null ? Cell.Undefined : Cell.Count(row.Figures.ToHalve),
            .. Errors(row.Figures.OfAlike), row.Figures.ToHalveOfAlike is { } more ? Cell.Count(more) : Cell.Undefined,
        ])],
        "Sampled segments that are judged, and the documents that they stand in; degrees of freedom of t; how many more segments people would have to code, about, to halve the standard error, n/a where none would do.")
    {
        Id = "corrected-precision",
    };

    private static ReportBlock.Picture PictureOf(IEnumerable<(Code Code, CorrectedFrequency Figures)> rows) => new(
        "corrected-frequencies",
        "Corrected frequencies, with 95 % intervals",
        "For each code the corrected share of codable segments, and between which limits it lies with 95 % confidence. The table before it has the same figures.",
        new Drawing.Bars(
            [.. rows.Select(row => new Bar(row.Code.Id, row.Code.Name.ToString(), BarText(row.Figures), row.Figures.OfThese?.Share, row.Figures.OfThese?.Lower, row.Figures.OfThese?.Upper, row.Code.Parent is null ? 0 : 1))],
            "share of codable segments", IsShare: true));

    private static string BarText(CorrectedFrequency figures) => figures.OfThese is { } found
        ? $"{Percent(found.Share)}, {Percent(found.Lower)} to {Percent(found.Upper)} (machine {Percent(figures.Machine)})"
        : $"n/a: {figures.Reason}";

    private static IEnumerable<string> Notes(DrawnSample sample, IReadOnlyList<(Code Code, CorrectedFrequency Figures)> rows, List<string> rare)
    {
        foreach (var reason in rows.GroupBy(row => row.Figures.Reason).Where(rows => rows.Key is not null)) yield return $"n/a of {string.Join(", ", reason.Select(row => row.Code.Id))}: {reason.Key}";
        foreach (var reason in rows.GroupBy(row => row.Figures.ReasonOfAlike).Where(rows => rows.Key is not null)) yield return $"n/a of documents like these, of {string.Join(", ", reason.Select(row => row.Code.Id))}: {reason.Key}";
        if (rows.Where(row => row.Figures is { OfAlike: not null, ToHalveOfAlike: null }).Select(row => row.Code.Id).ToList() is { Count: > 0 } limited)
        {
            yield return $"of documents like these no number of segments halves the standard error of {string.Join(", ", limited)}: too much of it comes from how documents differ, and more documents are needed";
        }

        if (rare.Count > 0) yield return $"left out, with fewer than {FewestSeen} sampled segments that people or the machine gave them: {string.Join(", ", rare)}";
        if (sample.Lists.Any(list => list.Picked > 0)) yield return $"{Counted.Of(sample.Lists.Sum(list => list.Picked), "segment")} of the lists, picked for a reason, {(sample.Lists.Sum(list => list.Picked) == 1 ? "is" : "are")} no part of the sample, and count by the machine";
        yield return "these segments: the study is the whole, and only the segments that were not drawn leave doubt; as a simple random sample without replacement (Cochran 1977, Sampling Techniques, ch. 2), with half a pair of each kind added (Agresti and Min 2005, Statistics in Medicine 24, 729-740), and ending where what was seen ends";
        yield return "documents like these: others might have been interviewed, and segments of a document are alike; linearised over documents as clusters, with the weights and degrees of freedom of Bell and McCaffrey (2002, Survey Methodology 28, 169-181). Of codes that stand in few documents this interval is too narrow";
        yield return "the estimator is the difference estimator (Särndal, Swensson and Wretman 1992, Model Assisted Survey Sampling, 6.3), with a machine that codes also called design-based supervised learning (Egami, Hinck, Stewart and Wei 2023, NeurIPS 36) and prediction-powered inference (Angelopoulos, Bates, Fannjiang, Jordan and Zrnic 2023, Science 382, 669-674)";
        yield return "it takes people to be right, and a machine that was not made to fit the sample: rules that were mended by looking at it look better than they are";
    }

    private static Column Named(string name) => new(name, IsNumber: false);

    private static Cell[] Limits(Estimate? estimate) => [Percent(estimate?.Lower), Percent(estimate?.Upper)];

    private static Cell[] Errors(Estimate? estimate) => estimate is null
        ? [Cell.Undefined, Cell.Undefined]
        : [Points(estimate.StandardError), double.IsFinite(estimate.Df) ? Cell.Number(estimate.Df, "0.#") : Cell.Undefined];

    // Percentage points.
    private static Cell Points(double? difference) => difference is { } known ? new(FormattableString.Invariant($"{100 * known:0.0} pp")) { Value = known } : Cell.Undefined;

    private static Cell Percent(double? share) => share is { } known ? Cell.Percent(known) : Cell.Undefined;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
