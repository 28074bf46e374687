using Spancoder.Codebooks;
using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>Passages that show each code: those that show it best, and one that shows where it ends.</summary>
internal sealed class QuotationSection(RunRecord run, ReportScope scope) : IReportSection
{
    private const int MostTypical = 3;

    // People's word before a machine's, and what both say before either: no score reaches so high.
    private const double ByPeople = 1_000_000, ByBoth = 2_000_000;

    private readonly Dictionary<Code, Best> _typical = run.Codes.ToDictionary(code => code, _ => new Best(MostTypical));
    private readonly Dictionary<Code, Best> _contrasting = run.Codes.ToDictionary(code => code, _ => new Best(MostTypical + 1)); // one is left, whichever documents are typical
    private readonly Dictionary<string, Code> _codes = run.Codes.ToDictionary(code => code.Id);

    public void Add(CountedDocument document)
    {
        foreach (var segment in document.Codable)
        {
            foreach (var ofCode in segment.Segment.Codings.Where(coding => coding.HasEvidence && scope.Has(coding)).GroupBy(coding => coding.Code))
            {
                if (_codes.TryGetValue(ofCode.Key, out var code) && segment.Codes.Contains(code)) Offer(document, segment, code, [.. ofCode]);
            }
        }
    }

    public IEnumerable<ReportBlock> Blocks()
    {
        var codes = run.Codes.Where(scope.Has).ToList();
        yield return new ReportBlock.Heading(2, "Quotations");
        yield return new ReportBlock.Paragraph(
            $"Of each code at most {MostTypical} that are typical: what people and the machine both coded so, then what people did, then what the machine did, of these by its score; one of a document, so that they are spread over documents and speakers, and of equals the earlier. "
            + "After them one that contrasts, of another document: one that is negated or tells of something that failed or was blocked, and where there is none the one that the machine gave with the lowest score. "
            + "In bold the passage on which the code rests; above it what leads up to it, memos left out; below it where it stands, who gave the code, and on what ground.");
        foreach (var code in codes.Where(code => _typical[code].InOrder.Count > 0))
        {
            yield return new ReportBlock.Heading(3, $"{code.Id} {code.Name}");
            var typical = _typical[code].InOrder;
            foreach (var quotation in typical) yield return quotation.Block;
            if (_contrasting[code].InOrder.FirstOrDefault(quotation => typical.All(other => other.Document != quotation.Document)) is not { } contrasting) continue;

            yield return new ReportBlock.Paragraph("In contrast:");
            yield return contrasting.Block;
        }

        var without = codes.Where(code => _typical[code].InOrder.Count == 0).Select(code => code.Id).ToList();
        if (without.Count > 0) yield return new ReportBlock.Paragraph($"Never given by themselves: {string.Join(", ", without)}.");
    }

    private void Offer(CountedDocument document, CountedSegment segment, Code code, IReadOnlyList<ResultCoding> codings)
    {
        var byHand = codings.FirstOrDefault(coding => coding.IsByHand);
        var byMachine = codings.FirstOrDefault(coding => !coding.IsByHand);
        var quoted = byHand ?? byMachine!; // one of the two is there
        var score = (byMachine?.Score ?? 0) + ((segment.IsJudged, byMachine) switch
        {
            (false, _) => 0,
            (true, null) => ByPeople,
            _ => ByBoth, // they may have said so by a code below it
        });
        var isAgainst = codings.Any(coding => coding.Negated == true || coding.Status.Any(status => status is "failed" or "blocked"));
        var reason = byHand is null && segment.IsJudged ? "people say so too" : "";
        if (!isAgainst) _typical[code].Offer(score, document.Id, () => Quotation.Of(document, segment.Segment, quoted, reason));
        if (isAgainst || !segment.IsJudged) _contrasting[code].Offer(isAgainst ? ByPeople - score : -score, document.Id, () => Quotation.Of(document, segment.Segment, quoted, reason));
    }
}
