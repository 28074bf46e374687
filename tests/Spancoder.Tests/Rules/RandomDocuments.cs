using Spancoder.Reading;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Tests.Rules;

/// <summary>Interviews and notes of few words in many shapes, so that what rules look for is there often, and often nearly.</summary>
internal sealed class RandomDocuments(Random random, Tokenizer tokenizer)
{
    private static readonly string[] Pieces =
    [
        "kiln", "Kilns", "kiln’s", "trade", "Trade", "trading", "fair", "fairs", "FAIR", "trade fair", "town", "old town", "old", "we sold", "sold", "glass", "sold glass", "made", "made in", "hand-made", "handmade",
        "hand made", "export", "exports", "re-exported", "reexport", "airport", "up-to-date", "up to date", "brand", "Brands", "rebranded", "Brand", "Como", "como", "Café", "cafe\u0301", "Cafe", "CAFÉ", "don’t", "don't", "don\u200B’t", "Straße", "strassen",
        "ｆａｉｒ", "ＡＩ", "AI", "ki\u00ADln", "ol\u200Bd", "the", "a", "not", "no", "never", "not only", "no doubt", "hardly", "no longer", "but", "yet", "because", "40 %", "40%", "7",
        "品牌", "品", "牌", "技术", "AI技术", "AI 技术", "卖", "镇", "海外", "中国", "大品牌", "𠮷", "𠮷镇", "没有", "不", "从不", "从不断", "没错", "不仅", "但是", "的", "我们卖", "三", "大", "，", "😀",
    ];

    private static readonly string[] Gaps =
    [
        " ", " ", " ", " ", " ", " ", " ", " ", " ", " ", " ", " ", " ", " ", " ", "", "", "-", "\u2011", "  ", "\u00A0", "\u3000", ", ", ", ", ". ", ". ", "; ", "… ", "... ", "。", "，", "；", "……", "? ", "！", " - ", " (", ") ", "” ", " “",
        "\u200B", " \u00AD", "’", "'", "/", "、",
    ];

    private static readonly Speaker[] Speakers = [new("I", Role.Interviewer), new("P1", Role.Participant), new("P2", Role.Participant)];

    public (SegmentedDocument Document, ReadOnlyMemory<Token> Tokens) Next()
    {
        var (text, turns, source) = Rendering.Of(Units().ToList(), Speakers);
        var tokens = tokenizer.ReadMemory(text);
        var document = new Document
        {
            Id = "d",
            File = "d",
            Text = text,
            Turns = turns,
            Source = source,
            Speakers = Speakers,
            Metadata = Facts(),
            Facts = new("text", "labelled", "utf-8", EncodingIsSure: true, "LF", Languages.Of(text), "", 1, 0),
            Notices = [],
        };
        return (Segmenter.Split(document, tokens.Span, (SegmentUnit)random.Next(3)), tokens);
    }

    private IEnumerable<Unit> Units()
    {
        yield return new() { Layer = Layer.Speech, Label = "P1", Text = "We begin with the kiln.", Line = 1 };

        for (var turn = random.Next(3, 7); turn > 0; turn--)
        {
            var (layer, label) = random.Next(20) switch
            {
                < 4 => (Layer.Speech, "I"),
                < 9 => (Layer.Speech, "P1"),
                < 13 => (Layer.Speech, "P2"),
                13 => (Layer.Speech, null),
                < 17 => (Layer.Note, null),
                17 => (Layer.Memo, null),
                18 => (Layer.Event, null),
                _ => (Layer.Heading, (string?)null),
            };
            var isLong = random.Next(100) == 0;
            for (var line = isLong ? 1 : random.Next(1, 4); line > 0; line--)
            {
                var words = label is not null && random.Next(6) == 0 ? Listening() : Words(isLong ? 150 : random.Next(2, 10));
                yield return new() { Layer = layer, Label = label, Text = words, Line = 1, Joint = (Joint)random.Next(4) };
            }
        }
    }

    private string Listening() => OneOf(["Mm.", "Yes, yes.", "对，对。", "嗯。", "(laughs)"]);

    private string Words(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => OneOf(Pieces) + OneOf(Gaps)));

    private Dictionary<string, string> Facts()
    {
        Dictionary<string, string> facts = [];
        if (random.Next(5) > 0) facts["kind"] = OneOf(["interview", "Interview", "newspaper", "focus group"]);
        if (random.Next(5) > 0) facts["year"] = OneOf(["2005", "2010", "2010-03-01", "2016", "2016-07", "unknown"]);
        return facts;
    }

    private string OneOf(string[] values) => values[random.Next(values.Length)];
}
