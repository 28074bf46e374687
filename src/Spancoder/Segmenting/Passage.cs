using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Segmenting;

/// <summary>A bare passage as a document of one codable segment: for examples, and for explaining a sentence.</summary>
internal static class Passage
{
    public static SegmentedDocument Of(string text, Tokenizer tokenizer, out ReadOnlySpan<Token> tokens)
    {
        var (rendered, turns, source) = Rendering.Of([new() { Layer = Layer.Speech, Text = text, Line = 1 }], []);
        tokens = tokenizer.Read(rendered);
        var document = new Document
        {
            Id = "passage",
            File = "passage",
            Text = rendered,
            Turns = turns,
            Source = source,
            Speakers = [],
            Metadata = new Dictionary<string, string>(),
            Facts = new("text", "passage", "utf-8", EncodingIsSure: true, "none", Languages.Of(rendered), "", 1, 0),
            Notices = [],
        };
        var sentences = turns.SelectMany(turn => SentenceBreaks.Of(rendered, turn.Span, document.Facts.Language)).ToList();
        var segments = turns.Select(turn => new Segment
        {
            Number = 1,
            Id = "passage#1",
            Span = turn.Span,
            Layer = Layer.Speech,
            Speaker = null,
            Codable = true,
            Language = document.Facts.Language,
            Words = default,
        });
        return new(document, [.. segments], sentences, []);
    }
}
