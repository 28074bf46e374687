namespace Spancoder.Reading;

/// <summary>What the user said about reading.</summary>
public sealed record ReadingOptions
{
    internal static readonly IReadOnlyDictionary<string, string> NoMap = new Dictionary<string, string>();

    /// <summary>Labels of interviewers, case ignored, in addition to those that are known by their name.</summary>
    public IReadOnlyList<string> Interviewers { get; init; } = [];

    /// <summary>The encoding of every file, by its name; null to find out.</summary>
    public string? Encoding { get; init; }

    /// <summary>The kind of every file, by its name; null to find out.</summary>
    public string? Format { get; init; }

    /// <summary>Columns of tables of utterances, by what they hold (text, speaker, start, end, turn, document): a name, a number from 1, or nothing where there is none.</summary>
    public IReadOnlyDictionary<string, string> ColumnMap { get; init; } = NoMap;

    /// <summary>Who speaks in bold paragraphs where bold and plain ones alternate without labels; null where nobody said.</summary>
    public string? BoldSpeaker { get; init; }

    /// <summary>Who speaks in plain paragraphs there.</summary>
    public string? PlainSpeaker { get; init; }

    /// <summary>Who speaks in paragraphs without a label in files in which only one side is labelled; null where nobody said.</summary>
    public string? UnlabelledSpeaker { get; init; }

    /// <summary>A file in which something has to be guessed is not read.</summary>
    public bool Strict { get; init; }
}
