using System.Globalization;
using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Reporting.Sections;

/// <summary>How often each code was given, in how many documents, by how many voices, and in how much of the text.</summary>
internal sealed class FrequencySection(RunRecord run, ReportScope scope, Totals totals) : IReportSection
{
    public IEnumerable<ReportBlock> Blocks()
    {
        var whole = totals.Whole;
        var codes = run.Codes.Where(scope.Has).ToList();
        yield return new ReportBlock.Heading(2, "Frequencies");
        yield return new ReportBlock.Picture("frequencies", "How often each code was given", $"The share of {Counted.Of(whole.Codable, "codable segment")} that has each code, in the order of the codebook. The figures stand in the table below.",
            new Drawing.Bars([.. codes.Select(code => BarOf(code, whole))], "share of codable segments", IsShare: true));
        yield return new ReportBlock.Table(
            [
                new("code", IsNumber: false), new("name", IsNumber: false), new("segments"), new("of codable") { Key = "of_codable" }, new("documents"), new("speakers"), new("words"), new("of words") { Key = "of_words" },
                .. whole.Judged > 0 ? [new("by people") { Key = "by_people" }] : Array.Empty<Column>(),
            ],
            [.. codes.Select(code => (IReadOnlyList<Cell>)RowOf(code, whole))],
            $"Of {Counted.Of(whole.Codable, "codable segment")} with {whole.CodableWords.ToString("0", CultureInfo.InvariantCulture)} words, in {Counted.Of(totals.Documents, "document")}. "
            + "A code's figures include its sub-codes, and a segment may have several codes. Speakers: voices that were given it, those of two documents counted apart, notes without a speaker left out. A Chinese character counts as half a word."
            + (whole.Judged > 0 ? $" By people: of the segments, those to which people gave the code, of the {whole.Judged.ToString(CultureInfo.InvariantCulture)} that they judged; {(run.HasModel ? "the model" : "the rules")} gave it to the others." : ""))
        {
            Id = "frequencies",
        };
    }

    private static Cell[] RowOf(Codebooks.Code code, Tally whole)
    {
        var count = whole.Of(code);
        return
        [
            code.Id, code.Name.ToString(), Cell.Count(count.Segments, Selection.Where("code", code.Id)), Cell.Share(count.Segments, whole.Codable), Cell.Count(count.Documents), Cell.Count(count.Speakers),
            Cell.Words(count.Words), Cell.Share(count.Words, whole.CodableWords),
            .. whole.Judged > 0 ? [Cell.Count(count.ByPeople, Selection.Where("code", code.Id).And("judged", "yes"))] : Array.Empty<Cell>(),
        ];
    }

    private static Bar BarOf(Codebooks.Code code, Tally whole)
    {
        var count = whole.Of(code).Segments;
        var share = Cell.Share(count, whole.Codable);
        return new(code.Id, code.Name.ToString(), $"{count.ToString(CultureInfo.InvariantCulture)} ({share})", share.Value, Level: Levels(code)) { Of = Selection.Where("code", code.Id) };
    }

    private static int Levels(Codebooks.Code code) => code.Parent is null ? 0 : 1 + Levels(code.Parent);
}
