namespace Spancoder.Reporting;

/// <summary>A folder in which files appear whole: each is written beside its place, and all are moved there when the run is done.</summary>
/// <remarks>A run that fails leaves what was there before. Only files that the run writes are replaced.</remarks>
internal sealed class OutputFolder : IDisposable
{
    private readonly string _folder;
    private readonly List<(string Partial, string Final)> _files = [];
    private readonly List<Stream> _open = [];

    /// <exception cref="InputException">It cannot be made, or cannot be written to.</exception>
    public OutputFolder(string folder)
    {
        _folder = folder;
        Guard(() => Directory.CreateDirectory(folder));
    }

    /// <summary>Opens a file to write to; it stays invisible until <see cref="Finish"/>.</summary>
    public Stream Create(string name)
    {
        var final = Path.Combine(_folder, name);
        var partial = Path.Combine(_folder, $".{name}.partial");
        Stream? stream = null;
        Guard(() => stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16));
        _files.Add((partial, final));
        _open.Add(stream!);
        return stream!;
    }

    /// <summary>Puts all files in their places, in the order in which they were created.</summary>
    public void Finish()
    {
        Guard(() =>
        {
            foreach (var stream in _open) stream.Dispose();
            _open.Clear();
            foreach (var (partial, final) in _files) File.Move(partial, final, overwrite: true);
            _files.Clear();
        });
    }

    /// <summary>Takes away what was not finished.</summary>
    public void Dispose()
    {
        foreach (var stream in _open) stream.Dispose();
        foreach (var (partial, _) in _files) File.Delete(partial);
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new(_folder), "nothing can be written here", "give --out a folder that you may write to, on a disk that has room");
        }
    }
}
