using System.Globalization;
using Spancoder.Agreement;
using Spancoder.Agreement.Figures;
using Spancoder.Agreement.Tables;
using Spancoder.Text;

namespace Spancoder.Reporting.Agreements;

/// <summary>What a paper's section on methods has to say of the figures: every parameter, in sentences that can be pasted.</summary>
internal static class AgreementSentence
{
    /// <param name="version">Of the program.</param>
    public static string Of(AgreementFigures figures, string version)
    {
        var judgements = figures.Judgements;
        var coders = judgements.Coders.Where(coder => !judgements.Silent.Contains(coder)).ToList();
        return $"Agreement was computed for {Counted.Of(coders.Count, "coder")} ({string.Join(", ", coders)}) on {figures.Units.Counted} of {Counted.Of(figures.Judgements.Units.Count, "unit")}{UnitsOf(figures)}, "
            + $"{(judgements.Rounds.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"in round {judgements.Round}, ") : "")}"
            + $"{UnitRule(judgements)}each code{(judgements.Codebook is { } codebook ? $" of the codebook {codebook}" : "")}{(judgements.IsRolledUp ? " at the top of its branch" : "")} taken as present or absent in a unit: Krippendorff's alpha for nominal data (Krippendorff 2019), percent agreement as the mean over units of the share of agreeing pairs of coders, "
            + "positive and negative agreement (Cicchetti and Feinstein 1990), Gwet's AC1 (Gwet 2008), and for each pair of coders Cohen's kappa (1960) with the standard error of Fleiss, Cohen and Everitt (1969); "
            + $"over all codes, alpha for sets of codes with {Distance(figures.Options.Distance)}. {Nominal(figures)}{Spans(figures)}{Intervals(figures)} {Thresholds(figures)}"
            + $"A unit to which a coder gave nothing counts where they said so (NONE){(judgements.Unmarked > 0 ? ", or were stated to have been given it" : "")}; units that a coder left open or was unsure of count as missing for that coder. Computed with Spancoder {version}.";
    }

    private static string UnitRule(Judgements judgements) => judgements.MinOverlap is { } overlap
        ? $"a code counting as a unit's where a stretch with that code overlaps it in at least {Counted.Of(overlap, "character")}, and a unit without one in a document that the coder was given counting as empty, "
        : "";

    private static string UnitsOf(AgreementFigures figures) => figures.Options.Frame == Frame.Pairable
        ? ", those that two or more of them judged"
        : ", those that one or more of them judged, of which those that one judged say only how common a code is";

    private static string Distance(SetDistance distance) => distance switch
    {
        SetDistance.Masi => "the MASI distance (Passonneau 2006)",
        SetDistance.Jaccard => "Jaccard's distance",
        _ => "sets taken as the same or not",
    };

    private static string Nominal(AgreementFigures figures) => figures.Nominal is not { } nominal ? "" : string.Create(CultureInfo.InvariantCulture,
        $"All codes were also taken as one variable of {nominal.Categories.Count} categories that exclude each other ({string.Join(", ", nominal.Categories)}): percent agreement, alpha, AC1, Fleiss' (1971), {(figures.Judgements.Coders.Count == 2 ? "Scott's (1955), " : "")}Conger's (1980) and Light's (1971) coefficients and that of Brennan and Prediger (1981). ");

    private static string Spans(AgreementFigures figures) => figures.Spans is not { } spans ? "" :
        "Where codes begin and end was compared on characters: unitizing alpha (Krippendorff, Mathet, Bouvry and Widlöcher 2016), for each pair of coders percent agreement, Cohen's kappa and Jaccard's index, "
        + $"and the share of stretches that have a like in the other coder's, one of the same code with which they share at least {string.Join(" or ", spans.Overlaps.Select(FigureText.Short))} of the characters of either. ";

    private static string Thresholds(AgreementFigures figures) => $"Alpha was compared with {string.Join(" and ", figures.Options.Thresholds.Select(FigureText.Short))}. ";

    private static string Intervals(AgreementFigures figures)
    {
        var bootstrap = figures.Options.Bootstrap;
        var drawn = figures.Resample == Resample.Document ? $"documents with all their units ({figures.Documents} of them)" : "units";
        return string.Create(CultureInfo.InvariantCulture, $"Intervals are percentile bootstrap intervals at {100 * bootstrap.Level:0.#} % from {bootstrap.Replicates} replicates that draw {drawn} anew, with seed {bootstrap.Seed}")
            + (figures.Resample == Resample.Unit && figures.Documents > 1 ? string.Create(CultureInfo.InvariantCulture, $"; they ignore that units cluster within {figures.Documents} documents.") : ".");
    }
}
