namespace Spancoder.Coders;

/// <summary>What people said of one document's segments.</summary>
internal sealed class JudgedDocument
{
    private readonly ILookup<int, Judgement> _bySegment;
    private readonly HashSet<int> _drawn;

    /// <param name="codings">By segment, then coder; a coder's in order of the codebook. Those who looked and found nothing, or cannot tell, have one that says so.</param>
    public JudgedDocument(IReadOnlyList<Coding> codings)
    {
        Codings = codings;
        _drawn = [.. codings.Where(coding => coding.Draw is { IsRandom: true }).Select(coding => coding.Segment.Number)];
        _bySegment = codings.GroupBy(coding => (coding.Segment.Number, coding.Coder))
            .ToLookup(judged => judged.Key.Number, judged => new Judgement(judged.Key.Coder, CodesIn([.. judged])) { Codebooks = CodebooksIn(judged) });
    }

    public static JudgedDocument Nobody { get; } = new([]);

    /// <summary>In reading order.</summary>
    public IReadOnlyList<Coding> Codings { get; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>The judgements of a segment, in order of coder.</summary>
    public IEnumerable<Judgement> Of(Segment segment) => _bySegment[segment.Number];

    /// <summary>The codes that anybody gave it: where people differ, each of them counts. Null where nobody judged it, or none of those who looked can tell.</summary>
    public IReadOnlyList<string>? CodesOf(Segment segment)
    {
        if (Codings is []) return null;

        var told = Of(segment).Select(judgement => judgement.Codes).OfType<IReadOnlyList<string>>().ToList();
        return told is [] ? null : [.. told.SelectMany(codes => codes).Distinct()];
    }

    /// <summary>Whether it is one of a random sample, as the codings of anybody who judged it say.</summary>
    public bool IsDrawn(Segment segment) => _drawn.Contains(segment.Number);

    /// <summary>What <c>--strict</c> asks for.</summary>
    /// <exception cref="InputException">There are notices of what can be mended.</exception>
    public void StopIfAnyNotice()
    {
        List<Problem> problems = [.. Notice.AsProblems(Notices)];
        if (problems.Count > 0) throw new InputException(problems);
    }

    private static HashSet<string> CodebooksIn(IEnumerable<Coding> codings) =>
        [.. codings.Select(coding => coding.Reason).OfType<Reason.ByHand>().SelectMany(reason => reason.Codebook.Split('|', StringSplitOptions.RemoveEmptyEntries)).Select(reference => reference.Split('@')[0])];

    private static IReadOnlyList<string>? CodesIn(IReadOnlyList<Coding> codings) =>
        codings.Any(coding => coding.Code == Coding.Unsure) ? null : [.. codings.Select(coding => coding.Code).Where(code => code != Coding.Nothing)];
}

/// <summary>What one person says of one segment.</summary>
/// <param name="Codes">Ids of codes, and OT where something else applies. Empty: nothing does. Null: they cannot tell, which is as if they had not looked.</param>
internal sealed record Judgement(string Coder, IReadOnlyList<string>? Codes)
{
    /// <summary>Ids of the codebooks that they coded with, as far as their file says; empty where it does not.</summary>
    public IReadOnlySet<string> Codebooks { get; init; } = new HashSet<string>();
}
