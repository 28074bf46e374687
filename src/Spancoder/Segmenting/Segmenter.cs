using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Segmenting;

/// <summary>Cuts a document's turns into segments, before anybody codes, so that coders judge the same units.</summary>
/// <remarks>
/// Standard units first, after Campbell et al. (2013), Coding in-depth semistructured interviews, Sociological Methods and Research
/// 42(3), 294-320. A turn over about 120 words or 200 Chinese characters is cut at sentence ends into parts of nearly equal length.
/// </remarks>
internal static class Segmenter
{
    private const double LongestInWords = 120;
    private const double LongestInHan = 200;

    /// <param name="tokens">Of the document's text.</param>
    public static SegmentedDocument Split(Document document, ReadOnlySpan<Token> tokens, SegmentUnit unit)
    {
        List<Segment> segments = [];
        List<TextSpan> sentences = [];
        List<Notice> notices = [];
        var reader = new TokenReader(tokens);
        foreach (var turn in document.Turns)
        {
            var ofTurn = SentencesOf(document, turn);
            sentences.AddRange(ofTurn);
            var tokensOfTurn = reader.Take(turn.Span.End);
            var isCodable = IsCodable(turn, document.Text, tokensOfTurn);
            var inTurn = new TokenReader(tokensOfTurn);
            foreach (var span in PartsOf(document, turn, ofTurn, tokensOfTurn, unit, notices))
            {
                var number = segments.Count + 1;
                segments.Add(new()
                {
                    Number = number,
                    Id = $"{document.Id}#{number}",
                    Span = span,
                    Layer = turn.Layer,
                    Speaker = turn.Speaker,
                    Codable = isCodable,
                    Language = Languages.Of(span.In(document.Text), document.Facts.Language),
                    Words = WordCount.Of(inTurn.Take(span.End)),
                });
            }
        }

        return new(document, segments, sentences, notices);
    }

    private static bool IsCodable(Turn turn, string text, ReadOnlySpan<Token> tokens) =>
        turn.Layer is Layer.Speech or Layer.Note
        && turn.Speaker?.Role != Role.Interviewer
        && !(turn.Layer == Layer.Speech && BackChannels.Is(text, tokens));

    internal static List<TextSpan> SentencesOf(Document document, Turn turn)
    {
        List<TextSpan> sentences = [];
        foreach (var paragraph in turn.Span.Lines(document.Text))
        {
            sentences.AddRange(SentenceBreaks.Of(document.Text, paragraph, document.Facts.Language));
        }

        return sentences;
    }

    private static List<TextSpan> PartsOf(
        Document document, Turn turn, List<TextSpan> sentences, ReadOnlySpan<Token> tokens, SegmentUnit unit, List<Notice> notices)
    {
        if (unit == SegmentUnit.Sentence) return sentences;

        List<TextSpan> parts = [];
        IEnumerable<TextSpan> wholes = unit == SegmentUnit.Paragraph ? turn.Span.Lines(document.Text) : [turn.Span];
        var reader = new TokenReader(tokens);
        foreach (var whole in wholes)
        {
            var inWhole = reader.Take(whole.End);
            var count = (int)Math.Ceiling(LengthOf(WordCount.Of(inWhole)) - 1e-9);
            parts.AddRange(count <= 1 ? [whole] : CutEvenly(document, whole, sentences, inWhole, count, notices));
        }

        return parts;
    }

    // 1 is as long as a segment should be.
    private static double LengthOf(WordCount words) => words.Words / LongestInWords + words.Han / LongestInHan;

    private static List<TextSpan> CutEvenly(
        Document document, TextSpan whole, List<TextSpan> sentences, ReadOnlySpan<Token> tokens, int count, List<Notice> notices)
    {
        List<TextSpan> inside = [.. sentences.Where(whole.Contains)];
        var lengths = new double[inside.Count];
        var reader = new TokenReader(tokens);
        for (var index = 0; index < inside.Count; index++) lengths[index] = LengthOf(WordCount.Of(reader.Take(inside[index].End)));

        if (lengths.Any(length => length > 2))
        {
            notices.Add(new(new(document.File, document.Source.At(whole.Start).Line), "a long turn has no sentence ends to cut it at, and stays long",
                "put full stops into it, if parts of it should be coded apart"));
        }

        List<TextSpan> parts = [];
        var (first, spoken, total) = (0, 0.0, lengths.Sum());
        for (var index = 0; index < inside.Count - 1; index++)
        {
            // Cut where the end of this sentence is nearer to the next even mark than the end of the following one.
            spoken += lengths[index];
            var mark = total * (parts.Count + 1) / count;
            if (parts.Count + 1 >= count || Math.Abs(spoken - mark) > Math.Abs(spoken + lengths[index + 1] - mark)) continue;

            parts.Add(new(inside[first].Start, inside[index].End));
            first = index + 1;
        }

        parts.Add(new(inside[first].Start, whole.End));
        return parts;
    }

    /// <summary>Hands out tokens piece by piece, in the order of the text.</summary>
    private ref struct TokenReader(ReadOnlySpan<Token> tokens)
    {
        private ReadOnlySpan<Token> _rest = tokens;

        /// <summary>Those that start before <paramref name="end"/> and were not taken yet.</summary>
        public ReadOnlySpan<Token> Take(int end)
        {
            var count = 0;
            while (count < _rest.Length && _rest[count].Start < end) count++;
            var taken = _rest[..count];
            _rest = _rest[count..];
            return taken;
        }
    }
}
