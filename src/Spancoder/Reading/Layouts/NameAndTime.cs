using System.Text.RegularExpressions;

namespace Spancoder.Reading.Layouts;

/// <summary>Transcripts in which a line with a name and a time stands above the words, as transcription services export them.</summary>
internal sealed partial class NameAndTime : ILayout
{
    public string Name => "name-and-time";

    public IReadOnlyList<Unit>? TryRead(TextSource source)
    {
        var headers = source.Blocks.Where(block => !block.IsMemo).SelectMany(block => block.Lines).Select(TryReadHeader).OfType<Header>().ToList();
        if (headers.Count < 2 || !TimesRise(headers)) return null;

        List<Unit> units = [];
        Header? current = null;
        var dropped = 0;
        foreach (var block in source.Blocks)
        {
            var isFirst = true;
            foreach (var line in block.Lines)
            {
                if (!block.IsMemo && TryReadHeader(line) is { } header)
                {
                    (current, isFirst) = (header, true);
                    continue;
                }

                if (Footer().IsMatch(line.Text))
                {
                    dropped = line.Number;
                    continue;
                }

                units.Add(MakeUnit(block, line, current, !isFirst));
                isFirst = false;
            }
        }

        if (dropped > 0) source.Findings.Say(dropped, "the line that names the transcription service is not speech and was left out");
        return units;
    }

    private static Unit MakeUnit(Block block, Line line, Header? current, bool continues)
    {
        var layer = block.IsMemo ? Layer.Memo : current is null ? Layer.Note : Layer.Speech;
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
        if (line.Text.Length > 80) return null;

        var match = Form().Match(line.Text);
        return match.Success && Stamp.Parse(match.Groups["time"].Value) is { } time ? new(match.Groups["name"].Value.Trim(), time) : null;
    }

    private static bool TimesRise(List<Header> headers)
    {
        for (var index = 1; index < headers.Count; index++)
        {
            if (headers[index].Time < headers[index - 1].Time - TimeSpan.FromSeconds(1)) return false;
        }

        return true;
    }

    [GeneratedRegex($@"^\s*(?<name>\p{{L}}[^\s:：].{{0,38}}?|\p{{L}})[ \t\u3000]+(?<time>{Stamp.Pattern})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"^\s*Transcribed by https?://\S+\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Footer();

    private sealed record Header(string Name, TimeSpan Time);
}
