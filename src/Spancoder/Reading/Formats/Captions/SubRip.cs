using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.Captions;

/// <summary>SubRip, as players and recognisers write it: a number, a line <c>TIME --> TIME</c>, words, a blank line.</summary>
internal sealed class SubRip : IFormat
{
    public string Name => "srt";

    public IReadOnlyList<string> Extensions => [".srt"];

    public bool Recognises(FileContent file) => CueBlocks.StandIn(file);

    public Content Read(FileContent file, Findings findings) => CaptionReader.Read(FrontMatter.Read(Line.Of(file.Text), findings), isWebVtt: false, findings);
}
