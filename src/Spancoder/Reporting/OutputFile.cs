namespace Spancoder.Reporting;

/// <summary>A single file that appears whole, or not at all: it is written beside its place, and moved there.</summary>
internal static class OutputFile
{
    /// <param name="path">As the user named it. Its folder is made if it is not there; a file that is there is replaced, so look before.</param>
    /// <param name="option">That named it, for messages.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string path, string option, Action<Stream> write)
    {
        Problem cannot = new(new(path), "this file cannot be written", $"give {option} a file in a folder that you may write to, on a disk that has room");
        var partial = PartialOf(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(partial)!); // a full path of a file has a folder
            using (GuardedStream stream = new(new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None), cannot)) write(stream);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InputException([cannot]);
        }
        finally
        {
            TryToDelete(partial);
        }
    }

    private static string PartialOf(string path) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "", $".{Path.GetFileName(path)}.partial");

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
