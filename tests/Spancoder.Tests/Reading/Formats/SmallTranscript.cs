namespace Spancoder.Tests.Reading.Formats;

/// <summary>A conversation to be written to a format and read back: words that formats stumble over.</summary>
internal sealed record SmallTranscript(IReadOnlyList<SmallTranscript.Utterance> Utterances)
{
    private static readonly string[] Speakers = ["Interviewer", "P1", "Berg, Anna", "受访者", "O'Neill \"Mac\""];

    private static readonly string[] Words =
    [
        "We sold it;", "abroad,", "he said \"no\"", "tab|bar", "卖到国外。", "𠮷野家", "😀", "e\u0301tude", "\u200Fשלום\u200F", "a < b & c", "100 %", "\\n", "{x}", "[laughs]", "'quoted'", "#1", "=1+1", "--", "P2", "mm",
    ];

    internal sealed record Utterance(string Speaker, int StartMs, int EndMs, string Words);

    /// <param name="seed">The same seed, the same conversation.</param>
    public static SmallTranscript Of(int seed)
    {
        Random random = new(seed);
        List<Utterance> utterances = [];
        var time = 0;
        for (var index = 0; index < random.Next(3, 12); index++)
        {
            var words = string.Join(' ', Enumerable.Range(0, random.Next(1, 8)).Select(_ => Words[random.Next(Words.Length)]));
            var end = time + random.Next(400, 9000);
            utterances.Add(new(Speakers[random.Next(Speakers.Length)], time, end, $"I say: {words}"));
            time = end + random.Next(0, 700);
        }

        return new(utterances);
    }

    /// <summary>As <see cref="GivenFile.Pieces"/> shows it, the first on <paramref name="firstLine"/>.</summary>
    public IEnumerable<string> AsPieces(int firstLine) => Utterances.Select((one, index) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{index + firstLine} {one.StartMs / 1000.0:0.###}-{one.EndMs / 1000.0:0.###} {one.Speaker}: {one.Words}"));
}
