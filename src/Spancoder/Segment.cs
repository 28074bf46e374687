using Spancoder.Text;

namespace Spancoder;

/// <summary>The fixed unit that is coded: a turn or a part of one, a note's paragraph, or a sentence.</summary>
public sealed record Segment
{
    /// <summary>1-based, in reading order, over codable and uncodable segments alike.</summary>
    public required int Number { get; init; }

    /// <summary><c>document#number</c>.</summary>
    public required string Id { get; init; }

    public required TextSpan Span { get; init; }

    public required Layer Layer { get; init; }

    /// <summary>Null in notes, and where a transcript does not say who speaks.</summary>
    public required Speaker? Speaker { get; init; }

    /// <summary>False for interviewers, memos, headings, events and back-channels: kept and shown, never coded, never counted.</summary>
    public required bool Codable { get; init; }

    public required string Language { get; init; }

    public required WordCount Words { get; init; }
}
