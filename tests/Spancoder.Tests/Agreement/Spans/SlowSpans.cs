using Spancoder.Agreement.Spans;

namespace Spancoder.Tests.Agreement.Spans;

/// <summary>The measures by their meaning, character by character, slowly: chance pairs every character with every other that is not of its own unit.</summary>
internal static class SlowSpans
{
    /// <summary>What a character is for a coder.</summary>
    /// <param name="Value">A code, or "" in a gap.</param>
    /// <param name="Unit">What it is part of. A character in a gap is alone.</param>
    private sealed record Mark(string Value, int Unit);

    public static (double? U, double? BinaryU) Unitizing(SpanWorld world, IReadOnlyList<string> codes, IReadOnlyList<string> coders)
    {
        var columns = Columns(world, codes, coders);
        return (Alpha(columns, mark => mark.Value), Alpha(columns, mark => mark.Value.Length > 0 ? "marked" : ""));
    }

    public static (double? Cu, double? Coverage) Coding(SpanWorld world, IReadOnlyList<string> codes, IReadOnlyList<string> coders)
    {
        var columns = Columns(world, codes, coders);
        var shared = columns.Where(column => column.All(mark => mark.Value.Length > 0)).ToList();
        return (Alpha(shared, mark => mark.Value), columns.Count == 0 ? null : (double)shared.Count / columns.Count);
    }

    public static (double? Ku, double? Coverage) CodingOf(SpanWorld world, string code, IReadOnlyList<string> codes, IReadOnlyList<string> coders)
    {
        var columns = Columns(world, codes, coders);
        var shared = columns.Where(column => column.All(mark => mark.Value.Length > 0)).ToList();
        var marks = shared.SelectMany(column => column).ToList();
        var (of, ofShared) = (columns.Sum(column => column.Count(mark => mark.Value == code)), marks.Count(mark => mark.Value == code));
        var observed = shared.Where(column => column.Any(mark => mark.Value == code) && column[0].Value != column[1].Value).Count() / (double)ofShared;
        var pairs = marks.Where(mark => mark.Value == code).SelectMany(mark => marks.Where(other => other.Unit != mark.Unit)).ToList();
        var expected = pairs.Count(mark => mark.Value != code) / (double)pairs.Count;
        return (ofShared == 0 || expected == 0 ? null : 1 - observed / expected, of == 0 ? null : (double)ofShared / of);
    }

    public static (long Both, long First, long Second, long Neither) Characters(SpanWorld world, string code, string first, string second)
    {
        var cells = DocumentsOf(world, [first, second]).SelectMany(document => Enumerable.Range(0, world.Lengths[document])
            .Select(at => (IsMarked(world, document, first, code, at), IsMarked(world, document, second, code, at)))).CountBy(cell => cell).ToDictionary();
        return (cells.GetValueOrDefault((true, true)), cells.GetValueOrDefault((true, false)), cells.GetValueOrDefault((false, true)), cells.GetValueOrDefault((false, false)));
    }

    public static (int Matched, int Total) Matches(SpanWorld world, string code, string first, string second, double threshold)
    {
        var (matched, total) = (0, 0);
        foreach (var document in DocumentsOf(world, [first, second]))
        {
            var (ofFirst, ofSecond) = (Units(world, document, first, code), Units(world, document, second, code));
            total += ofFirst.Count + ofSecond.Count;
            matched += ofFirst.Count(unit => ofSecond.Any(other => AreAlike(unit, other))) + ofSecond.Count(unit => ofFirst.Any(other => AreAlike(unit, other)));
        }

        return (matched, total);

        bool AreAlike(List<int> unit, List<int> other) => unit.Intersect(other).Count() >= threshold * unit.Union(other).Count() - 1e-9;
    }

    /// <summary>A code applies where so many marked characters follow each other within the unit.</summary>
    public static bool Applies(SpanWorld world, DeclaredUnit unit, string coder, string code, int minOverlap)
    {
        var following = 0;
        for (var at = unit.Start; at < unit.End; at++)
        {
            following = IsMarked(world, unit.Document, coder, code, at) ? following + 1 : 0;
            if (following == minOverlap) return true;
        }

        return false;
    }

    // One character of the continuum, as each coder has it.
    private static List<Mark[]> Columns(SpanWorld world, IReadOnlyList<string> codes, IReadOnlyList<string> coders)
    {
        List<Mark[]> columns = [];
        var units = 0;
        foreach (var document in DocumentsOf(world, coders))
        {
            Mark[][] rows = [.. coders.Select(_ => Enumerable.Range(0, world.Lengths[document]).Select(_ => new Mark("", ++units)).ToArray())];
            foreach (var (row, coder) in coders.Index())
            {
                foreach (var (code, unit) in codes.SelectMany(code => Units(world, document, coder, code).Select(unit => (code, unit))))
                {
                    units++;
                    foreach (var at in unit) rows[row][at] = new(code, units);
                }
            }

            columns.AddRange(Enumerable.Range(0, world.Lengths[document]).Select(at => rows.Select(row => row[at]).ToArray()));
        }

        return columns;
    }

    // Two characters that follow each other are of one unit where some span holds both.
    private static List<List<int>> Units(SpanWorld world, string document, string coder, string code)
    {
        var spans = world.Spans.Where(span => (span.Document, span.Coder, span.Code) == (document, coder, code)).ToList();
        List<List<int>> units = [];
        for (var at = 0; at < world.Lengths[document]; at++)
        {
            if (!IsMarked(world, document, coder, code, at)) continue;
            if (spans.Any(span => span.Start < at && at < span.End)) units[^1].Add(at);
            else units.Add([at]);
        }

        return units;
    }

    private static double? Alpha(List<Mark[]> columns, Func<Mark, string> value)
    {
        var marks = columns.SelectMany(column => column).Select(mark => (Value: value(mark), mark.Unit)).ToList();
        var observed = columns.Sum(column => column.Sum(mark => column.Count(other => value(other) != value(mark))) / (column.Length - 1d));
        var (pairs, unlike) = (0L, 0L);
        foreach (var mark in marks)
        {
            foreach (var other in marks.Where(other => other.Unit != mark.Unit))
            {
                pairs++;
                if (other.Value != mark.Value) unlike++;
            }
        }

        return unlike == 0 ? null : 1 - observed / (marks.Count * ((double)unlike / pairs));
    }

    private static IEnumerable<string> DocumentsOf(SpanWorld world, IReadOnlyList<string> coders) => world.Lengths.Keys.Where(document => coders.All(coder => world.Given.Contains((coder, document))));

    private static bool IsMarked(SpanWorld world, string document, string coder, string code, int at) =>
        world.Spans.Any(span => (span.Document, span.Coder, span.Code) == (document, coder, code) && span.Start <= at && at < span.End);
}
