using Spancoder.Text;

namespace Spancoder.Reading;

/// <summary>Which files hold people's codings: those that the user named, else the tables in the folder <c>codings</c> of the study's root.</summary>
internal static class CodingFiles
{
    public const string Folder = "codings";

    /// <param name="given">As the user named them.</param>
    /// <param name="root">Null when it cannot be told.</param>
    /// <returns>Each once, in order of name.</returns>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> given, string? root, Problems problems)
    {
        foreach (var file in given.Where(file => !File.Exists(file))) problems.Add(new(file), "there is no such file of codings", "look at the path after --codings");
        if (given.Count > 0) return [.. given.Where(File.Exists).DistinctBy(Paths.Real).OrderBy(Paths.Real, StringComparer.Ordinal)];

        var folder = Path.Combine(root ?? "", Folder);
        if (root is null || !Directory.Exists(folder)) return [];
        try
        {
            var results = File.Exists(Path.Combine(folder, ResultNames.Run)) ? ResultNames.All : [];
            return
            [
                .. Directory.EnumerateFiles(folder).Where(file => IsTable(Path.GetFileName(file)) && !results.Contains(Path.GetFileName(file))).Order(StringComparer.Ordinal)
                    .Select(file => Paths.WithSlashes(Path.GetRelativePath(Directory.GetCurrentDirectory(), file))),
            ];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(folder), "this folder cannot be listed, so no codings were read from it", "see who may read it");
            return [];
        }
    }

    /// <summary>Why a folder of codings is not read as documents, and what of it is not read as codings either.</summary>
    public static string WhyNoDocuments(string folder) => Directory.EnumerateDirectories(folder, "*", new EnumerationOptions()).Any() // one that may not be listed has none
        ? "it holds codings, not documents; files in folders below it are codings only where --codings names them"
        : "it holds codings, not documents";

    private static bool IsTable(string name) => name is not (['.', ..] or ['_', ..]) && Path.GetExtension(name).Equals(".csv", StringComparison.OrdinalIgnoreCase);
}
