using CsvHelper;
using Spancoder.Tests.Browser;
using Spancoder.Text;

namespace Spancoder.Tests.Review;

/// <summary>The page of a packet, in a browser: what is pressed is what comes out.</summary>
public class PacketPageTests(Chromium browser) : IClassFixture<Chromium>
{
    private const string Transcript = """
        Q: Who are you, and where did you sell?
        A: We sold forty cups, "for a song", to a shop in Oslo; 😀 nobody else would have them.
        Q: And then?
        A: I told them so, at the trade fair, and they laughed about our town.
        Q: Was that all?
        A: </script><script>alert(1)</script> is what the screen of the till said all day.
        Q: And now?
        A: Now the kiln is cold, and the roof lets the rain in.
        Q: Why?
        A: =1+1 is two, and that is all I know about the books.

        """;

    private const string Chinese = """
        问：后来呢？
        答：后来我们去了展会，𠮷字号的茶杯卖到国外去了。
        问：卖得好吗？
        答：卖得不好，他们告诉我们价钱太高。
        问：还有呢？
        答：还有一些人只看不买，我们也没有办法。
        问：现在呢？
        答：现在窑冷了，屋顶漏雨，没有人来修。
        问：为什么？
        答：因为城里的年轻人都走了，谁也不愿意学。

        """;

    [BrowserFact]
    public async Task What_is_pressed_is_what_is_merged()
    {
        using var folder = Packet(out var file);
        var page = await browser.OpenAsync(file);
        await AtAsync(page, "a.txt#2");
        await page.PressAsync("1", "1", "f");
        await page.DrawOverAsync("#text", "forty cups");
        await page.PressAsync("q", "2"); // two codes; the second without a quote
        await NextAsync(page, "a.txt#4", "1", "a", "q", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "Enter", "p", "b");
        await NextAsync(page, "a.txt#6", "o", "c");
        await page.InsertAsync("a, \"b\"");
        await page.PressAsync("Enter");
        await page.InsertAsync("下一行，完");
        await page.PressAsync("Escape");
        await NextAsync(page, "a.txt#8", "n");
        await NextAsync(page, "a.txt#10", "1", "1", "n", "z", "u"); // trade, then NONE instead, undone, then UNSURE instead
        Assert.Equal("5 of 10 coded", await page.AskAsync<string>("document.querySelector('#progress').textContent"));

        await page.ReloadAsync();
        Assert.Equal("5 of 10 coded", await page.AskAsync<string>("document.querySelector('#progress').textContent"));
        Assert.Equal("a.txt#10", await page.AskAsync<string>("segments[at].id"));
        await NextAsync(page, "b.txt#2", "1", "a");
        await page.DrawOverAsync("#text", "𠮷字号的茶杯");
        await page.PressAsync("q", "c");
        await page.InsertAsync("=SUM(1)"); // no formula when it comes back
        await page.PressAsync("Escape");
        await NextAsync(page, "b.txt#4", "2", "e");
        await NextAsync(page, "b.txt#6", "n");
        await NextAsync(page, "b.txt#8", "1", "Escape", "n"); // a branch that was opened and left
        await NextAsync(page, "b.txt#10", "1", "1", "1", "1", "u"); // given and taken away
        Assert.Equal("10 of 10 coded", await page.AskAsync<string>("document.querySelector('#progress').textContent"));

        var downloads = Directory.CreateDirectory(Path.Combine(folder.Path, "downloads")).FullName;
        var downloaded = await page.DownloadAsync(downloads, () => page.PressAsync("Ctrl+s"));
        var merge = Shell.Run($"spancoder review merge '{downloaded}' --study study --codebook $CODEBOOK --into merged.csv", folder.Path);
        Assert.Equal(("", 0), (merge.Error, merge.Exit));
        Assert.Equal(
        [
            "a.txt#2 trade failed [forty cups] ",
            "a.txt#2 talk  [] ",
            "a.txt#4 trade.fairs blocked|planned [them so] ",
            "a.txt#6 OT  [] a, \"b\"\n下一行，完",
            "a.txt#8 NONE  [] ",
            "a.txt#10 UNSURE  [] ",
            "b.txt#2 trade.fairs  [𠮷字号的茶杯] =SUM(1)",
            "b.txt#4 talk enacted [] ",
            "b.txt#6 NONE  [] ",
            "b.txt#8 NONE  [] ",
            "b.txt#10 UNSURE  [] ",
        ], Rows(Path.Combine(folder.Path, "merged.csv")));

        // On another machine: the file is loaded, and what is downloaded there is the same.
        var other = await browser.OpenAsync(file, beforeScripts: "localStorage.clear()");
        Assert.Equal("0 of 10 coded", await other.AskAsync<string>("document.querySelector('#progress').textContent"));
        await other.ChooseAsync("#file", downloaded);
        await other.UntilAsync("document.querySelector('#progress').textContent === '10 of 10 coded'");
        Assert.Equal("\uFEFF" + await File.ReadAllTextAsync(downloaded), await other.AskAsync<string>("table()"));

        Assert.Empty(page.Errors.Concat(other.Errors));
        Assert.All(page.Requests.Concat(other.Requests), address => Assert.Matches("^(file|blob|data):", address));
    }

