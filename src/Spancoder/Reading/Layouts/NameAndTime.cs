using System.Text.RegularExpressions;
using Spancoder.Reading.Times;
using Spancoder.Text;

namespace Spancoder.Reading.Layouts;

/// <summary>Transcripts in which a line with a name and a time stands above the words, as transcription services export them.</summary>
internal sealed partial class NameAndTime : ILayout
{
    private const int LongestHeader = 80; // characters
    private static readonly TimeSpan Jitter = TimeSpan.FromSeconds(1);

    public string Name => "name-and-time";

    public Fit? Fit(TextSource source)
    {
        var candidates = source.Blocks.Where(block => block is { IsMemo: false, Kind: BlockKind.Paragraph }).SelectMany(block => block.Lines)
            .Select(TryReadHeader).OfType<Header>().ToList();
        var headers = Rising(candidates);
        return headers.Count < 2 ? null : new(headers.Count, () => Read(source, headers.ToDictionary(header => header.Line), candidates.Count - headers.Count));
    }

    private static List<Unit> Read(TextSource source, Dictionary<Line, Header> headers, int notHeaders)
    {
        List<Unit> units = [];
        List<int> empty = [];
        List<int> unnamed = [];
        Header? current = null;
        var (hasWords, headerLine) = (true, 0);
        foreach (var block in source.Blocks)
        {
            var isFirst = true;
            foreach (var line in block.Lines)
            {
                if (headers.TryGetValue(line, out var header))
                {
                    if (!hasWords) empty.Add(headerLine);
                    (current, isFirst, hasWords, headerLine) = (header, true, header.Words.Length > 0, line.Number);
                    if (hasWords) units.Add(MakeUnit(block, line with { Text = header.Words }, current, continues: false));
                    continue;
                }

                if (!block.IsMemo && current is not null && OnlyTime().Match(line.Text) is { Success: true } only && Stamp.Parse(only.Value) is { } time)
                {
                    // A turn whose name is missing: nobody's.
                    unnamed.Add(line.Number);
                    (current, isFirst) = (new(line, null, time, ""), true);
                    continue;
                }

                if (Footer().IsMatch(line.Text))
                {
                    source.Findings.Say(line.Number, "the line that names the transcription service is not speech and was left out");
                    continue;
                }

                units.Add(MakeUnit(block, line, current, !isFirst));
                (isFirst, hasWords) = (false, true);
            }
        }

        if (unnamed is [var one, ..]) source.Findings.Say(one, $"a time stands without a name (at {Counted.Places(unnamed)}), so the words below have no speaker", "write the name before the time");
        if (units.Find(unit => unit.Layer == Layer.Note) is { } before) source.Findings.Say(before.Line, "there are words before the first speaker, read as a note", "write a name and a time above them if somebody said them");
        if (empty is [var first, ..]) source.Findings.Say(first, $"no words stand below {Counted.Of(empty.Count, "line")} with a name and a time", "look whether they are words themselves");
        if (notHeaders > 0) source.Findings.Say(null, $"{Counted.Of(notHeaders, "line")} like one with a name and a time, but out of order in time or with a name that is said once, was read as words");
        return units;
    }

    private static Unit MakeUnit(Block block, Line line, Header? current, bool continues)
    {
        var layer = block.IsMemo ? Layer.Memo : Recording().IsMatch(line.Text) ? Layer.Event : current is null ? Layer.Note : Layer.Speech;
        return new()
        {
            Layer = layer,
            Label = layer == Layer.Speech ? current?.Name : null,
            Text = line.Text,
            Line = line.Number,
            StartTime = layer == Layer.Speech ? current?.Time : null,
            Joint = continues ? Joint.Line : Joint.Paragraph,
        };
    }

    private static Header? TryReadHeader(Line line)
    {
        var text = line.Text.AsSpan().Trim();
        var match = text.Length <= LongestHeader && text is [.., >= '0' and <= '9'] ? Form().Match(line.Text) : Match.Empty;
        if (!match.Success && text is ['说' or '发' or '說' or '發', ..]) match = Chinese().Match(line.Text);
        return match.Success && Stamp.Parse(match.Groups["stamp"].Value) is { } time
            ? new(line, match.Groups["name"].Value.Trim(), time, match.Groups["words"].Value.Trim())
            : null;
    }

    // The longest run of headers whose times do not fall. A line of speech that ends in "at 7:30" is seldom in it, and if it is, its name is said once.
    private static List<Header> Rising(List<Header> candidates)
    {
        // Candidates have names: what has none is no candidate.
        var names = candidates.CountBy(header => header.Name!, LabelComparer.Instance).ToDictionary(LabelComparer.Instance);
        var plausible = candidates.Where(header => names[header.Name!] > 1 || LooksLikeName().IsMatch(header.Name!)).ToList();
        List<int> last = []; // index of the header with which the best run of each length ends
        var before = new int[plausible.Count];
        for (var index = 0; index < plausible.Count; index++)
        {
            var length = last.FindLastIndex(other => plausible[other].Time <= plausible[index].Time + Jitter) + 1;
            before[index] = length > 0 ? last[length - 1] : -1;
            if (length == last.Count) last.Add(index);
            else if (plausible[index].Time < plausible[last[length]].Time) last[length] = index;
        }

        List<Header> run = [];
        for (var index = last is [.., var end] ? end : -1; index >= 0; index = before[index]) run.Add(plausible[index]);
        return run.Count * 2 > candidates.Count ? run : [];
    }

    [GeneratedRegex($@"^[\s\u200B-\u200F\uFEFF]*(?<name>\p{{L}}[^:：?!;？！；。]{{0,39}}?)[ \t\u3000]+(?<stamp>{Stamp.Pattern})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    // Chinese recorders put the words directly behind the time.
    [GeneratedRegex($@"^\s*(?<name>(?:说话人|发言人|說話人|發言人)\s*\d{{1,3}})\s*(?<stamp>{Stamp.Pattern})(?<words>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    // At most four words, each with a capital or a figure in front, or a few Chinese characters.
    [GeneratedRegex(@"^(?:[\p{Lu}\p{Nd}][\p{L}\p{M}\p{Nd}'’.,()-]*(?:[ _][\p{Lu}\p{Nd}(][\p{L}\p{M}\p{Nd}'’.,()-]*){0,3}|[\u3400-\u9FFF·•・]{1,6}\s*\p{Nd}{0,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikeName();

    [GeneratedRegex($@"^\s*{Stamp.Pattern}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyTime();

    [GeneratedRegex(@"^\s*Transcribed by https?://\S+\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Footer();

    [GeneratedRegex(@"^\s*.{1,40} (?:started|stopped) transcription\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Recording();

    /// <param name="Name">Null where only a time stands.</param>
    /// <param name="Line">Number and text are this header's alone: two of the same paragraph differ in their time.</param>
    /// <param name="Words">What stands behind the time on the same line; mostly nothing.</param>
    private sealed record Header(Line Line, string? Name, TimeSpan Time, string Words);
}
