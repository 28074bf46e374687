using System.Globalization;

namespace Spancoder.Tests.Reporting.GoldenReport;

/// <summary>
/// Walks from every figure in the tables of the main job's report back to the rows that make it: counted again from segments.csv, codings.csv, hits.jsonl and documents.csv,
/// by nothing of the program. What the machine learned, and how well, is no count of codings: those tables come from learning and stand apart.
/// </summary>
public class EveryFigureOfTheGoldenReport
{
    private static readonly GoldenResults Results = new();
    private static readonly IReadOnlyList<MarkdownTable> Tables = MarkdownTables.In(Results.Report);
    private static readonly List<GoldenSegment> Codable = [.. Results.Segments.Where(segment => segment.Codable)];

    public static TheoryData<string> Headings => [.. Tables.Select(table => table.Heading).Distinct()];

    [Theory]
    [MemberData(nameof(Headings))]
    public void Is_counted_again_from_rows(string heading)
    {
        foreach (var table in Tables.Where(table => table.Heading == heading)) Check(table);
    }

    [Fact]
    public void And_no_table_is_forgotten() => Assert.True(Tables.Count > 20, $"{Tables.Count} tables");

    private static void Check(MarkdownTable table)
    {
        switch (table.Heading)
        {
            case "How good the machine is":
                return; // from cross-validation, which its own tests hold
            case "What was read":
                CheckReading(table);
                return;
            case "Checklist (COREQ)":
                Assert.Equal(Enumerable.Range(1, 32).Select(Text), table.Rows.Select(row => row[0]));
                return;
            case "Frequencies":
                CheckFrequencies(table);
                return;
            case "Every code by document and by case":
                CheckCases(table);
                return;
            case "Codes together":
                GoldenCoOccurrence.Check(table, Results);
                return;
            case "Words that mark a mechanism":
                GoldenKeyness.Check(table, Results);
                return;
            case "Over the course of each document":
                CheckCourse(table);
                return;
            case "Negative cases":
                CheckNegative(table);
                return;
            case "Machine beside people":
                CheckBeside(table);
                return;
            case "What each rule did":
                GoldenRules.Check(table, Results);
                return;
            default:
                CheckBreakdown(table);
                return;
        }
    }

    private static void CheckFrequencies(MarkdownTable table)
    {
        Assert.Equal(["code", "name", "segments", "of codable", "documents", "speakers", "words", "of words", "by people"], table.Columns);
        Assert.Equal(Results.Codes, table.Rows.Select(row => row[0]));
        foreach (var row in table.Rows)
        {
            var with = Codable.Where(segment => segment.Codes.Contains(row[0])).ToList();
            Assert.Equal(
                [
                    Text(with.Count), Share(with.Count, Codable.Count), Text(with.Select(segment => segment["document"]).Distinct().Count()),
                    Text(with.Where(segment => segment["speaker"].Length > 0).Select(segment => (segment["document"], segment["speaker"])).Distinct().Count()),
                    Whole(with.Sum(segment => segment.Words)), Share(with.Sum(segment => segment.Words), Codable.Sum(segment => segment.Words)), Text(with.Count(segment => segment.ByPeople is not null)),
                ],
                row.Skip(2));
        }
    }

    private static void CheckBreakdown(MarkdownTable table)
    {
        var values = ValuesFor(table);
        Assert.Equal(Results.Segments.Select(values).Distinct().Order(StringComparer.Ordinal).Select(value => value.Length > 0 ? value : "(not given)"), table.Rows.Select(row => row[0]));
        foreach (var row in table.Rows)
        {
            var here = Results.Segments.Where(segment => (values(segment) is { Length: > 0 } value ? value : "(not given)") == row[0]).ToList();
            var codable = here.Where(segment => segment.Codable).ToList();
            IEnumerable<string> cells = [.. table.Columns[0] == "document" ? [] : new[] { Text(here.Select(segment => segment["document"]).Distinct().Count()) }, Text(here.Count), Text(codable.Count), Text(codable.Count(segment => segment.ByPeople is not null)), Text(codable.Count(segment => segment.Codes.Count > 0))];
            foreach (var top in Results.Tops)
            {
                var with = codable.Count(segment => segment.Codes.Contains(top));
                cells = cells.Append(Text(with)).Append(Share(with, codable.Count));
            }

            Assert.Equal(cells, row.Skip(1));
        }
    }

    private static Func<GoldenSegment, string> ValuesFor(MarkdownTable table)
    {
        var attributes = Results.Documents.ToDictionary(document => document["document"]);
        return table.Heading switch
        {
            "By document" => segment => segment["document"],
            "By layer" => segment => segment["layer"],
            "By speaker's role" => segment => segment["role"] is { Length: > 0 } role ? role : "no speaker",
            "By language of the segment" => segment => segment["language"],
            "By time: date" => segment => attributes[segment["document"]]["attribute.date"][..7],
            var heading when heading.StartsWith("By attribute: ", StringComparison.Ordinal) => segment => attributes[segment["document"]]["attribute." + heading["By attribute: ".Length..]],
            var heading => throw new ArgumentException($"nobody says how the table under '{heading}' is counted"),
        };
    }

