using System.Globalization;
using System.Text.Json;

namespace Spancoder.Tests.Reporting.GoldenReport;

/// <summary>What each rule did, counted from hits.jsonl and people's codings.</summary>
internal static class GoldenRules
{
    public static void Check(MarkdownTable table, GoldenResults results)
    {
        Assert.Equal(["rule", "code", "hits", "segments", "documents", "negated", "overlap", "conflict", "precision", "95 %", "recall", "95 %"], table.Columns);
        var segments = results.Segments.ToDictionary(segment => segment["segment"]);
        var judged = results.Segments.Where(segment => segment.ByPeople is not null).ToList();
        var hits = results.Hits.Select(hit => (Rule: Text(hit, "rule"), Segment: Text(hit, "segment"), Document: Text(hit, "document"), Code: hit.TryGetProperty("marks", out _) ? "" : Text(hit, "code"), IsNegated: hit.GetProperty("negated_by").GetArrayLength() > 0, Points: hit.GetProperty("points").GetInt32())).ToList();
        var bySegment = hits.ToLookup(hit => hit.Segment);
        Assert.Equal(hits.Select(hit => hit.Rule).Distinct().Order(StringComparer.Ordinal), table.Rows.Select(row => row[0]).Order(StringComparer.Ordinal));
        foreach (var row in table.Rows)
        {
            var own = hits.Where(hit => hit.Rule == row[0]).ToList();
            var found = own.Select(hit => hit.Segment).Distinct().ToList();
            var code = own[0].Code;
            Assert.Equal([Number(own.Count), Number(found.Count), Number(own.Select(hit => hit.Document).Distinct().Count())], row.Skip(2).Take(3));
            if (row[5] != "n/a") Assert.Equal(Share(own.Count(hit => hit.IsNegated), own.Count), row[5]);
            else Assert.DoesNotContain(own, hit => hit.IsNegated); // it does not look
            if (row[6] != "n/a") Assert.Equal(Number(found.Count(segment => bySegment[segment].Any(hit => hit.Rule != row[0] && hit.Code == code && hit.Points > 0))), row[6]);
            if (row[7] != "n/a") Assert.Equal(Number(found.Count(segment => bySegment[segment].Any(hit => hit.Points > 0 && hit.Code.Length > 0 && results.TopOf(hit.Code) != results.TopOf(code)))), row[7]);

            var isAgainst = row[1].StartsWith("against ", StringComparison.Ordinal) || row[1].StartsWith("never ", StringComparison.Ordinal);
            var seen = found.Select(segment => segments[segment]).Where(segment => segment.ByPeople is not null).ToList();
            var so = seen.Count(segment => segment.ByPeople!.Contains(code)); // those who judged
            if (row[8] != "n/a") Assert.Equal(Of(isAgainst ? seen.Count - so : so, seen.Count), row[8]);
            else Assert.True(seen.Count == 0 || code.Length == 0);
            if (row[10] != "n/a") Assert.Equal(Of(so, judged.Count(segment => segment.ByPeople!.Contains(code))), row[10]); // those who judged
            CheckInterval(row[8], row[9]);
            CheckInterval(row[10], row[11]);
        }
    }

    // Wilson (1927), with the 0.975 quantile of the normal distribution, from the counts that stand beside it.
    private static void CheckInterval(string of, string interval)
    {
        if (of == "n/a")
        {
            Assert.Equal("n/a", interval);
            return;
        }

        var counts = of[(of.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split('/').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        const double Z = 1.959963984540054;
        var (p, n) = (counts[0] / counts[1], counts[1]);
        var (centre, half) = ((p + (Z * Z / (2 * n))) / (1 + (Z * Z / n)), Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n))) / (1 + (Z * Z / n)));
        Assert.Equal($"{Share(Math.Max(0, centre - half), 1)} to {Share(Math.Min(1, centre + half), 1)}", interval);
    }

    private static string Of(int part, int whole) => $"{Share(part, whole)} ({Number(part)}/{Number(whole)})";

    private static string Text(JsonElement hit, string name) => hit.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Share(double part, double whole) => (100 * (part / whole)).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
