using System.Text.RegularExpressions;

namespace Spancoder.Reading.Layouts;

/// <summary>Transcripts in which one side is bold and the other is not, and labels stand on one side or on none.</summary>
/// <remarks>
/// Type alone does not say who speaks, so paragraphs without a label have no speaker, unless the user names those of bold and of plain paragraphs. In
/// either case the text is the same, and a change of type begins a turn.
/// </remarks>
internal sealed partial class BoldAndPlain : ILayout
{
    private const double Bold = 0.9; // of a paragraph's letters; a stray plain full stop happens
    private const double Plain = 0.1;
    private const double MostlyClear = 0.8; // of the paragraphs are one or the other
    private const int FewestRuns = 2; // of each side
    private const int LongestTitle = 6; // words

    public string Name => "bold-and-plain";

    public Fit? Fit(TextSource source)
    {
        if (source.Blocks.Count(block => TypeOf(block) == Type.Bold) < FewestRuns) return null;

        var labels = Labels.Find(source.Blocks.Where(IsParagraph).SelectMany(block => block.Lines), new Findings(source.Findings.File));
        var turns = source.Blocks.Where((block, index) => LayerOf(block, index) == Layer.Speech).ToList();
        if (!Alternate(turns) || !AreSentences(turns, areQuestions: source.IsNotes)) return null;

        var labelled = turns.Where(block => labels.TryRead(block.Lines[0].Text, out _)).ToList();
        if (labelled.Count > 0 && !AreOneSide(labelled, turns, labels)) return null;

        return new(turns.Count, () => Read(source, turns, labels, labelled is [var one, ..] ? TypeOf(one) : Type.Mixed));
    }

    private static List<Unit> Read(TextSource source, List<Block> turns, Labels labels, Type labelled)
    {
        Voices voices = new(labels, labelled, source);
        var units = source.Blocks.SelectMany((block, index) => voices.UnitsOf(block, LayerOf(block, index))).ToList();
        voices.Report(turns);
        return units;
    }

    private static Type TypeOf(Block block) => block.BoldShare > Bold ? Type.Bold : block.BoldShare < Plain ? Type.Plain : Type.Mixed;

    private static bool IsParagraph(Block block) => block is { IsMemo: false, Kind: BlockKind.Paragraph };

    private static Layer LayerOf(Block block, int index) =>
        block.IsMemo ? Layer.Memo
        : block.Kind == BlockKind.Heading || IsTitle(block, index) ? Layer.Heading
        : block.Lines is [var only] && WholeNote().IsMatch(only.Text) ? Layer.Event
        : Layer.Speech;

    // A bold line at the top, in capitals, or that names a part; not "And your parents", which somebody asks.
    private static bool IsTitle(Block block, int index) =>
        TypeOf(block) == Type.Bold && block.Lines is [var only] && !EndsAsSentence().IsMatch(only.Text.TrimEnd(' ', '*', '_')) && WordsIn(only.Text) <= LongestTitle
        && (index == 0 || PartName().IsMatch(only.Text) || only.Text.Any(char.IsUpper) && !only.Text.Any(char.IsLower));

    private static bool Alternate(List<Block> turns)
    {
        var clear = turns.Select(TypeOf).Where(type => type != Type.Mixed).ToList();
        if (clear.Count < turns.Count * MostlyClear) return false;

        var runs = clear.Where((type, index) => index == 0 || clear[index - 1] != type).ToList();
        return runs.Count(type => type == Type.Bold) >= FewestRuns && runs.Count(type => type == Type.Plain) >= FewestRuns;
    }

    // In notes the bold paragraphs are titles, unless they are questions.
    private static bool AreSentences(List<Block> turns, bool areQuestions)
    {
        var ends = turns.Where(block => TypeOf(block) == Type.Bold).Select(block => block.Lines[^1].Text.TrimEnd(' ', '*', '_')).ToList();
        return ends.Count(end => areQuestions ? end is [.., '?' or '？'] : EndsAsSentence().IsMatch(end) || WordsIn(end) > LongestTitle) * 2 >= ends.Count;
    }

