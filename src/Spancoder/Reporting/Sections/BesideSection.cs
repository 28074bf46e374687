using Spancoder.Agreement;
using Spancoder.Agreement.Figures;
using Spancoder.Agreement.Resampling;
using Spancoder.Codebooks;
using Spancoder.Reporting.Agreements;
using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Reporting.Sections;

/// <summary>What the machine says beside people, where both looked.</summary>
internal sealed class BesideSection(RunRecord run, ReportScope scope) : IReportSection
{
    private const int Absent = 0, Present = 1;
    private const int Replicates = 2_000; // of the bootstrap: for twenty codes and more, each time a report is made

    private static readonly string[] Coders = ["people", "machine"];
    private static readonly string[] Categories = ["absent", "present"];

    private readonly IReadOnlyList<Code> _codes = [.. run.Codes.Where(scope.Has)];
    private readonly List<int> _documentOf = [];
    private readonly List<(IReadOnlySet<Code> People, IReadOnlySet<Code> Machine)> _judged = [];
    private int _documents;

    public void Add(CountedDocument document)
    {
        foreach (var segment in document.Codable)
        {
            if (segment is not { ByPeople: { } people, ByMachine: { } machine }) continue;

            _judged.Add((people, machine));
            _documentOf.Add(_documents);
        }

        _documents++;
    }

    public IEnumerable<ReportBlock> Blocks()
    {
        if (_judged is []) yield break;

        var figures = _codes.Select(FiguresOf).ToList();
        yield return new ReportBlock.Heading(2, "Machine beside people");
        if (run.HasModel) yield return new ReportBlock.Paragraph("The model learned from segments that people judged, and these are among them: here it looks better than it is. What it does where it did not learn stands in the section before.");
        yield return TableOf(figures);
        yield return new ReportBlock.Picture("agreement", run.HasModel ? "How far the machine agrees with people, also where it learned from them" : "How far the machine agrees with people", "Krippendorff's alpha of each code, with its 95 % interval where there is one, and lines at 0.667 and 0.8. The figures stand in the table above.",
            new Drawing.Points([.. figures.Select(PointOf)], "Krippendorff's alpha", -1, 1, [0.667, 0.8]));
    }

    private CodeFigures FiguresOf(Code code)
    {
        var values = _judged.SelectMany(judged => new[] { judged.People.Contains(code) ? Present : Absent, judged.Machine.Contains(code) ? Present : Absent }).ToArray();
        return CodeFigures.Of(code.Id, new(Coders, Categories, values), Frame.Pairable, patterns => Bootstrap.OverDocuments(patterns, _documentOf, _documents, new() { Replicates = Replicates }));
    }

    private ReportBlock.Table TableOf(List<CodeFigures> figures) => new(
        [new("code", IsNumber: false), new("people"), new("machine"), new("both"), new("only people") { Key = "only_people" }, new("only machine") { Key = "only_machine" }, new("same"), new("alpha"), new("95 %", IsNumber: true) { Key = "alpha_interval" }],
        [.. figures.Select((code, index) => (IReadOnlyList<Cell>)RowOf(code, _codes[index]))],
        $"Over the {Counted.Of(_judged.Count, "segment")} that both judged. A code counts where it, or one below it, was given; of several people, where any of them gave it. Same: the share on which both say the same. "
        + "Alpha: Krippendorff's, nominal, of the code as absent or present; n/a where nobody, or everybody always, gave it. Intervals: percentile bootstrap over documents, 2000 replicates.")
    {
        Id = "machine-beside-people",
    };

    private Cell[] RowOf(CodeFigures figures, Code code)
    {
        var both = _judged.Count(judged => judged.People.Contains(code) && judged.Machine.Contains(code));
        var (people, machine) = (figures.ByCoder[0].Present, figures.ByCoder[1].Present);
        return
        [
            code.Id, Cell.Count(people, Selection.Where("code", code.Id).And("judged", "yes")), Cell.Count(machine), Cell.Count(both), Cell.Count(people - both), Cell.Count(machine - both),
            Cell.Share(_judged.Count - (people - both) - (machine - both), _judged.Count),
            figures.Alpha.Value is { } alpha ? new Cell(FigureText.Of(figures.Alpha)) { Value = alpha } : Cell.Undefined, FigureText.Of(figures.AlphaInterval),
        ];
    }

    private static Bar PointOf(CodeFigures code) => code.AlphaInterval.Reason is null
        ? new(code.Code, "", FigureText.Of(code.Alpha), code.Alpha.Value, code.AlphaInterval.Low, code.AlphaInterval.High)
        : new(code.Code, "", FigureText.Of(code.Alpha), code.Alpha.Value);
}
