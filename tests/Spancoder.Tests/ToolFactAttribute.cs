namespace Spancoder.Tests;

/// <summary>A test that needs a program of somebody else's. Where there is none it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool)
    {
        Tool = tool;
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        if (!path.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)))) Skip = $"there is no '{tool}' on the path";
    }

    public string Tool { get; }
}
