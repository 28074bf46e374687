namespace Spancoder.Reporting;

/// <summary>A folder in which files appear whole: each is written beside its place, and all are moved there when the run is done.</summary>
/// <remarks>A run that fails leaves what was there before. Only files that a run wrote are replaced.</remarks>
internal sealed class OutputFolder : IDisposable
{
    private readonly string _folder;
    private readonly string _option;
    private readonly List<string> _made = [];
    private readonly List<(string Partial, string Final)> _files = [];
    private readonly List<Stream> _open = [];
    private readonly List<ScratchFile> _scratch = [];
    private readonly List<string> _names = [];
    private IReadOnlyList<string> _before = [];

    private OutputFolder(string folder, string option) => (_folder, _option) = (folder, option);

    /// <param name="folder">As the user named it; made if it is not there.</param>
    /// <param name="problems">That it cannot be made or written to, or that it holds somebody's own files under the names of results.</param>
    public static OutputFolder Open(string folder, Problems problems) => Open(folder, "--out", output => output.CheckThatResultsAreOurs(problems), problems);

    /// <summary>The same for what is not a run's result: whoever opens it knows what may be replaced there.</summary>
    /// <param name="option">What names the folder, or "--into a file in".</param>
    public static OutputFolder OpenFor(string option, string folder, Problems problems) => Open(folder, option, _ => { }, problems);

    /// <summary>The same for a report without a run's other results.</summary>
    public static OutputFolder OpenForReport(string folder, Problems problems) => Open(folder, "--out", output => output.CheckThatReportIsOurs(problems), problems);

    private static OutputFolder Open(string folder, string option, Action<OutputFolder> check, Problems problems)
    {
        OutputFolder output = new(folder, option);
        try
        {
            output.Make();
            check(output);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            problems.Add(output.CannotWrite);
        }

        return output;
    }

    /// <summary>What was created so far, in order.</summary>
    public IReadOnlyList<string> Names => _names;

    private Problem CannotWrite => new(new(_folder), "nothing can be written here", $"give {_option} a folder that you may write to, on a disk that has room");

    /// <summary>Opens a file to write to; it stays invisible until <see cref="Finish"/>.</summary>
    /// <exception cref="InputException">It cannot be written. The stream throws the same.</exception>
    /// <param name="name">With <c>/</c> for a file in a folder of this one, which is made if it is not there.</param>
    public Stream Create(string name)
    {
        var final = Path.Combine(_folder, name);
        var partial = PartialOf(name);
        Stream? stream = null;
        Guard(() =>
        {
            if (Path.GetDirectoryName(final) is { } inner && !Directory.Exists(inner)) MakeInner(inner);
            stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
        });
        _names.Add(name);
        GuardedStream guarded = new(stream!, CannotWrite); // Guard has opened it, or has thrown
        _files.Add((partial, final));
        _open.Add(guarded);
        return guarded;
    }

    /// <summary>Opens a file for what is written now and read before the run is done; nobody else sees it, and it goes with the run.</summary>
    /// <exception cref="InputException">It cannot be written. Writing to it throws the same.</exception>
    public ScratchFile CreateScratch(string name)
    {
        FileStream? stream = null;
        Guard(() => stream = new FileStream(PartialOf(name), FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose));
        ScratchFile scratch = new(stream!, CannotWrite); // Guard has opened it, or has thrown
        _scratch.Add(scratch);
        return scratch;
    }

    /// <summary>Puts all files in their places, in the order in which they were created, and removes what an earlier run made and this one did not.</summary>
    /// <exception cref="InputException">They cannot be written.</exception>
    public void Finish()
    {
        foreach (var stream in _open) stream.Dispose();
        _open.Clear();
        Guard(() =>
        {
            foreach (var name in _names.Where(name => ResultNames.IsOfReport(name) && !_before.Contains(name)).Select(name => Path.Combine(_folder, name)).Where(File.Exists))
            {
                throw new InputException(new(name), "this file would be replaced, and no run wrote it", $"give {_option} another folder, or move the file");
            }

            foreach (var (partial, final) in _files) File.Move(partial, final, overwrite: true);
            foreach (var gone in _before.Except(_names)) File.Delete(Path.Combine(_folder, gone));
        });
        _files.Clear();
        _made.Clear();
    }

    /// <summary>Takes away what was not finished.</summary>
    public void Dispose()
    {
        foreach (var stream in _open) Try(stream.Dispose);
        foreach (var scratch in _scratch) Try(scratch.Dispose);
        foreach (var (partial, _) in _files) Try(() => File.Delete(partial));
        foreach (var folder in _made) Try(() => Directory.Delete(folder));
    }

    private void Make()
    {
        for (var folder = Path.GetFullPath(_folder); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder)) _made.Add(folder);
        Directory.CreateDirectory(_folder);

        var probe = PartialOf("probe");
        File.WriteAllBytes(probe, []);
        File.Delete(probe);
    }

    private void CheckThatResultsAreOurs(Problems problems)
    {
        var files = EarlierRun.WrittenIn(_folder);
        var isOurs = files is not null;
        _before = [.. files?.Where(ResultNames.IsOfReport) ?? []];
        foreach (var path in ResultNames.All.Select(name => Path.Combine(_folder, name)))
        {
            if (Directory.Exists(path)) problems.Add(new(path), "a folder stands where a result should", "give --out another folder");
            else if (File.Exists(path) && !isOurs) problems.Add(new(path), "this file would be replaced, and no run wrote it (there is no run.json of a run beside it)", "give --out another folder, or move the file");
        }
    }

    private void CheckThatReportIsOurs(Problems problems)
    {
        var files = EarlierRun.WrittenIn(_folder);
        _before = [.. files?.Where(ResultNames.IsOfReport) ?? []];
        if (Directory.EnumerateFileSystemEntries(_folder).Any(entry => !ResultNames.OfReport.Contains(Path.GetFileName(entry)))) problems.Add(new(_folder), "there is something besides a report in this folder", "give --out a new one");
        else if (files is null && Directory.EnumerateFiles(_folder).Any()) problems.Add(new(_folder), "there is a report in this folder that 'spancoder report' did not write", "give --out a new one");
    }

    private void MakeInner(string inner)
    {
        Directory.CreateDirectory(inner);
        _made.Insert(0, inner);
    }

    private string PartialOf(string name) => Path.Combine(_folder, Path.GetDirectoryName(name) ?? "", $".{Path.GetFileName(name)}.partial");

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InputException([CannotWrite]);
        }
    }

    // What is thrown away need not be whole, and what cannot be taken away stays.
    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or InputException)
        {
        }
    }
}
