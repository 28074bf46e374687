using System.Text;

namespace Spancoder.Text;

/// <summary>Which of the two Chinese scripts a term is written in, and whether another term is the same one in the other script.</summary>
/// <remarks>The table and where it is from: chinese-variants.txt. A simplified character may stand for several traditional ones, and for itself.</remarks>
internal static class ChineseVariants
{
    private const int MostWritings = 4;

    private static readonly Dictionary<char, string> TraditionalOf = ReadTable();

    private static readonly HashSet<char> Traditional = [.. TraditionalOf.Values.SelectMany(variants => variants).Where(variant => !TraditionalOf.ContainsKey(variant))];

    /// <summary>True where a character is only simplified and none only traditional.</summary>
    public static bool IsSimplified(string term) => term.Any(IsOnlySimplified) && !term.Any(Traditional.Contains);

    /// <summary>True where a character is only traditional and none only simplified.</summary>
    public static bool IsTraditional(string term) => term.Any(Traditional.Contains) && !term.Any(IsOnlySimplified);

    /// <summary>Whether the two differ only in that the one has simplified characters where the other has traditional ones that they stand for.</summary>
    public static bool AreOneTerm(string simplified, string traditional) =>
        simplified.Length == traditional.Length && simplified != traditional && simplified.Zip(traditional).All(pair => MayStandFor(pair.First, pair.Second));

    /// <summary>How a simplified term may be written in traditional characters: every way, or none where that cannot be told, or there are too many to be of help.</summary>
    public static IReadOnlyList<string> InTraditional(string simplified)
    {
        List<string> writings = [""];
        foreach (var c in simplified)
        {
            var variants = TraditionalOf.GetValueOrDefault(c, c.ToString());
            if (variants[0] == c && variants.Length > 1) return []; // it may stand as it is, or not
            writings = [.. writings.SelectMany(before => variants.Select(variant => before + variant))];
            if (writings.Count > MostWritings) return [];
        }

        return writings;
    }

    /// <summary>How a traditional term is written in simplified characters; none where that cannot be told.</summary>
    public static IReadOnlyList<string> InSimplified(string traditional)
    {
        var writing = "";
        foreach (var c in traditional)
        {
            char[] simplified = [.. TraditionalOf.Where(pair => pair.Value.Contains(c)).Select(pair => pair.Key).Order()];
            if (simplified.Length > 1) return [];
            writing += simplified is [var only] ? only : c;
        }

        return [writing];
    }

    private static bool IsOnlySimplified(char c) => TraditionalOf.TryGetValue(c, out var variants) && variants[0] != c;

    private static bool MayStandFor(char simplified, char traditional) =>
        simplified == traditional ? !IsOnlySimplified(simplified) : TraditionalOf.TryGetValue(simplified, out var variants) && variants.Contains(traditional);

    private static Dictionary<char, string> ReadTable()
    {
        using var stream = typeof(ChineseVariants).Assembly.GetManifestResourceStream("chinese-variants.txt")!; // the project embeds it
        using StreamReader reader = new(stream, Encoding.UTF8);
        Dictionary<char, string> table = [];
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#')) table.Add(line[0], line[1..]);
        }

        return table;
    }
}
