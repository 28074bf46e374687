namespace Spancoder.Tests.Browser;

/// <summary>A test of a page in a real browser. Where there is none it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null) Skip = $"no browser: neither {Chromium.Variable} nor the path names one ({string.Join(", ", Chromium.Names)})";
    }
}
