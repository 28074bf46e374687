namespace Spancoder.Reading;

/// <summary>The smallest piece that a file itself delimits: a line, a cue, a row, a paragraph. Every reader turns its file into these.</summary>
public sealed record Unit
{
    public required Layer Layer { get; init; }

    /// <summary>The speaker's label, without its colon. Null where the file names nobody.</summary>
    public string? Label { get; init; }

    /// <summary>The words, with labels, stamps and markup taken out and otherwise untouched. May be empty, and is then dropped.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands in the original: line, paragraph, cue or row, 1-based.</summary>
    public required int Line { get; init; }

    /// <summary>On the recording. Null where the file has no time.</summary>
    public TimeSpan? StartTime { get; init; }

    public TimeSpan? EndTime { get; init; }

    public Joint Joint { get; init; } = Joint.Paragraph;
}

/// <summary>How a unit stands to the unit before it. A change of speaker or layer begins a paragraph in any case.</summary>
public enum Joint
{
    /// <summary>It begins a paragraph.</summary>
    Paragraph,

    /// <summary>It begins a turn: the voice is another one, though the file names neither.</summary>
    Turn,

    /// <summary>It is a piece of its own, as a cue is, and goes on in the same paragraph.</summary>
    Cue,

    /// <summary>It is a wrapped line of the same piece.</summary>
    Line,
}
