using Spancoder.Text;

namespace Spancoder.Reading;

/// <summary>One file, read: its text, who says what in it, and where everything stood in the original.</summary>
public sealed record Document
{
    /// <summary>Its path relative to the study's root, with <c>/</c>.</summary>
    public required string Id { get; init; }

    /// <summary>As the user named it, for messages.</summary>
    public required string File { get; init; }

    /// <summary>The text that every offset refers to: paragraphs with one line feed between them. See docs/reading.md.</summary>
    public required string Text { get; init; }

    /// <summary>In reading order; together they cover the text but for the line feeds between them.</summary>
    public required IReadOnlyList<Turn> Turns { get; init; }

    public required SourceMap Source { get; init; }

    /// <summary>In order of first appearance.</summary>
    public required IReadOnlyList<Speaker> Speakers { get; init; }

    /// <summary>From the front matter, the header block and the attributes file, in that order; a later one wins.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    public required SourceFacts Facts { get; init; }

    public required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>Words that stand in no file.</summary>
    internal static Document OfTurns(string id, string text, IReadOnlyList<Turn> turns, IReadOnlyDictionary<string, string> facts) => new()
    {
        Id = id,
        File = id,
        Text = text,
        Turns = turns,
        Source = new([]),
        Speakers = [.. turns.Select(turn => turn.Speaker).OfType<Speaker>().Distinct()],
        Metadata = facts,
        Facts = new("text", "passage", "utf-8", EncodingIsSure: true, "none", Languages.Of(text), "", turns.Count, 0),
        Notices = [],
    };
}

/// <summary>One voice's stretch: a speaker's uninterrupted talk, or one paragraph of a note.</summary>
/// <param name="Span">One or more whole paragraphs of the text.</param>
/// <param name="Speaker">Null in notes, and where a transcript does not say who speaks.</param>
public sealed record Turn(TextSpan Span, Layer Layer, Speaker? Speaker);

/// <summary>What kind of file it was.</summary>
/// <param name="Format">Of the file: "text", "markdown".</param>
/// <param name="Layout">How speakers and words stand in it: "labelled", "name-and-time", "notes".</param>
/// <param name="Encoding">"utf-8".</param>
/// <param name="EncodingIsSure">False when it was guessed.</param>
/// <param name="Newline">"LF", "CRLF", "CR", "mixed", or "none".</param>
/// <param name="Language">ISO 639-1, "und" where it cannot be told.</param>
/// <param name="Hash">SHA-256 of the original bytes, lower-case hexadecimal.</param>
/// <param name="Units">How many pieces the file itself delimits, not counting empty ones.</param>
/// <param name="TimedUnits">How many of them carry a time.</param>
public sealed record SourceFacts(
    string Format, string Layout, string Encoding, bool EncodingIsSure, string Newline, string Language, string Hash, int Units, int TimedUnits);
