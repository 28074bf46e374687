namespace Spancoder.Reading;

/// <summary>Finds the documents of a study and the facts about them.</summary>
public static class StudyReader
{
    /// <param name="paths">Files and folders, as the user named them.</param>
    /// <param name="root">What ids are relative to; null for the folder given, or the common folder of several paths.</param>
    /// <param name="attributes">The attributes file; null for <c>attributes.csv</c> in the root, if there is one.</param>
    /// <param name="except">A folder that is not looked into: where this run writes.</param>
    /// <param name="problems">Paths that are not there.</param>
    public static Study Read(IReadOnlyList<string> paths, string? root, string? attributes, string? except, Problems problems)
    {
        foreach (var path in paths.Where(path => !File.Exists(path) && !Directory.Exists(path) && !IsLink(path)))
        {
            problems.Add(new(path), "there is no such file or folder", "look at the path");
        }

        if (problems.Any) return new() { Documents = [], Notices = [], Root = "" };

        var rootFolder = Path.GetFullPath(root ?? CommonFolder(paths));
        List<Notice> notices = [];
        var walk = new Walk(rootFolder, except is null ? null : Path.GetFullPath(except), notices);
        foreach (var path in paths) walk.Add(path);

        var table = AttributesFile.Find(attributes, rootFolder, problems);
        var documents = walk.Found.OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => new DocumentFile(file.Key, file.Value, table?.RowOf(file.Key) ?? AttributesFile.NoRow)).ToList();
        if (documents is []) problems.Add(new(string.Join(", ", paths)), "there are no documents here", "give a folder that holds transcripts or field notes");

        notices.AddRange(table?.NoticesAbout(documents) ?? []);
        return new()
        {
            Documents = documents,
            Notices = [.. notices.Distinct().OrderBy(notice => notice.Place).ThenBy(notice => notice.What, StringComparer.Ordinal)],
            Root = rootFolder,
            AttributesHash = table?.Hash,
            AttributeNames = table?.Names ?? [],
        };
    }

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private static string CommonFolder(IReadOnlyList<string> paths)
    {
        var folders = paths.Select(path => Path.GetFullPath(path))
            .Select(path => Directory.Exists(path) ? path : Path.GetDirectoryName(path)!)
            .Select(path => path.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)).ToList();
        var common = folders[0].Length;
        foreach (var folder in folders)
        {
            common = Math.Min(common, folder.Zip(folders[0]).TakeWhile(pair => pair.First == pair.Second).Count());
        }

        return string.Join(Path.DirectorySeparatorChar, folders[0].Take(common)) + Path.DirectorySeparatorChar;
    }

    /// <summary>Goes through folders and says what it passes over.</summary>
    private sealed class Walk(string root, string? except, List<Notice> notices)
    {
        /// <summary>Path by id.</summary>
        public Dictionary<string, string> Found { get; } = new(StringComparer.Ordinal);

        public void Add(string path)
        {
            if (!Directory.Exists(path))
            {
                AddFile(path);
                return;
            }

            // A folder that cannot be listed is a problem of the folder's; the run says so and goes on with the rest.
            foreach (var inner in Entries(path).Order(StringComparer.Ordinal))
            {
                var name = Path.GetFileName(inner);
                if (Directory.Exists(inner))
                {
                    if (Path.GetFullPath(inner) == except) continue; // this run writes into it, now or for the second time
                    if (ReasonToSkipFolder(inner, name) is { } reason) notices.Add(new(new(inner), $"this folder was skipped: {reason}"));
                    else Add(inner);
                }
                else if (ReasonToSkipFile(inner, name) is { } why)
                {
                    if (why.Length > 0) notices.Add(new(new(inner), $"this file was skipped: {why}"));
                }
                else
                {
                    AddFile(inner);
                }
            }
        }

        private void AddFile(string path)
        {
            var id = Path.GetRelativePath(root, Path.GetFullPath(path)).Replace('\\', '/');
            Found[id] = path;
        }

        private string[] Entries(string folder)
        {
            try
            {
                return Directory.GetFileSystemEntries(folder);
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                notices.Add(new(new(folder), "this folder cannot be listed, so nothing in it was read", "see who may read it"));
                return [];
            }
        }

        private string? ReasonToSkipFolder(string path, string name) => name switch
        {
            ['.', ..] or ['_', ..] => "its name begins with . or _",
            "codings" => "it holds codings, not documents",
            _ when File.Exists(Path.Combine(path, "run.json")) => "it holds the results of a run",
            _ => null,
        };

        // Empty: not a document and not worth a word.
        private string? ReasonToSkipFile(string path, string name) => name switch
        {
            ['.', ..] or ['_', ..] => "its name begins with . or _",
            _ when name.StartsWith("README", StringComparison.OrdinalIgnoreCase) => "it is a README",
            _ when name.StartsWith("LICENSE", StringComparison.OrdinalIgnoreCase) => "it is a licence",
            "attributes.csv" when Path.GetFullPath(Path.GetDirectoryName(path)!) == root.TrimEnd(Path.DirectorySeparatorChar) => "",
            _ => null,
        };
    }
}
