using System.Text.Json;
using Spancoder.Tests.Browser;

namespace Spancoder.Tests.Reporting;

/// <summary>The page of a report, in a browser: figures lead to what they count, tables sort, reasons can be reached, and nothing else happens.</summary>
public class ReportPageTests(Chromium browser) : IClassFixture<Chromium>
{
    // Contrast as WCAG 2 has it, of all text that is seen against what lies behind it.
    private const string Contrasts = """
        (() => {
          const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
          const drawn = (...colours) => {
            context.clearRect(0, 0, 1, 1);
            for (const colour of colours) { context.fillStyle = colour; context.fillRect(0, 0, 1, 1); }
            return [...context.getImageData(0, 0, 1, 1).data];
          };
          const light = colour => colour.slice(0, 3).map(part => part / 255).map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4).reduce((sum, part, index) => sum + part * [.2126, .7152, .0722][index], 0);
          const behind = element => element ? [...behind(element.parentElement), getComputedStyle(element).backgroundColor] : ["white"];
          return [...document.querySelectorAll("body *")].filter(element => element.checkVisibility() && [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
            .filter(element => !element.closest("script, style, option, .skip"))
            .map(element => {
              const paper = behind(element), [one, other] = [light(drawn(...paper)), light(drawn(...paper, getComputedStyle(element).color))];
              return [`${element.tagName} ${element.className} ${element.textContent.slice(0, 20)}`, (Math.max(one, other) + .05) / (Math.min(one, other) + .05)];
            }).filter(([, contrast]) => contrast < 4.5).map(([text, contrast]) => `${text}: ${contrast.toFixed(2)}`);
        })()
        """;

    private const string OpenAll = "document.querySelectorAll('details').forEach(details => details.open = true)";

