namespace Spancoder.Agreement.Spans;

/// <summary>A unit that was fixed before anybody coded: a paragraph, a turn, an answer.</summary>
public sealed record DeclaredUnit
{
    /// <exception cref="ArgumentException">A name is empty, the start is negative, or the end does not come after it.</exception>
    public DeclaredUnit(string id, string document, int start, int end)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentException.ThrowIfNullOrEmpty(document);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, start);
        (Id, Document, Start, End) = (id, document, start, end);
    }

    public string Id { get; }

    public string Document { get; }

    /// <summary>In code points of the document's text, from 0.</summary>
    public int Start { get; }

    /// <summary>Not included.</summary>
    public int End { get; }

    /// <summary>Units that begin within another, each with the one that it begins in. They must not: a character would count twice.</summary>
    /// <param name="units">In any order.</param>
    /// <returns>In order of document and start.</returns>
    public static IReadOnlyList<(DeclaredUnit Earlier, DeclaredUnit Later)> FindOverlaps(IEnumerable<DeclaredUnit> units)
    {
        List<(DeclaredUnit, DeclaredUnit)> found = [];
        DeclaredUnit? farthest = null;
        foreach (var unit in InOrder(units))
        {
            var isWithin = farthest is not null && farthest.Document == unit.Document && unit.Start < farthest.End;
            if (isWithin) found.Add((farthest!, unit)); // it is within something
            if (!isWithin || unit.End > farthest!.End) farthest = unit;
        }

        return found;
    }

    internal static IEnumerable<DeclaredUnit> InOrder(IEnumerable<DeclaredUnit> units) =>
        units.OrderBy(unit => unit.Document, StringComparer.Ordinal).ThenBy(unit => unit.Start).ThenBy(unit => unit.End).ThenBy(unit => unit.Id, StringComparer.Ordinal);
}
