using System.Globalization;
using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Reporting.Sections;

/// <summary>How the results were made.</summary>
internal sealed class MakingSection(RunRecord run, Totals totals) : IReportSection
{
    public IEnumerable<ReportBlock> Blocks() =>
    [
        new ReportBlock.Heading(2, "How this was made"),
        new ReportBlock.Bullets(
        [
            $"spancoder {run.Version}, unit of coding: {run.Unit}",
            run.Interviewers is [] ? "interviewers: as their labels say" : $"interviewers: as their labels say, and {string.Join(", ", run.Interviewers)}",
            .. run.Codebooks.Select(book => $"codebook: {book.Id} {book.Version}, {Counted.Of(book.Codes, "code")}, {Counted.Of(book.Rules, "rule")}, SHA-256 {book.Hash}"),
            .. run.CodingFiles == 0 ? [] : new[] { $"people: {PeopleInWords()}" },
            .. run.Samples.Select(sample => $"sample: {sample}"),
            "what every file was, with its hash, stands in run.json; every place where a rule was found, in hits.jsonl",
        ]),
    ];

    private string PeopleInWords() => totals.People.Count == 0
        ? "nobody judged a segment of these documents"
        : string.Join("; ", totals.People.Select(person => $"{person.Key}, {Counted.Of(person.Value.Judged, "segment")}{(person.Value.Unsure > 0 ? $", unsure in {person.Value.Unsure.ToString(CultureInfo.InvariantCulture)} more" : "")}"));
}
