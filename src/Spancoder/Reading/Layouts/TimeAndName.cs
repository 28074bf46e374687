using System.Text.RegularExpressions;
using Spancoder.Reading.Times;

namespace Spancoder.Reading.Layouts;

/// <summary>Transcripts in which a line with a time and then a name stands above the words, as Word for the web transcribes.</summary>
internal sealed partial class TimeAndName : ILayout
{
    private const int LongestHeader = 60; // characters
    private const double MostBare = 0.2; // of the headers have no words below them; else they are words

    private static readonly TimeSpan Jitter = TimeSpan.FromSeconds(1);

    public string Name => "time-and-name";

    public Fit? Fit(TextSource source)
    {
        var headers = source.Blocks.Select(TryReadHeader).OfType<Header>().ToList();
        if (headers.Count < 2 || !TimesRise(headers) || !AreNames(headers)) return null;

        var bare = source.Blocks.Where((block, index) => TryReadHeader(block) is not null && (index + 1 == source.Blocks.Count || TryReadHeader(source.Blocks[index + 1]) is not null)).ToList();
        return bare.Count > headers.Count * MostBare ? null : new(headers.Count, () => Read(source, bare));
    }

    private static List<Unit> Read(TextSource source, List<Block> bare)
    {
        if (bare is [var first, ..]) source.Findings.Say(first.Lines[0].Number, $"lines with a time and a name ({bare.Count}) have no words below them, and were left out", "look whether they are words themselves");

        List<Unit> units = [];
        Header? current = null;
        foreach (var (index, block) in source.Blocks.Index())
        {
            if (TryReadHeader(block) is { } header) current = header;
            else if (current is not null || !TakeFrame(source, index)) units.AddRange(UnitsOf(block, current));
        }

        return units;
    }

    // Above the first turn Word writes "Audio file", the recording's name, and "Transcript".
    private static bool TakeFrame(TextSource source, int index)
    {
        if (index > 0 && AudioFile().IsMatch(source.Blocks[index - 1].Lines[0].Text))
        {
            source.Findings.AddFact(source.Blocks[index - 1].Lines[0].Text.Trim(), source.Blocks[index].Lines[0].Text.Trim());
            return true;
        }

        return AudioFile().IsMatch(source.Blocks[index].Lines[0].Text) || Transcript().IsMatch(source.Blocks[index].Lines[0].Text);
    }

    private static IEnumerable<Unit> UnitsOf(Block block, Header? current)
    {
        var layer = block.IsMemo ? Layer.Memo : block.Kind == BlockKind.Heading ? Layer.Heading : current is null ? Layer.Note : Layer.Speech;
        return block.Lines.Select((line, index) => new Unit
        {
            Layer = layer,
            Label = layer == Layer.Speech ? current?.Name : null,
            Text = line.Text,
            Line = line.Number,
            StartTime = layer == Layer.Speech ? current?.Time : null,
            Joint = index > 0 ? Joint.Line : Joint.Paragraph,
        });
    }

    private static Header? TryReadHeader(Block block)
    {
        if (block.IsMemo || block.Lines is not [{ Text.Length: <= LongestHeader } only]) return null;

        var match = Form().Match(only.Text);
        return match.Success && Stamp.Parse(match.Groups["time"].Value) is { } time ? new(match.Groups["name"].Value, time) : null;
    }

    private static bool TimesRise(List<Header> headers) => headers.Zip(headers.Skip(1)).All(pair => pair.Second.Time >= pair.First.Time - Jitter);

    // "00:05 We began" is a time and words: names come again, or are known.
    private static bool AreNames(List<Header> headers)
    {
        var names = headers.Select(header => header.Name).Distinct(LabelComparer.Instance).ToList();
        return names.Count * 2 <= headers.Count || names.TrueForAll(name => Roles.Of(name) is not null);
    }

    [GeneratedRegex(@"^\s*(?<time>(?:[0-9]{1,3}:)?[0-9]{1,3}:[0-9]{2}(?:[.,][0-9]{1,3})?)[ \t\u00A0\u3000]+(?<name>\p{L}[^:：?!;,？！；。，]{0,39}?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"^\s*(?:Audio file|Audiodatei|Fichier audio|Archivo de audio|音频文件)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AudioFile();

    [GeneratedRegex(@"^\s*(?:Transcript|Transkript|Transcription|Transcripción|听录|脚本)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Transcript();

    private sealed record Header(string Name, TimeSpan Time);
}
