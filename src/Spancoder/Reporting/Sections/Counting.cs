using Spancoder.Codebooks;
using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>Says which codes count in a segment: those that people gave it, each that any of them gave; where nobody judged it, the machine's.</summary>
/// <param name="codes">Of the codebook.</param>
/// <param name="scope">What the report is about.</param>
internal sealed class Counting(IReadOnlyList<Code> codes, ReportScope scope)
{
    private static readonly HashSet<Code> None = [];

    private readonly Dictionary<string, Code> _codes = codes.ToDictionary(code => code.Id);

    /// <returns>Null for a document that the report is not about, or of which nothing is left.</returns>
    public CountedDocument? Of(ResultDocument document)
    {
        if (!scope.Has(document)) return null;

        IReadOnlyList<CountedSegment> segments = [.. document.Segments.Where(scope.Has).Select(Of).OfType<CountedSegment>()];
        return segments is [] && !scope.IsEverything ? null : new(document, segments);
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
        return new(segment, judgements is [] ? ofMachine ?? None : CodesOf(judgements.SelectMany(judged => judged)), judgements is not []) { ByMachine = ofMachine };
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
