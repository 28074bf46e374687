using Spancoder.Reporting;

namespace Spancoder.Tests.Reporting.Pictures;

public class PictureTests
{
    private const double Hair = .02; // numbers are rounded

    public static TheoryData<string> Ids => [.. GivenPictures.All.Select(picture => picture.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void Looks_as_in_its_golden_file(string id) =>
        Golden.Matches(Repository.File("tests", "golden", "pictures", id + ".svg"), DrawnPicture.Of(Given(id)).Text);

    [Fact]
    public void A_bar_is_as_long_as_its_value_says()
    {
        var drawn = DrawnPicture.Of(new Drawing.Bars([new("a", "", "40", 40), new("b", "", "10", 10), new("c", "", "0", 0), new("d", "", "n/a", null)], "segments", IsShare: false));
        var bars = drawn.With("p-bar").Select(DrawnPicture.BoxOf).ToList();
        Assert.Equal(3, bars.Count);
        Assert.Single(bars.Select(bar => bar.Left).Distinct());
        Assert.Equal(4, (bars[0].Right - bars[0].Left) / (bars[1].Right - bars[1].Left), .01);
        Assert.Equal(0, bars[2].Right - bars[2].Left);
        Assert.Contains("n/a", drawn.Words);
    }

    [Fact]
    public void A_bar_ends_at_the_tick_of_its_value()
    {
        var drawn = DrawnPicture.Of(new Drawing.Bars([new("a", "", "20%", .2)], "share", IsShare: true));
        Assert.Equal(DrawnPicture.At(drawn.All("text").Single(text => text.Value == "20%" && DrawnPicture.Classes(text).Contains("p-middle")), "x"), DrawnPicture.BoxOf(drawn.With("p-bar").Single()).Right, Hair);
    }

    [Fact]
    public void An_interval_reaches_from_its_lower_to_its_upper_end()
    {
        var drawn = DrawnPicture.Of(new Drawing.Points([new("a", "", "0.5", .5, .25, 1)], "alpha", 0, 1, []));
        var (from, to) = (Tick(drawn, "0"), Tick(drawn, "1"));
        var interval = DrawnPicture.BoxOf(drawn.With("p-interval").Single());
        Assert.Equal(from + ((to - from) / 4), interval.Left, Hair);
        Assert.Equal(to, interval.Right, Hair);
        Assert.Equal((from + to) / 2, DrawnPicture.At(drawn.With("p-dot").Single(), "cx"), Hair);
    }

    [Fact]
    public void What_goes_on_beyond_the_scale_ends_in_a_point_instead_of_a_stroke()
    {
        var drawn = DrawnPicture.Of(new Drawing.Points([new("a", "", "0.1", .1, -.3, .4), new("b", "", "-0.2", -.2)], "alpha", 0, 1, []));
        var path = drawn.With("p-interval").Single().Attribute("d")!.Value;
        Assert.Equal([2, 1], new[] { 'L', 'V' }.Select(step => path.Count(letter => letter == step))); // a point at the left, a stroke at the right
        Assert.Equal(["circle", "path"], drawn.With("p-dot").Select(dot => dot.Name.LocalName));
    }

    [Fact]
    public void Thresholds_stand_at_their_values()
    {
        var drawn = DrawnPicture.Of(new Drawing.Points([new("a", "", "0.1", .1)], "alpha", -1, 1, [.667, .8, 3]));
        var (from, to) = (Tick(drawn, "-1"), Tick(drawn, "1"));
        Assert.Equal([.667, .8], drawn.With("p-threshold").Select(line => Math.Round((2 * (DrawnPicture.At(line, "x1") - from) / (to - from)) - 1, 3)));
        Assert.Contains("0.667", drawn.Words);
    }

    [Theory]
    [InlineData(0, "p-field0")]
    [InlineData(.001, "p-field1")]
    [InlineData(.5, "p-field5")]
    [InlineData(1, "p-field9")]
    public void A_field_is_as_deep_as_its_value_says(double value, string style) =>
        Assert.Contains(DrawnPicture.Of(new Drawing.HeatMap(["r"], ["c"], "share", 1, [[new(value, "x")]])).With(style), field => field.Parent!.Name.LocalName == "g");

    [Fact]
    public void Where_a_number_has_no_room_the_title_says_it()
    {
        var drawn = DrawnPicture.Of(new Drawing.HeatMap(["r"], [.. Enumerable.Range(0, 30).Select(column => $"c{column}")], "share", 1, [[.. Enumerable.Range(0, 30).Select(column => column == 0 ? new HeatCell(null, "n/a") : new HeatCell(1, "100.0%"))]]));
        Assert.DoesNotContain("100.0%", drawn.Words);
        Assert.Contains("r, c1: 100.0%", drawn.Titles);
        Assert.Contains("r, c0: n/a", drawn.Titles);
        Assert.Single(drawn.With("p-none"));
    }

    [Fact]
    public void Discs_grow_by_area_and_lines_by_width()
    {
        var drawn = DrawnPicture.Of(Given("network"));
        var discs = drawn.With("p-disc").Select(disc => DrawnPicture.At(disc, "r")).ToList();
        Assert.Equal(4, Math.Pow(discs[0] / discs[1], 2), .01);
        Assert.Equal([.25, 1], drawn.With("p-link").Select(line => DrawnPicture.At(line, "stroke-width")).Select(width => width / 9)); // the strongest above
    }

    [Fact]
    public void A_node_without_links_is_drawn() => Assert.Contains("No two stand together.", DrawnPicture.Of(new Drawing.Network([new("DC", "", 3)], [])).Words);

    [Fact]
    public void Marks_and_gaps_stand_where_their_segments_do()
    {
        var drawn = DrawnPicture.Of(Given("strips"), isInPage: true);
        var track = DrawnPicture.BoxOf(drawn.With("p-line").First());
        Assert.Equal([(.1, .2), (.2, .3), (.4, .5), (0, 1)], drawn.With("p-track0").Concat(drawn.With("p-track1")).Select(DrawnPicture.BoxOf).Select(mark => (Share(mark.Left), Share(mark.Right))));
        Assert.Equal([0, .1, .3, .4], DrawnPicture.PointsOf(drawn.With("p-gap").Last().Attribute("d")!.Value).Select(point => Share(point.X)).Distinct());

        double Share(double x) => Math.Round((x - track.Left) / (track.Right - track.Left), 2);
    }

    [Fact]
    public void A_strip_of_thousands_of_segments_is_a_small_file()
    {
        const int Length = 3000;
        Strip strip = new("p01.txt", Length, [.. Enumerable.Range(0, Length).Where(segment => segment % 3 > 0).Select(segment => (segment, segment % 4, $"p01.txt#{segment + 1}"))], [.. Enumerable.Range(0, Length / 3).Select(turn => (3 * turn, (3 * turn) + 1))]);
        Drawing.Strips strips = new(["a", "b", "c", "d"], [strip]);
        var inPage = DrawnPicture.Of(strips, isInPage: true);
        Assert.InRange(DrawnPicture.Of(strips).Text.Length, 1, 40_000);
        Assert.InRange(inPage.Text.Length, 1, 250_000);
        Assert.Contains(inPage.Titles, title => title.Contains(" to ", StringComparison.Ordinal));
        var marks = inPage.With("p-track0").Concat(inPage.With("p-track1")).ToList();
        Assert.All(Enumerable.Range(0, Length).Where(segment => segment % 12 is 1 or 4), segment => Assert.Contains(marks, mark => Covers(mark, segment))); // nothing is lost by merging

        bool Covers(System.Xml.Linq.XElement mark, int segment)
        {
            var (box, line) = (DrawnPicture.BoxOf(mark), DrawnPicture.BoxOf(inPage.With("p-line").First()));
            var at = line.Left + ((segment + .5) / Length * (line.Right - line.Left));
            return box.Left <= at + Hair && at - Hair <= box.Right;
        }
    }

    [Fact]
    public void Links_lead_to_the_segments_that_are_counted()
    {
        Assert.Contains(DrawnPicture.Of(Given("network"), isInPage: true).All("a"), link => link.Attribute("href")!.Value == "#segments?code=DC&code=IP");
        Assert.Contains(DrawnPicture.Of(Given("heat-map"), isInPage: true).All("a"), link => link.Attribute("href")!.Value == "#segments?document=interviews%2Fp01.txt&code=DC");
        Assert.Contains(DrawnPicture.Of(Given("strips"), isInPage: true).All("a"), link => link.Attribute("href")!.Value == "#interviews%2Fp01.txt%232");
    }

    [Fact]
    public void Conditions_are_written_in_their_order_and_percent_encoded() =>
        Assert.Equal("#segments?code=DC&attribute.site=a%20%26%20b%3D%E7%94%B2&code=IP", SelectionLink.Of(Selection.Where("code", "DC").And("attribute.site", "a & b=甲").And("code", "IP")));

    [Fact]
    public void What_is_cut_short_stands_whole_in_the_title()
    {
        var label = string.Concat(Enumerable.Repeat("访谈记录", 20)) + ".docx";
        var drawn = DrawnPicture.Of(new Drawing.Bars([new(label, "", "3", 3)], "segments", IsShare: false));
        Assert.Contains(drawn.Words, word => word.StartsWith("访谈", StringComparison.Ordinal) && word.Contains('…') && word.EndsWith(".docx", StringComparison.Ordinal));
        Assert.Equal([label + ": 3"], drawn.Titles);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("]]>\"'&amp;</style>")]
    [InlineData("a\u202Eb\u2069c\u200F")]
    [InlineData("\0\u0001\uFFFE\uD800")]
    public void Hostile_labels_stay_text(string label)
    {
        var kept = label.Replace('\0', '\uFFFD').Replace('\u0001', '\uFFFD').Replace('\uFFFE', '\uFFFD').Replace('\uD800', '\uFFFD');
        foreach (var drawing in new Drawing[]
        {
            new Drawing.Bars([new(label, label, label, 1) { Of = Selection.Where("code", label.Replace("\uD800", "", StringComparison.Ordinal)) }], label, IsShare: false),
            new Drawing.HeatMap([label], [label], label, 1, [[new(1, label)]]),
            new Drawing.Network([new(label, label, 1)], []),
            new Drawing.Strips([label], [new(label, 1, [(0, 0, label.Replace("\uD800", "", StringComparison.Ordinal))], [])]),
        })
        {
            var drawn = DrawnPicture.Of(new ReportBlock.Picture(label, label, label, drawing), isInPage: true);
            Assert.Empty(drawn.All("script"));
            Assert.Single(drawn.All("style"));
            Assert.Equal(kept, drawn.Root.Elements().First().Value);
            Assert.Contains(drawn.Titles, title => title.Contains(kept, StringComparison.Ordinal));
            Assert.DoesNotContain('\0', drawn.Text);
        }
    }

    [Fact]
    public void A_label_that_runs_the_other_way_moves_no_number() =>
        Assert.Equal(["\u2068\u05D0\u05D1\u2069: 3"], DrawnPicture.Of(new Drawing.Bars([new("\u05D0\u05D1", "", "3", 3)], "segments", IsShare: false)).Titles);

    [Fact]
    public void Where_there_is_nothing_it_says_so()
    {
        foreach (var drawing in new Drawing[] { new Drawing.Bars([], "", false), new Drawing.Points([], "", 0, 1, []), new Drawing.HeatMap([], [], "", 1, []), new Drawing.Network([], []), new Drawing.Strips([], []) })
        {
            Assert.Equal(["There is nothing to show."], DrawnPicture.Of(drawing).Words);
        }
    }

    private static double Tick(DrawnPicture drawn, string text) => DrawnPicture.At(drawn.All("text").First(tick => tick.Value == text && DrawnPicture.Classes(tick).Contains("p-middle")), "x");

    private static ReportBlock.Picture Given(string id) => GivenPictures.All.Single(picture => picture.Id == id);
}
