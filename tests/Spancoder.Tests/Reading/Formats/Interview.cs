namespace Spancoder.Tests.Reading.Formats;

/// <summary>An invented interview, to be written in every format and read back: words that formats stumble over.</summary>
/// <param name="Turns">Two that stand one after the other are two speakers'.</param>
internal sealed record Interview(IReadOnlyList<Interview.Turn> Turns)
{
    public const string Interviewer = "Interviewer";

    // Labels of running text are known ones, or stand before two turns.
    private static readonly string[] PlainNames = ["P1", "Anna Berg", "受访者", "O'Neill", "Łukasz", "Жанна"];
    private static readonly string[] AnyNames = [.. PlainNames, "Berg, Anna", "O'Neill \"Mac\"", "A & B <c>", "Anna: the elder"];

    // No colon but between figures: what stands before one twice is a label.
    private static readonly string[] Pieces =
    [
        "we sold it abroad", "卖到国外", "𠮷字号", "😀", "👩🏽‍🌾", "e\u0301te\u0301", "שלום\u200F", "left\u200Eright\u200Fleft", "{brace}", "back\\slash", "\\n", "\\u4e3a", "a < b", "<angle>", "b > a", "R&D", "&amp;", "\"quoted\"",
        "“curly”", "don't", "one, two,", "semi; colon", "tab\there", "a\u00A0blank", "nul\0nul", "carriage\rreturn", "100 %", "12:30 it was", "#1", "=1+1", "-- and", "[laughs]", "(coughs)", "*stars*", "under_score", "|", "`code`", "zero\u200Bwidth", "soft\u00ADhyphen", "no\uFFFEcharacter",
    ];

    private static readonly string[] Ends = [".", "?", "!", "…", "。"];

    internal sealed record Turn(string Speaker, IReadOnlyList<Paragraph> Paragraphs);

    /// <param name="StartMs">From the beginning of the recording, as its end.</param>
    /// <param name="Words">Begin with a letter and end with a mark or a letter.</param>
    internal sealed record Paragraph(int StartMs, int EndMs, string Words);

    /// <param name="seed">The same seed, the same interview.</param>
    /// <param name="writer">What it can hold: characters, names, how few turns.</param>
    public static Interview Of(int seed, FileWriter writer)
    {
        Random random = new(seed);
        string[] pieces = [.. Pieces.Where(piece => !piece.AsSpan().ContainsAny(writer.Cannot))];
        string[] speakers = [Interviewer, .. random.GetItems(writer.HasAnyNames ? AnyNames : PlainNames, random.Next(1, 4)).Distinct()];
        var hasFullStops = random.Next(4) > 0;
        List<Turn> turns = [];
        var time = random.Next(3000);
        for (var left = Math.Max(writer.FewestTurns, random.Next(1, 31)); left > 0; left--)
        {
            string[] others = [.. speakers.Where(name => turns is [] || name != turns[^1].Speaker)];
            turns.Add(new(others[random.Next(others.Length)], [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Next())]));
        }

        return new([.. turns.Select(turn => IsKnown(turn.Speaker) || turns.Count(other => other.Speaker == turn.Speaker) > 1 ? turn : turn with { Speaker = $"P{9 + Array.IndexOf(speakers, turn.Speaker)}" })]);

        Paragraph Next()
        {
            var start = time;
            time += random.Next(400, 400_000);
            var words = $"So {string.Join(' ', random.GetItems(pieces, random.Next(1, 7)))}{(hasFullStops ? Ends[random.Next(Ends.Length)] : " then")}";
            return new(start, time - random.Next(2) * random.Next(300), words);
        }
    }

    private static bool IsKnown(string speaker) => speaker is Interviewer or "P1" or "受访者";
}
