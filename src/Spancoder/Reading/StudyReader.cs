using Spancoder.Text;

namespace Spancoder.Reading;

/// <summary>Finds the documents of a study and the facts about them.</summary>
public static class StudyReader
{
    private static readonly Study Nothing = new() { Documents = [], Notices = [], Root = "" };

    /// <param name="request">Where to look.</param>
    /// <param name="problems">Paths that are not there, and what is wrong with the attributes.</param>
    /// <returns>What was found. Do not use it before <see cref="Problems.StopIfAny"/>.</returns>
    public static Study Read(StudyRequest request, Problems problems)
    {
        var missing = request.Paths.Where(path => !File.Exists(path) && !Directory.Exists(path) && !IsLink(path)).ToList();
        foreach (var path in missing) problems.Add(new(path), "there is no such file or folder", "look at the path");

        var hasRoot = request.Root is null || Directory.Exists(request.Root);
        if (!hasRoot) problems.Add(new(request.Root!), "there is no such folder", "give --root a folder"); // null has a root

        var isFound = missing is [] && hasRoot && request.Paths.Count > 0;
        var root = isFound ? Path.GetFullPath(request.Root ?? CommonFolder(request.Paths)) : null;
        var table = AttributesFile.Find(request.Attributes, root, problems);
        var codings = request.Codings is null ? [] : CodingFiles.Find(request.Codings, root, problems);
        return root is null ? Nothing : Read(request, root, table, problems) with { Codings = codings };
    }

    /// <summary>One document, with the facts that it has in a run on its study.</summary>
    /// <param name="file">Relative to <paramref name="root"/>, if there is one.</param>
    /// <param name="names">What the names of files say; null for nothing.</param>
    /// <param name="root">The study's root; null if nobody said: it is then the nearest folder, the document's or one above it, for which there are facts.</param>
    /// <param name="attributes">The attributes file; null for <c>attributes.csv</c> in the root.</param>
    public static DocumentFile ReadOne(string file, string? root, string? attributes, NamePattern? names, Problems problems)
    {
        var document = ReadOne(file, root, attributes, problems);
        return document with { Attributes = Join(names?.FactsIn(document.Id), document.Attributes) };
    }

    private static DocumentFile ReadOne(string file, string? root, string? attributes, Problems problems)
    {
        var folder = root is not null ? Path.GetFullPath(root) : attributes is null ? FolderWithAttributes(file) : null;
        if (folder is null) return new(Paths.WithSlashes(file), file, AttributesOfAnyRoot(file, attributes, problems));

        var path = root is null ? file : Path.Combine(root, file);
        var id = IdOf(path, folder);
        var table = AttributesFile.Find(attributes, folder, problems);
        StudyWalk walk = new(folder, null, table is null ? [] : [table.File], []);
        walk.Add([folder]); // which row is whose depends on what else there is
        var row = table?.Match([.. walk.Found.Keys.Append(id).Distinct().Order(StringComparer.Ordinal)], []).GetValueOrDefault(id);
        return new(Paths.WithSlashes(file), path, row ?? AttributesFile.NoRow);
    }

    private static string? FolderWithAttributes(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file));
        while (folder is not null && !File.Exists(Path.Combine(folder, AttributesFile.DefaultName))) folder = Path.GetDirectoryName(folder);
        return folder;
    }

    // Where a table is given and no root, the document's folder is tried as the root, then those above it.
    private static IReadOnlyDictionary<string, string> AttributesOfAnyRoot(string file, string? attributes, Problems problems)
    {
        if (attributes is null || AttributesFile.Find(attributes, null, problems) is not { } table) return AttributesFile.NoRow;

        for (var folder = Path.GetDirectoryName(Path.GetFullPath(file)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var id = IdOf(file, folder);
            if (table.Match([id], []).TryGetValue(id, out var row)) return row;
        }

        return AttributesFile.NoRow;
    }

    internal static string IdOf(string path, string root) => Paths.WithSlashes(Path.GetRelativePath(root, Path.GetFullPath(path)));

    private static Study Read(StudyRequest request, string root, AttributesFile? table, Problems problems)
    {
        List<Notice> notices = [];
        StudyWalk walk = new(root, request.Out, [.. request.Codings ?? [], .. table is null ? [] : new[] { table.File }], notices);
        walk.Add(request.Paths);
        foreach (var path in walk.Endangered) problems.Add(new(path), "this run would write over this document", "give --out another folder");

        List<string> ids = [.. walk.Found.Keys.Order(StringComparer.Ordinal)];
        if (ids is []) problems.Add(new(string.Join(", ", request.Paths)), "there are no documents here", "give a folder that holds transcripts or field notes");

        var rows = table?.Match(ids, notices);
        var names = ids.ToDictionary(id => id, id => request.Names?.FactsIn(id));
        if (request.Names is not null)
        {
            notices.AddRange(ids.Where(id => names[id] is null).Select(id => new Notice(new(walk.Found[id]), "its name does not fit --name-pattern, so it says nothing about it", "rename it, or widen the pattern")));
        }

        return new()
        {
            Documents = [.. ids.Select(id => new DocumentFile(id, walk.Found[id], Join(names[id], rows?.GetValueOrDefault(id) ?? AttributesFile.NoRow)))],
            Notices = [.. notices.Distinct().OrderBy(notice => notice.Place).ThenBy(notice => notice.What, StringComparer.Ordinal)],
            Root = root,
            AttributesHash = table?.Hash,
            AttributeNames = [.. table?.Names ?? [], .. request.Names?.Names.Except(table?.Names ?? []) ?? []],
            NamePattern = request.Names?.ToString(),
        };
    }

    // What somebody wrote into the table counts more than what a name says.
    private static IReadOnlyDictionary<string, string> Join(IReadOnlyDictionary<string, string>? ofName, IReadOnlyDictionary<string, string> row) =>
        ofName is null ? row : new Dictionary<string, string>([.. row, .. ofName.Where(fact => !row.ContainsKey(fact.Key))]);

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private static string CommonFolder(IReadOnlyList<string> paths)
    {
        var folders = paths.Select(path => Path.GetFullPath(path))
            .Select(path => Directory.Exists(path) ? path : Path.GetDirectoryName(path)!) // a root folder is a directory
            .Select(path => path.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)).ToList();
        var common = folders[0].Length;
        foreach (var folder in folders)
        {
            common = Math.Min(common, folder.Zip(folders[0]).TakeWhile(pair => pair.First == pair.Second).Count());
        }

        return string.Join(Path.DirectorySeparatorChar, folders[0].Take(common)) + Path.DirectorySeparatorChar;
    }
}

/// <summary>Where to look for a study.</summary>
public sealed record StudyRequest
{
    /// <summary>Files and folders, as the user named them.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>What ids are relative to; null for the folder given, or the common folder of several paths.</summary>
    public string? Root { get; init; }

    /// <summary>The attributes file; null for <c>attributes.csv</c> in the root, if there is one.</summary>
    public string? Attributes { get; init; }

    /// <summary>Files of people's codings; none given: those in the root's folder <c>codings</c>. Null where nobody asks for them.</summary>
    public IReadOnlyList<string>? Codings { get; init; }

    /// <summary>How facts stand in the names of files; null where nobody said.</summary>
    public NamePattern? Names { get; init; }

    /// <summary>The folder that this run writes to; null when it writes none. Of it only the run's own files are no documents.</summary>
    public string? Out { get; init; }
}
