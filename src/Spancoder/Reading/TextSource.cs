namespace Spancoder.Reading;

/// <summary>A decoded file on its way to units: what is left of it when front matter, header block and memo marks are taken off.</summary>
internal sealed record TextSource
{
    /// <summary>As the user named it.</summary>
    public required string File { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    public required bool IsMarkdown { get; init; }

    /// <summary>Labels that the user or the file says are interviewers.</summary>
    public required IReadOnlyCollection<string> Interviewers { get; init; }

    /// <summary>Where readers say what they guessed.</summary>
    public required List<Notice> Notices { get; init; }

    public static TextSource Of(string text, string file, IReadOnlyCollection<string> interviewers, Dictionary<string, string> metadata, List<Notice> notices)
    {
        var lines = Line.Of(text);
        var body = FrontMatter.Read(lines, file, metadata, notices);
        var isMarkdown = !ReferenceEquals(body, lines) || Path.GetExtension(file).ToLowerInvariant() is ".md" or ".markdown";
        body = HeaderBlock.Read(body, metadata);
        var blocks = isMarkdown ? MarkdownBlocks.Of(body) : PlainBlocks.Of(body, file, notices);
        return new()
        {
            File = file,
            Blocks = Memos.Split(blocks, file, notices),
            IsMarkdown = isMarkdown,
            Interviewers = [.. interviewers, .. InterviewersIn(metadata)],
            Notices = notices,
        };
    }

    // "Interviewer: Anna" in the header, and later turns that begin with "Anna:"
    private static IEnumerable<string> InterviewersIn(Dictionary<string, string> metadata) =>
        metadata.Where(entry => Roles.Of(entry.Key) == Role.Interviewer).SelectMany(entry => entry.Value.Split([',', ';', '，', '；', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
