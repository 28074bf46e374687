using Spancoder.Codebooks;
using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>Passages that show each code: those that show it best, and one that shows where it ends.</summary>
internal sealed class QuotationSection(RunRecord run, ReportScope scope) : IReportSection
{
    private const int MostTypical = 3;

    // People's word before a machine's, and what both say before either: no score reaches so high.
    private const double ByPeople = 1_000_000, ByBoth = 2_000_000;
    private const double Against = 3_000_000;

    private readonly Dictionary<Code, Best> _typical = run.Codes.ToDictionary(code => code, _ => new Best(MostTypical));
    private readonly Dictionary<Code, Best> _contrasting = run.Codes.ToDictionary(code => code, _ => new Best(MostTypical + 1)); // one is left, whichever documents are typical
    private readonly Dictionary<string, Code> _codes = run.Codes.ToDictionary(code => code.Id);

    public void Add(CountedDocument document)
    {
        foreach (var segment in document.Codable)
        {
            foreach (var code in segment.Codes) Offer(document, segment, code);
        }
    }

    public IEnumerable<ReportBlock> Blocks()
    {
        var codes = run.Codes.Where(scope.Has).ToList();
        var without = codes.FindAll(code => _typical[code].InOrder is [] && _contrasting[code].InOrder is []);
        yield return new ReportBlock.Heading(2, "Quotations");
        yield return new ReportBlock.Paragraph(
            $"Of each code at most {MostTypical} that are typical: what people and the machine both coded so, then what people did, then what the machine did, of these by its score; one of a document, so that they are spread over documents and speakers, and of equals the earlier. "
            + "What is negated, failed or was blocked is never typical: it stands after them, one of another document, in contrast; where there is none, the one that the machine gave with the lowest score where nobody judged; and where there is none of another document, nothing. "
            + "In bold the passage on which the code rests; above it what leads up to it, memos left out; below it where it stands, who gave the code, and on what ground.");
        foreach (var code in codes.Where(code => !without.Contains(code)))
        {
            yield return new ReportBlock.Heading(3, $"{code.Id} {code.Name}");
            var typical = _typical[code].InOrder;
            foreach (var quotation in typical) yield return quotation.Block;
            if (_contrasting[code].InOrder.FirstOrDefault(quotation => typical.All(other => other.Document != quotation.Document)) is not { } contrasting) continue;

            yield return new ReportBlock.Paragraph("In contrast:");
            yield return contrasting.Block;
        }

        if (without.Count > 0) yield return new ReportBlock.Paragraph($"Without a passage of their own: {string.Join(", ", without.Select(code => code.Id))}.");
    }

    // Typical is what the code itself was given to; against it speaks also what became of an act that has a code below it.
    private void Offer(CountedDocument document, CountedSegment segment, Code code)
    {
        var within = segment.Segment.Codings.Where(coding => coding.HasEvidence && scope.Has(coding) && _codes.TryGetValue(coding.Code, out var given) && given.IsWithin(code) && segment.Codes.Contains(given)).ToList();
        var own = within.Where(coding => coding.Code == code.Id).ToList();
        var byMachine = own.Find(coding => !coding.IsByHand);
        if (within.Find(IsAgainst) is { } against)
        {
            _contrasting[code].Offer(Against + (segment.IsJudged ? 1 : 0), document.Id, () => Quotation.Of(document, segment.Segment, against));
            return;
        }

        if (own is []) return;
        var quoted = own.Find(coding => coding.IsByHand) ?? own[0];
        var score = (byMachine?.Score ?? 0) + (!segment.IsJudged ? 0 : byMachine is null ? ByPeople : ByBoth); // people may have said so by a code below it
        var others = !segment.IsJudged ? "" : quoted.IsByHand ? byMachine is null ? "" : $"{byMachine.Coder} says so too" : "people say so too";
        _typical[code].Offer(score, document.Id, () => Quotation.Of(document, segment.Segment, quoted, others));
        if (!segment.IsJudged) _contrasting[code].Offer(-score, document.Id, () => Quotation.Of(document, segment.Segment, quoted));
    }

    private static bool IsAgainst(ResultCoding coding) => coding.Negated == true || coding.Status.Any(status => status is "failed" or "blocked");
}
