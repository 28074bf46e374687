using Spancoder.Codebooks;
using Spancoder.Coders;

namespace Spancoder.Review.Next;

/// <summary>Looks at coded documents for segments that a person should look at.</summary>
/// <param name="reviewer">Who will look; null for somebody.</param>
/// <param name="only">The code, with those below it, of which to look for doubt; null for all.</param>
internal sealed class Examination(Codebook codebook, string? reviewer, Code? only)
{
    private readonly RuleCoder _rules = new(codebook);

    /// <param name="coded">With the hits that were stopped.</param>
    /// <returns>Every codable segment, in reading order.</returns>
    public IEnumerable<ExaminedSegment> Of(CodedDocument coded)
    {
        var hits = coded.Hits.ToLookup(hit => hit.Segment.Number);
        var stopped = coded.Stopped.ToLookup(hit => hit.Segment.Number);
        foreach (var segment in coded.Segmented.Segments.Where(segment => segment.Codable))
        {
            IReadOnlyList<Judgement> people = [.. coded.ByHand.Of(segment).Where(judgement => judgement.Codes is not null)];
            var isJudged = people.Any(judgement => reviewer is null || judgement.Coder == reviewer);
            var machine = coded.ByModel.GetValueOrDefault(segment.Number) ?? _rules.Judge([.. hits[segment.Number]]);
            RuleDoubts doubts = new(_rules, codebook, coded.Segmented.Document.Text, [.. hits[segment.Number]], [.. stopped[segment.Number]]);
            Ground?[] grounds = [Differences.Of(people, machine, codebook), .. isJudged ? [] : (Ground?[])[doubts.AtOdds(), machine.Given.Any() ? null : doubts.StrongButNone(), NearThreshold(machine)]];
            yield return new(segment, machine, isJudged, [.. grounds.OfType<Ground>().Where(IsAsked)]);
        }
    }

    private static Ground? NearThreshold(MachineJudgement machine)
    {
        var near = machine.Scores.Where(score => score.IsNear).ToList();
        return near is [] ? null : new(GroundKind.Near, [.. near.Select(score => score.Code)], string.Join("; ", near.Select(score => $"{score.Code.Id}: {MachineJudgement.InWords(score)}")));
    }

    private bool IsAsked(Ground ground) => only is null || ground.Codes.Any(code => code.IsWithin(only));
}

/// <summary>A codable segment, and what speaks for looking at it.</summary>
/// <param name="IsJudged">By the one who will look, or by anybody where that may be anybody. Who cannot tell has not judged.</param>
/// <param name="Grounds">In order of kind, each kind at most once. Of a judged segment only that people and machine differ.</param>
internal sealed record ExaminedSegment(Segment Segment, MachineJudgement Machine, bool IsJudged, IReadOnlyList<Ground> Grounds);
