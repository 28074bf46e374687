using Spancoder.Codebooks;
using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>What one rule did.</summary>
/// <param name="rule">Which.</param>
/// <param name="code">The code it speaks for or against; null for a rule that only marks.</param>
/// <param name="codebook">Which of the codebooks the code is of, as an index.</param>
internal sealed class RuleTally(RuleFacts rule, Code? code, int codebook)
{
    private string? _lastDocument;

    public RuleFacts Rule { get; } = rule;

    public Code? Code { get; } = code;

    public bool IsAgainst => Rule.IsAgainst;

    /// <summary>Places where it was found and counts.</summary>
    public int Hits { get; private set; }

    /// <summary>Of the hits. Means nothing where the rule does not look at negation.</summary>
    public int Negated { get; private set; }

    public int Segments { get; private set; }

    public int Documents { get; private set; }

    /// <summary>Segments in which another rule for the same code was found.</summary>
    public int Overlap { get; private set; }

    /// <summary>Segments in which a rule for a code of another branch of the same codebook was found.</summary>
    public int Conflict { get; private set; }

    /// <summary>Of its segments, those that people judged.</summary>
    public int Judged { get; private set; }

    /// <summary>Of these, those to which they gave its code, or one below it.</summary>
    public int JudgedSo { get; private set; }

    private int Codebook { get; } = codebook;

    private bool IsFor => Code is not null && !IsAgainst;

    public void Add(ResultHit hit)
    {
        Hits++;
        if (hit.IsNegated) Negated++;
    }

    /// <summary>Counts one segment in which it was found.</summary>
    /// <param name="document">Documents come one after the other.</param>
    /// <param name="found">All rules found in the segment.</param>
    /// <param name="judged">The codes that people gave it, with all above these; null where they did not judge it.</param>
    public void Add(string document, IReadOnlyList<RuleTally> found, IReadOnlySet<Code>? judged)
    {
        Segments++;
        if (_lastDocument != document) (_lastDocument, Documents) = (document, Documents + 1);
        if (Code is null) return;

        if (found.Any(other => other != this && other.IsFor && other.Code == Code)) Overlap++;
        if (found.Any(other => other.IsFor && other.Codebook == Codebook && other.Code?.Top != Code.Top)) Conflict++;
        if (judged is null) return;
        Judged++;
        if (judged.Contains(Code)) JudgedSo++;
    }
}
