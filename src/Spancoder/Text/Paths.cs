namespace Spancoder.Text;

/// <summary>Paths as they are compared and as they are written.</summary>
internal static class Paths
{
    private const int MostLinks = 40; // as systems have it

    /// <summary>The path with every link in it followed. A link that leads round in a circle stays as it is.</summary>
    public static string Real(string path) => Real(path, 0);

    /// <summary>The same for an entry of a folder whose real path is known.</summary>
    public static string RealIn(string realFolder, string name) => Follow(Path.Combine(realFolder, name), 0);

    /// <summary>With <c>/</c> between its parts on every system. A <c>\</c> in a name stays where it is one character of it.</summary>
    public static string WithSlashes(string path) => path.Replace(Path.DirectorySeparatorChar, '/');

    private static string Real(string path, int depth)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full) ?? "";
        foreach (var part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Follow(Path.Combine(real, part), depth);
        }

        return real;
    }

    private static string Follow(string path, int depth)
    {
        try
        {
            return depth < MostLinks && new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is { } target ? Real(target.FullName, depth + 1) : path;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return path;
        }
    }
}
