using Spancoder.Codebooks;
using Spancoder.Reporting;
using Spancoder.Reporting.Results;
using Spancoder.Reporting.Sections;
using Spancoder.Tests.Rules;

namespace Spancoder.Tests.Reporting;

/// <summary>Of the codes a, a.b and c. Each segment is "what people say / what the machine says", with how it came onto a list: r drawn by chance, p picked, k known already.</summary>
public class SampleTallyTests
{
    private static readonly Codebook Codebook = GivenRules.Of("rules:\n" + GivenRules.Rule("x")).Codebook;

    [Fact]
    public void A_code_counts_with_those_below_it_and_only_what_was_drawn_corrects()
    {
        var tally = Of(["r a.b / NONE", "r NONE / a", "p a / NONE", "- - / a"], ["r NONE / NONE", "r UNSURE / a", "- - / NONE", "- - / c"]);
        var sample = tally.Sample()!;
        Assert.Equal((4, 3, 8), (sample.Drawn, sample.Judged, sample.FrameNow));
        var a = tally.Of(Codebook.Codes[0], sample);
        Assert.Equal((3, 2), (a.Sampled, a.Documents));
        Assert.Equal(3 / 8.0, a.Machine);
        Assert.Equal(3 / 8.0, a.OfThese!.Share, 1e-12); // one more and one less
        Assert.Equal(1 / 3.0, a.ByPeopleAlone!.Share, 1e-12);
        Assert.Equal(1 / 3.0, tally.Of(Codebook.Codes[1], sample).OfThese!.Share, 1e-12); // a.b: the machine never
        Assert.Equal(2, tally.SeenIn(Codebook.Codes[0], sample));
    }

    [Fact]
    public void What_was_judged_before_counts_as_people_say()
    {
        var tally = Of(["k a / NONE", "- a / NONE", "r NONE / NONE"], ["r NONE / NONE", "- - / NONE", "- - / NONE", "- - / NONE", "- - / NONE"]);
        var sample = tally.Sample()!;
        Assert.Equal((6, 2), (sample.FrameNow, sample.Known));
        Assert.Equal(2 / 8.0, tally.Of(Codebook.Codes[0], sample).OfThese!.Share, 1e-12);
    }

    [Fact]
    public void Several_people_count_each_code_that_any_of_them_gave_and_who_cannot_tell_did_not_look()
    {
        var tally = Of(["r NONE&c / NONE", "r UNSURE&a / NONE"], ["r NONE / NONE", "- - / NONE"]);
        var sample = tally.Sample()!;
        Assert.Equal(3, sample.Judged);
        Assert.Equal([1 / 3.0, 0, 1 / 3.0], Codebook.Codes.Select(code => Math.Round(tally.Of(code, sample).ByPeopleAlone!.Share, 12)).Select(share => share == 0 ? 0 : 1 / 3.0));
    }

    [Fact]
    public void Who_coded_with_another_codebook_says_nothing()
    {
        var tally = Of("another@1#0", ["r a / NONE", "r NONE / NONE"], ["r NONE / NONE"]);
        Assert.Equal("no segment that was drawn by chance is judged", tally.Of(Codebook.Codes[0], tally.Sample()!).Reason);
    }

    [Fact]
    public void The_report_says_how_to_draw_where_nobody_did_and_why_nothing_is_corrected_where_it_may_not_be()
    {
        var none = Assert.IsType<ReportBlock.Paragraph>(CorrectedBlocks.Of(Of(["- a / NONE"]), Codebook.Codes)[1]);
        Assert.Contains("'spancoder review next --random 100%'", none.Text, StringComparison.Ordinal);
        var sampled = Of(["r a / NONE", "r NONE / NONE"]);
        Assert.Equal("People judged 2 segments that were drawn by chance, and no frequency is corrected by them: so it is.", Assert.IsType<ReportBlock.Paragraph>(CorrectedBlocks.Of(sampled, Codebook.Codes, "so it is")[1]).Text);
        var tables = CorrectedBlocks.Of(sampled, Codebook.Codes).OfType<ReportBlock.Table>().ToList();
        Assert.Equal(["corrected-frequencies", "corrected-precision"], tables.Select(table => table.Id));
        Assert.All(tables, table =>
        {
            Assert.Equal(table.Columns.Count, table.Columns.DistinctBy(column => column.Key).Count());
            Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
        });
    }

    private static SampleTally Of(params string[][] documents) => Of("", documents);

    private static SampleTally Of(string codebook, params string[][] documents)
    {
        var codable = documents.Sum(document => document.Length);
        var known = documents.Sum(document => document.Count(segment => segment[0] == 'k' || segment.StartsWith("- a", StringComparison.Ordinal)));
        SampleTally tally = new(Codebook.Codes, code => Codebook.PartOf(code.Id).Id);
        foreach (var (index, document) in documents.Index())
        {
            tally.Add(new($"p{index}.txt", new Dictionary<string, string>(), [.. document.Select((segment, number) => SegmentOf(segment, number + 1, codable - known, codebook))])
            {
                Hash = "",
                Format = "",
                Layout = "",
                Encoding = "",
                Newline = "",
                Language = "",
            });
        }

        return tally;
    }

    // "r a&NONE / c": two people, the machine
    private static ResultSegment SegmentOf(string segment, int number, int frame, string codebook)
    {
        var (people, machine) = (segment[2..segment.IndexOf(" / ", StringComparison.Ordinal)], segment[(segment.IndexOf(" / ", StringComparison.Ordinal) + 3)..]);
        Draw? draw = segment[0] switch { 'r' => new(true, 4.0 / frame, frame), 'p' => new(false, null, frame), 'k' => new(false, 0, frame), _ => null };
        return new()
        {
            Number = number,
            Id = $"#{number}",
            Layer = Layer.Speech,
            Codable = true,
            Line = 1,
            Speaker = null,
            Language = "",
            StartTime = "",
            Words = 1,
            Text = "",
            Start = 0,
            Hits = [],
            Codings =
            [
                .. people == "-" ? [] : people.Split('&').Select((code, who) => new ResultCoding(code, $"person {who}", "hand", null, new(0, 0), "") { Draw = draw, Codebook = codebook }),
                new(machine, "rules", "rules", null, new(0, 0), ""),
            ],
        };
    }
}
