using Spancoder.Agreement.Resampling;
using Spancoder.Agreement.Tables;

namespace Spancoder.Agreement.Figures;

/// <summary>How far coders agree: everything that a report of it says, without a layout.</summary>
internal sealed record AgreementFigures
{
    private const int EnoughDocuments = 20;

    public required Judgements Judgements { get; init; }

    public required AgreementOptions Options { get; init; }

    /// <summary>What was drawn anew for the intervals.</summary>
    public required Resample Resample { get; init; }

    /// <summary>How many documents have a unit that counts; those of which nothing is known are one.</summary>
    public required int Documents { get; init; }

    /// <summary>How many units count, how many nobody judged, and how many only one coder did.</summary>
    public required (int Counted, int Unjudged, int Single) Units { get; init; }

    public required OverallFigures Overall { get; init; }

    /// <summary>The lowest alpha first; those without one last.</summary>
    public required IReadOnlyList<CodeFigures> Codes { get; init; }

    /// <summary>Null where codes do not exclude each other, or nobody asked.</summary>
    public NominalFigures? Nominal { get; init; }

    /// <summary>Null where coders judged units.</summary>
    public SpanFigures? Spans { get; init; }

    public IReadOnlyList<BrokenDown> Breakdowns { get; init; } = [];

    /// <param name="nominal">The codes as one variable; null where nobody asks for it.</param>
    public static AgreementFigures Of(Judgements judgements, AgreementOptions options, Ratings? nominal = null)
    {
        var patterns = UnitPatterns.Of(judgements.Ratings, options.Frame);
        var documents = DocumentsOf(judgements);
        var counted = documents.Where((_, unit) => patterns.OfUnits[unit] >= 0).Distinct().Count();
        var named = judgements.Units.Any(unit => unit.Document.Length > 0);
        var resample = options.Resample ?? (named && counted >= EnoughDocuments ? Resample.Document : Resample.Unit);
        var judged = judgements.Units.Index().Select(unit => CountOf(judgements.Ratings.Of(unit.Index))).ToList();
        return new()
        {
            Judgements = judgements,
            Options = options,
            Resample = resample,
            Documents = counted,
            Units = (patterns.Count, judged.Count(count => count == 0), judged.Count(count => count == 1)),
            Overall = OverallFigures.Of(judgements, options, Bootstrapped),
            Codes = InOrder(judgements.Codes.Select((code, index) => CodeFigures.Of(code, judgements.Presence(index), options.Frame, Bootstrapped))),
            Nominal = nominal is null ? null : NominalFigures.Of(nominal, options.Frame, Bootstrapped),
            Breakdowns = [.. options.By.Where(by => by != Dimension.Round).Select(by => BrokenDown.Of(judgements, by, options))],
        };

        Bootstrap Bootstrapped(UnitPatterns of) => resample == Resample.Unit ? Bootstrap.OverUnits(of, options.Bootstrap) : Bootstrap.OverDocuments(of, documents, documents.Max() + 1, options.Bootstrap);
    }

    /// <summary>Codes whose alpha is below a value, or has none.</summary>
    public IEnumerable<CodeFigures> Under(double least) => Codes.Where(code => !(code.Alpha.Value >= least));

    internal static IReadOnlyList<CodeFigures> InOrder(IEnumerable<CodeFigures> codes) =>
        [.. codes.OrderBy(code => code.Alpha.Value ?? double.PositiveInfinity).ThenBy(code => code.Code, StringComparer.Ordinal)];

    private static int CountOf(ReadOnlySpan<int> values) => values.Length - values.Count(Ratings.Missing);

    private static int[] DocumentsOf(Judgements judgements)
    {
        var places = judgements.Units.Select(unit => unit.Document).Distinct().Order(StringComparer.Ordinal).Index().ToDictionary(document => document.Item, document => document.Index);
        return [.. judgements.Units.Select(unit => places[unit.Document])];
    }
}
