using System.Text;
using System.Text.RegularExpressions;

namespace Spancoder.Reading;

/// <summary>The encoding that a file without a byte order mark names in its own first lines: an XML declaration, CHAT's <c>@UTF8</c>.</summary>
internal static partial class DeclaredEncoding
{
    private const int HeadLength = 256; // bytes

    /// <returns>Null where it names none, or one that it cannot be in: its declaration was read as ASCII.</returns>
    public static string? In(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadLength)]);
        if (Chat().IsMatch(head)) return "utf-8";

        var xml = Xml().Match(head);
        return xml.Success ? NameOf(xml.Groups["name"].Value.ToLowerInvariant(), xml.Value) : null;
    }

    private static string? NameOf(string said, string declaration)
    {
        // What calls itself Latin-1 has the quotation marks of Windows more often than the control characters of Latin-1.
        var name = said is "iso-8859-1" or "latin-1" or "latin1" ? "windows-1252" : said;
        try
        {
            return Encoding.GetEncoding(name).GetString(Encoding.Latin1.GetBytes(declaration)) == declaration ? name : null;
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["'](?<name>[A-Za-z0-9._:-]{1,40})["']""")]
    private static partial Regex Xml();

    [GeneratedRegex(@"^\s*@UTF8\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Chat();
}
