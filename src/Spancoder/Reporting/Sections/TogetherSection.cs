using Spancoder.Codebooks;
using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Reporting.Sections;

/// <summary>Which codes stand together, in one segment and in neighbouring ones.</summary>
internal sealed class TogetherSection : IReportSection
{
    private readonly IReadOnlyList<Code> _codes;
    private readonly IReadOnlyList<Code> _tops;
    private readonly CoOccurrence _together;
    private readonly bool _hasNeighbours;

    public TogetherSection(RunRecord run, ReportScope scope)
    {
        _codes = [.. run.Codes.Where(scope.Has)];
        _tops = scope.TopsOf(run);
        _together = new(_codes);
        _hasNeighbours = scope.HasWholeDocuments;
    }

    public void Add(CountedDocument document) => _together.Add(document);

    public IEnumerable<ReportBlock> Blocks()
    {
        if (_codes.Count < 2) yield break;

        yield return new ReportBlock.Heading(2, "Codes together");
        if (_tops.Count > 1)
        {
            yield return Matrix();
            yield return Picture();
        }

        yield return Pairs();
    }

    private ReportBlock.Table Matrix() => new(
        [new("code", IsNumber: false), .. _tops.Select(code => new Column(code.Id))],
        [.. _tops.Select(first => (IReadOnlyList<Cell>)[first.Id, .. _tops.Select(second => Cell.Count(_together.Same(first, second), SelectionOf(first, second)))])],
        $"Counts of segments, among {Counted.Of(_together.Codable, "codable segment")}. On the diagonal: all segments with that code.")
    {
        Id = "together",
    };

    private ReportBlock.Table Pairs()
    {
        var pairs = _codes.SelectMany((first, index) => _codes.Skip(index).Select(second => (First: first, Second: second))).Where(IsTold);
        return new(
            [
                new("code", IsNumber: false), new("with", IsNumber: false), new("together"), new("expected"), new("c"), new("neighbours"), new("of them expected") { Key = "neighbours_expected" },
            ],
            [.. pairs.Select(pair => (IReadOnlyList<Cell>)RowOf(pair.First, pair.Second))],
            $"Together: segments with both codes, and how many that would be if codes had nothing to do with each other (n1 n2 / N, N = {_together.Codable}). c: the c-coefficient of ATLAS.ti, n12 / (n1 + n2 - n12), from 0 to 1. "
            + (_hasNeighbours ? $"Neighbours: of the {Counted.Of(_together.Neighbours, "pair")} of codable segments that follow each other in a document, those in which one has the one code and the other the other, and how many that would be on average if the segments of each document stood in any order. " : "Neighbours: n/a, since segments are left out between those that count. ")
            + "Pairs at the top of the codebook, and below it those of different branches that stand together somewhere.")
        {
            Id = "together-pairs",
        };
    }

    private bool IsTold((Code First, Code Second) pair) => pair switch
    {
        var (first, second) when _tops.Contains(first) && _tops.Contains(second) => true,
        var (first, second) => !ReferenceEquals(first, second) && !ReferenceEquals(first.Top, second.Top) && !_tops.Contains(first) && !_tops.Contains(second) && _together.Same(first, second) > 0,
    };

    private Cell[] RowOf(Code first, Code second)
    {
        var isSame = ReferenceEquals(first, second);
        return
        [
            first.Id, isSame ? "itself" : second.Id,
            isSame ? "" : Cell.Count(_together.Same(first, second), SelectionOf(first, second)),
            isSame ? "" : Cell.Number(_together.SameByChance(first, second), "0.0"),
            isSame ? "" : _together.Coefficient(first, second).Value is { } c ? Cell.Number(c, "0.000") : Cell.Undefined,
            .. _hasNeighbours ? [Cell.Count(_together.Near(first, second)), Cell.Number(_together.NearByChance(first, second), "0.0")] : new[] { Cell.Undefined, Cell.Undefined },
        ];
    }

    private ReportBlock.Picture Picture()
    {
        var links = _tops.SelectMany((first, index) => _tops.Skip(index + 1).Select((second, after) => (First: index, Second: index + 1 + after)))
            .Where(pair => _together.Same(_tops[pair.First], _tops[pair.Second]) > 0).Select(pair => LinkOf(pair.First, pair.Second));
        return new("together", "Codes that stand together", "The mechanisms, the larger the more segments have them, and a line between two that stand in one segment, the thicker the higher their c-coefficient. The figures stand in the tables.",
            new Drawing.Network([.. _tops.Select(code => new NetworkNode(code.Id, code.Name.ToString(), _together.Same(code, code)) { Of = Selection.Where("code", code.Id) })], [.. links]));
    }

    private NetworkLink LinkOf(int first, int second)
    {
        var both = _together.Same(_tops[first], _tops[second]);
        var strength = _together.Coefficient(_tops[first], _tops[second]).Value ?? 0;
        return new(first, second, strength, FormattableString.Invariant($"{Counted.Of(both, "segment")}, c = {strength:0.000}")) { Of = SelectionOf(_tops[first], _tops[second]) };
    }

    private static Selection SelectionOf(Code first, Code second) => ReferenceEquals(first, second) ? Selection.Where("code", first.Id) : Selection.Where("code", first.Id).And("code", second.Id);
}
