using Spancoder.Codebooks;
using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Reporting.Sections;

/// <summary>What speaks against the pattern: acts that failed or were blocked, what no code holds, strong cues that were not coded, documents without a mechanism.</summary>
internal sealed class NegativeSection(RunRecord run, ReportScope scope) : IReportSection
{
    private const int MostQuoted = 5;

    private readonly IReadOnlyList<Code> _tops = scope.TopsOf(run);
    private readonly Dictionary<string, Code> _codes = run.Codes.ToDictionary(code => code.Id);
    private readonly Dictionary<string, RuleFacts> _strong = run.Rules.Where(rule => rule is { Strength: Strength.Strong, Code: { } code } && scope.Has(run.Codes.First(known => known.Id == code))).ToDictionary(rule => rule.Id);
    private readonly Dictionary<(string Status, Code Code), int> _statuses = [];
    private readonly Dictionary<Code, List<string>> _without = [];
    private readonly Kind _undone = new(), _other = new(), _uncoded = new();

    public void Add(CountedDocument document)
    {
        foreach (var top in _tops.Where(top => document.Codable.Any() && !document.Segments.Any(segment => segment.Codes.Contains(top))))
        {
            if (!_without.TryGetValue(top, out var documents)) _without.Add(top, documents = []);
            documents.Add(document.Id);
        }

        foreach (var segment in document.Codable)
        {
            AddStatuses(document, segment);
            if (segment.Segment.Codings.FirstOrDefault(coding => coding.Code == Coding.Other && scope.Has(coding)) is { } other) _other.Add(document, segment.Segment, other);
            if (segment.Codes.Count == 0 && segment.Segment.Hits.FirstOrDefault(hit => _strong.ContainsKey(hit.Rule)) is { } cue) _uncoded.Add(document, segment.Segment, CueOf(cue, segment));
        }
    }

    public IEnumerable<ReportBlock> Blocks()
    {
        yield return new ReportBlock.Heading(2, "Negative cases");
        yield return new ReportBlock.Paragraph($"What does not fit, so that nobody has to look for it. Of each kind at most {MostQuoted} passages, one of a document, in order of the documents.");
        foreach (var block in Statuses()) yield return block;
        foreach (var block in Quoted("What no code holds", $"People gave {Coding.Other} (something applies for which the codebook has no code) to {Counted.Of(_other.Count, "segment")}.", _other)) yield return block;
        foreach (var block in Quoted("Strong cues, and no code", $"In {Counted.Of(_uncoded.Count, "segment")} a strong rule was found, and no code counts: people looked and found nothing, or what speaks for the code was outweighed.", _uncoded)) yield return block;
        foreach (var block in Without()) yield return block;
    }

    private void AddStatuses(CountedDocument document, CountedSegment segment)
    {
        foreach (var ofCode in segment.Segment.Codings.Where(coding => coding.Status.Count > 0 && scope.Has(coding) && coding.IsByHand == segment.IsJudged).GroupBy(coding => coding.Code))
        {
            if (!_codes.TryGetValue(ofCode.Key, out var code) || !segment.Codes.Contains(code)) continue;

            foreach (var status in ofCode.SelectMany(coding => coding.Status).Distinct()) Count(status, code);
            if (ofCode.FirstOrDefault(coding => coding.Status.Any(status => status is "failed" or "blocked")) is { } undone) _undone.Add(document, segment.Segment, undone);
        }
    }

    private void Count(string status, Code code)
    {
        if (_tops.FirstOrDefault(code.IsWithin) is { } top) _statuses[(status, top)] = _statuses.GetValueOrDefault((status, top)) + 1;
    }

    private static ResultCoding CueOf(ResultHit cue, CountedSegment segment) =>
        new(Coding.Nothing, "rules", "rules", null, cue.Span, segment.IsJudged ? $"{cue.Rule} was found; people gave no code" : $"{cue.Rule} was found{(cue.IsNegated ? ", negated" : "")}; it was not enough");

    private IEnumerable<ReportBlock> Statuses()
    {
        yield return new ReportBlock.Heading(3, "What became of the acts");
        yield return new ReportBlock.Table(
            [new("status", IsNumber: false), .. _tops.Select(top => new Column(top.Id))],
            [.. Coding.Statuses.Select(status => (IReadOnlyList<Cell>)[status, .. _tops.Select(top => Cell.Count(_statuses.GetValueOrDefault((status, top))))])],
            "Counts of codes given to segments, by the status that whoever counts there gave them: people where they judged, the rules elsewhere, which mark only what words show; sub-codes count at the top of their branch. Most codes have no status: nobody said.")
        {
            Id = "statuses",
        };
        foreach (var quotation in _undone.Quotations) yield return quotation.Block;
    }

    private static IEnumerable<ReportBlock> Quoted(string title, string said, Kind kind)
    {
        yield return new ReportBlock.Heading(3, title);
        yield return new ReportBlock.Paragraph(said);
        foreach (var quotation in kind.Quotations) yield return quotation.Block;
    }

    private IEnumerable<ReportBlock> Without()
    {
        yield return new ReportBlock.Heading(3, "Documents without a mechanism");
        yield return new ReportBlock.Table(
            [new("code", IsNumber: false), new("documents")],
            [.. _tops.Select(top => (IReadOnlyList<Cell>)[top.Id, Cell.Count(_without.GetValueOrDefault(top)?.Count ?? 0)])],
            "Documents with something that can be coded, in which no segment has the code or one below it.")
        {
            Id = "documents-without",
        };
        if (_without.Count > 0) yield return new ReportBlock.Bullets([.. _tops.Where(_without.ContainsKey).Select(top => $"without {top.Id}: {Listed(_without[top])}")]);
    }

    private static string Listed(List<string> documents)
    {
        const int Most = 30;
        return string.Join(", ", documents.Take(Most)) + (documents.Count > Most ? $" and {documents.Count - Most} more" : "");
    }

    private sealed class Kind
    {
        private readonly List<Quotation> _quotations = [];

        public int Count { get; private set; }

        public IReadOnlyList<Quotation> Quotations => _quotations;

        public void Add(CountedDocument document, ResultSegment segment, ResultCoding coding)
        {
            Count++;
            if (_quotations.Count < MostQuoted && !_quotations.Exists(quotation => quotation.Document == document.Id)) _quotations.Add(Quotation.Of(document, segment, coding));
        }
    }
}
