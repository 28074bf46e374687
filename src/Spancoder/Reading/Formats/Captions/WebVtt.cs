using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.Captions;

/// <summary>WebVTT, as Teams, Zoom, Stream and video sites write it: cues with times and voices; also without its first line.</summary>
internal sealed class WebVtt : IFormat
{
    private const string Signature = "WEBVTT";

    public string Name => "vtt";

    public IReadOnlyList<string> Extensions => [".vtt"];

    public bool Recognises(FileContent file) => IsSigned(file.Text) || file.Extension != ".srt" && CueBlocks.StandIn(file) && LooksUnsigned(file);

    public Content Read(FileContent file, Findings findings)
    {
        if (!IsSigned(file.Text))
        {
            findings.Say(null, $"it does not begin with {Signature}, and was read as WebVTT without its first line", $"put {Signature} on the first line, or say --input-format srt");
        }

        return CaptionReader.Read(Line.Of(file.Text), isWebVtt: true, findings);
    }

    /// <summary>Whether <paramref name="line"/> is the first line of a WebVTT file.</summary>
    /// <param name="title">What stands behind the signature; empty where nothing does.</param>
    public static bool IsFirstLine(ReadOnlySpan<char> line, out string title)
    {
        line = line.Trim();
        title = "";
        if (!line.StartsWith(Signature, StringComparison.Ordinal)) return false;

        var rest = line[Signature.Length..];
        if (!rest.IsEmpty && !char.IsWhiteSpace(rest[0])) return false;

        title = rest.Trim("-–—: \t").ToString();
        return true;
    }

    private static bool IsSigned(string text)
    {
        var start = text.AsSpan().TrimStart();
        var end = start.IndexOf('\n');
        return IsFirstLine(end < 0 ? start : start[..end], out _);
    }

    // SubRip has a comma in its times and a number above them.
    private bool LooksUnsigned(FileContent file) => Extensions.Contains(file.Extension) || !CueBlocks.LookLikeSubRip(file.Text);
}
