using System.Text.RegularExpressions;
using Spancoder.Reading.Times;

namespace Spancoder.Reading.Layouts;

/// <summary>Transcripts of meetings in which every paragraph is a caption: a range of times, a name and the words, each on a line of its own.</summary>
internal sealed partial class TimedParagraphs : ILayout
{
    private const double Mostly = 0.8; // of the paragraphs

    public string Name => "timed-paragraphs";

    public Fit? Fit(TextSource source)
    {
        var paragraphs = source.Blocks.Where(block => block is { IsMemo: false, Kind: BlockKind.Paragraph }).ToList();
        var timed = paragraphs.Where(block => Times().IsMatch(block.Lines[0].Text)).ToList();
        if (timed.Count < 2 || timed.Count < paragraphs.Count * Mostly) return null;

        return new(timed.Count, () => Read(source, timed));
    }

    private static List<Unit> Read(TextSource source, List<Block> timed)
    {
        var isNamed = HaveNames(timed);
        if (!isNamed) source.Findings.Say(timed[0].Lines[0].Number, "its paragraphs have times and no names, so they have no speaker");
        var isPadded = !timed.Exists(block => Unpadded().IsMatch(block.Lines[0].Text));
        return [.. source.Blocks.SelectMany(block => UnitsOf(block, isNamed, isPadded))];
    }

    // The second lines are names when there is something below them and they come again.
    private static bool HaveNames(List<Block> timed)
    {
        var names = timed.Where(block => block.Lines.Count >= 3).Select(block => block.Lines[1].Text.Trim()).ToList();
        return names.Count >= timed.Count * Mostly && (names.Count < 4 || names.Distinct(LabelComparer.Instance).Count() * 2 <= names.Count);
    }

    private static IEnumerable<Unit> UnitsOf(Block block, bool isNamed, bool isPadded)
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
            StartTime = times.Success ? Parse(times.Groups["start"].Value, isPadded) : null,
            EndTime = times.Success ? Parse(times.Groups["end"].Value, isPadded) : null,
            Joint = index > 0 ? Joint.Line : Joint.Paragraph,
        });
    }

    // Where "0:0:10.20" is written, nothing is padded, so that 20 are thousandths; else they are hundredths.
    private static TimeSpan? Parse(string time, bool isPadded) => CueTime.Parse(time)?.ToTimeSpan(countsMilliseconds: !isPadded);

    [GeneratedRegex($@"^\s*(?<start>{Time})\s*-->\s*(?<end>{Time})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    [GeneratedRegex(@":[0-9][:.,]")]
    private static partial Regex Unpadded();

    private const string Time = "(?:[0-9]{1,3}:[0-5]?[0-9]|[0-9]{1,2}):[0-5]?[0-9][.,][0-9]{1,3}";
}
