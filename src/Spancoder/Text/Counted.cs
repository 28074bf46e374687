namespace Spancoder.Text;

/// <summary>Numbers with their nouns, for messages.</summary>
internal static class Counted
{
    /// <returns>"1 line", "3 lines".</returns>
    public static string Of(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
