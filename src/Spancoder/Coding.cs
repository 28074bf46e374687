using Spancoder.Text;

namespace Spancoder;

/// <summary>One coder gave one segment one code, for a reason.</summary>
public sealed record Coding
{
    /// <summary>Reserved: a coder looked at the segment and nothing applies. Written, so that denominators are right.</summary>
    public const string Nothing = "NONE";

    public required Segment Segment { get; init; }

    /// <summary>A code's id, or <see cref="Nothing"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The evidence. The whole segment for <see cref="Nothing"/>.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Who: a person's name, or "rules".</summary>
    public required string Coder { get; init; }

    public required Reason Reason { get; init; }
}
