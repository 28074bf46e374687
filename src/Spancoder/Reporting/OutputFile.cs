using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>A single file that appears whole, or not at all: it is written beside its place, and moved there.</summary>
internal static class OutputFile
{
    // Windows moves an open file only where that is allowed, and keeps others away all the same; elsewhere only None does.
    private static FileShare Alone => OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    /// <param name="path">As the user named it. Its folder is made if it is not there; a file that is there is replaced, so look before.</param>
    /// <param name="option">That named it, for messages.</param>
    /// <param name="write">While it runs, nobody else writes the same file so.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string path, string option, Action<Stream> write)
    {
        Problem cannot = new(new(path), "this file cannot be written", $"give {option} a file in a folder that you may write to, on a disk that has room");
        var final = Paths.Real(path);
        var folder = Path.GetDirectoryName(final) ?? final;
        var partial = Path.Combine(folder, $".{Path.GetFileName(final)}.partial");
        var isBegun = false;
        try
        {
            Directory.CreateDirectory(folder);
            using FileStream file = new(partial, FileMode.Create, FileAccess.Write, Alone);
            isBegun = true;
            using GuardedStream guarded = new(file, cannot);
            write(guarded);
            guarded.Flush();
            file.Flush(flushToDisk: true);
            File.Move(partial, final, overwrite: true); // while it is open: nobody else can have begun another under its name
            isBegun = false;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InputException([cannot]);
        }
        finally
        {
            if (isBegun) TryToDelete(partial);
        }
    }

    private static void TryToDelete(string partial)
    {
        try
        {
            File.Delete(partial);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // There is nothing left to do, and the reason why it was not written is told already.
        }
    }
}
