using Spancoder.Codebooks;
using Spancoder.Learning;
using Spancoder.Segmenting;

namespace Spancoder.Coders;

/// <summary>A segment that people judged, with all that is needed to learn from it and to see how a machine does on it. It holds no words.</summary>
internal sealed record JudgedSegment
{
    /// <summary>With the labels that are taken for right.</summary>
    public required LabelledSegment Lesson { get; init; }

    public required string Language { get; init; }

    public required Layer Layer { get; init; }

    public required RulesSay Rules { get; init; }

    /// <summary>What everybody said who can tell, in order of coder.</summary>
    public required IReadOnlyList<Judgement> People { get; init; }
}

/// <summary>Gathers what people judged, a document at a time.</summary>
/// <param name="coder">Whose judgements are taken for right; null for all: a segment has a code that more than half of them gave it, and has not one that fewer gave it.</param>
/// <param name="withSample">Also those that were drawn by chance. Who corrects a machine's frequencies by them must not let it learn from them: it knows them better than the others.</param>
internal sealed class JudgedSegments(Codebook codebook, string? coder, bool withSample = true)
{
    private readonly RuleCoder _rules = new(codebook);
    private readonly List<JudgedSegment> _segments = [];
    private readonly SortedSet<string> _documents = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _coders = new(StringComparer.Ordinal);

    /// <summary>In the order of <see cref="LabelledSegment.InOrder"/>.</summary>
    public IReadOnlyList<JudgedSegment> InOrder => LabelledSegment.InOrder(_segments, segment => segment.Lesson);

    /// <summary>The documents of which there is something to learn: SHA-256 of their bytes, in order.</summary>
    public IReadOnlyCollection<string> Documents => _documents;

    /// <summary>Those whose judgements are taken for right, and how many segments each of them judged.</summary>
    public IReadOnlyDictionary<string, int> Coders => _coders;

    /// <summary>Segments that were looked at, and could not be told.</summary>
    public int Unsure { get; private set; }

    /// <summary>Segments that were drawn by chance, and are left out.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Segments that were drawn by chance, and are not left out.</summary>
    public int Drawn { get; private set; }

    /// <param name="coded">With features.</param>
    public void Add(CodedDocument coded)
    {
        if (coded.ByHand.Codings is []) return;

        var hits = coded.Hits.ToLookup(hit => hit.Segment.Number);
        foreach (var (index, segment) in coded.Segmented.Segments.Where(segment => segment.Codable).Index())
        {
            List<Judgement> all = [.. coded.ByHand.Of(segment)];
            List<Judgement> right = [.. all.Where(judgement => coder is null || judgement.Coder == coder)];
            List<Judgement> told = [.. right.Where(judgement => judgement.Codes is not null)];
            if (right.Count > 0 && told is []) Unsure++;
            if (told is []) continue;

            var isDrawn = coded.ByHand.IsDrawn(segment);
            if (isDrawn && !withSample)
            {
                LeftOut++;
                continue;
            }

            if (isDrawn) Drawn++;
            _documents.Add(coded.Segmented.Document.Facts.Hash);
            foreach (var judgement in told) _coders[judgement.Coder] = _coders.GetValueOrDefault(judgement.Coder) + 1;
            _segments.Add(new()
            {
                Lesson = new(coded.Segmented.Document.Id, segment.Number, SegmentHash.Of(segment.Span.In(coded.Segmented.Document.Text)), coded.Features[index], LabelsOf(told)),
                Language = segment.Language,
                Layer = segment.Layer,
                Rules = _rules.Say([.. hits[segment.Number]]),
                People = [.. all.Where(judgement => judgement.Codes is not null)],
            });
        }
    }

    private bool?[] LabelsOf(List<Judgement> told)
    {
        var said = told.ConvertAll(judgement => (judgement.Codebooks, Codes: WithThoseAbove(judgement.Codes!, codebook))); // they can tell
        return [.. codebook.Codes.Select(LabelOf)];

        // Who coded with another codebook says nothing of this code.
        bool? LabelOf(Code code)
        {
            var of = said.FindAll(judgement => judgement.Codebooks.Count == 0 || judgement.Codebooks.Contains(codebook.PartOf(code.Id).Id));
            var yes = of.Count(judgement => judgement.Codes.Contains(code));
            return 2 * yes == of.Count ? null : 2 * yes > of.Count;
        }
    }

    /// <summary>Whoever gives a code says with it that those above it apply.</summary>
    public static HashSet<Code> WithThoseAbove(IEnumerable<string> ids, Codebook codebook)
    {
        HashSet<Code> codes = [];
        foreach (var id in ids)
        {
            for (var code = codebook.Find(id); code is not null; code = code.Parent) codes.Add(code);
        }

        return codes;
    }
}
