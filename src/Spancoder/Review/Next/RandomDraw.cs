namespace Spancoder.Review.Next;

/// <summary>Draws segments by chance, uniformly and without replacement, from all that are offered; holds only those that may still be drawn.</summary>
internal sealed class RandomDraw(long seed, int number)
{
    private readonly SortedSet<(ulong Chance, string Segment, Candidate Candidate)> _drawn = new(Comparer<(ulong Chance, string Segment, Candidate)>.Create(
        (left, right) => left.Chance != right.Chance ? left.Chance.CompareTo(right.Chance) : string.CompareOrdinal(left.Segment, right.Segment)));

    /// <summary>How many were offered.</summary>
    public int Frame { get; private set; }

    /// <summary>In the order in which they would be drawn one by one.</summary>
    public IReadOnlyList<Candidate> Drawn => [.. _drawn.Select(entry => entry.Candidate)];

    public void Offer(Candidate candidate)
    {
        Frame++;
        if (number == 0) return;

        _drawn.Add((Chance.Of(seed, "draw", candidate.Segment), candidate.Segment, candidate));
        if (_drawn.Count > number) _drawn.Remove(_drawn.Max);
    }
}
