using Spancoder.Codebooks;
using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Coders;

/// <summary>The machine coder that follows the codebook's rules: adds up their points, segment by segment and code by code.</summary>
internal sealed class RuleCoder(Codebook codebook)
{
    /// <summary>The name under which its codings stand.</summary>
    public const string Name = "rules";

    /// <param name="hits">Those that count, of this document.</param>
    /// <returns>For every codable segment its codes in the codebook's order, or NONE; in reading order.</returns>
    public IReadOnlyList<Coding> Code(SegmentedDocument document, IEnumerable<RuleHit> hits)
    {
        var bySegment = hits.ToLookup(hit => hit.Segment.Number);
        List<Coding> codings = [];
        foreach (var segment in document.Segments.Where(segment => segment.Codable))
        {
            var before = codings.Count;
            if (bySegment.Contains(segment.Number)) codings.AddRange(Code(document, segment, [.. bySegment[segment.Number]]));
            if (codings.Count == before) codings.Add(Nothing(segment));
        }

        return codings;
    }

    /// <summary>How one segment was decided, code by code, given or not; for explanations too.</summary>
    public IReadOnlyList<Decision> Decide(IReadOnlyList<RuleHit> hits)
    {
        // A rule counts once, by its first hit. A veto or a point against counts for the code and for all below it.
        var votes = hits.DistinctBy(hit => hit.Rule.Rule).OrderBy(hit => hit.Rule.Rule.Id, StringComparer.Ordinal).ToList();
        Decision[] decisions =
        [
            .. codebook.Codes.Where(code => votes.Exists(vote => vote.Rule.Rule.Code == code.Id)).Select(code =>
            {
                var counted = votes.Where(vote => Concerns(vote.Rule, code)).ToList();
                var reason = new Reason.ByRules([.. counted.Select(vote => new RuleVote(vote.Rule.Rule.Id, vote.Rule.Points, vote.Span))]);
                var veto = counted.Select(vote => vote.Rule.Rule).FirstOrDefault(rule => rule.Strength == Strength.Never);
                return new Decision(code, reason, veto?.Id);
            }),
        ];

        // A segment with a sub-code has its parent's idea already, more exactly; a row for both would count it twice.
        List<Code> reached = [.. decisions.Where(decision => decision.IsReached).Select(decision => decision.Code)];
        return [.. decisions.Select(decision => decision with { Below = reached.Find(code => code != decision.Code && code.IsWithin(decision.Code)) })];
    }

    private bool Concerns(CompiledRule rule, Code code)
    {
        if (rule.Rule.Code == code.Id) return true;
        return rule.Rule.Strength is Strength.Against or Strength.Never
            && codebook.Find(rule.Rule.Code) is { } above && code.IsWithin(above);
    }

    private IEnumerable<Coding> Code(SegmentedDocument document, Segment segment, List<RuleHit> hits)
    {
        foreach (var decision in Decide(hits).Where(decision => decision.IsGiven))
        {
            var spoke = decision.Reason.Rules.Where(vote => vote.Points > 0).Select(vote => vote.Rule).ToHashSet();
            var evidence = hits.Where(hit => spoke.Contains(hit.Rule.Rule.Id)).Select(hit => hit.Span).ToList();
            yield return new()
            {
                Segment = segment,
                Code = decision.Code.Id,
                Span = WholeSentences(document, segment, evidence),
                Coder = Name,
                Reason = decision.Reason,
            };
        }
    }

    // The shortest run of whole sentences that holds every hit that spoke for the code, within the segment.
    private static TextSpan WholeSentences(SegmentedDocument document, Segment segment, List<TextSpan> evidence)
    {
        var (start, end) = (evidence.Min(span => span.Start), evidence.Max(span => span.End));
        var sentences = document.Sentences;
        var first = FirstThatEndsAfter(sentences, start);
        var last = first - 1;
        while (last + 1 < sentences.Count && sentences[last + 1].Start < end && segment.Span.Contains(sentences[last + 1])) last++;
        return last < first ? segment.Span : new(sentences[first].Start, sentences[last].End);
    }

    private static int FirstThatEndsAfter(IReadOnlyList<TextSpan> sentences, int position)
    {
        var (low, high) = (0, sentences.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].End > position) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private static Coding Nothing(Segment segment) => new()
    {
        Segment = segment,
        Code = Coding.Nothing,
        Span = segment.Span,
        Coder = Name,
        Reason = new Reason.NothingFound(),
    };
}

/// <summary>What the rules say of one code in one segment.</summary>
/// <param name="Veto">The rule that forbids it; null when none does.</param>
/// <param name="Below">A code below it that the segment gets, and that stands for both; null when there is none.</param>
internal sealed record Decision(Code Code, Reason.ByRules Reason, string? Veto, Code? Below = null)
{
    /// <summary>There are points enough, and no veto.</summary>
    public bool IsReached => Veto is null && Reason.Points >= Code.Threshold;

    public bool IsGiven => IsReached && Below is null;
}
