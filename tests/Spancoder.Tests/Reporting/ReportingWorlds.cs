using Spancoder.Codebooks;
using Spancoder.Reporting.Sections;

namespace Spancoder.Tests.Reporting;

/// <summary>Made-up documents for what counts them.</summary>
internal static class ReportingWorlds
{
    public static Code Code(string id, Code? parent = null) => new() { Id = id, Parent = parent, Name = new([new("en", id)]), Definition = new([new("en", id)]), Place = new("codebook.yaml") };

    /// <param name="segments">The codes of each, all codable.</param>
    public static CountedDocument Document(string id, params IReadOnlyList<IReadOnlyList<Code>> segments) => new(
        new(id, new Dictionary<string, string>(), []) { Hash = "", Format = "text", Layout = "labelled", Encoding = "utf-8", Newline = "LF", Language = "en" },
        [.. segments.Select((codes, index) => Segment(id, index + 1, codes))]);

    private static CountedSegment Segment(string document, int number, IReadOnlyList<Code> codes) => new(
        new()
        {
            Number = number,
            Id = $"{document}#{number}",
            Layer = Layer.Speech,
            Codable = true,
            Start = 0,
            Line = number,
            Speaker = null,
            Language = "en",
            StartTime = "",
            Words = 1,
            Text = "word",
            Codings = [],
            Hits = [],
        },
        codes.ToHashSet(), IsJudged: false)
    {
        ByPeople = null,
        ByMachine = codes.ToHashSet(),
    };
}
