using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Spancoder.Reading.Formats.Rtf;

/// <summary>Which numbers of styles are headings': by their outline level, or by their names, which are all that some programs write.</summary>
internal static partial class RtfStyles
{
    private const int FurthestStyle = 300_000; // bytes behind the beginning of the table

    public static FrozenSet<int> HeadingsIn(ReadOnlySpan<byte> content)
    {
        var start = content.IndexOf(@"{\stylesheet"u8);
        if (start < 0) return [];

        var table = Encoding.Latin1.GetString(content.Slice(start, Math.Min(FurthestStyle, content.Length - start)));
        return Style().Matches(table)
            .Where(style => style.Groups["words"].Value.Contains(@"\outlinelevel", StringComparison.Ordinal) || HeadingName().IsMatch(ControlWord().Replace(style.Groups["words"].Value, "")))
            .Select(style => int.Parse(style.Groups["number"].Value, CultureInfo.InvariantCulture)).ToFrozenSet();
    }

    [GeneratedRegex(@"\{\\s(?<number>[0-9]{1,5})(?<words>[^0-9{}][^{}]{0,800})\}", RegexOptions.CultureInvariant)]
    private static partial Regex Style();

    [GeneratedRegex(@"\\[a-z]+-?[0-9]* ?", RegexOptions.CultureInvariant)]
    private static partial Regex ControlWord();

    [GeneratedRegex(@"^\s*(?:heading|title|\\'dcberschrift|titel|titre|t\\'edtulo|titolo|rubrik|kop)\s*[0-9]*\s*;\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadingName();
}
