using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Review.Packets;

/// <summary>A segment as it is handed out: what is to be judged, and what was said around it.</summary>
internal sealed record PacketSegment
{
    private const int MostBefore = 3;

    public required Segment Segment { get; init; }

    /// <summary>Id of the document.</summary>
    public required string Document { get; init; }

    public required Passage Passage { get; init; }

    /// <summary>Of the text, all of it: sixteen digits may look like a number, which a spreadsheet rounds.</summary>
    public required string Hash { get; init; }

    /// <summary>Where the text begins in its document, in code points.</summary>
    public required int Start { get; init; }

    /// <summary>In the original, 1-based.</summary>
    public required int Line { get; init; }

    /// <summary>What leads up to it, in reading order: back to what the interviewer last asked, three segments at the most. No memos: an analyst has judged in them.</summary>
    public required IReadOnlyList<Passage> Before { get; init; }

    /// <summary>What follows; null at the end. No memo.</summary>
    public required Passage? After { get; init; }

    /// <summary>A document's codable segments, in reading order.</summary>
    public static IEnumerable<PacketSegment> In(SegmentedDocument segmented)
    {
        var document = segmented.Document;
        CodePoints points = new(document.Text);
        Tokenizer tokenizer = new();
        List<(Segment Segment, Passage Passage)> said = [.. segmented.Segments.Where(segment => segment.Layer != Layer.Memo).Select(segment => (segment, Passage.Of(segment, document.Text)))];
        foreach (var (index, (segment, passage)) in said.Index().Where(entry => entry.Item.Segment.Codable))
        {
            yield return new()
            {
                Segment = segment,
                Document = document.Id,
                Passage = passage,
                Hash = SegmentHash.WholeOf(passage.Text),
                Start = points.At(segment.Span.Start),
                Line = document.Source.At(segment.Span.Start).Line,
                Before = LeadingUpTo([.. said[Math.Max(0, index - MostBefore)..index].Select(entry => entry.Passage)], tokenizer),
                After = said.ElementAtOrDefault(index + 1).Passage,
            };
        }
    }

    private static List<Passage> LeadingUpTo(List<Passage> before, Tokenizer tokenizer) =>
        before[Math.Max(0, before.FindLastIndex(passage => passage.Role == Role.Interviewer && !BackChannels.Is(passage.Text, tokenizer.Read(passage.Text))))..];
}

/// <summary>What one voice says, as a coder sees it.</summary>
/// <param name="Speaker">The label; empty where there is none.</param>
/// <param name="Role">Null without a speaker.</param>
internal sealed record Passage(string Speaker, Role? Role, Layer Layer, string Text)
{
    public static Passage Of(Segment segment, string text) => new(segment.Speaker?.Key ?? "", segment.Speaker?.Role, segment.Layer, segment.Span.In(text).ToString());

    /// <summary>As transcripts have it: the label, a colon, the words.</summary>
    public override string ToString() => Speaker.Length > 0 ? $"{Speaker}: {Text}" : Text;
}
