namespace Spancoder.Text;

/// <summary>Numbers with their nouns, for messages.</summary>
internal static class Counted
{
    /// <returns>"1 line", "3 lines".</returns>
    public static string Of(int count, string noun) => Of(count, noun, noun + "s");

    /// <param name="several">The noun for more or less than one.</param>
    public static string Of(int count, string noun, string several) => count == 1 ? $"1 {noun}" : $"{count} {several}";

    /// <returns>"3, 8, 12": the first of them, so that they can be looked up.</returns>
    public static string Places(IReadOnlyList<int> lines) => string.Join(", ", lines.Take(MostPlaces)) + (lines.Count > MostPlaces ? " ..." : "");

    /// <param name="rounds">In order; 0 for rows that name none.</param>
    /// <returns>"rounds 1, 2, and rows that name none".</returns>
    public static string Rounds(IReadOnlyList<int> rounds) => rounds is [0]
        ? "no rounds"
        : $"{(rounds.Count(round => round > 0) == 1 ? "round" : "rounds")} {string.Join(", ", rounds.Where(round => round > 0))}{(rounds.Contains(0) ? ", and rows that name none" : "")}";

    private const int MostPlaces = 8;
}
