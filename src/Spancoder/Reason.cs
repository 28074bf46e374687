using Spancoder.Text;

namespace Spancoder;

/// <summary>Why a segment has a code. The report shows it beside the quotation.</summary>
public abstract record Reason
{
    private Reason()
    {
    }

    /// <summary>A coder looked and found nothing.</summary>
    public sealed record NothingFound : Reason;

    /// <summary>A person says so.</summary>
    /// <param name="Comment">In their own words; empty where they gave none.</param>
    /// <param name="Codebook">Which they coded with, as their file says; empty where it does not.</param>
    public sealed record ByHand(string Comment, string Codebook) : Reason;

    /// <param name="Rules">The rules that spoke for the code or against it, in order of id.</param>
    public sealed record ByRules(IReadOnlyList<RuleVote> Rules) : Reason
    {
        public int Points => Rules.Sum(rule => rule.Points);
    }
}

/// <summary>What one rule said of one segment. A rule counts once per segment, however often it was found there.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Points">As its strength gives; negative when it speaks against the code.</param>
/// <param name="Matched">Its first hit in the segment; the first that is not negated, where there is one.</param>
/// <param name="Negated">Whether that hit is negated.</param>
public sealed record RuleVote(string Rule, int Points, TextSpan Matched, bool Negated);
