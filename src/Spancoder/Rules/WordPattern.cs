using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>What one token must look like: a whole word, or one that begins or ends so; folded, or exactly as written.</summary>
/// <param name="Text">Folded unless <paramref name="IsExact"/>; without the stars.</param>
internal readonly record struct WordPattern(string Text, bool IsExact, bool StarBefore, bool StarAfter)
{
    /// <summary>Looked at once for every distinct word, never for every token.</summary>
    public bool Matches(string word, string folded)
    {
        var candidate = IsExact ? word : folded;
        return (StarBefore, StarAfter) switch
        {
            (false, false) => candidate == Text || StemOfPossessive(candidate) == Text,
            (false, true) => candidate.StartsWith(Text, StringComparison.Ordinal),
            (true, false) => candidate.EndsWith(Text, StringComparison.Ordinal)
                || StemOfPossessive(candidate)?.EndsWith(Text, StringComparison.Ordinal) == true,
            (true, true) => candidate.Contains(Text, StringComparison.Ordinal),
        };
    }

    /// <summary>"brand" for "brand's"; null for other words.</summary>
    public static string? StemOfPossessive(string word) =>
        word.Length > 2 && word[^1] is 's' or 'S' && Characters.KindOf(word[^2]) == CharacterKind.Apostrophe ? word[..^2] : null;
}
