using Spancoder.Codebooks;
using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>Says which codes count in a segment: those that people gave it, each that any of them gave; where nobody judged it, the machine's.</summary>
/// <param name="run">Whose codes.</param>
/// <param name="scope">What the report is about.</param>
internal sealed class Counting(RunRecord run, ReportScope scope)
{
    private static readonly HashSet<Code> None = [];

    private readonly Dictionary<string, Code> _codes = run.Codes.ToDictionary(code => code.Id);

    /// <returns>Null for a document that the report is not about, or of which nothing is left that can be coded.</returns>
    public CountedDocument? Of(ResultDocument document)
    {
        if (!scope.Has(document)) return null;

        IReadOnlyList<CountedSegment> segments = [.. document.Segments.Where(scope.Has).Select(Of).OfType<CountedSegment>()];
        if (!scope.IsEverything && !segments.Any(segment => segment.Segment.Codable)) return null;

        return new(document, segments) { Shown = scope.Speakers is [] ? document.Segments : [.. segments.Select(segment => segment.Segment)] };
    }

    private CountedSegment? Of(ResultSegment segment)
    {
        var codings = scope.IsEverything ? segment.Codings : [.. segment.Codings.Where(scope.Has)];
        var judgements = codings.Where(coding => coding.IsByHand).GroupBy(coding => coding.Coder).Where(judged => !judged.Any(coding => coding.Code == Coding.Unsure)).ToList();
        var byMachine = codings.Where(coding => !coding.IsByHand).ToList();

        // Who asks for some coders only means what these looked at.
        if (segment.Codable && scope.Coders is not [] && judgements is [] && byMachine is []) return null;
        if (segment.Codable && scope.By is ["hand"] && judgements is []) return null;

        var ofMachine = byMachine is [] ? null : CodesOf(byMachine);
        var ofPeople = judgements is [] ? null : CodesOf(judgements.SelectMany(judged => judged));
        return new(segment, Counted(ofPeople, ofMachine, judgements.SelectMany(judged => judged)), judgements is not []) { ByPeople = ofPeople, ByMachine = ofMachine };
    }

    // People's word is of the codebooks that they coded with, where they say with which; of others the machine's counts.
    private HashSet<Code> Counted(HashSet<Code>? ofPeople, HashSet<Code>? ofMachine, IEnumerable<ResultCoding> byPeople)
    {
        if (ofPeople is null) return ofMachine ?? None;
        if (ofMachine is null || run.Codebooks.Count == 1) return ofPeople;

        var used = byPeople.SelectMany(coding => coding.Codebook.Split('|')).Select(reference => reference.Split('@')[0]).ToHashSet();
        return used.Contains("") ? ofPeople : [.. ofPeople, .. ofMachine.Where(code => !used.Contains(run.Codebooks[run.CodebookOf(code)].Id))];
    }

    // A code counts for all above it, and each once.
    private HashSet<Code> CodesOf(IEnumerable<ResultCoding> codings)
    {
        HashSet<Code>? given = null;
        foreach (var coding in codings)
        {
            for (var code = _codes.GetValueOrDefault(coding.Code); code is not null; code = code.Parent)
            {
                if (scope.Has(code)) (given ??= []).Add(code);
            }
        }

        return given ?? None;
    }
}
