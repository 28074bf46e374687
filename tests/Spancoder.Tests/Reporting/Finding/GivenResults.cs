using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Tests.Reporting.Finding;

/// <summary>Documents as results hold them, without a run.</summary>
internal static class GivenResults
{
    public static ResultDocument Document(string id, params IReadOnlyList<ResultSegment> segments) => new(id, new Dictionary<string, string>(), segments)
    {
        Hash = "",
        Format = "text",
        Layout = "labelled",
        Encoding = "utf-8",
        Newline = "LF",
        Language = "en",
    };

    public static ResultSegment Segment(int number, string text, params IReadOnlyList<ResultCoding> codings) => new()
    {
        Number = number,
        Id = $"d#{number}",
        Layer = Layer.Speech,
        Codable = true,
        Start = 0,
        Line = number,
        Speaker = new("P1", Role.Participant),
        Language = "en",
        StartTime = "",
        Words = 1,
        Text = text,
        Codings = codings,
        Hits = [],
    };

    /// <summary>Of a whole segment, or of its first characters.</summary>
    public static ResultCoding Coding(string code, string coder, string by, int end = 4) => new(code, coder, by, null, new TextSpan(0, end), "");
}
