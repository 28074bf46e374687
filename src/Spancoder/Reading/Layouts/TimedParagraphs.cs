using System.Text.RegularExpressions;

namespace Spancoder.Reading.Layouts;

/// <summary>Transcripts of meetings in which every paragraph is a caption: a range of times, a name and the words, each on a line of its own.</summary>
internal sealed partial class TimedParagraphs : ILayout
{
    private const double Mostly = 0.8; // of the paragraphs

    public string Name => "timed-paragraphs";

    public IReadOnlyList<Unit>? TryRead(TextSource source)
    {
        var paragraphs = source.Blocks.Where(block => block is { IsMemo: false, Kind: BlockKind.Paragraph }).ToList();
        var timed = paragraphs.Where(block => Times().IsMatch(block.Lines[0].Text)).ToList();
        if (timed.Count < 2 || timed.Count < paragraphs.Count * Mostly) return null;

        var isNamed = HaveNames(timed);
        if (!isNamed) source.Findings.Say(timed[0].Lines[0].Number, "its paragraphs have times and no names, so they have no speaker");
        return [.. source.Blocks.SelectMany(block => UnitsOf(block, isNamed))];
    }

    // The second lines are names when there is something below them and they come again.
    private static bool HaveNames(List<Block> timed)
    {
        var names = timed.Where(block => block.Lines.Count >= 3).Select(block => block.Lines[1].Text.Trim()).ToList();
        return names.Count >= timed.Count * Mostly && (names.Count < 4 || names.Distinct(LabelComparer.Instance).Count() * 2 <= names.Count);
    }

    private static IEnumerable<Unit> UnitsOf(Block block, bool isNamed)
    {
        var times = block.IsMemo || block.Kind != BlockKind.Paragraph ? Match.Empty : Times().Match(block.Lines[0].Text);
        var layer = block.IsMemo ? Layer.Memo : block.Kind == BlockKind.Heading ? Layer.Heading : times.Success ? Layer.Speech : Layer.Note;
        var hasName = times.Success && isNamed && block.Lines.Count >= 3;
        return block.Lines.Skip(hasName ? 2 : times.Success ? 1 : 0).Select((line, index) => new Unit
        {
            Layer = layer,
            Label = hasName ? block.Lines[1].Text.Trim() : null,
            Text = line.Text,
            Line = line.Number,
            StartTime = times.Success ? Stamp.Parse(times.Groups["start"].Value) : null,
            EndTime = times.Success ? Stamp.Parse(times.Groups["end"].Value) : null,
            Joint = index > 0 ? Joint.Line : Joint.Paragraph,
        });
    }

    [GeneratedRegex(@"^\s*(?<start>(?:[0-9]{1,3}:)?[0-9]{1,3}:[0-9]{2}(?:[.,][0-9]{1,3})?)\s*-->\s*(?<end>(?:[0-9]{1,3}:)?[0-9]{1,3}:[0-9]{2}(?:[.,][0-9]{1,3})?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Times();
}
