using Spancoder.Text;

namespace Spancoder.Agreement.Spans;

/// <summary>Spans, put onto units that were fixed before: which codes each coder gave each unit, so that agreement on units can be measured.</summary>
public sealed class UnitProjection
{
    private UnitProjection(IReadOnlyList<string> coders, IReadOnlyList<ProjectedUnit> units, IReadOnlyList<CodedSpan> unplaced) =>
        (Coders, Units, Unplaced) = (coders, units, unplaced);

    /// <summary>Of the study, ordinal.</summary>
    public IReadOnlyList<string> Coders { get; }

    /// <summary>In the order in which they were declared.</summary>
    public IReadOnlyList<ProjectedUnit> Units { get; }

    /// <summary>Spans that gave no unit their code: they lie between units, or reach into them by too few characters. In the study's order.</summary>
    public IReadOnlyList<CodedSpan> Unplaced { get; }

    /// <summary>A code applies to a unit where a stretch that a coder gave that code overlaps it by at least so many characters.</summary>
    /// <remarks>
    /// A coder's spans of one code that overlap or touch are one stretch. Two that lie apart do not add up: a little that spills over at both ends of a unit is still a little.
    /// </remarks>
    /// <param name="study">What was marked.</param>
    /// <param name="units">In any order.</param>
    /// <param name="minOverlap">1 or more.</param>
    /// <exception cref="ArgumentException">Two units have one id, or overlap; or a unit does not lie within a document of the study.</exception>
    public static UnitProjection Of(SpanStudy study, IReadOnlyList<DeclaredUnit> units, int minOverlap = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minOverlap, 1);
        Check(study, units);

        var declared = DeclaredUnit.InOrder(units).ToLookup(unit => unit.Document);
        Dictionary<(string Unit, string Coder), SortedSet<string>> codes = [];
        HashSet<CodedSpan> unplaced = [];
        foreach (var marked in study.Spans.GroupBy(span => (span.Document, span.Coder, span.Code)))
        {
            DeclaredUnit[] there = [.. declared[marked.Key.Document]];
            var stretches = Run.Union(marked, joinTouching: true);
            HashSet<int> placed = [];
            foreach (var (stretch, unit, length) in Run.Meetings(stretches, [.. there.Select(unit => new Run(unit.Start, unit.End))]))
            {
                if (length < minOverlap) continue;

                placed.Add(stretch);
                var key = (there[unit].Id, marked.Key.Coder);
                if (codes.TryGetValue(key, out var given)) given.Add(marked.Key.Code);
                else codes.Add(key, new(StringComparer.Ordinal) { marked.Key.Code });
            }

            unplaced.UnionWith(marked.Where(span => !placed.Contains(IndexOfHolding(stretches, span))));
        }

        return new(study.Coders, [.. units.Select(Project)], [.. study.Spans.Where(unplaced.Contains)]);

        ProjectedUnit Project(DeclaredUnit unit) => new(unit, [.. study.Coders.Select(coder => study.IsGiven(coder, unit.Document) ? CodesOf(unit, coder) : null)]);
        IReadOnlyList<string> CodesOf(DeclaredUnit unit, string coder) => codes.TryGetValue((unit.Id, coder), out var given) ? [.. given] : [];
    }

    private static int IndexOfHolding(Run[] stretches, CodedSpan span) => Sorted.FirstFrom<Run>(stretches, static stretch => stretch.Start, span.Start + 1) - 1;

    private static void Check(SpanStudy study, IReadOnlyList<DeclaredUnit> units)
    {
        if (units.CountBy(unit => unit.Id).FirstOrDefault(pair => pair.Value > 1).Key is { } twice) throw new ArgumentException($"there are two units '{twice}'", nameof(units));
        if (units.FirstOrDefault(unit => !study.Holds(unit.Document, unit.End)) is { } outside) throw new ArgumentException($"unit '{outside.Id}' does not lie within a document", nameof(units));
        if (DeclaredUnit.FindOverlaps(units) is [var (earlier, later), ..]) throw new ArgumentException($"units '{earlier.Id}' and '{later.Id}' overlap", nameof(units));
    }
}
