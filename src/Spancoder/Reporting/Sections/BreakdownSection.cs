using Spancoder.Codebooks;
using Spancoder.Reporting.Pictures;
using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>How often the mechanisms were given in the parts of the study that have something in common: a document, a layer, a role, a site, a month.</summary>
internal sealed class BreakdownSection : IReportSection
{
    private const int MostMonths = 36;

    private readonly Totals _totals;
    private readonly IReadOnlyList<Code> _tops;
    private readonly HashSet<string> _names = [];
    private readonly List<Tally> _documents = [];
    private readonly Breakdown _layers = new(), _roles = new(), _languages = new();
    private readonly IReadOnlyList<(string Name, Breakdown Breakdown)> _attributes;

    public BreakdownSection(RunRecord run, ReportScope scope, Totals totals)
    {
        _totals = totals;
        _tops = scope.TopsOf(run);
        _attributes = [.. (scope.Crossed ?? run.AttributeNames).Select(name => (name, new Breakdown()))];
    }

    public void Add(CountedDocument document)
    {
        Tally ofDocument = new(document.Id);
        _documents.Add(ofDocument);
        var ofAttributes = _attributes.Select(attribute => attribute.Breakdown.Of(document.Document.Attributes.GetValueOrDefault(attribute.Name, ""))).ToList();
        foreach (var segment in document.Segments)
        {
            ofDocument.Add(segment, document.Id);
            _layers.Of(Names.Of(segment.Segment.Layer)).Add(segment, document.Id);
            _roles.Of(RoleOf(segment.Segment)).Add(segment, document.Id);
            _languages.Of(segment.Segment.Language).Add(segment, document.Id);
            foreach (var tally in ofAttributes) tally.Add(segment, document.Id);
        }
    }

    public IEnumerable<ReportBlock> Blocks()
    {
        _names.Clear();
        return All();
    }

    private IReadOnlyList<ReportBlock> All() =>
    [
        .. Block("By document", "document", "document", _documents, withDocuments: false),
        .. HeatMap(),
        .. Block("By layer", "layer", "layer", _layers.InOrder),
        .. Block("By speaker's role", "role", "role", _roles.InOrder),
        .. Block("By language of the segment", "language", "language", _languages.InOrder),
        .. _attributes.Where(attribute => attribute.Breakdown.InOrder.Any(tally => tally.Value.Length > 0)).SelectMany(attribute => BlocksOf(attribute.Name, attribute.Breakdown)),
    ];

    /// <summary>As segments are selected by it.</summary>
    public static string RoleOf(ResultSegment segment) => segment.Speaker is { } speaker ? Names.Of(speaker.Role) : "no speaker";

    private IEnumerable<ReportBlock> BlocksOf(string name, Breakdown values)
    {
        var months = values.InOrder.Where(tally => tally.Value.Length > 0).All(tally => IsDate(tally.Value)) ? Months(values) : null;
        return [.. Block($"By attribute: {name}", name, $"attribute.{name}", values.InOrder), .. months is null ? [] : Block($"By time: {name}", months.Value.Unit, $"{months.Value.Unit}.{name}", months.Value.Tallies)];
    }

    // Days are rarely what anybody compares; months are, and over a long time years.
    private static (string Unit, IReadOnlyList<Tally> Tallies)? Months(Breakdown values)
    {
        var months = values.InOrder.Where(tally => tally.Value.Length > 0).Select(tally => tally.Value[..7]).Distinct().Count();
        var (unit, length) = months <= MostMonths ? ("month", 7) : ("year", 4);
        return (unit, [.. values.InOrder.GroupBy(tally => tally.Value.Length > 0 ? tally.Value[..length] : "").Select(part => Tally.Sum(part.Key, [.. part]))]);
    }

    private static bool IsDate(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);

    /// <param name="condition">By which segments of a row are selected.</param>
    private IEnumerable<ReportBlock> Block(string title, string what, string condition, IReadOnlyCollection<Tally> tallies, bool withDocuments = true)
    {
        yield return new ReportBlock.Heading(2, title);
        yield return new ReportBlock.Table(
            [
                new(what, IsNumber: false) { Key = condition }, .. withDocuments ? [new("documents")] : Array.Empty<Column>(), new("segments"), new("codable"), .. _totals.Whole.Judged > 0 ? [new("judged")] : Array.Empty<Column>(), new("coded"),
                .. _tops.SelectMany(code => new Column[] { new(code.Id), new("%") { Key = $"{code.Id}_share" } }),
            ],
            [.. tallies.Select(tally => (IReadOnlyList<Cell>)RowOf(tally, Selection.Where(condition, tally.Value), withDocuments))],
            "Counts are of segments; each % is of the codable segments in its row, and n/a where there are none." + (_totals.Whole.Judged > 0 ? " Judged: by people; the rest counts by the machine." : ""))
        {
            Id = ResultNames.Free($"by-{condition}", _names),
        };
    }

    private Cell[] RowOf(Tally tally, Selection row, bool withDocuments) =>
    [
        tally.Value.Length > 0 ? tally.Value : "(not given)", .. withDocuments ? [Cell.Count(tally.Documents)] : Array.Empty<Cell>(), Cell.Count(tally.Segments), Cell.Count(tally.Codable, row),
        .. _totals.Whole.Judged > 0 ? [Cell.Count(tally.Judged, row.And("judged", "yes"))] : Array.Empty<Cell>(), Cell.Count(tally.Coded, row.And("coded", "yes")),
        .. _tops.SelectMany(code => new[] { Cell.Count(tally.Of(code).Segments, row.And("code", code.Id)), Cell.Share(tally.Of(code).Segments, tally.Codable) }),
    ];

    private IEnumerable<ReportBlock> HeatMap()
    {
        var shown = _documents.Where(tally => tally.Codable > 0).OrderByDescending(tally => tally.Codable).Take(HeatMapLayout.MostRows).OrderBy(tally => tally.Value, StringComparer.Ordinal).ToList();
        if (shown is [] || _tops is []) yield break;

        var cells = shown.Select(tally => (IReadOnlyList<HeatCell>)[.. _tops.Select(code => HeatCellOf(tally, code))]).ToList();
        yield return new ReportBlock.Picture("by-document", "Codes by document",
            $"For each document the share of its codable segments that has each code, the darker the more{(shown.Count < _documents.Count ? $"; the {shown.Count} of {_documents.Count} documents with most codable segments" : "")}. The figures stand in the table above.",
            new Drawing.HeatMap([.. shown.Select(tally => tally.Value)], [.. _tops.Select(code => code.Id)], "share of the document's codable segments", Math.Max(cells.Max(row => row.Max(cell => cell.Value ?? 0)), 0.01), cells) { IsShare = true });
    }

    private static HeatCell HeatCellOf(Tally tally, Code code)
    {
        var share = (double)tally.Of(code).Segments / tally.Codable;
        return new(share, FormattableString.Invariant($"{100 * share:0}")) { Of = Selection.Where("document", tally.Value).And("code", code.Id) };
    }
}
