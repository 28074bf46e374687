namespace Spancoder.Tests;

/// <summary>Where things are in this repository, and where the program under test was built.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The program, built in the configuration in which the tests run.</summary>
    public static string Program { get; } =
        Path.Combine(Root, "artifacts", "bin", "Spancoder.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "spancoder");

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => System.IO.File.ReadAllText(File(parts));

    /// <summary>Every C# file below a folder.</summary>
    public static IReadOnlyList<string> Sources(params string[] parts) =>
        [.. Directory.EnumerateFiles(File(parts), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Spancoder.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
