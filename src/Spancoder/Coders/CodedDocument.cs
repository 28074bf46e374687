using Spancoder.Learning;
using Spancoder.Rules;
using Spancoder.Segmenting;

namespace Spancoder.Coders;

/// <summary>What became of one document.</summary>
/// <param name="Segmented">Its segments.</param>
/// <param name="Hits">In order of the text.</param>
/// <param name="Codings">By the machine; in order of segment, then of the codebook.</param>
internal sealed record CodedDocument(SegmentedDocument Segmented, IReadOnlyList<RuleHit> Hits, IReadOnlyList<Coding> Codings)
{
    /// <summary>Hits that do not count; empty where nobody asked for them.</summary>
    public IReadOnlyList<RuleHit> Stopped { get; init; } = [];

    /// <summary>By number, how near a model came to giving a codable segment each code; empty where the rules decide alone, or nobody asked.</summary>
    public IReadOnlyDictionary<int, MachineJudgement> ByModel { get; init; } = new Dictionary<int, MachineJudgement>();

    /// <summary>Of the codable segments, in reading order; empty where nobody asked for them.</summary>
    public IReadOnlyList<SparseVector> Features { get; init; } = [];

    public JudgedDocument ByHand { get; init; } = JudgedDocument.Nobody;

    /// <summary>Everybody's, in reading order; of a segment people's first.</summary>
    public IEnumerable<Coding> AllCodings => ByHand.Codings is [] ? Codings : ByHand.Codings.Concat(Codings).OrderBy(coding => coding.Segment.Number);
}
