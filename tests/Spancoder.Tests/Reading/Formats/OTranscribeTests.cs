using System.Text;
using System.Text.Json;

namespace Spancoder.Tests.Reading.Formats;

public class OTranscribeTests
{
    private const string Small = """
        {"text":"<p><span class=\"timestamp\" contenteditable=\"false\" data-timestamp=\"12.34\">0:00:12</span>&nbsp;Interviewer: Where?</p><p>P1: Here &amp; <b>there</b>,<br>mostly 😀.</p><p><br></p><p>Interviewer: Mm.</p><p>P1: 𠮷 it is.</p>","media":"call.mp3","media-time":20.5}
        """;

    [Fact]
    public void The_editors_lines_are_lines_and_stamps_are_times()
    {
        var document = GivenFile.Read(Small, "call.otr");
        Assert.Equal("otr", document.Facts.Format);
        Assert.Equal("labelled", document.Facts.Layout);
        Assert.Equal(["1 12.34- Interviewer: Where?", "2 - P1: Here & there,", "3 - P1: mostly 😀.", "5 - Interviewer: Mm.", "6 - P1: 𠮷 it is."], GivenFile.Pieces(document));
        Assert.Equal("call.mp3", document.Metadata["media"]);
        Assert.Empty(document.Notices);
    }

    [Fact]
    public void It_is_known_by_its_keys_whatever_its_name()
    {
        var document = GivenFile.Read(Small, "call.json");
        Assert.Equal("otr", document.Facts.Format);
        Assert.Equal(["call.json: its name says json, and its content is otr, so it was read as otr: say what it is with --input-format."], document.Notices.Select(notice => notice.ToString()));
    }

    [Theory]
    [InlineData("<span class='timestamp' data-timestamp='3723.5'>1:02:03</span> I: Well.", 3723.5)]
    [InlineData("<span class=\"timestamp\" data-timestamp=\"1:02:03\">1:02:03</span> I: Well.", 3723)]
    [InlineData("<span class=\"timestamp\">1:02:03</span>&nbsp;I: Well.", 3723)]
    [InlineData("<SPAN data-timestamp=5 class=timestamp>0:05</SPAN>I: Well.", 5)]
    public void Stamps_of_all_its_ages_are_read(string html, double seconds)
    {
        var document = GivenFile.Read(Wrap($"<div>{html}</div><div>P1: Rain.</div><div>I: Mm.</div>"), "call.otr");
        Assert.Equal(TimeSpan.FromSeconds(seconds), document.Source.Pieces[0].StartTime);
        Assert.Equal("Well.\nRain.\nMm.", document.Text);
    }

    [Fact]
    public void Markup_that_is_none_stays_in_the_words()
    {
        var document = GivenFile.Read(Wrap("P1: 1 < 2 and a<b, <i>so</i> &lt;br&gt; &#x4E3A; &eacute; &nosuch; <unclosed<br/>P1: he > <!-- not said --> she<p>P1: end <"), "call.otr");
        Assert.Equal("1 < 2 and a<b, so <br> 为 é &nosuch; <unclosed\nhe >  she\nend <", document.Text);
    }

    [Theory]
    [InlineData("{\"text\": 5, \"media\": \"a\"}", "call.otr: this is not what oTranscribe writes: it has no key 'text' with words under it: export it again as .otr, or as plain text.")]
    [InlineData("{\"media\": \"a\"}", "call.otr: this is not what oTranscribe writes: it has no key 'text' with words under it: export it again as .otr, or as plain text.")]
    [InlineData("{\"text\": \"<p></p>&nbsp;\"}", "call.otr: there are no words in this file: remove it, or put the transcript into it.")]
    public void What_cannot_be_read_says_how_to_mend_it(string json, string problem) => Assert.Equal(problem, GivenFile.Problem(json, "call.otr"));

    [Fact]
    public void Every_beginning_is_read_or_refused()
    {
        GivenFile.EveryPrefixIsReadOrRefused(Encoding.UTF8.GetBytes(Small), "call.otr");
        using var document = JsonDocument.Parse(Small);
        var html = document.RootElement.GetProperty("text").GetString() ?? "";
        for (var length = 0; length < html.Length; length++)
        {
            if (char.IsHighSurrogate(html[Math.Max(0, length - 1)])) continue;
            try
            {
                Assert.NotEmpty(GivenFile.Read(Wrap(html[..length]), "call.otr").Text);
            }
            catch (InputException)
            {
                // refused is fine
            }
        }
    }

    [Fact]
    public void A_hundred_thousand_open_tags_take_no_time()
    {
        var document = GivenFile.Read(Wrap("Words " + string.Concat(Enumerable.Repeat("<a \"", 100_000))), "call.otr");
        Assert.StartsWith("Words <a", document.Text, StringComparison.Ordinal);
    }

    private static string Wrap(string html) => JsonSerializer.Serialize(new Dictionary<string, object> { ["text"] = html, ["media"] = "", ["media-time"] = 1.5 });
}
