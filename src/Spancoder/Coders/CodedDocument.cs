using Spancoder.Rules;
using Spancoder.Segmenting;

namespace Spancoder.Coders;

/// <summary>What became of one document.</summary>
/// <param name="Segmented">Its segments.</param>
/// <param name="Hits">In order of the text.</param>
/// <param name="Codings">In order of segment, then of the codebook.</param>
internal sealed record CodedDocument(SegmentedDocument Segmented, IReadOnlyList<RuleHit> Hits, IReadOnlyList<Coding> Codings);
