using Spancoder.Codebooks;

namespace Spancoder.Review.Next;

/// <summary>Which segments a person should look at next: some drawn by chance, the others picked for what speaks for looking at them.</summary>
/// <remarks>Documents are added in order of id. It holds no text: who wants to show the segments reads their documents again.</remarks>
internal sealed class NextSegments(NextRequest request, Codebook codebook)
{
    private readonly RandomDraw _draw = new(request.Seed, request.Random);
    private readonly List<Candidate> _withGrounds = [];
    private readonly int[] _eligible = new int[GroundKinds.InOrder.Count];

    public NextRequest Request => request;

    public int Codable { get; private set; }

    /// <summary>How many could be drawn by chance: those codable that are not judged.</summary>
    public int Frame => _draw.Frame;

    public int EligibleOf(GroundKind kind) => _eligible[(int)kind];

    /// <param name="document">Its id.</param>
    /// <param name="segments">Its codable segments, in reading order.</param>
    public void Add(string document, IEnumerable<ExaminedSegment> segments)
    {
        foreach (var examined in segments)
        {
            Candidate candidate = new(document, examined.Segment.Number, [.. examined.Grounds.Select(ground => (ground.Kind, ground.Codes))]);
            Codable++;
            if (!examined.IsJudged) _draw.Offer(candidate);
            if (candidate.Grounds is []) continue;

            _withGrounds.Add(candidate);
            foreach (var ground in candidate.Grounds) _eligible[(int)ground.Kind]++;
        }
    }

    /// <summary>The list. Those drawn by chance are spread evenly over it, and between them the kinds of grounds take turns.</summary>
    /// <returns>Each segment once. Fewer than asked for where there are no more.</returns>
    public IReadOnlyList<Pick> InOrder()
    {
        var drawn = _draw.Drawn;
        var picked = PickFor(request.Number - request.Random, drawn);
        var all = drawn.Count + picked.Count;
        List<Pick> list = [];
        var fromDraw = 0;
        for (var place = 1; place <= all; place++)
        {
            var isDrawn = (long)place * drawn.Count / all > fromDraw;
            list.Add(isDrawn ? new(drawn[fromDraw++], true) : new(picked[place - 1 - fromDraw], false));
        }

        return list;
    }

    /// <summary>The same in an order that tells nothing of why a segment is there.</summary>
    public IReadOnlyList<Pick> InBlindOrder() =>
        [.. InOrder().OrderBy(pick => Chance.Of(request.Seed, "order", pick.Candidate.Segment)).ThenBy(pick => pick.Candidate.Segment, StringComparer.Ordinal)];

    private List<Candidate> PickFor(int number, IReadOnlyList<Candidate> drawn)
    {
        List<Code> codes = [.. codebook.Codes.Where(code => request.Code is not { } only || code.IsWithin(only))];
        Queue<KindQueue> kinds = new(GroundKinds.InOrder.Select(kind => new KindQueue(kind, _withGrounds, codes)));
        HashSet<Candidate> onList = [.. drawn];
        var ofDocument = drawn.CountBy(candidate => candidate.Document).ToDictionary();
        List<Candidate> picked = [];
        while (picked.Count < number && kinds.TryDequeue(out var kind))
        {
            if (kind.Next(onList, ofDocument) is not { } next) continue;

            kinds.Enqueue(kind);
            picked.Add(next);
            onList.Add(next);
            ofDocument[next.Document] = ofDocument.GetValueOrDefault(next.Document) + 1;
        }

        return picked;
    }
}

/// <summary>A segment on the list.</summary>
/// <param name="IsRandom">Drawn by chance. It may have grounds as well.</param>
internal sealed record Pick(Candidate Candidate, bool IsRandom);
