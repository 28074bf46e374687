using Spancoder.Text;

namespace Spancoder.Coders;

/// <summary>The coder whom somebody named with <c>--coder</c>.</summary>
internal static class NamedCoder
{
    /// <param name="given">The name; null where none was given.</param>
    /// <param name="coders">Those who judged something; at least one.</param>
    /// <param name="isNeeded">Whether one has to be named where there are several.</param>
    public static void Check(string? given, IReadOnlyCollection<string> coders, bool isNeeded, Place place, Problems problems)
    {
        var names = string.Join(", ", coders.Order(StringComparer.Ordinal));
        if (isNeeded && given is null && coders.Count > 1) problems.Add(place, $"there are {coders.Count} coders, and whose judgements are right is not said", $"name one with --coder: {names}");
        else if (given is not null && !coders.Contains(given)) problems.Add(place, $"there is no coder '{given}'{Spelling.DidYouMean(given, coders)}", $"write one of: {names}");
    }
}
