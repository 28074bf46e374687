using Spancoder.Reading;
using Spancoder.Reporting.Results;
using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Reporting.Finding;

/// <summary>Finds terms in the texts of segments, whoever says them and whether they can be coded or not. Of one thread.</summary>
/// <remarks>A segment is searched as a turn of its own: nothing that is found reaches from one into the next.</remarks>
internal sealed class WordSearch
{
    private readonly Tokenizer _tokenizer = new();
    private readonly Matcher _matcher;

    public WordSearch(RuleSet words) => _matcher = new(words, _tokenizer);

    /// <param name="language">Of the document.</param>
    /// <returns>The index of the segment, the place in its text, and the term that stands there; in reading order. Of what lies in one another, the longer.</returns>
    public IEnumerable<(int Segment, TextSpan Span, string Term)> Find(IReadOnlyList<ResultSegment> segments, string language)
    {
        if (segments is []) return [];

        List<Turn> turns = [];
        var start = 0;
        foreach (var segment in segments)
        {
            turns.Add(new(new(start, start + segment.Text.Length), segment.Layer, segment.Speaker));
            start += segment.Text.Length + 1;
        }

        var document = Document.OfTurns("", string.Join('\n', segments.Select(segment => segment.Text)), turns, new Dictionary<string, string>());
        document = document with { Facts = document.Facts with { Language = language } };
        SegmentedDocument segmented = new(document, [.. turns.Select((turn, index) => AsSegment(turn, index, segments[index]))], [.. turns.SelectMany(turn => Segmenter.SentencesOf(document, turn))], []);
        return _matcher.Find(segmented, _tokenizer.ReadMemory(document.Text)).Select(hit => (hit.Segment.Number - 1, In(hit.Segment, hit.Span), hit.Via[0]));
    }

    private static TextSpan In(Segment segment, TextSpan span) => new(span.Start - segment.Span.Start, span.End - segment.Span.Start);

    private static Segment AsSegment(Turn turn, int index, ResultSegment segment) => new()
    {
        Number = index + 1,
        Id = segment.Id,
        Span = turn.Span,
        Layer = turn.Layer,
        Speaker = turn.Speaker,
        Codable = true, // else nobody would look
        Language = segment.Language,
        Words = default,
    };
}
