using System.Diagnostics;

namespace Spancoder.Tests.Browser;

/// <summary>A browser without a window and with a profile of its own, for as long as a class of tests runs.</summary>
public sealed class Chromium : IAsyncLifetime, IDisposable
{
    public const string Variable = "SPANCODER_BROWSER";

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-dev-shm-usage", "--hide-scrollbars", "--lang=en", "--remote-debugging-port=0",
    ];

    private readonly TemporaryFolder _profile = new();
    private Process? _process;
    private DevTools? _tools;

    public static string[] Names { get; } = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Null where there is none.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? named
        : Names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Select(folder => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Path is null) return;

        ProcessStartInfo start = new(Path, [.. Flags, "--user-data-dir=" + _profile.Path, "about:blank"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        _process = Process.Start(start)!; // a program that is there
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        _tools = await DevTools.ConnectAsync(await AddressAsync());
    }

    /// <summary>Opens a page.</summary>
    /// <param name="file">On this machine.</param>
    /// <param name="beforeScripts">Run in the page before any script of its own.</param>
    internal async Task<Page> OpenAsync(string file, int width = 1280, int height = 900, bool isDark = false, string? beforeScripts = null)
    {
        var page = await Page.CreateAsync(_tools!, width, height, isDark, beforeScripts); // a test that runs has a browser
        await page.GoToAsync(new Uri(file).AbsoluteUri);
        return page;
    }

    public async Task DisposeAsync()
    {
        if (_tools is not null) await _tools.DisposeAsync();
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    public void Dispose()
    {
        _process?.Dispose();
        _profile.Dispose();
    }

    // The browser writes down where it listens: the port, then the path.
    private async Task<Uri> AddressAsync()
    {
        var file = System.IO.Path.Combine(_profile.Path, "DevToolsActivePort");
        for (var tries = 0; tries < 200; tries++)
        {
            if (File.Exists(file) && await File.ReadAllLinesAsync(file) is [var port, var path, ..]) return new($"ws://127.0.0.1:{port}{path}");
            await Task.Delay(100);
        }

        throw new TimeoutException($"{Path} did not begin to listen");
    }
}
