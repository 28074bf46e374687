namespace Spancoder.Reporting.Results;

/// <summary>The columns of the tables that a run writes, for programs; docs/files.md has them for people.</summary>
internal static class ResultSchemas
{
    public static TableSchema Segments { get; } = new(
    [
        new("segment", "string", "document#number, from 1, over codable and uncodable segments alike"),
        new("document", "string", "the path relative to the study's root, with /"),
        new("layer", "string", "speech, note, memo, heading or event"),
        new("codable", "boolean", "whether it may be coded"),
        new("start", "integer", "where it begins, in Unicode code points of the document's text, from 0"),
        new("end", "integer", "where it ends, exclusive"),
        new("line", "integer", "where it begins in the original: line, paragraph, cue or row, from 1"),
        new("speaker", "string", "the label"),
        new("role", "string", "interviewer, participant or unknown"),
        new("language", "string", "ISO 639-1, und where it cannot be told"),
        new("start_time", "string", "on the recording, hh:mm:ss or hh:mm:ss.fff"),
        new("end_time", "string", "on the recording, hh:mm:ss or hh:mm:ss.fff"),
        new("words", "number", "a word in letters or digits counts 1, a Chinese or kana character 0.5"),
        new("hash", "string", "the first 16 hexadecimal digits of the SHA-256 of the text in UTF-8"),
        new("text", "string", "the segment's text"),
    ])
    {
        Key = ["segment"],
        Description = "All segments, codable or not, in reading order.",
    };

    public static TableSchema Codings { get; } = new(
    [
        new("segment", "string", "as in segments.csv"),
        new("document", "string", "as in segments.csv"),
        new("start", "integer", "where the evidence begins, in Unicode code points of the document's text, from 0"),
        new("end", "integer", "where it ends, exclusive"),
        new("code", "string", "a code's id, NONE, or of people OT or UNSURE"),
        new("coder", "string", "a person's name, rules or model"),
        new("by", "string", "hand, rules or model"),
        new("score", "number", "points of rules, or a model's probability"),
        new("status", "string", "failed, blocked, planned or enacted, several with a bar between"),
        new("negated", "boolean", "whether everything that spoke for the code was negated"),
        new("reason", "string", "why"),
        new("quote", "string", "the words from start to end"),
        new("codebook", "string", "id@version#hash"),
        new("random", "boolean", "on a list of review next: drawn by chance, else picked for a reason"),
        new("probability", "number", "with which each segment of the frame was drawn"),
        new("frame", "integer", "from how many segments the random ones were drawn"),
    ])
    {
        Description = "One row a coding: one coder gave one segment one code, or NONE.",
    };

    /// <param name="attributes">Names of what is known of documents.</param>
    public static TableSchema Documents(IReadOnlyList<string> attributes) => new(
    [
        new("document", "string", "the path relative to the study's root, with /"),
        new("format", "string", "of the file"),
        new("layout", "string", "how speakers and words stand in it"),
        new("encoding", "string", "of the file"),
        new("line_ends", "string", "LF, CRLF, CR, mixed or none"),
        new("language", "string", "ISO 639-1, und where it cannot be told"),
        new("sha256", "string", "of the file's bytes"),
        new("segments", "integer", "how many"),
        new("words", "number", "a word in letters or digits counts 1, a Chinese or kana character 0.5"),
        .. attributes.Select(attribute => new TableSchema.Field(DocumentTable.AttributePrefix + attribute, "string", "from the attributes file or the file's name")),
    ])
    {
        Key = ["document"],
        Description = "The documents that were coded.",
    };
}
