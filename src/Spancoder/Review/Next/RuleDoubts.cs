using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Rules;

namespace Spancoder.Review.Next;

/// <summary>What in the rules' own findings about one segment gives reason to doubt.</summary>
/// <param name="text">The document's.</param>
/// <param name="hits">In the segment, those that count.</param>
/// <param name="stopped">In the segment, those that do not.</param>
internal sealed class RuleDoubts(RuleCoder coder, Codebook codebook, string text, IReadOnlyList<RuleHit> hits, IReadOnlyList<RuleHit> stopped)
{
    private readonly IReadOnlyList<Decision> _decisions = coder.Decide(hits);

    /// <returns>Null where all rules pull the same way.</returns>
    public Ground? AtOdds()
    {
        List<(IReadOnlyList<Code> Codes, string Statement)> found = [.. _decisions.Select(ForAndAgainst).OfType<(IReadOnlyList<Code>, string)>(), .. OfTheSameWords()];
        if (found is []) return null;

        return new(GroundKind.AtOdds, [.. codebook.Codes.Where(code => found.Exists(pair => pair.Codes.Contains(code)))], string.Join("; ", found.Select(pair => pair.Statement).Distinct()));
    }

    /// <returns>Null where something was coded, or nothing strong was found.</returns>
    public Ground? StrongButNone()
    {
        if (_decisions.Any(decision => decision.IsGiven)) return null;

        var strong = hits.Concat(stopped.Where(hit => hit.Stopped is Stop.Negated)).Where(hit => hit.Rule.Rule is { Marks: null, Settings.Strength: Strength.Strong })
            .DistinctBy(hit => hit.Rule).OrderBy(hit => hit.Rule.Rule.Id, StringComparer.Ordinal).ToList();
        if (strong is []) return null;

        return new(GroundKind.StrongCue, [.. codebook.Codes.Where(code => strong.Exists(hit => hit.Rule.Rule.Code == code.Id))], string.Join("; ", strong.Select(WhyNone)));
    }

    private (IReadOnlyList<Code>, string)? ForAndAgainst(Decision decision)
    {
        var (speakFor, against) = (decision.Reason.Rules.Where(vote => vote.Points > 0).ToList(), decision.Reason.Rules.Where(vote => vote.Points <= 0).ToList());
        return speakFor is [] || against is [] ? null : ([decision.Code], $"{decision.Code.Id}: for it {Join(speakFor)}, against it {Join(against)}");

        string Join(IEnumerable<RuleVote> votes) => string.Join(", ", votes.Select(vote => $"{vote.Rule} \"{OneLine(vote.Matched.In(text))}\""));
    }

    // A rule against a code has been looked at above, so these are rules that speak for theirs.
    private IEnumerable<(IReadOnlyList<Code> Codes, string Statement)> OfTheSameWords()
    {
        var speaking = hits.Where(hit => hit.Rule.Points > 0).Select(hit => (Hit: hit, Code: codebook.Find(hit.Rule.Rule.Code)!)).ToList(); // the codebook was checked
        foreach (var (index, (hit, code)) in speaking.Index())
        {
            foreach (var (other, otherCode) in speaking.Skip(index + 1).TakeWhile(other => other.Hit.Span.Start < hit.Span.End)) // in order of start
            {
                if (code.Top == otherCode.Top || !SharesWords(hit, other)) continue;
                yield return ([code, otherCode], $"{code.Id} by {hit.Rule.Rule.Id} \"{OneLine(hit.Span.In(text))}\" and {otherCode.Id} by {other.Rule.Rule.Id} \"{OneLine(other.Span.In(text))}\"");
            }
        }
    }

    private static bool SharesWords(RuleHit hit, RuleHit other) =>
        hit.Parts.Any(part => other.Parts.Any(otherPart => part.Start < otherPart.End && otherPart.Start < part.End));

    private string WhyNone(RuleHit hit)
    {
        var rule = hit.Rule.Rule;
        var found = $"{rule.Code} by {rule.Id} \"{OneLine(hit.Span.In(text))}\"";
        if (hit.Stopped is Stop.Negated { Cue: var cue }) return $"{found}, negated by \"{OneLine(cue.In(text))}\", which it skips";

        var decision = _decisions.First(decision => decision.Code.Id == rule.Code); // a hit that counts makes one
        if (decision.Veto is { } veto) return $"{found}, forbidden by {veto}";

        var against = decision.Reason.Rules.Where(vote => vote.Points < 0).Select(vote => vote.Rule).ToList();
        return $"{found}, {decision.Reason.Points} of {decision.Code.Threshold} points{(against is [] ? "" : $", against it {string.Join(", ", against)}")}";
    }

    private static string OneLine(ReadOnlySpan<char> words) => words.ToString().ReplaceLineEndings(" ");
}
