using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Review.Next;
using Spancoder.Tests.Rules;

namespace Spancoder.Tests.Review;

internal static class GivenReview
{
    /// <summary>With the codes a, a.b and c.</summary>
    public static Codebook Codebook { get; } = GivenRules.Of("rules:\n" + GivenRules.Rule("x")).Codebook;

    /// <param name="number">In its document; its id is made of both.</param>
    public static (string Document, ExaminedSegment Examined) Segment(string document, int number, bool isJudged, params (GroundKind Kind, string[] Codes)[] grounds) => (document, new(
        new()
        {
            Number = number,
            Id = $"{document}#{number}",
            Span = new(number, number + 1),
            Layer = Layer.Speech,
            Speaker = null,
            Codable = true,
            Language = "en",
            Words = default,
        },
        new MachineJudgement("rules", []),
        isJudged,
        [.. grounds.Select(ground => new Ground(ground.Kind, [.. ground.Codes.Select(code => Codebook.Find(code)!)], ""))])); // the three codes are there

    public static IReadOnlyList<(string, ExaminedSegment)> AllNear(int count) => [.. Enumerable.Range(1, count).Select(number => Segment("d", number, false, (GroundKind.Near, ["a"])))];

    public static NextSegments Next(IEnumerable<(string Document, ExaminedSegment Examined)> segments, int number, decimal share = 0, long seed = 1, string? code = null, Codebook? codebook = null)
    {
        NextSegments next = new(new(number, share, seed, null, code is null ? null : Codebook.Find(code)), codebook ?? Codebook);
        foreach (var document in segments.GroupBy(segment => segment.Document).OrderBy(document => document.Key, StringComparer.Ordinal)) next.Add(document.Key, document.Select(segment => segment.Examined));
        return next;
    }

    public static IEnumerable<string> Ids(IEnumerable<Pick> picks) => picks.Select(pick => pick.Candidate.Segment);
}
