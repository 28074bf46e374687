namespace Spancoder;

/// <summary>What kind of text a stretch of a document is. Only speech and notes are coded.</summary>
public enum Layer
{
    /// <summary>Somebody's words: a turn in a transcript, or speech quoted in a field note.</summary>
    Speech,

    /// <summary>What a fieldworker observed.</summary>
    Note,

    /// <summary>The analyst's thought: never evidence, never coded.</summary>
    Memo,
    Heading,

    /// <summary>Something that happened on the recording: (phone rings), （停顿）.</summary>
    Event,
}
