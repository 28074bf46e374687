using System.Globalization;

namespace Spancoder.Tests.Reporting.GoldenReport;

/// <summary>Codes in the same and in neighbouring segments, counted the long way.</summary>
internal static class GoldenCoOccurrence
{
    public static void Check(MarkdownTable table, GoldenResults results)
    {
        var codable = results.Segments.Where(segment => segment.Codable).ToList();
        if (table.Columns.Skip(1).SequenceEqual(results.Tops))
        {
            foreach (var row in table.Rows) Assert.Equal(results.Tops.Select(top => Text(codable.Count(segment => segment.Codes.Contains(row[0]) && segment.Codes.Contains(top)))), row.Skip(1));
            return;
        }

        Assert.Equal(["code", "with", "together", "expected", "c", "neighbours", "of them expected"], table.Columns);
        foreach (var row in table.Rows)
        {
            var (first, second) = (row[0], row[1] == "itself" ? row[0] : row[1]);
            var (one, other, both) = (codable.Count(segment => segment.Codes.Contains(first)), codable.Count(segment => segment.Codes.Contains(second)), codable.Count(segment => segment.Codes.Contains(first) && segment.Codes.Contains(second)));
            if (first != second) Assert.Equal([Text(both), Number((double)one * other / codable.Count, "0.0"), Number((double)both / (one + other - both), "0.000")], row.Skip(2).Take(3));
            Assert.Equal(Text(Neighbours(codable, first, second)), row[5]);
            Assert.Equal(NeighboursByChance(codable, first, second), double.Parse(row[6], CultureInfo.InvariantCulture), 0.051);
        }
    }

    private static int Neighbours(List<GoldenSegment> codable, string first, string second) =>
        codable.Zip(codable.Skip(1)).Count(pair => pair.First["document"] == pair.Second["document"]
            && ((pair.First.Codes.Contains(first) && pair.Second.Codes.Contains(second)) || (pair.First.Codes.Contains(second) && pair.Second.Codes.Contains(first))));

    // Of all ordered pairs of different segments of a document, the share that would count as neighbours, times how many neighbours there are.
    private static double NeighboursByChance(List<GoldenSegment> codable, string first, string second)
    {
        var expected = 0d;
        foreach (var document in codable.GroupBy(segment => segment["document"]).Select(document => document.ToList()).Where(document => document.Count > 1))
        {
            var counting = 0;
            foreach (var one in document)
            {
                foreach (var other in document.Where(other => other != one))
                {
                    if ((one.Codes.Contains(first) && other.Codes.Contains(second)) || (one.Codes.Contains(second) && other.Codes.Contains(first))) counting++;
                }
            }

            expected += (double)counting / document.Count;
        }

        return expected;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
