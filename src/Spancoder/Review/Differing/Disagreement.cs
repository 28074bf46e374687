using Spancoder.Review.Adjudication;

namespace Spancoder.Review.Differing;

/// <summary>A segment that is to be talked about.</summary>
/// <param name="Types">How people differ; empty where they do not.</param>
/// <param name="IsUnsure">Somebody cannot tell, and the others do not differ.</param>
/// <param name="OfRules">How the rules differ from people; empty where they do not, or are not asked.</param>
internal sealed record Disagreement(ReviewedSegment Segment, IReadOnlyList<DifferenceType> Types, bool IsUnsure, IReadOnlyList<DifferenceType> OfRules)
{
    private const string Unsure = "unsure";

    /// <summary>A decision on record that was made before coders gave something else, or others judged it too; null where there is none, or no ledger was given.</summary>
    public LedgerEntry? Earlier { get; init; }

    /// <summary>All of it in a cell: <c>swap|second label</c>, <c>unsure|rules: swap</c>.</summary>
    public string Label => string.Join(Verdict.Between,
    [
        .. Types.Select(DifferenceTypes.NameOf),
        .. IsUnsure ? [Unsure] : Array.Empty<string>(),
        .. OfRules.Select(type => $"rules: {DifferenceTypes.NameOf(type)}"),
    ]);
}
