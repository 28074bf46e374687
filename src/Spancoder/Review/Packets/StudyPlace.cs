using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Review.Packets;

/// <summary>Whether what is written would be taken for a transcript by the next run on the study.</summary>
internal static class StudyPlace
{
    /// <param name="written">A file or folder that is to be written.</param>
    /// <param name="paths">What was given as the study.</param>
    /// <param name="option">That names what is to be written.</param>
    /// <param name="mend">Where to write instead.</param>
    public static void CheckIsApart(string written, IEnumerable<string> paths, string option, string mend, Problems problems)
    {
        var real = Paths.Real(written);
        if (paths.Where(Directory.Exists).Any(folder => WouldBeRead(Path.GetRelativePath(Paths.Real(folder), real))))
        {
            problems.Add(new(written), "this lies among the documents, and would be read as one of them from now on", $"give {option} {mend}");
        }
    }

    private static bool WouldBeRead(string path) => !Path.IsPathRooted(path)
        && path.Split(Path.DirectorySeparatorChar) is not ["..", ..] and var parts
        && !parts.Any(part => part is ['.', _, ..] or ['_', ..])
        && !parts.SkipLast(1).Contains(CodingFiles.Folder);
}
