namespace Spancoder.Reading.Layouts;

/// <summary>Field notes and other running text: every paragraph is an observation, a block quote is what somebody said.</summary>
internal sealed class Notes : ILayout
{
    private const int MostWordsOfALabel = 4;

    public string Name => "notes";

    public IReadOnlyList<Unit> TryRead(TextSource source)
    {
        var paragraphs = source.Blocks.Where(block => block is { IsMemo: false, Kind: BlockKind.Paragraph }).SelectMany(block => block.Lines);
        var labels = Labels.Find(paragraphs, source.Findings);
        if (!source.IsNotes) source.Findings.Say(null, "it has no speakers' labels, so it was read as notes", "begin turns with a label, such as 'P03:', if it is a transcript");
        return [.. source.Blocks.SelectMany(block => UnitsOf(block, labels))];
    }

    private static IEnumerable<Unit> UnitsOf(Block block, Labels labels)
    {
        var speaker = SpeakerOf(block, labels, out var wordsStart);
        var layer = block switch
        {
            { IsMemo: true } => Layer.Memo,
            { Kind: BlockKind.Heading } => Layer.Heading,
            { Kind: BlockKind.Quote } => Layer.Speech,
            _ when speaker is not null => Layer.Speech,
            _ => Layer.Note,
        };
        return block.Lines.Select((line, index) => new Unit
        {
            Layer = layer,
            Label = speaker,
            Text = index == 0 ? line.Text[wordsStart..] : line.Text,
            Line = line.Number,
            Joint = index > 0 ? Joint.Line : Joint.Paragraph,
        });
    }

    private static string? SpeakerOf(Block block, Labels labels, out int wordsStart)
    {
        wordsStart = 0;
        if (block.IsMemo || block.Kind == BlockKind.Heading) return null;

        var isLabelled = block.Kind == BlockKind.Quote
            ? Labels.TryParse(block.Lines[0].Text, out var label) && label.Key.Split(' ').Length <= MostWordsOfALabel
            : labels.TryRead(block.Lines[0].Text, out label);
        if (!isLabelled) return null;

        wordsStart = label.WordsStart;
        return label.Key;
    }
}
