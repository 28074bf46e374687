using System.Collections.Concurrent;
using System.Text.Json;

namespace Spancoder.Tests.Browser;

/// <summary>One page of a browser, as somebody with a keyboard and a mouse has it before them.</summary>
internal sealed class Page
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // What a key is called by its place on the keyboard, and the number that browsers still know it by.
    private static readonly Dictionary<string, int> Named = new() { ["Enter"] = 13, ["Escape"] = 27, ["ArrowLeft"] = 37, ["ArrowUp"] = 38, ["ArrowRight"] = 39, ["ArrowDown"] = 40, ["Tab"] = 9 };

    private readonly DevTools _tools;
    private readonly string _session;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private TaskCompletionSource _loaded = new();

    private Page(DevTools tools, string session) => (_tools, _session) = (tools, session);

    /// <summary>What its console says of errors, what its scripts threw, and what its policy refused.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>The addresses that it asked for, its own among them.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public static async Task<Page> CreateAsync(DevTools tools, int width, int height, bool isDark, string? beforeScripts)
    {
        var target = (await tools.CallAsync(null, "Target.createTarget", new { url = "about:blank" })).GetProperty("targetId").GetString();
        var session = (await tools.CallAsync(null, "Target.attachToTarget", new { targetId = target, flatten = true })).GetProperty("sessionId").GetString();
        Page page = new(tools, session!); // it has just been made
        tools.Happened += page.Take;
        foreach (var part in new[] { "Page", "Runtime", "Log", "Network", "DOM" }) await page.CallAsync(part + ".enable");
        await page.CallAsync("Emulation.setDeviceMetricsOverride", new { width, height, deviceScaleFactor = 1, mobile = false });
        await page.CallAsync("Emulation.setEmulatedMedia", new { features = new[] { new { name = "prefers-color-scheme", value = isDark ? "dark" : "light" } } });
        if (beforeScripts is not null) await page.CallAsync("Page.addScriptToEvaluateOnNewDocument", new { source = beforeScripts });
        return page;
    }

    public async Task GoToAsync(string address)
    {
        _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await CallAsync("Page.navigate", new { url = address });
        await _loaded.Task.WaitAsync(Patience);
    }

    public async Task ReloadAsync()
    {
        _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await CallAsync("Page.reload");
        await _loaded.Task.WaitAsync(Patience);
    }

    /// <summary>The value of an expression of JavaScript.</summary>
    public async Task<T> AskAsync<T>(string expression)
    {
        var answer = await CallAsync("Runtime.evaluate", new { expression, returnByValue = true, awaitPromise = true });
        if (answer.TryGetProperty("exceptionDetails", out var thrown)) throw new InvalidOperationException(thrown.ToString());
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? value.Deserialize<T>()! : default!; // whoever asks knows what comes
    }

    /// <summary>Presses keys one after the other: "1", "a", "ArrowLeft", "Shift+ArrowRight", "Ctrl+s".</summary>
    public async Task PressAsync(params IEnumerable<string> keys)
    {
        foreach (var key in keys) await PressAsync(key);
    }

    /// <summary>What an input method hands over, or somebody pastes.</summary>
    public async Task InsertAsync(string text) => await CallAsync("Input.insertText", new { text });

    /// <summary>Draws the mouse over words from the first to the last of them.</summary>
    public async Task DrawOverAsync(string selector, string words)
    {
        // Two points in the line, just inside of the first and the last letter.
        var points = await AskAsync<double[]>($$"""
            (() => {
              const nodes = document.createTreeWalker(document.querySelector({{Quoted(selector)}}), NodeFilter.SHOW_TEXT), range = document.createRange();
              for (let node; node = nodes.nextNode();) {
                const place = node.data.indexOf({{Quoted(words)}});
                if (place < 0) continue;
                range.setStart(node, place);
                range.setEnd(node, place + {{words.Length}});
                node.parentElement.scrollIntoView({ block: "center" });
                const boxes = [...range.getClientRects()], first = boxes[0], last = boxes.at(-1);
                return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
              }
            })()
            """);
        await MouseAsync("mousePressed", points[0], points[1], clicks: 1);
        await MouseAsync("mouseMoved", points[2], points[3], clicks: 0);
        await MouseAsync("mouseReleased", points[2], points[3], clicks: 1);
    }

    public async Task ClickAsync(string selector)
    {
        var point = await AskAsync<double[]>($$"""
            (async () => {
              // What comes into sight may be laid out only then, and push others away: a click waits until nothing moves.
              const found = document.querySelector({{Quoted(selector)}}), frame = () => new Promise(requestAnimationFrame);
              let box = null;
              for (let still = 0, tries = 0; still < 3 && tries < 60; tries++) {
                found.scrollIntoView({ block: "center", behavior: "instant" });
                await frame();
                const now = found.getBoundingClientRect();
                still = box && now.left === box.left && now.top === box.top ? still + 1 : 0;
                box = now;
              }

              return [box.left + box.width / 2, box.top + box.height / 2];
            })()
            """);
        await MouseAsync("mousePressed", point[0], point[1], clicks: 1);
        await MouseAsync("mouseReleased", point[0], point[1], clicks: 1);
    }

    /// <summary>Chooses a file where the page asks for one.</summary>
    public async Task ChooseAsync(string selector, string file)
    {
        var root = (await CallAsync("DOM.getDocument")).GetProperty("root").GetProperty("nodeId").GetInt32();
        var input = (await CallAsync("DOM.querySelector", new { nodeId = root, selector })).GetProperty("nodeId").GetInt32();
        await CallAsync("DOM.setFileInputFiles", new { files = new[] { file }, nodeId = input });
    }

    /// <summary>Waits for what a click or a key downloads.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> DownloadAsync(string folder, Func<Task> start)
    {
        await _tools.CallAsync(null, "Browser.setDownloadBehavior", new { behavior = "allow", downloadPath = folder });
        await start();
        for (var tries = 0; tries < 100; tries++)
        {
            if (Directory.GetFiles(folder).SingleOrDefault(file => !file.EndsWith(".crdownload", StringComparison.Ordinal)) is { } file && new FileInfo(file).Length > 0) return file;
            await Task.Delay(50);
        }

        throw new TimeoutException("nothing was downloaded");
    }

    /// <summary>Waits until an expression of JavaScript is true.</summary>
    public async Task UntilAsync(string expression)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (await AskAsync<bool>(expression)) return;
            await Task.Delay(50);
        }

        throw new TimeoutException($"this never came true: {expression}");
    }

    /// <summary>What is seen.</summary>
    public async Task<byte[]> ScreenshotAsync(bool whole = false) =>
        (await CallAsync("Page.captureScreenshot", new { format = "png", captureBeyondViewport = whole })).GetProperty("data").GetBytesFromBase64();

    private async Task PressAsync(string key)
    {
        var (name, modifiers) = (key, 0);
        foreach (var (prefix, bit) in new[] { ("Ctrl+", 2), ("Shift+", 8) })
        {
            if (!name.StartsWith(prefix, StringComparison.Ordinal)) continue;
            (name, modifiers) = (name[prefix.Length..], modifiers | bit);
        }

        var number = Named.GetValueOrDefault(name, char.ToUpperInvariant(name[0]));
        var code = name.Length > 1 ? name : char.IsAsciiDigit(name[0]) ? "Digit" + name : "Key" + name.ToUpperInvariant();
        var text = (modifiers & 2) != 0 ? "" : name == "Enter" ? "\r" : name.Length == 1 ? name : "";
        await CallAsync("Input.dispatchKeyEvent", new { type = text.Length > 0 ? "keyDown" : "rawKeyDown", key = name, code, text, modifiers, windowsVirtualKeyCode = number });
        await CallAsync("Input.dispatchKeyEvent", new { type = "keyUp", key = name, code, modifiers, windowsVirtualKeyCode = number });
    }

    private async Task MouseAsync(string type, double x, double y, int clicks) =>
        await CallAsync("Input.dispatchMouseEvent", new { type, x, y, button = "left", buttons = type == "mouseReleased" ? 0 : 1, clickCount = clicks });

    private Task<JsonElement> CallAsync(string method, object? parameters = null) => _tools.CallAsync(_session, method, parameters);

    private void Take(string session, string method, JsonElement parameters)
    {
        if (session != _session) return;
        switch (method)
        {
            case "Page.loadEventFired":
                _loaded.TrySetResult();
                break;
            case "Network.requestWillBeSent":
                _requests.Enqueue(parameters.GetProperty("request").GetProperty("url").GetString() ?? "");
                break;
            case "Runtime.exceptionThrown":
            case "Runtime.consoleAPICalled" when parameters.GetProperty("type").GetString() is "error" or "warning" or "assert":
            case "Log.entryAdded" when parameters.GetProperty("entry").GetProperty("level").GetString() is "error" or "warning":
                _errors.Enqueue(parameters.ToString());
                break;
            case "Page.javascriptDialogOpening":
                _ = CallAsync("Page.handleJavaScriptDialog", new { accept = true });
                break;
        }
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
