using Spancoder.Review.Differing;

namespace Spancoder.Review.Adjudication;

/// <summary>Which decision on record holds for which segment, also where a segment has another number than when it was decided on.</summary>
internal sealed class DecisionsInForce
{
    private readonly Dictionary<string, LedgerEntry> _bySegment = [];
    private readonly List<LedgerEntry> _lost = [];
    private readonly List<LedgerEntry> _elsewhere = [];

    /// <param name="segments">All that anybody judged.</param>
    /// <param name="documents">Ids of those that were looked at.</param>
    public DecisionsInForce(Ledger ledger, IReadOnlyList<ReviewedSegment> segments, IReadOnlySet<string> documents)
    {
        var byId = segments.ToDictionary(segment => segment.Id);
        var byText = segments.ToLookup(segment => (segment.Document, segment.Hash));
        foreach (var here in ledger.InForce.ToLookup(entry => byId.TryGetValue(entry.Segment, out var named) && named.Hash == entry.TextHash).OrderByDescending(group => group.Key))
        {
            foreach (var entry in here)
            {
                if (here.Key) _bySegment[entry.Segment] = entry;
                else if (!documents.Contains(entry.Document)) _elsewhere.Add(entry);
                else if (byText[(entry.Document, entry.TextHash)].ToList() is not [var moved] || !_bySegment.TryAdd(moved.Id, entry)) _lost.Add(entry);
            }
        }
    }

    /// <summary>Decisions on texts that no segment has now, or several, in order.</summary>
    public IReadOnlyList<LedgerEntry> Lost => _lost;

    /// <summary>Decisions about documents that were not looked at, in order.</summary>
    public IReadOnlyList<LedgerEntry> Elsewhere => _elsewhere;

    public LedgerEntry? Find(ReviewedSegment segment) => _bySegment.GetValueOrDefault(segment.Id);

    /// <summary>Those of the decisions that are not on record yet, each with the one in whose place it comes.</summary>
    public IReadOnlyList<LedgerEntry> New(IReadOnlyList<LedgerEntry> decisions) =>
    [
        .. decisions.Select(decision => (decision, earlier: _bySegment.GetValueOrDefault(decision.Segment) ?? _lost.Find(entry => entry.Segment == decision.Segment)))
            .Where(pair => pair.earlier is null || !pair.decision.IsSameAs(pair.earlier))
            .Select(pair => pair.decision with { Supersedes = pair.earlier?.Number }),
    ];
}
