using System.Buffers;
using System.Text;

namespace Spancoder.Reporting.Pages;

/// <summary>Text that stays text in a page, between elements and in quoted attributes alike.</summary>
internal static class HtmlText
{
    private const char FirstPicture = '\u2400'; // of control characters, in their order
    private const char PictureOfDelete = '\u2421';

    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. "&<>\"'", .. Enumerable.Range(0, 0x20).Append(0x7F).Select(code => (char)code).Where(c => c is not '\n'), '\uFFFE', '\uFFFF']);

    /// <summary>Control characters are shown by their pictures: a browser would drop some and take others for mistakes.</summary>
    public static StringBuilder AppendText(this StringBuilder html, ReadOnlySpan<char> text)
    {
        for (var next = text.IndexOfAny(Special); next >= 0; next = text.IndexOfAny(Special))
        {
            html.Append(text[..next]);
            _ = text[next] switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                '\t' => html.Append('\t'),
                '\x7F' => html.Append(PictureOfDelete),
                < ' ' and var control => html.Append((char)(FirstPicture + control)),
                _ => html.Append('\uFFFD'), // no characters at all
            };
            text = text[(next + 1)..];
        }

        return html.Append(text);
    }

    public static string Of(string text) => new StringBuilder().AppendText(text).ToString();

    /// <summary>What makes text a part of an address, and the name of a place in the page: ASCII letters, digits, and escapes.</summary>
    public static string Anchor(string text) => Uri.EscapeDataString(text);
}