    [BrowserFact]
    public async Task Every_figure_leads_to_exactly_as_many_segments_as_it_says()
    {
        using GivenPage given = new();
        var page = await browser.OpenAsync(given.PageFile);
        var figures = await page.AskAsync<JsonElement[]>("""
            (() => {
              const figures = []; // not by their addresses: a browser stops a page that goes to so many at once
              for (const link of document.querySelectorAll("#report td a[href^='#segments?']")) {
                openPanel(link.getAttribute("href"));
                figures.push([link.getAttribute("href"), parseInt(link.textContent), parseInt(document.querySelector("#panel-title").textContent), panel.querySelectorAll(".segments > li").length]);
                panel.close();
              }
              return figures;
            })()
            """);
        Assert.True(figures.Length > 60, $"{figures.Length} figures");
        Assert.All(figures, figure => Assert.True(figure[1].GetInt32() > 0));
        Assert.All(figures, figure => Assert.Equal((figure[0].GetString(), figure[1].GetInt32(), figure[1].GetInt32()), (figure[0].GetString(), figure[2].GetInt32(), figure[3].GetInt32())));
        Assert.Empty(page.Errors);
        Assert.All(page.Requests, address => Assert.StartsWith("file:", address, StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task A_click_on_a_figure_shows_its_segments_and_the_ways_back_work()
    {
        using GivenPage given = new();
        var page = await browser.OpenAsync(given.PageFile);
        const string figure = "#report a[href='#segments?code=trade&document=b.txt'], #report a[href='#segments?document=b.txt&code=trade']";
        await page.ClickAsync(figure);
        await page.UntilAsync("panel.open");
        Assert.Equal(["b.txt#2"], await CardsAsync(page));
        Assert.Equal("1 segment", await page.AskAsync<string>("document.activeElement.textContent"));
        Assert.Equal("document b.txt · code trade (Trade)", await page.AskAsync<string>("document.querySelector('#panel .condition').textContent"));
        await page.PressAsync("Escape");
        await page.UntilAsync("!panel.open && !isGoingBack && location.hash === ''");
        Assert.True(await page.AskAsync<bool>($"document.activeElement === document.querySelector(\"{figure}\")"));

        await page.PressAsync("Enter");
        await page.UntilAsync("panel.open");
        await page.ClickAsync("#panel .head a");
        await page.UntilAsync("!panel.open");
        Assert.Equal("#b.txt%232", await page.AskAsync<string>("location.hash"));
        Assert.True(await page.AskAsync<bool>("document.getElementById('b.txt%232').checkVisibility() && document.getElementById('b.txt%232').contains(document.activeElement)"));
        await page.AskAsync<object>("history.back()");
        await page.UntilAsync("panel.open");
        Assert.Equal(["b.txt#2"], await CardsAsync(page));
        await page.AskAsync<object>("history.back()");
        await page.UntilAsync("!panel.open");

        // Somebody was sent the address of a figure: there is nothing to go back to.
        await page.GoToAsync("about:blank");
        await page.GoToAsync(new Uri(given.PageFile).AbsoluteUri + "#segments?code=talk&judged=yes");
        await page.UntilAsync("panel.open");
        Assert.Equal(["b.txt#2", "b.txt#7"], await CardsAsync(page));
        await page.ClickAsync("#panel .close");
        await page.UntilAsync("!panel.open && location.hash === ''");
        Assert.Empty(page.Errors);
    }

    [BrowserFact]
    public async Task A_click_on_a_picture_leads_where_the_table_beside_it_does()
    {
        using GivenPage given = new();
        var page = await browser.OpenAsync(given.PageFile);
        var counts = await page.AskAsync<int[]>("['trade', 'talk'].map(code => parseInt(document.querySelector(`td a[href='#segments?code=${code}']`).textContent))");
        foreach (var (code, count) in new[] { "trade", "talk" }.Zip(counts))
        {
            await page.ClickAsync($"svg a[href='#segments?code={code}'] rect");
            await page.UntilAsync("panel.open");
            Assert.Equal(count, (await CardsAsync(page)).Length);
            await page.PressAsync("Escape");
            await page.UntilAsync("!panel.open && location.hash === ''");
        }

        await page.ClickAsync("svg a[href='#c.txt%232'] *:not(title)");
        await page.UntilAsync("location.hash === '#c.txt%232'");
        Assert.True(await page.AskAsync<bool>("document.getElementById('c.txt%232').checkVisibility()"));
        Assert.Empty(page.Errors);
    }

    [BrowserFact]
    public async Task Many_segments_are_shown_a_hundred_at_a_time()
    {
        using GivenPage given = new();
        var page = await browser.OpenAsync(given.PageFile);
        await page.AskAsync<object>("{ const one = document.querySelector('li[data-codes]'); for (let copy = 0; copy < 242; copy++) one.after(one.cloneNode(true)); location.hash = '#segments?text=SOLD IT' }");
        await page.UntilAsync("panel.open");
        Assert.Equal("243 segments", await page.AskAsync<string>("document.querySelector('#panel-title').textContent"));
        Assert.Equal(100, await page.AskAsync<int>("document.querySelectorAll('#panel .segments > li').length"));
        await page.ClickAsync("#panel .more");
        Assert.Equal("Show 43 more of 43", await page.AskAsync<string>("document.querySelector('#panel .more').textContent"));
        await page.ClickAsync("#panel .more");
        Assert.Equal(243, await page.AskAsync<int>("document.querySelectorAll('#panel .segments > li').length"));
        Assert.False(await page.AskAsync<bool>("document.querySelector('#panel .more').checkVisibility()"));
    }

    [BrowserFact]
    public async Task Segments_are_found_by_code_and_words_and_what_is_no_condition_is_said()
    {
        using GivenPage given = new();
        var page = await browser.OpenAsync(given.PageFile);
        await page.AskAsync<object>("document.forms[0].code.value = 'talk', document.forms[0].text.focus()");
        await page.InsertAsync("KILN & roof"); // nobody says so
        await page.PressAsync("Enter");
        await page.UntilAsync("panel.open");
        Assert.Equal("0 segments", await page.AskAsync<string>("document.querySelector('#panel-title').textContent"));
        await page.PressAsync("Escape");
        await page.UntilAsync("!panel.open && !isGoingBack && location.hash === ''");
        await page.AskAsync<object>("document.forms[0].text.focus(), document.forms[0].text.select()");
        await page.InsertAsync("KILN");
        await page.PressAsync("Enter");
        await page.UntilAsync("panel.open");
        Assert.Equal(["b.txt#7"], await CardsAsync(page));

        await page.AskAsync<object>("location.hash = '#segments?weather=fine'");
        await page.UntilAsync("document.querySelector('#panel .condition').textContent === 'weather: a condition that this page does not know'");
        Assert.Equal("0 segments", await page.AskAsync<string>("document.querySelector('#panel-title').textContent"));
    }

    [BrowserFact]
    public async Task Tables_sort_up_and_down_and_come_back()
    {
        using GivenPage given = new();
        var page = await browser.OpenAsync(given.PageFile);
        await page.AskAsync<object>("sorted = [...document.querySelectorAll('table')].at(-1), [one, other] = sorted.querySelectorAll('thead button'), one.scrollIntoView(), rows = () => [...sorted.tBodies[0].rows].map(row => row.cells[0].textContent).join(' ')");
        await page.AskAsync<object>("other.id = 'figures'");
        await page.ClickAsync("#figures");
        Assert.Equal("c ä a b B", await page.AskAsync<string>("rows()"));
        Assert.Equal("ascending", await page.AskAsync<string>("other.parentElement.ariaSort"));
        await page.ClickAsync("#figures");
        Assert.Equal("a ä c b B", await page.AskAsync<string>("rows()"));
        await page.ClickAsync("#figures");
        Assert.Equal("b ä a B c", await page.AskAsync<string>("rows()"));
        Assert.Null(await page.AskAsync<string?>("other.parentElement.getAttribute('aria-sort')"));

        await page.AskAsync<object>("one.focus()");
        await page.PressAsync("Enter");
        Assert.Equal("B a b c ä", await page.AskAsync<string>("rows()"));
        await page.PressAsync("Enter");
        Assert.Equal("ä c b a B", await page.AskAsync<string>("rows()"));
        Assert.Equal("descending", await page.AskAsync<string>("one.parentElement.ariaSort"));
        await page.ClickAsync("#figures");
        Assert.Null(await page.AskAsync<string?>("one.parentElement.getAttribute('aria-sort')"));
    }

    [BrowserFact]
    public async Task Who_gave_a_code_and_why_is_reached_with_the_keyboard()
    {
        using GivenPage given = new();
        var page = await browser.OpenAsync(given.PageFile);
        await page.AskAsync<object>($"{OpenAll}, document.getElementById('b.txt%232').querySelector('.head a').focus()");
        await page.PressAsync("Tab");
        Assert.Equal("We sold ", await page.AskAsync<string>("document.activeElement.textContent"));
        Assert.True(await page.AskAsync<bool>("reason.matches(':popover-open')"));
        Assert.Contains("fair +2 \"trade fair\"", await page.AskAsync<string>("reason.textContent"), StringComparison.Ordinal);
        await page.PressAsync("Tab", "Tab");
        Assert.Equal("Oslo", await page.AskAsync<string>("document.activeElement.textContent"));
        Assert.Equal(["trade ann, by hand", "talk ann, by hand"], (await page.AskAsync<string[]>("[...reason.children].map(each => each.textContent.trim())"))[..2]);
        await page.PressAsync("Escape");
        Assert.False(await page.AskAsync<bool>("reason.matches(':popover-open')"));

        // The same in the panel, which the first Escape leaves open.
        await page.AskAsync<object>("location.hash = '#segments?code=talk&judged=yes'");
        await page.UntilAsync("panel.open");
        await page.AskAsync<object>("panel.querySelector('mark').focus()");
        Assert.True(await page.AskAsync<bool>("reason.matches(':popover-open')"));
        await page.PressAsync("Escape");
        Assert.True(await page.AskAsync<bool>("!reason.matches(':popover-open') && panel.open"));
    }

    [BrowserFact]
    public async Task Nothing_in_a_study_becomes_a_part_of_the_page()
    {
        using GivenPage given = new();
        var page = await browser.OpenAsync(given.PageFile);
        await page.AskAsync<object>($"{OpenAll}, document.querySelectorAll('mark').forEach(mark => mark.focus())");
        await page.AskAsync<object>("location.hash = '#segments?'");
        await page.UntilAsync("panel.open");
        await page.AskAsync<object>("document.querySelectorAll('#panel mark').forEach(mark => mark.focus())");
        Assert.Equal(["undefined", "1", "0", "0"], await page.AskAsync<string[]>("[typeof hacked, ...['script', 'img', '[onerror]'].map(each => document.querySelectorAll(each).length)].map(String)"));
        Assert.Equal(GivenPage.Hostile, await page.AskAsync<string>("document.querySelector('.document').dataset.document"));
        Assert.Empty(page.Errors);
        Assert.All(page.Requests, address => Assert.StartsWith("file:", address, StringComparison.Ordinal));
        Assert.Equal("blocked", await page.AskAsync<string>("""
            new Promise(done => {
              document.addEventListener("securitypolicyviolation", () => done("blocked"));
              document.body.append(Object.assign(document.createElement("img"), { src: "http://127.0.0.1:9/x.png" }));
            })
            """));
    }

    [BrowserFact]
    public async Task A_narrow_page_does_not_scroll_sideways()
    {
        using GivenPage given = new();
        var page = await browser.OpenAsync(given.PageFile, width: 400);
        Assert.False(await page.AskAsync<bool>("document.querySelector('#contents ul').checkVisibility()"));
        await page.AskAsync<object>(OpenAll);
        Assert.Equal(400, await page.AskAsync<int>("document.documentElement.scrollWidth"));
        await page.AskAsync<object>("document.querySelector('mark').focus()");
        Assert.True(await page.AskAsync<bool>("(({ left, right }) => left >= 0 && right <= 400)(reason.getBoundingClientRect())"));
        await page.AskAsync<object>("location.hash = '#segments?'");
        await page.UntilAsync("panel.open");
        Assert.True(await page.AskAsync<bool>("panel.scrollWidth <= 400 && panel.getBoundingClientRect().width <= 400"));
    }

    [BrowserFact]
    public async Task All_text_stands_out_from_what_lies_behind_it_in_light_and_in_dark()
    {
        using GivenPage given = new();
        foreach (var isDark in new[] { false, true })
        {
            var page = await browser.OpenAsync(given.PageFile, isDark: isDark);
            await page.AskAsync<object>(OpenAll);
            Assert.Empty(await page.AskAsync<string[]>(Contrasts));
            await page.AskAsync<object>("location.hash = '#segments?coded=yes'");
            await page.UntilAsync("panel.open");
            await page.AskAsync<object>("panel.querySelector('mark').focus()");
            Assert.Empty(await page.AskAsync<string[]>(Contrasts));
        }
    }

    private static Task<string[]> CardsAsync(Page page) => page.AskAsync<string[]>("[...document.querySelectorAll('#panel .head a')].map(link => link.textContent)");
}
