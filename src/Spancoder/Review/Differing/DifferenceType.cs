namespace Spancoder.Review.Differing;

/// <summary>How two coders differ about one segment. Of two that differ exactly one holds: docs/review.md defines them.</summary>
internal enum DifferenceType
{
    CodeOrNone,
    Swap,
    SecondLabel,
    SubCode,
    Boundary,
    Status,
}

internal static class DifferenceTypes
{
    /// <summary>In the order in which they are written.</summary>
    public static IReadOnlyList<DifferenceType> All { get; } = Enum.GetValues<DifferenceType>();

    public static string NameOf(DifferenceType type) => type switch
    {
        DifferenceType.CodeOrNone => "code or NONE",
        DifferenceType.Swap => "swap",
        DifferenceType.SecondLabel => "second label",
        DifferenceType.SubCode => "sub-code",
        DifferenceType.Boundary => "boundary",
        DifferenceType.Status => "status",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string MeaningOf(DifferenceType type) => type switch
    {
        DifferenceType.CodeOrNone => "one gave a code, another nothing",
        DifferenceType.Swap => "other codes, neither within the other",
        DifferenceType.SecondLabel => "all codes of one, and more",
        DifferenceType.SubCode => "other codes of the same branches",
        DifferenceType.Boundary => "the same codes, for other passages",
        DifferenceType.Status => "the same codes, another status, or negated and not",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
