using System.Numerics;
using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>
/// Finds where several things stand near each other: the smallest stretches that hold so many different ones of them, not
/// overlapping, with at most a given distance between each two neighbours.
/// </summary>
/// <remarks>
/// Minimal intervals, after Clarke, Cormack and Burkowski (1995), An algebra for structured text search and a framework for its
/// implementation, The Computer Journal 38(1), 43-56. For every set of parts it keeps the chain that begins last, so that the time is in
/// proportion to the number of hits, times the number of sets of parts that occur.
/// </remarks>
internal sealed class MinimalSpans
{
    private static readonly Comparer<Chain> InOrderOfWords = Comparer<Chain>.Create(static (left, right) => Hit.Compare(left.Words(), right.Words()));

    private readonly Nearness _nearness;
    private readonly Stretches _stretches;
    private readonly PriorityQueue<Chain, int> _open = new(); // by their end: usable by parts that begin there or later
    private readonly Dictionary<ulong, LatestFirst> _chains = [];
    private readonly List<Chain> _complete = []; // of each last hit, the one that begins last

    private MinimalSpans(Nearness nearness, Stretches stretches) => (_nearness, _stretches) = (nearness, stretches);

    /// <param name="parts">The hits of each part, in order.</param>
    /// <param name="number">The operand that they make.</param>
    /// <returns>In order; none holds another.</returns>
    public static List<Hit> Of(IReadOnlyList<List<Hit>> parts, Nearness nearness, Stretches stretches, int number)
    {
        if (parts.Count(hits => hits.Count > 0) < nearness.AtLeast) return [];

        var search = new MinimalSpans(nearness, stretches);
        List<(Hit Hit, int Part)> hits = [.. parts.SelectMany((ofPart, part) => ofPart.Select(hit => (hit, part)))];
        hits.Sort(static (left, right) => Hit.InOrder(left.Hit, right.Hit) is var order and not 0 ? order : left.Part.CompareTo(right.Part));

        List<Hit> found = [];
        foreach (var (start, end) in search.Together(hits)) search.AddMinimal(hits, start, end, number, found);
        return found;
    }

    // Runs of hits that lie in one stretch and are of parts enough.
    private IEnumerable<(int Start, int End)> Together(List<(Hit Hit, int Part)> hits)
    {
        var stretches = _stretches.Of(_nearness.Within.Unit);
        var start = 0;
        while (start < hits.Count)
        {
            var stretch = TextSpan.IndexAt(stretches, hits[start].Hit.Start);
            var end = start;
            var parts = 0UL;
            while (end < hits.Count && (stretch < 0 ? end == start : hits[end].Hit.Start < stretches[stretch].End))
            {
                parts |= 1UL << hits[end].Part;
                end++;
            }

            if (stretch >= 0 && BitOperations.PopCount(parts) >= _nearness.AtLeast) yield return (start, end);
            start = end;
        }
    }

    private void AddMinimal(List<(Hit Hit, int Part)> hits, int start, int end, int number, List<Hit> found)
    {
        _open.Clear();
        _chains.Clear();
        _complete.Clear();
        var limit = _stretches.At(_nearness.Within.Unit, hits[start].Hit.Start)!.Value.End; // they lie in one
        for (var index = start; index < end; index++)
        {
            if (hits[index].Hit.End <= limit) Extend(hits[index].Hit, hits[index].Part);
        }

        // Of those that end together the latest start, and of these always the same one; then only such as begin after all that ended before.
        var furthest = -1;
        foreach (var chain in _complete.OrderBy(chain => chain.Hit.End).ThenByDescending(chain => chain.From).ThenBy(chain => chain, InOrderOfWords))
        {
            if (chain.From <= furthest) continue;
            found.Add(new(chain.From, chain.Hit.End, number, 0, chain));
            furthest = chain.From;
        }
    }

    private void Extend(Hit hit, int part)
    {
        while (_open.TryPeek(out var open, out var end) && end <= hit.Start)
        {
            _open.Dequeue();
            ChainsOf(open.Parts).Add(open);
        }

        var bit = 1UL << part;
        if (!_nearness.InOrder || part == 0) Keep(new(hit, null, bit, hit.Start));

        var reach = _nearness.Within.IsCounted ? _stretches.Ended(_nearness.Within.Unit, hit.Start) - Stretches.Most(_nearness.Within) : int.MinValue;
        if (_nearness.InOrder)
        {
            if (part > 0 && _chains.TryGetValue(bit - 1, out var before)) Prolong(before, hit, bit, reach);
            return;
        }

        foreach (var (parts, chains) in _chains)
        {
            if ((parts & bit) == 0) Prolong(chains, hit, bit, reach);
        }
    }

    private void Prolong(LatestFirst chains, Hit hit, ulong bit, int reach)
    {
        while (chains.First is { } first && _nearness.Within.IsCounted && _stretches.Begun(_nearness.Within.Unit, first.Hit.End) < reach) chains.RemoveFirst();
        if (chains.First is { } latest) Keep(new(hit, latest, latest.Parts | bit, latest.From));
    }

    private void Keep(Chain chain)
    {
        if (BitOperations.PopCount(chain.Parts) < _nearness.AtLeast) _open.Enqueue(chain, chain.Hit.End);
        else if (_complete is not [.., var last] || last.Hit != chain.Hit) _complete.Add(chain);
        else if (last.From < chain.From || last.From == chain.From && InOrderOfWords.Compare(chain, last) < 0) _complete[^1] = chain;
    }

    private LatestFirst ChainsOf(ulong parts)
    {
        if (!_chains.TryGetValue(parts, out var chains)) _chains.Add(parts, chains = new());
        return chains;
    }

    /// <summary>Chains in order of their end, without those that begin no later than one that ends no earlier: the first begins last.</summary>
    private sealed class LatestFirst
    {
        private readonly LinkedList<Chain> _chains = [];

        public Chain? First => _chains.First?.Value;

        public void Add(Chain chain)
        {
            while (_chains.Last is { } last && last.Value.From <= chain.From)
            {
                if (last.Value.From == chain.From && last.Value.Hit.End == chain.Hit.End && InOrderOfWords.Compare(last.Value, chain) <= 0) return;
                _chains.RemoveLast();
            }

            _chains.AddLast(chain);
        }

        public void RemoveFirst() => _chains.RemoveFirst();
    }
}
