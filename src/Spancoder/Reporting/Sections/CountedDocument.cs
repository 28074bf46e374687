using Spancoder.Codebooks;
using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>A document with the codes that count in it.</summary>
/// <param name="Segments">In reading order; without those that a report leaves out.</param>
internal sealed record CountedDocument(ResultDocument Document, IReadOnlyList<CountedSegment> Segments)
{
    public string Id => Document.Id;

    /// <summary>What may be shown of it: all, but where a report is about some speakers only, what others said is nobody's business.</summary>
    public IReadOnlyList<ResultSegment> Shown { get; init; } = Document.Segments;

    /// <summary>The denominator of every share of segments.</summary>
    public IEnumerable<CountedSegment> Codable => Segments.Where(segment => segment.Segment.Codable);
}

/// <summary>A segment with the codes that count: what people say where they judged it, and what the machine says elsewhere.</summary>
/// <param name="Codes">With all above them.</param>
/// <param name="IsJudged">Whether people judged it; who cannot tell has not.</param>
internal sealed record CountedSegment(ResultSegment Segment, IReadOnlySet<Code> Codes, bool IsJudged)
{
    /// <summary>What people said, with all above it; null where nobody judged it.</summary>
    public required IReadOnlySet<Code>? ByPeople { get; init; }

    /// <summary>What the machine said, with all above it, whether it counts or not; null where it did not look.</summary>
    public required IReadOnlySet<Code>? ByMachine { get; init; }
}
