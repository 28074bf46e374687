using Spancoder.Text;

namespace Spancoder;

/// <summary>One coder gave one segment one code, for a reason.</summary>
public sealed record Coding
{
    /// <summary>Reserved: a coder looked at the segment and nothing applies. Written, so that denominators are right.</summary>
    public const string Nothing = "NONE";

    /// <summary>Reserved: a person found something that the codebook has no code for.</summary>
    public const string Other = "OT";

    /// <summary>Reserved: a person looked and cannot tell. It counts as if nobody had looked.</summary>
    public const string Unsure = "UNSURE";

    /// <summary>What no code of a codebook may be named.</summary>
    public static IReadOnlyList<string> Reserved { get; } = [Other, Nothing, Unsure];

    /// <summary>What can have become of the act that a coding tells; in the order in which several of them are written.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["failed", "blocked", "planned", "enacted"];

    public required Segment Segment { get; init; }

    /// <summary>A code's id, or one of <see cref="Reserved"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The evidence. The whole segment where there is none to quote, and where a person named none.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Who: a person's name, or "rules".</summary>
    public required string Coder { get; init; }

    public required Reason Reason { get; init; }

    /// <summary>Of <see cref="Statuses"/>; empty where nobody looked, or the rules found no sign of any.</summary>
    public IReadOnlyList<string> Status { get; init; } = [];

    /// <summary>Whether everything that speaks for the code is negated ("we do not export"); null where nobody looked.</summary>
    public bool? Negated { get; init; }

    /// <summary>How its segment came onto the list on which a person judged it; null where it was on none, and of a machine's.</summary>
    public Draw? Draw { get; init; }

    /// <summary>Whether there are words that it rests on.</summary>
    public bool HasEvidence => Code is not (Nothing or Unsure);
}
