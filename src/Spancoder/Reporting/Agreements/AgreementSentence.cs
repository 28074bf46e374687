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
        return $"Agreement was computed for {Counted.Of(coders.Count, "coder")} ({string.Join(", ", coders)}) on {Counted.Of(figures.Units.Counted, "unit")} of {figures.Judgements.Units.Count}{UnitsOf(figures)}, "
            + $"{(judgements.Rounds.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"in round {judgements.Round}, ") : "")}"
            + $"{UnitRule(judgements)}each code{(judgements.IsRolledUp ? " at the top of its branch" : "")} taken as present or absent in a unit: Krippendorff's alpha for nominal data (Krippendorff 2019), percent agreement as the mean over units of the share of agreeing pairs of coders, "
            + "positive and negative agreement (Cicchetti & Feinstein 1990), Gwet's AC1 (Gwet 2008), and for each pair of coders Cohen's kappa (1960) with the standard error of Fleiss, Cohen and Everitt (1969); "
            + $"over all codes, alpha for sets of codes with {Distance(figures.Options.Distance)}. {Nominal(figures)}{Intervals(figures)} "
            + $"A unit to which a coder gave nothing counts where they said so (NONE){(judgements.Unmarked > 0 ? ", or were stated to have been given it" : "")}; units that a coder left open or was unsure of count as missing for that coder. Computed with Spancoder {version}.";
    }

    private static string UnitRule(Judgements judgements) => judgements.MinOverlap is { } overlap
        ? $"a code counting as a unit's where at least {Counted.Of(overlap, "character")} of a stretch with that code overlap it, and a unit without one in a document that the coder was given counting as empty, "
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

    private static string Nominal(AgreementFigures figures) => figures.Nominal is null ? "" : "All codes were also taken as one variable whose categories exclude each other. ";

    private static string Intervals(AgreementFigures figures)
    {
        var bootstrap = figures.Options.Bootstrap;
        var drawn = figures.Resample == Resample.Document ? $"documents with all their units ({figures.Documents} of them)" : "units";
        return string.Create(CultureInfo.InvariantCulture, $"Intervals are percentile bootstrap intervals at {100 * bootstrap.Level:0.#} % from {bootstrap.Replicates} replicates that draw {drawn} anew, with seed {bootstrap.Seed}")
            + (figures.Resample == Resample.Unit && figures.Documents > 1 ? string.Create(CultureInfo.InvariantCulture, $"; they ignore that units cluster within {figures.Documents} documents.") : ".");
    }
}
