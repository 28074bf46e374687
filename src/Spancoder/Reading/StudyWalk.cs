using Spancoder.Text;

namespace Spancoder.Reading;

/// <summary>Goes through files and folders, each of them once, whatever links lead to it, and says what it passes over.</summary>
/// <param name="root">What ids are relative to; a full path.</param>
/// <param name="output">The folder that this run writes to; null when it writes none.</param>
/// <param name="others">Files in use that are no documents: facts about these, and people's codings.</param>
/// <param name="notices">Where what was passed over is gathered.</param>
internal sealed class StudyWalk(string root, string? output, IEnumerable<string> others, List<Notice> notices)
{
    private readonly string? _realOutput = output is null ? null : Paths.Real(output);
    private readonly HashSet<string> _realOthers = [.. others.Select(Paths.Real)];
    private readonly Dictionary<string, string> _idsByRealPath = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (string Path, string Real)> _links = new(StringComparer.Ordinal);
    private readonly HashSet<string> _results = []; // real paths of tables and pictures that earlier runs wrote

    /// <summary>Path by id.</summary>
    public Dictionary<string, string> Found { get; } = new(StringComparer.Ordinal);

    /// <summary>What is really there comes before what links lead to, both in order of id, so that a link changes nobody else's id.</summary>
    public void Add(IEnumerable<string> paths)
    {
        foreach (var path in paths.OrderBy(IdOf, StringComparer.Ordinal))
        {
            var real = Paths.Real(path);
            if (real == Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))) Add(path, real);
            else _links[IdOf(path)] = (path, real);
        }

        while (_links.Count > 0)
        {
            var (id, link) = _links.First();
            _links.Remove(id);
            Add(link.Path, link.Real);
        }
    }

    /// <summary>Documents that somebody named, and that this run would write over.</summary>
    public IEnumerable<string> Endangered => ResultNames.All
        .Select(name => _realOutput is not null && _idsByRealPath.TryGetValue(Path.Combine(_realOutput, name), out var id) ? Found.GetValueOrDefault(id) : null)
        .OfType<string>();

    private string IdOf(string path) => StudyReader.IdOf(path, root);

    private void Add(string path, string real)
    {
        var id = IdOf(path);
        if (!_idsByRealPath.TryAdd(real, id))
        {
            var first = _idsByRealPath[real];
            if (first != id) notices.Add(new(new(path), $"this was skipped: it leads to '{first}', which is read already"));
        }
        else if (!Directory.Exists(path))
        {
            Found[id] = path;
        }
        else
        {
            AddFolder(path, real);
        }
    }

    private void AddFolder(string path, string real)
    {
        var names = Entries(path).Select(inner => Path.GetFileName(inner)).Order(StringComparer.Ordinal).ToList();
        RemoveReport(path, real, names);
        if (real == _realOutput)
        {
            names.RemoveAll(ResultNames.All.Contains); // this run writes them, now or for the second time
        }
        else if (names.Contains(ResultNames.Run))
        {
            var results = names.Where(ResultNames.All.Contains).ToList();
            names.RemoveAll(ResultNames.All.Contains);
            notices.Add(names is []
                ? new(new(path), "this folder was skipped: it holds the results of a run")
                : new(new(path), $"the results of a run in this folder were skipped ({string.Join(", ", results)}), and the other files read"));
        }

        foreach (var name in names)
        {
            var inner = Path.Combine(path, name);
            var realInner = Paths.RealIn(real, name);
            if (_results.Contains(realInner)) continue;

            var isLink = realInner != Path.Combine(real, name);
            var reason = isLink && HoldsOrIs(realInner, real) ? "it leads back to a folder that it lies in" : ReasonToSkip(inner, realInner);
            if (reason is { Length: > 0 }) notices.Add(new(new(inner), $"this {(Directory.Exists(inner) ? "folder" : "file")} was skipped: {reason}"));
            if (reason is not null) continue;

            if (isLink) _links[IdOf(inner)] = (inner, realInner);
            else Add(inner, realInner);
        }
    }

    // The folders of a report, where nothing else lies in them; else what the run wrote there.
    private void RemoveReport(string path, string real, List<string> names)
    {
        var written = EarlierRun.WrittenIn(path) ?? [];
        foreach (var file in written.Where(ResultNames.IsOfReport)) _results.Add(Path.Combine(real, file.Replace('/', Path.DirectorySeparatorChar)));
        if (!names.Contains(ResultNames.Run) && names.Contains(ResultNames.ReportRecord)) names.RemoveAll(name => name == ResultNames.ReportRecord || written.Contains(name));
        names.RemoveAll(name => ResultNames.OfReport.Contains(name) && Directory.Exists(Path.Combine(path, name)) && Entries(Path.Combine(path, name)).All(inner => _results.Contains(Path.Combine(real, name, Path.GetFileName(inner)))));
    }

    private static bool HoldsOrIs(string folder, string inner) =>
        Path.GetRelativePath(folder, inner) is var way && way != ".." && !way.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // A folder that cannot be listed is a problem of the folder's; the run says so and goes on with the rest.
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

    // Empty: no document, and not worth a word.
    private string? ReasonToSkip(string path, string real)
    {
        var name = Path.GetFileName(path);
        if (_realOthers.Contains(real)) return "";
        if (name is ['.', ..] or ['_', ..]) return "its name begins with . or _";
        if (Directory.Exists(path)) return name == CodingFiles.Folder ? CodingFiles.WhyNoDocuments(path) : null;
        if (name.StartsWith("README", StringComparison.OrdinalIgnoreCase)) return "it is a README";
        if (name.StartsWith("LICENSE", StringComparison.OrdinalIgnoreCase)) return "it is a licence";
        return IdOf(path) == AttributesFile.DefaultName ? "" : null;
    }
}
