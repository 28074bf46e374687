namespace Spancoder.Tests.Reading.Formats;

/// <summary>A small invented interview, to be written in a format and read back.</summary>
internal static class Transcript
{
    private static readonly string[] Pieces =
    [
        "We sold it abroad.", "卖到国外。", "𠮷字号", "😀", "e\u0301te\u0301", "שלום\u200F", "{braces} and \\slashes", "a < b & c > d", "“quoted”", "a\u00A0blank", "100 %", "tabs\there", "…", "don't", "12:30 it was",
    ];

    /// <summary>Speakers take turns, and times rise.</summary>
    public static IReadOnlyList<(string Speaker, TimeSpan Time, string Words)> Random(int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, 40).Select(turn => (turn % 2 == 0 ? "Interviewer" : "Rosa", TimeSpan.FromMilliseconds(turn * 5000 + random.Next(5000)), Words(random)))];
    }

    private static string Words(Random random) => "So " + string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