    private static void CheckCases(MarkdownTable table)
    {
        Assert.Equal(Results.Codes, table.Columns.Skip(2));
        Func<GoldenSegment, string> caseOf = table.Columns[0] == "document" ? segment => segment["document"] : segment => $"{segment["document"]}: {(segment["speaker"] is { Length: > 0 } speaker ? speaker : "(no speaker)")}";
        var cases = Codable.ToLookup(caseOf);
        Assert.Equal(cases.Select(one => one.Key).Order(StringComparer.Ordinal), table.Rows.Select(row => row[0]).Order(StringComparer.Ordinal));
        foreach (var row in table.Rows)
        {
            var here = cases[row[0]].ToList();
            Assert.Equal([Text(here.Count), .. Results.Codes.Select(code => Text(here.Count(segment => segment.Codes.Contains(code))))], row.Skip(1));
        }
    }

    private static void CheckCourse(MarkdownTable table)
    {
        List<(int Part, GoldenSegment Segment)> everywhere = [];
        foreach (var document in Codable.GroupBy(segment => segment["document"]))
        {
            var parts = document.Select((segment, index) => (Part: index * 5 / document.Count(), segment)).ToList();
            everywhere.AddRange(parts);
            Assert.Equal(Cells(parts), table.Rows.Single(row => row[0] == document.Key).Skip(1));
        }

        Assert.Equal(Cells(everywhere), table.Rows.Single(row => row[0] == "all").Skip(1));

        static IEnumerable<string> Cells(List<(int Part, GoldenSegment Segment)> parts)
        {
            yield return Text(parts.Count);
            for (var part = 0; part < 5; part++)
            {
                var here = parts.Where(one => one.Part == part).ToList();
                yield return Text(here.Count(one => one.Segment.Codes.Count > 0));
                yield return Share(here.Count(one => one.Segment.Codes.Count > 0), here.Count);
            }
        }
    }

    private static void CheckNegative(MarkdownTable table)
    {
        if (table.Columns[0] == "code")
        {
            foreach (var row in table.Rows)
            {
                Assert.Equal(Text(Results.Documents.Count(document => !Codable.Any(segment => segment["document"] == document["document"] && segment.Codes.Contains(row[0])))), row[1]);
            }

            return;
        }

        var statuses = Codable.SelectMany(segment => Results.Codings[segment["segment"]]
            .Where(coding => coding["by"] == "hand" == (segment.ByPeople is not null) && segment.Codes.Contains(coding["code"]))
            .SelectMany(coding => coding["status"].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(status => (segment: segment["segment"], status, code: coding["code"])))).Distinct().ToList();
        foreach (var row in table.Rows)
        {
            Assert.Equal(Results.Tops.Select(top => Text(statuses.Count(given => given.status == row[0] && Results.TopOf(given.code) == top))), row.Skip(1));
        }
    }

    private static void CheckBeside(MarkdownTable table)
    {
        var both = Codable.Where(segment => segment is { ByPeople: not null, ByMachine: not null }).ToList();
        foreach (var row in table.Rows)
        {
            var pairs = both.Select(segment => (People: segment.ByPeople!.Contains(row[0]), Machine: segment.ByMachine!.Contains(row[0]))).ToList(); // neither is null
            var same = pairs.Count(pair => pair.People == pair.Machine);
            Assert.Equal(
                [
                    Text(pairs.Count(pair => pair.People)), Text(pairs.Count(pair => pair.Machine)), Text(pairs.Count(pair => pair is (true, true))), Text(pairs.Count(pair => pair is (true, false))), Text(pairs.Count(pair => pair is (false, true))),
                    Share(same, pairs.Count), Alpha(pairs),
                ],
                row.Skip(1).SkipLast(1)); // the interval is a bootstrap of these same rows, which its own tests hold
        }
    }

    // Krippendorff's alpha for two coders, two values and nothing missing, by coincidences: 1 - (n - 1) * (o_10) / (n_1 n_0), with o_10 the pairs that differ.
    private static string Alpha(List<(bool People, bool Machine)> pairs)
    {
        double n = 2 * pairs.Count, ones = pairs.Count(pair => pair.People) + pairs.Count(pair => pair.Machine), differ = pairs.Count(pair => pair.People != pair.Machine);
        return ones == 0 || ones == n ? "n/a" : (1 - ((n - 1) * differ / (ones * (n - ones)))).ToString("0.000", CultureInfo.InvariantCulture);
    }

    private static void CheckReading(MarkdownTable table)
    {
        var segments = Results.Segments.ToLookup(segment => segment["document"]);
        Assert.Equal(Results.Documents.Select(document => document["document"]), table.Rows.Select(row => row[0]));
        foreach (var (document, row) in Results.Documents.Zip(table.Rows))
        {
            var here = segments[row[0]].ToList();
            var speakers = here.Where(segment => segment["speaker"].Length > 0).Select(segment => segment["speaker"] + (segment["role"] == "interviewer" ? " (interviewer)" : "")).Distinct();
            Assert.Equal([document["format"], document["layout"], document["encoding"], document["line_ends"], document["language"], Text(here.Count), Whole(here.Sum(segment => segment.Words)), string.Join(", ", speakers)], row.Skip(1));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    private static string Share(double part, double whole) => whole == 0 ? "n/a" : (100 * (part / whole)).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
