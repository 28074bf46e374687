using System.Text.RegularExpressions;

namespace Spancoder.Reading.Formats.Captions;

/// <summary>Ids of Teams (<c>GUID/9-0</c>) and Stream (<c>GUID-0</c>): cues that differ only in the last number are one utterance, cut for display.</summary>
internal static partial class Utterance
{
    /// <returns>The id of the utterance; null for any other id.</returns>
    public static string? IdOf(string? cueId) => cueId is not null && Form().Match(cueId) is { Success: true } match ? match.Groups["utterance"].Value : null;

    [GeneratedRegex("^(?<utterance>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?:/[0-9]{1,9})?)-[0-9]{1,9}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
