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

    // A weak rule more or less.
    private const int OnePoint = 1;

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
        // A rule counts once, by its first hit, if possible one that is not negated. A veto or a point against counts for the code and for all below it.
        var votes = hits.Where(hit => hit.Rule.Rule.Marks is null)
            .GroupBy(hit => hit.Rule.Rule)
            .Select(ofRule => (ofRule.First().Rule, First: ofRule.FirstOrDefault(hit => hit.Negation is null) ?? ofRule.First()))
            .OrderBy(vote => vote.Rule.Rule.Id, StringComparer.Ordinal)
            .ToList();
        Decision[] decisions =
        [
            .. codebook.Codes.Where(code => votes.Exists(vote => vote.Rule.Rule.Code == code.Id)).Select(code =>
            {
                var counted = votes.Where(vote => Concerns(vote.Rule, code)).ToList();
                var reason = new Reason.ByRules([.. counted.Select(vote => new RuleVote(vote.Rule.Rule.Id, vote.Rule.Points, vote.First.Span, vote.First.Negation is not null))]);
                var veto = counted.Select(vote => vote.Rule.Rule).FirstOrDefault(rule => rule.Settings.Strength == Strength.Never);
                return new Decision(code, reason, veto?.Id);
            }),
        ];

        // A segment with a sub-code has its parent's idea already, more exactly; a row for both would count it twice.
        List<Code> reached = [.. decisions.Where(decision => decision.IsReached).Select(decision => decision.Code)];
        return [.. decisions.Select(decision => decision with { Below = reached.Find(code => code != decision.Code && code.IsWithin(decision.Code)) })];
    }

    /// <summary>What the rules say of one segment, for those who have more to go by: which codes have points enough, and which are forbidden, with all below them.</summary>
    public RulesSay Say(IReadOnlyList<RuleHit> hits)
    {
        if (hits is []) return RulesSay.Nothing;

        var vetoes = hits.Select(hit => hit.Rule.Rule).Where(rule => rule is { Marks: null, Settings.Strength: Strength.Never }).Select(rule => codebook.Find(rule.Code)).OfType<Code>().ToList();
        return new([.. Decide(hits).Where(decision => decision.IsReached).Select(decision => decision.Code)], [.. codebook.Codes.Where(code => vetoes.Exists(code.IsWithin))]);
    }

    /// <summary>How near the rules came to giving one segment each code of which they say something, given or not. Nothing that <see cref="Code(SegmentedDocument, IEnumerable{RuleHit})"/> needs.</summary>
    public MachineJudgement Judge(IReadOnlyList<RuleHit> hits) => new(Name, [.. Decide(hits).Select(decision => new MachineScore(decision.Code, decision.Reason.Points, decision.Code.Threshold)
    {
        Scale = "points",
        Band = (decision.Code.Threshold - OnePoint, decision.Code.Threshold + OnePoint),
        IsGiven = decision.IsGiven,
        IsOpen = decision is { Veto: null, Below: null },
    })]);

    private bool Concerns(CompiledRule rule, Code code)
    {
        if (rule.Rule.Code == code.Id) return true;
        return rule.Rule.Settings.Strength is Strength.Against or Strength.Never
            && codebook.Find(rule.Rule.Code) is { } above && code.IsWithin(above);
    }

    private IEnumerable<Coding> Code(SegmentedDocument document, Segment segment, List<RuleHit> hits)
    {
        foreach (var decision in Decide(hits).Where(decision => decision.IsGiven)) yield return Give(document, segment, hits, decision);
    }

    /// <summary>The coding that a decision leads to.</summary>
    public static Coding Give(SegmentedDocument document, Segment segment, IReadOnlyList<RuleHit> hits, Decision decision)
    {
        var spoke = decision.Reason.Rules.Where(vote => vote.Points > 0).ToList();
        var span = EvidenceOf(document, segment, [.. hits.Where(hit => spoke.Exists(vote => vote.Rule == hit.Rule.Rule.Id))]);
        return new()
        {
            Segment = segment,
            Code = decision.Code.Id,
            Span = span,
            Coder = Name,
            Reason = decision.Reason,
            Status = StatusOf(hits, span),
            Negated = spoke.TrueForAll(vote => vote.Negated),
        };
    }

    /// <summary>What rules that mark say of a stretch.</summary>
    public static IReadOnlyList<string> StatusOf(IReadOnlyList<RuleHit> hits, TextSpan span) =>
        [.. Coding.Statuses.Where(status => hits.Any(hit => hit.Rule.Rule.Marks == status && span.Contains(hit.Span)))];

    // The shortest stretch of the segment that holds what each hit that spoke for the code brings as evidence.
    private static TextSpan EvidenceOf(SegmentedDocument document, Segment segment, List<RuleHit> hits)
    {
        var extents = hits.ConvertAll(hit => ExtentOf(document, segment, hit));
        return new(Math.Max(segment.Span.Start, extents.Min(span => span.Start)), Math.Min(segment.Span.End, extents.Max(span => span.End)));
    }

    private static TextSpan ExtentOf(SegmentedDocument document, Segment segment, RuleHit hit) => hit.Rule.Rule.Settings.Extent switch
    {
        Extent.Match => hit.Span,
        Extent.Sentence => Whole(document.Sentences, hit.Span),
        Extent.Paragraph => Whole([.. segment.Span.Lines(document.Document.Text)], hit.Span),
        Extent.Turn => segment.Span,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // From the start of the first that it touches to the end of the last.
    private static TextSpan Whole(IReadOnlyList<TextSpan> stretches, TextSpan hit)
    {
        var first = TextSpan.IndexAt(stretches, hit.Start);
        var last = TextSpan.IndexAt(stretches, hit.End - 1);
        return new(first < 0 ? hit.Start : stretches[first].Start, last < 0 ? hit.End : stretches[last].End);
    }

    /// <summary>A machine looked, and nothing applies.</summary>
    public static Coding Nothing(Segment segment, string coder = Name) => new()
    {
        Segment = segment,
        Code = Coding.Nothing,
        Span = segment.Span,
        Coder = coder,
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

/// <summary>What the rules say of one segment.</summary>
/// <param name="Reached">Codes with points enough, that nothing forbids.</param>
/// <param name="Forbidden">Codes that a rule of strength never speaks against, and those below them.</param>
internal sealed record RulesSay(HashSet<Code> Reached, HashSet<Code> Forbidden)
{
    public static RulesSay Nothing { get; } = new([], []);
}
