using Spancoder.Codebooks;
using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>How often the mechanisms were given in the parts of the study that have something in common: a document, a layer, a role, a site, a month.</summary>
internal sealed class BreakdownSection : IReportSection
{
    private const int MostMonths = 36;

    private readonly IReadOnlyList<Code> _codes;
    private readonly IReadOnlyList<Code> _tops;
    private readonly List<Tally> _documents = [];
    private readonly Breakdown _layers = new(), _roles = new(), _languages = new();
    private readonly IReadOnlyList<(string Name, Breakdown Breakdown)> _attributes;

    public BreakdownSection(RunRecord run, ReportScope scope)
    {
        _codes = run.Codes;
        _tops = [.. run.Tops.Where(top => run.Codes.Any(code => ReferenceEquals(code.Top, top) && scope.Has(code)))];
        _attributes = [.. (scope.Crossed ?? run.AttributeNames).Select(name => (name, new Breakdown()))];
    }

    public void Add(CountedDocument document)
    {
        Tally ofDocument = new(document.Id, _codes);
        _documents.Add(ofDocument);
        var ofAttributes = _attributes.Select(attribute => attribute.Breakdown.Of(document.Document.Attributes.GetValueOrDefault(attribute.Name, ""), _codes)).ToList();
        foreach (var segment in document.Segments)
        {
            ofDocument.Add(segment, document.Id);
            _layers.Of(Names.Of(segment.Segment.Layer), _codes).Add(segment, document.Id);
            _roles.Of(RoleOf(segment.Segment), _codes).Add(segment, document.Id);
            _languages.Of(segment.Segment.Language, _codes).Add(segment, document.Id);
            foreach (var tally in ofAttributes) tally.Add(segment, document.Id);
        }
    }

    public IEnumerable<ReportBlock> Blocks() =>
    [
        .. Block("By document", "document", "document", _documents),
        .. HeatMap(),
        .. Block("By layer", "layer", "layer", _layers.InOrder),
        .. Block("By speaker's role", "role", "role", _roles.InOrder),
        .. Block("By language", "language", "language", _languages.InOrder),
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
        var months = values.InOrder.Select(tally => tally.Value.Length > 0 ? tally.Value[..7] : "").Distinct().Count();
        var (unit, length) = months <= MostMonths ? ("month", 7) : ("year", 4);
        return (unit, [.. values.InOrder.GroupBy(tally => tally.Value.Length > 0 ? tally.Value[..length] : "").Select(part => Tally.Sum(part.Key, [.. part]))]);
    }

    private static bool IsDate(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);

    /// <param name="condition">By which segments of a row are selected.</param>
    private IEnumerable<ReportBlock> Block(string title, string what, string condition, IReadOnlyCollection<Tally> tallies)
    {
        yield return new ReportBlock.Heading(2, title);
        yield return new ReportBlock.Table(
            [
                new(what, IsNumber: false), new("segments"), new("codable"), new("coded"),
                .. _tops.SelectMany(code => new Column[] { new(code.Id), new("%") { Key = $"{code.Id}_share" } }),
            ],
            [.. tallies.Select(tally => (IReadOnlyList<Cell>)RowOf(tally, Selection.Where(condition, tally.Value)))],
            "Counts are of segments; each % is of the codable segments in its row, and n/a where there are none.")
        {
            Id = $"by-{condition}",
        };
    }

    private Cell[] RowOf(Tally tally, Selection row) =>
    [
        tally.Value.Length > 0 ? tally.Value : "(not given)", Cell.Count(tally.Segments), Cell.Count(tally.Codable, row), Cell.Count(tally.Coded, row.And("coded", "yes")),
        .. _tops.SelectMany(code => new[] { Cell.Count(tally.Of(code).Segments, row.And("code", code.Id)), Cell.Share(tally.Of(code).Segments, tally.Codable) }),
    ];

    private IEnumerable<ReportBlock> HeatMap()
    {
        const int MostRows = 60;
        var shown = _documents.Where(tally => tally.Codable > 0).OrderByDescending(tally => tally.Codable).Take(MostRows).OrderBy(tally => tally.Value, StringComparer.Ordinal).ToList();
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