    private static bool AreOneSide(List<Block> labelled, List<Block> turns, Labels labels)
    {
        var type = TypeOf(labelled[0]);
        return labels.InOrder.Count == 1 && type != Type.Mixed && labelled.TrueForAll(block => TypeOf(block) == type)
            && labelled.Count >= turns.Count(block => TypeOf(block) == type) * MostlyClear;
    }

    private static int WordsIn(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length + text.Count(c => c is >= '\u3400' and <= '\u9FFF') / 2;

    [GeneratedRegex(@"[.?!…。？！:：][\s""'”’»)\]」』）]*$", RegexOptions.CultureInvariant)]
    private static partial Regex EndsAsSentence();

    [GeneratedRegex(@"^\s*(?:part|section|teil|partie|parte)\s+[\dIVXA-D]{1,4}\b|^\s*第.{1,3}(?:部分|节|段)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartName();

    [GeneratedRegex(@"^\s*(?:\([^()]{1,60}\)|\[[^\[\]]{1,60}\]|（[^（）]{1,40}）|【[^【】]{1,40}】)\s*$")]
    private static partial Regex WholeNote();

    private enum Type
    {
        Bold,
        Plain,
        Mixed,
    }

    /// <summary>Who speaks in which type, as far as labels or the user say.</summary>
    /// <param name="labels">Of one side, or none.</param>
    /// <param name="labelled">The side that has them; mixed where none has.</param>
    /// <param name="source">Names the speakers that the user gave.</param>
    private sealed class Voices(Labels labels, Type labelled, TextSource source)
    {
        private Type? _before;

        public IEnumerable<Unit> UnitsOf(Block block, Layer layer)
        {
            var type = TypeOf(block);
            Label label = default;
            var wordsStart = layer == Layer.Speech && labels.TryRead(block.Lines[0].Text, out label) ? label.WordsStart : 0;
            var head = type != _before || wordsStart > 0 || type == Type.Mixed ? Joint.Turn : Joint.Paragraph;
            _before = layer == Layer.Speech ? type : null;
            return block.Lines.Select((line, index) => new Unit
            {
                Layer = layer,
                Label = layer == Layer.Speech ? SpeakerOf(type) : null,
                Text = index == 0 ? line.Text[wordsStart..] : line.Text,
                Line = line.Number,
                StartTime = index == 0 ? label.Time : null,
                Joint = index > 0 ? Joint.Line : layer == Layer.Speech && SpeakerOf(type) is null ? head : Joint.Paragraph,
            });
        }

        public void Report(List<Block> turns)
        {
            foreach (var type in new[] { Type.Bold, Type.Plain }.Where(type => SpeakerOf(type) is null))
            {
                var (kind, other) = type == Type.Bold ? ("bold", "plain") : ("plain", "bold");
                var count = turns.Count(block => TypeOf(block) == type);
                source.Findings.Say(turns.Find(block => TypeOf(block) == type)?.Lines[0].Number,
                    $"{kind} paragraphs ({count}) alternate with {other} ones and have no label, so they have no speaker", $"name the speaker with --{kind}-speaker NAME");
            }

            if (turns.Where(block => TypeOf(block) == labelled && labelled != Type.Mixed && !labels.TryRead(block.Lines[0].Text, out _)).ToList() is [var bare, ..] unlabelled)
            {
                source.Findings.Say(bare.Lines[0].Number, $"paragraphs without a label ({unlabelled.Count}) in the type of those with one were given to {labels.InOrder[0]}", "label them");
            }

            if (turns.Where(block => TypeOf(block) == Type.Mixed).ToList() is [var first, ..] mixed)
            {
                source.Findings.Say(first.Lines[0].Number, $"paragraphs that are partly bold ({mixed.Count}) have no speaker", "write a label before them");
            }
        }

        private string? SpeakerOf(Type type) => type switch
        {
            Type.Mixed => null,
            _ when type == labelled => labels.InOrder[0],
            Type.Bold => source.BoldSpeaker,
            _ => source.PlainSpeaker,
        };
    }
}
