using Spancoder.Text;

namespace Spancoder.Reading.Layouts;

/// <summary>Field notes and other running text: every paragraph is an observation, a block quote is what somebody said.</summary>
internal sealed class Notes : ILayout
{
    private const int MostWordsOfALabel = 4;

    public string Name => "notes";

    public Fit Fit(TextSource source) => new(0, () => Read(source));

    private static List<Unit> Read(TextSource source)
    {
        var paragraphs = source.Blocks.Where(block => block is { IsMemo: false, Kind: BlockKind.Paragraph }).SelectMany(block => block.Lines);
        var labels = Labels.Find(paragraphs, source.Findings);
        List<Unit> units = [.. source.Blocks.SelectMany(block => UnitsOf(block, labels))];

        var labelled = units.Count(unit => unit is { Label: not null, Joint: Joint.Paragraph });
        if (!source.IsNotes && labelled == 0)
        {
            source.Findings.Say(null, "it has no speakers' labels, so it was read as notes", "begin turns with a label, such as 'P03:', if it is a transcript");
        }
        else if (labelled > 0 && source.Blocks.Any(block => block.Kind == BlockKind.Paragraph && LabelOf(block, labels) is not null))
        {
            source.Findings.Say(null, $"few paragraphs begin with a speaker's label, so it was read as notes, with {Counted.Of(labelled, "paragraph")} of speech", "label every turn if it is a transcript");
        }

        return units;
    }

    // In a quote every line may begin with a label; in a paragraph the first.
    private static IEnumerable<Unit> UnitsOf(Block block, Labels labels)
    {
        string? speaker = null;
        foreach (var (index, line) in block.Lines.Index())
        {
            var label = index == 0 || block.Kind == BlockKind.Quote ? LabelOf(block, line, labels) : null;
            speaker = label?.Key ?? speaker;
            yield return new()
            {
                Layer = LayerOf(block, speaker),
                Label = speaker,
                Text = line.Text[(label?.WordsStart ?? 0)..],
                Line = line.Number,
                Joint = index > 0 && label is null ? Joint.Line : Joint.Paragraph,
            };
        }
    }

    private static Layer LayerOf(Block block, string? speaker) => block switch
    {
        { IsMemo: true } => Layer.Memo,
        { Kind: BlockKind.Heading } => Layer.Heading,
        { Kind: BlockKind.Quote } => Layer.Speech,
        _ when speaker is not null => Layer.Speech,
        _ => Layer.Note,
    };

    private static Label? LabelOf(Block block, Labels labels) => LabelOf(block, block.Lines[0], labels);

    private static Label? LabelOf(Block block, Line line, Labels labels)
    {
        if (block.IsMemo || block.Kind == BlockKind.Heading) return null;
        if (labels.TryRead(line.Text, out var label)) return label;

        return block.Kind == BlockKind.Quote && Labels.TryParse(line.Text, out label) && label.Key.Split(' ').Length <= MostWordsOfALabel && (line == block.Lines[0] || Roles.Of(label.Key) is not null || labels.IsDoubtful(line.Text))
            ? label : null;
    }
}
