using System.Security.Cryptography;
using System.Text;

namespace Spancoder.Text;

/// <summary>A file that is built into the program and put into a page as it is: a style, a script.</summary>
internal static class PagePart
{
    /// <param name="name">Its logical name in the project.</param>
    public static string Read(string name)
    {
        using var stream = typeof(PagePart).Assembly.GetManifestResourceStream(name)!; // embedded by the project
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>By which a page's policy knows it: only what stands in our own files is run or shown, whatever a transcript says.</summary>
    public static string HashOf(string part) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(part)));
}
