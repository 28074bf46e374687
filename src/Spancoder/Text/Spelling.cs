namespace Spancoder.Text;

/// <summary>Finds the word that somebody may have meant.</summary>
internal static class Spelling
{
    /// <returns>The nearest of <paramref name="known"/>, or null when none is near: at most a third of its letters differ.</returns>
    public static string? Nearest(string word, IEnumerable<string> known) => known
        .Where(candidate => Math.Abs(candidate.Length - word.Length) <= Math.Max(1, candidate.Length / 3)) // each letter more is one that differs
        .Select(candidate => (Word: candidate, Distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
        .Where(near => near.Distance <= Math.Max(1, near.Word.Length / 3))
        .OrderBy(near => near.Distance).ThenBy(near => Distance(word, near.Word)).ThenBy(near => near.Word, StringComparer.Ordinal)
        .Select(near => near.Word)
        .FirstOrDefault();

    /// <summary>", did you mean 'x'?" or nothing.</summary>
    public static string DidYouMean(string word, IEnumerable<string> known) =>
        Nearest(word, known) is { } near ? $", did you mean '{near}'?" : "";

    // Levenshtein (1966), one row at a time
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
