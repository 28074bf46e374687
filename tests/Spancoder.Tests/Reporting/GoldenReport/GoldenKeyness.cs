using System.Globalization;
using System.Text.RegularExpressions;

namespace Spancoder.Tests.Reporting.GoldenReport;

/// <summary>Words and pairs of characters, found by expressions instead of the program's tokenizer.</summary>
internal static partial class GoldenKeyness
{
    public static void Check(MarkdownTable table, GoldenResults results)
    {
        Assert.Equal(["code", "word", "there", "per 10,000", "documents", "elsewhere", "per 10,000", "log-likelihood", "log ratio"], table.Columns);
        var segments = results.Segments.Where(segment => segment.Codable).Select(segment => (Segment: segment, Words: WordsIn(segment["text"]), Pairs: PairsIn(segment["text"]))).ToList();
        foreach (var row in table.Rows)
        {
            var isHan = Han().IsMatch(row[1]);
            var there = segments.Where(one => one.Segment.Codes.Contains(row[0])).ToList();
            var elsewhere = segments.Where(one => !one.Segment.Codes.Contains(row[0])).ToList();
            var (a, b) = (there.Sum(one => (isHan ? one.Pairs : one.Words).Count(word => word == row[1])), elsewhere.Sum(one => (isHan ? one.Pairs : one.Words).Count(word => word == row[1])));
            double c = there.Sum(one => (isHan ? one.Pairs : one.Words).Count), d = elsewhere.Sum(one => (isHan ? one.Pairs : one.Words).Count);
            Assert.Equal(Text(a), row[2]);
            Assert.Equal(Text(there.Where(one => (isHan ? one.Pairs : one.Words).Contains(row[1])).Select(one => one.Segment["document"]).Distinct().Count()), row[4]);
            Assert.Equal(Text(b), row[5]);
            Assert.Equal([Number(10_000 * a / c, "0.0"), Number(10_000 * b / d, "0.0")], [row[3], row[6]]);
            Assert.Equal(Number(2 * (Term(a, c * (a + b) / (c + d)) + Term(b, d * (a + b) / (c + d))), "0.0"), row[7]);
            Assert.Equal(Number(Math.Log2(a / c / (Math.Max(b, 0.5) / d)), "0.00"), row[8]);
        }
    }

    private static double Term(int observed, double expected) => observed == 0 ? 0 : observed * Math.Log(observed / expected);

    private static List<string> WordsIn(string text) => [.. Word().Matches(text).Select(word => word.Value.Replace('’', '\'').ToLowerInvariant())];

    private static List<string> PairsIn(string text) => [.. Han().Matches(text).Select(run => run.Value.EnumerateRunes().ToList()).SelectMany(run => run.Zip(run.Skip(1), (first, second) => $"{first}{second}"))];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}-[\u2E80-\u9FFF\uF900-\uFAFF]]+(?:['’](?=\p{L})[\p{L}\p{M}\p{Nd}-[\u2E80-\u9FFF]]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:[\uD840-\uD8BF][\uDC00-\uDFFF]|[々〇\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u3041-\u309F\u30A1-\u30FA\u30FC-\u30FF])+")]
    private static partial Regex Han();
}
