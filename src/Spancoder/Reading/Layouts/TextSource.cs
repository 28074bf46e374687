namespace Spancoder.Reading.Layouts;

/// <summary>Running text on its way to units: what is left of it when header block, legend and memo marks are taken off.</summary>
/// <param name="Blocks">In reading order.</param>
/// <param name="IsNotes">The format is one that field notes are written in.</param>
/// <param name="Findings">Where layouts say what they guessed.</param>
internal sealed record TextSource(IReadOnlyList<Block> Blocks, bool IsNotes, Findings Findings)
{
    /// <summary>Who speaks in bold paragraphs, as the user says. Null where nobody said.</summary>
    public string? BoldSpeaker { get; init; }

    /// <summary>Who speaks in plain paragraphs, as the user says. Null where nobody said.</summary>
    public string? PlainSpeaker { get; init; }

    /// <summary>Who speaks in paragraphs without a label where only one side has them, as the user says. Null where nobody said.</summary>
    public string? UnlabelledSpeaker { get; init; }

    public static TextSource Of(Content.Running content, Findings findings)
    {
        var body = Legend.Take(HeaderBlock.Take(RecorderHead.Take(SpeakerTable.Unfold(content.Blocks, findings), findings), findings), findings);
        return new(Memos.Split(body, findings), content.IsNotes, findings);
    }
}
