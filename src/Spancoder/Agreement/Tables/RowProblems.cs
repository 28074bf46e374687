using Spancoder.Text;

namespace Spancoder.Agreement.Tables;

/// <summary>What is wrong with many rows of a file in the same way, said once: a file about another corpus has as many such rows as it has rows.</summary>
internal sealed class RowProblems
{
    private readonly Dictionary<(string File, string What, string Mend), List<Place>> _rows = [];

    public void Add(Place place, string what, string mend)
    {
        if (!_rows.TryGetValue((place.File, what, mend), out var places)) _rows.Add((place.File, what, mend), places = []);
        places.Add(place);
    }

    /// <summary>One problem for each kind, at its first row.</summary>
    public void AddTo(Problems problems)
    {
        foreach (var ((_, what, mend), places) in _rows)
        {
            problems.Add(places[0], places is [_] ? what : $"{what}, in {places.Count} rows ({Counted.Places([.. places.Select(place => place.Line ?? 1)])})", mend);
        }
    }
}
