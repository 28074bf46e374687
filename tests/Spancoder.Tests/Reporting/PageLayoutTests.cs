using System.Xml.Linq;
using Spancoder.Reporting.Pages;
using Spancoder.Text;

namespace Spancoder.Tests.Reporting;

/// <summary>The page of a report, as it is written.</summary>
public class PageLayoutTests
{
    [Fact]
    public void Everything_that_it_refers_to_is_there_and_every_name_is_given_once()
    {
        using GivenPage page = new();
        var elements = page.Elements.DescendantsAndSelf().ToList();
        var names = elements.Select(element => element.Attribute("id")?.Value).OfType<string>().ToList();
        Assert.Equal(names.Distinct(), names);
        Assert.All(names, name => Assert.DoesNotContain(name, char.IsWhiteSpace));
        var addresses = elements.Select(element => element.Attribute("href")?.Value).OfType<string>().Where(address => !address.StartsWith("#segments?", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.Contains(address[1..], names));
        var described = elements.SelectMany(element => (element.Attribute("aria-describedby") ?? element.Attribute("aria-labelledby"))?.Value.Split(' ') ?? []).ToList();
        Assert.NotEmpty(described);
        Assert.All(described, name => Assert.Contains(name, names));
    }

    [Fact]
    public void What_was_said_and_what_anything_is_called_stays_text()
    {
        using GivenPage page = new();
        var elements = page.Elements;
        Assert.Empty(elements.Descendants("img"));
        Assert.DoesNotContain(elements.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        foreach (var coded in page.Coded)
        {
            var transcript = elements.Descendants("details").Single(details => details.Attribute("data-document")?.Value == coded.Segmented.Document.Id);
            Assert.Equal(
                coded.Segmented.Segments.Select(segment => (segment.Speaker?.Key ?? "", segment.Span.In(coded.Segmented.Document.Text).ToString())),
                Segments(transcript).Select(segment => (Part(segment, "head").Element("bdi")?.Value ?? "", Part(segment, "text").Value)));
        }

        Assert.Contains("*Stars* stay stars, `ticks` ticks, <b>tags</b> tags, and [a](http://127.0.0.1:9/) no link. --> ]]>", elements.Descendants("p").Select(paragraph => paragraph.Value));
        Assert.Equal(["# one", "<img src=x onerror='hacked = 1'>", "1. three"], elements.Descendants("article").Elements("ul").First().Elements("li").Select(item => item.Value));
        Assert.Contains("<script>hacked = 1</script> & <b>talk</b>", elements.Descendants("dd").Select(name => name.Value));
        Assert.Contains("{{transcripts}}", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_are_shown_and_what_is_no_character_is_replaced() =>
        Assert.Equal("a␀␛␡\uFFFD\n\tb &amp; &lt;b&gt; &quot;c&quot; &#39;d&#39;", HtmlText.Of("a\0\x1B\x7F\uFFFE\n\tb & <b> \"c\" 'd'"));

    [Fact]
    public void A_text_is_said_to_be_in_its_language()
    {
        using GivenPage page = new();
        Assert.Equal(["zh"], Segments(page.Elements.Descendants("details").Single(details => details.Attribute("data-document")?.Value == "c.txt")).Select(segment => Part(segment, "text").Attribute("lang")?.Value ?? "").Distinct());
        Assert.Equal(["en", "zh"], page.Elements.Descendants("p").Where(paragraph => paragraph.Attribute("class")?.Value == "words").TakeLast(2).Select(paragraph => paragraph.Attribute("lang")?.Value ?? ""));
    }

    [Fact]
    public void What_people_rejected_is_shown_and_does_not_count()
    {
        using GivenPage page = new();
        var segment = page.Elements.Descendants("li").Single(segment => segment.Attribute("id")?.Value == "b.txt%235");
        Assert.Equal("", segment.Attribute("data-codes")?.Value);
        Assert.Equal("yes", segment.Attribute("data-judged")?.Value);
        Assert.Equal(["NONE", "trade"], Part(segment, "head").Elements("b").Select(label => label.Value));
        Assert.EndsWith(" off", Part(segment, "head").Elements("b").Last().Attribute("class")?.Value, StringComparison.Ordinal);
        Assert.StartsWith("trade rules, 2 points, does not count: people judged this segment", Part(segment, "why").Elements("li").Last().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Spans_that_overlap_are_cut_into_pieces_that_know_all_that_cover_them() =>
        Assert.Equal(
            ["0-2:", "2-4:0", "4-6:0,1", "6-7:0,1,2", "7-8:1,2", "8-10:"],
            MarkedText.Cut(10, [new(2, 7), new(4, 8), new(6, 8), new(5, 5), new(12, 14)]).Select(piece => $"{piece.Piece.Start}-{piece.Piece.End}:{string.Join(',', piece.Covering)}"));

    [Fact]
    public void More_than_a_browser_can_open_is_left_out_and_nothing_leads_to_it()
    {
        using GivenPage page = new(most: 3000);
        Assert.DoesNotContain(page.Elements.Descendants("details"), details => details.Attribute("data-document") is not null);
        Assert.DoesNotContain("href=\"#segments?", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("%23", page.Html.Split("<script>")[0], StringComparison.Ordinal);
        Assert.Contains("so they are left out", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_study_gives_the_same_bytes()
    {
        using GivenPage one = new(), other = new();
        Assert.Equal(one.Html, other.Html);
    }

    [Fact]
    public void Words_are_marked_that_the_codings_quote()
    {
        using TemporaryFolder folder = new();
        var outcome = Shell.Run("spancoder code corpus-sample --out $OUT", Repository.Root, new Dictionary<string, string?> { ["OUT"] = folder.Path });
        Assert.True(outcome.Exit == 0, outcome.Error);

        var page = GivenPage.ElementsOf(File.ReadAllText(Path.Combine(folder.Path, ResultNames.Page)));
        List<(string, string, string)> marked = [];
        foreach (var segment in Segments(page))
        {
            var reasons = segment.Elements("ul").SelectMany(list => list.Elements("li")).ToList();
            foreach (var reason in reasons.Where(reason => reason.Element("b")?.Value is not (Coding.Nothing or Coding.Unsure)))
            {
                var pieces = Part(segment, "text").Elements("mark").Where(mark => mark.Attribute("aria-describedby")!.Value.Split(' ').Contains(reason.Attribute("id")!.Value));
                marked.Add((Uri.UnescapeDataString(segment.Attribute("id")!.Value), reason.Element("b")!.Value, string.Concat(pieces.Select(piece => piece.Value))));
            }
        }

        using var reader = CsvHelper.CsvReader.FromText(File.ReadAllText(Path.Combine(folder.Path, ResultNames.Codings)), Csv.Strict);
        reader.ReadHeader();
        List<string> header = [.. reader.Headers];
        List<(string, string, string)> quoted = [];
        while (reader.Read())
        {
            var code = reader.GetString(header.IndexOf("code"));
            if (code is not (Coding.Nothing or Coding.Unsure)) quoted.Add((reader.GetString(header.IndexOf("segment")), code, reader.GetString(header.IndexOf("quote"))));
        }

        Assert.True(quoted.Count > 300);
        Assert.Equal(quoted, marked);
    }

    private static IEnumerable<XElement> Segments(XElement within) => within.Descendants("ol").Where(list => list.Parent!.Name == "details").SelectMany(list => list.Elements("li"));

    private static XElement Part(XElement segment, string kind) => segment.Elements().Single(element => element.Attribute("class")?.Value == kind);
}
