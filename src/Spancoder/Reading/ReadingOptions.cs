namespace Spancoder.Reading;

/// <summary>What the user said about reading.</summary>
public sealed record ReadingOptions
{
    /// <summary>Labels of interviewers, case ignored, in addition to those that are known by their name.</summary>
    public IReadOnlyList<string> Interviewers { get; init; } = [];

    /// <summary>The encoding of every file, by its name; null to find out.</summary>
    public string? Encoding { get; init; }

    /// <summary>The kind of every file, by its name; null to find out.</summary>
    public string? Format { get; init; }

    /// <summary>Who speaks in bold paragraphs where bold and plain ones alternate without labels; null where nobody said.</summary>
    public string? BoldSpeaker { get; init; }

    /// <summary>Who speaks in plain paragraphs there.</summary>
    public string? PlainSpeaker { get; init; }

    /// <summary>A file in which something has to be guessed is not read.</summary>
    public bool Strict { get; init; }
}