    [BrowserFact]
    public async Task A_file_is_loaded_as_far_as_it_fits_and_in_one_step()
    {
        using var folder = Packet(out var file);
        var page = await browser.OpenAsync(file, beforeScripts: "localStorage.clear()");
        await AtAsync(page, "a.txt#4");
        await page.PressAsync("n");
        var hashes = await page.AskAsync<string[]>("segments.toSorted((one, other) => one.id < other.id ? -1 : 1).map(segment => segment.hash)"); // a.txt#10 comes first
        var rows = $"""
            segment,hash,coder,code,quote,comment
            a.txt#2,{hashes[1]},ann,trade|talk,We sold,"two,
            lines"
            a.txt#4,{hashes[2][..16]},ann,trade.fairs,,''=not a formula
            a.txt#6,{hashes[3]},bo,NONE,,
            a.txt#8,0123456789abcdef,ann,NONE,,
            a.txt#10,{hashes[0]},ann,elsewhere,,
            """;
        await page.ChooseAsync("#file", folder.Add("half.csv", "\uFEFF" + rows.ReplaceLineEndings("\r\n")));
        await page.UntilAsync("document.querySelector('#progress').textContent === '2 of 10 coded'");
        Assert.Equal("2 segments were loaded. 1 row was left out: another person coded that. 2 rows were left out: not about these texts and this codebook.",
            await page.AskAsync<string>("document.querySelector('#warning').innerText"));
        Assert.Equal("trade.fairs [] '=not a formula", await page.AskAsync<string>("judgements[at].codes.map(entry => entry.code) + ' [] ' + judgements[at].comment"));
        Assert.Equal("We sold", await page.AskAsync<string>("judgements[segments.findIndex(segment => segment.id === 'a.txt#2')].codes[1].quote.text"));

        await page.PressAsync("z");
        Assert.Equal("1 of 10 coded", await page.AskAsync<string>("document.querySelector('#progress').textContent"));
        Assert.Equal("NONE", await page.AskAsync<string>("judgements[segments.findIndex(segment => segment.id === 'a.txt#4')].codes[0].code"));
        Assert.Empty(page.Errors);
    }

    [BrowserFact]
    public async Task What_was_said_stays_text()
    {
        using var folder = Packet(out var file);
        var page = await browser.OpenAsync(file);
        await AtAsync(page, "a.txt#6");
        Assert.Equal("</script><script>alert(1)</script> is what the screen of the till said all day.", await page.AskAsync<string>("document.querySelector('#text').textContent"));
        Assert.Equal(2, await page.AskAsync<int>("document.querySelectorAll('script').length"));
        Assert.Equal("blocked", await page.AskAsync<string>("""
            new Promise(done => {
              document.addEventListener("securitypolicyviolation", () => done("blocked"));
              document.body.append(Object.assign(document.createElement("img"), { src: "http://127.0.0.1:9/x.png" }));
            })
            """));
    }

    [BrowserFact]
    public async Task Somebody_whose_browser_keeps_nothing_is_told_so()
    {
        using var folder = Packet(out var file);
        var page = await browser.OpenAsync(file, beforeScripts: "localStorage.clear(); Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };");
        await page.PressAsync("n");
        Assert.Equal("not saved", await page.AskAsync<string>("document.querySelector('#saved').textContent"));
        Assert.StartsWith("What you code is not saved", await page.AskAsync<string>("document.querySelector('#warning').innerText"), StringComparison.Ordinal);
        Assert.Equal("1 of 10 coded", await page.AskAsync<string>("document.querySelector('#progress').textContent"));
    }

    private static TemporaryFolder Packet(out string file)
    {
        TemporaryFolder folder = new();
        folder.Add("study/a.txt", Transcript);
        folder.Add("study/b.txt", Chinese);
        var outcome = Shell.Run("spancoder review packet study --coder ann --codebook $CODEBOOK --out packet", folder.Path);
        Assert.Equal(("", 0), (outcome.Error, outcome.Exit));
        file = Path.Combine(folder.Path, "packet", "ann.html");
        return folder;
    }

    // Documents come in the order that the seed gives.
    private static async Task AtAsync(Page page, string segment) => await page.AskAsync<bool>($"goTo(segments.findIndex(segment => segment.id === '{segment}')), true");

    private static async Task NextAsync(Page page, string segment, params string[] keys)
    {
        await page.PressAsync("ArrowRight");
        if (await page.AskAsync<string>("segments[at].id") != segment) await AtAsync(page, segment);
        await page.PressAsync(keys);
    }

    private static List<string> Rows(string file)
    {
        using var reader = CsvReader.FromText(File.ReadAllText(file), Csv.Strict);
        reader.ReadHeader();
        List<string> header = [.. reader.Headers];
        List<string> rows = [];
        string Cell(string name) => Spreadsheet.Unguard(reader.GetString(header.IndexOf(name)));
        while (reader.Read()) rows.Add($"{Cell("segment")} {Cell("code")} {Cell("status")} [{Cell("quote")}] {Cell("comment")}");
        return rows;
    }
}
