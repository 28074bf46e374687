using System.Text.RegularExpressions;

namespace Spancoder.Reading.Layouts;

/// <summary>Transcripts in which turns begin with a label: <c>Interviewer: ...</c>, <c>**P1:** ...</c>, <c>访谈者：...</c>.</summary>
/// <remarks>
/// A paragraph without a label goes on with the turn before it, unless only one side of the conversation is labelled: then its
/// speaker is left empty, and a notice says so. Words are never given to a speaker by guess.
/// </remarks>
internal sealed partial class LabelledText : ILayout
{
    public string Name => "labelled";

    public IReadOnlyList<Unit>? TryRead(TextSource source)
    {
        var blocks = source.Blocks.Where(block => block is { IsMemo: false, Kind: not BlockKind.Heading }).ToList();
        var labels = Labels.Find(blocks.Where(block => block.Kind != BlockKind.Quote).SelectMany(block => block.Lines), source.Findings);
        var (labelled, unlabelled) = Count(blocks, labels);
        if (!IsTranscript(labels, labelled, unlabelled, source.Findings)) return null;

        var isOneSided = unlabelled > 0 && IsOneSided(labels, source.Findings);
        var units = new Turns(labels, isOneSided).Read(source.Blocks);
        Report(source, labels, units, isOneSided);
        return units;
    }

    private static (int Labelled, int Unlabelled) Count(List<Block> blocks, Labels labels)
    {
        var (labelled, unlabelled) = (0, 0);
        foreach (var (index, line) in blocks.SelectMany(block => block.Lines.Index()))
        {
            if (labels.TryRead(line.Text, out _)) labelled++;
            else if (index == 0) unlabelled++;
        }

        return (labelled, unlabelled);
    }

    // A few labelled lines in a field note do not make a transcript of it.
    private static bool IsTranscript(Labels labels, int labelled, int unlabelled, Findings findings) =>
        labelled >= 2 && (labelled >= (labelled + unlabelled) * 0.25 || labels.InOrder.Any(label => IsInterviewer(label, findings)));

    private static bool IsOneSided(Labels labels, Findings findings) =>
        labels.InOrder.Count == 1 || labels.InOrder.All(label => IsInterviewer(label, findings));

    private static bool IsInterviewer(string label, Findings findings) =>
        (findings.Introduced.GetValueOrDefault(label)?.Role ?? Roles.Of(label)) == Role.Interviewer;

    private static void Report(TextSource source, Labels labels, List<Unit> units, bool isOneSided)
    {
        var before = units.TakeWhile(unit => unit.Label is null).Where(unit => unit.Layer == Layer.Note).ToList();
        if (before.Count > 0)
        {
            source.Findings.Say(before[0].Line, "there are words before the first speaker, read as a note", "begin them with a label, such as 'P03:', if somebody said them");
        }

        if (!isOneSided) return;

        var unlabelled = units.Count(unit => unit is { Layer: Layer.Speech, Label: null, Joint: Joint.Paragraph });
        source.Findings.Say(null, $"only one side is labelled ({string.Join(", ", labels.InOrder)}); {unlabelled} paragraphs without a label have no speaker", "label both sides");
    }

    /// <summary>Walks through the blocks with the current speaker in mind.</summary>
    private sealed partial class Turns(Labels labels, bool isOneSided)
    {
        private readonly List<Unit> _units = [];
        private string? _current;
        private bool _hasBegun;

        public List<Unit> Read(IReadOnlyList<Block> blocks)
        {
            foreach (var block in blocks)
            {
                if (block.IsMemo) AddAll(block, Layer.Memo);
                else if (block.Kind == BlockKind.Heading || IsHeading(block)) AddAll(block, Layer.Heading);
                else if (block.Lines is [var only] && IsEvent(only.Text)) AddAll(block, Layer.Event);
                else AddSpeech(block);
            }

            return _units;
        }

        private void AddAll(Block block, Layer layer)
        {
            foreach (var (index, line) in block.Lines.Index()) Add(line, line.Text, layer, label: null, time: null, continues: index > 0);
        }

        private void AddSpeech(Block block)
        {
            foreach (var (index, line) in block.Lines.Index())
            {
                if (labels.TryRead(line.Text, out var label))
                {
                    (_current, _hasBegun) = (label.Key, true);
                    Add(line, line.Text[label.WordsStart..], Layer.Speech, _current, label.Time, continues: false);
                    continue;
                }

                if (isOneSided && index == 0) _current = null;
                var stamp = LeadingStamp().Match(line.Text);
                var time = stamp.Success ? Stamp.Parse(stamp.Groups["time"].Value) : null;
                Add(line, line.Text[stamp.Length..], _hasBegun ? Layer.Speech : Layer.Note, _current, time, continues: index > 0);
            }
        }

        private void Add(Line line, string text, Layer layer, string? label, TimeSpan? time, bool continues) =>
            _units.Add(new() { Layer = layer, Label = label, Text = text, Line = line.Number, StartTime = time, Joint = continues ? Joint.Line : Joint.Paragraph });

        // Part 2, 第三部分, Teil A: a line of its own that names a part of the interview
        private bool IsHeading(Block block) =>
            block.Lines is [var only] && PartName().IsMatch(only.Text) && !labels.TryRead(only.Text, out _);

        private static bool IsEvent(string text) => WholeNote().IsMatch(text);

        [GeneratedRegex(@"^\s*(?:part|section|teil|partie|parte)\s+[\dIVXA-D]{1,4}\b.{0,60}$|^\s*第.{1,3}(?:部分|节|段)(?:[:： ].{0,30})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
        private static partial Regex PartName();

        [GeneratedRegex(@"^\s*(?:\([^()]{1,60}\)|\[[^\[\]]{1,60}\]|（[^（）]{1,40}）|【[^【】]{1,40}】)\s*$")]
        private static partial Regex WholeNote();

        [GeneratedRegex($@"^\s*[\[(#{{](?<time>{Stamp.Pattern})[\])#}}]\s*")]
        private static partial Regex LeadingStamp();
    }
}
