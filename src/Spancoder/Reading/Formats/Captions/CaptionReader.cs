using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.Captions;

/// <summary>Captions to units: blocks, times, tags, repeated words, voices, in this order.</summary>
internal static class CaptionReader
{
    /// <param name="lines">All of the file's, but for front matter.</param>
    /// <param name="isWebVtt">Else SubRip.</param>
    /// <param name="findings">Takes what was guessed, repaired and left out.</param>
    /// <exception cref="InputException">It has no cues.</exception>
    public static Content Read(IReadOnlyList<Line> lines, bool isWebVtt, Findings findings)
    {
        var blocks = CueBlocks.Read(lines, isWebVtt, findings);
        if (blocks is [])
        {
            findings.Refuse(null, "there is no cue in it, which begins with a line such as '00:01:02.500 --> 00:01:04.000'",
                "say --input-format text if it is a transcript without times");
        }

        Cue[] read = [.. blocks.Zip(CueTimes.Of(blocks, findings), MakeCue)];
        ReportEmpty(read, findings);
        var cues = RollingCaptions.Unroll(read, findings);
        return new Content.Pieces(CueVoices.Read(cues, findings), "cues");
    }

    private static Cue MakeCue(CueBlock block, (TimeSpan? Start, TimeSpan? End) times) =>
        new(block.Number, Utterance.IdOf(block.Id), times.Start, times.End, CueText.Read(block.Payload));

    private static void ReportEmpty(Cue[] cues, Findings findings)
    {
        Sightings empty = new();
        foreach (var cue in cues.Where(cue => cue.Pieces is [])) empty.Add(cue.Number);
        if (empty.Any) findings.Say(empty.First, $"{empty.Of("cue")} {(empty.Count == 1 ? "has" : "have")} no words and {empty.Were} left out");
    }
}
