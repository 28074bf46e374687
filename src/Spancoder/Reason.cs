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

    /// <summary>A classifier says so.</summary>
    /// <param name="Probability">From 0 to 1; of a code nested in another, among segments that have the other.</param>
    /// <param name="Threshold">From which on it is given.</param>
    /// <param name="Within">Id of the code that it is nested in; null at the top.</param>
    /// <param name="Weighed">What weighed most, for it or against it; the heaviest first.</param>
    public sealed record ByModel(double Probability, double Threshold, string? Within, IReadOnlyList<Weighed> Weighed) : Reason;
}

/// <summary>What one rule said of one segment. A rule counts once per segment, however often it was found there.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Points">As its strength gives; negative when it speaks against the code.</param>
/// <param name="Matched">Its first hit in the segment; the first that is not negated, where there is one.</param>
/// <param name="Negated">Whether that hit is negated.</param>
public sealed record RuleVote(string Rule, int Points, TextSpan Matched, bool Negated);

/// <summary>One thing that weighed in a classifier's decision.</summary>
/// <param name="Name">"rule fair-abroad", "points of MR", "layer note"; null where it is words of the segment.</param>
/// <param name="Words">Where these stand first; null where it is none.</param>
/// <param name="Weight">What it adds to the score, a number of log-odds before scaling; negative when it speaks against the code.</param>
public sealed record Weighed(string? Name, TextSpan? Words, double Weight);
