using System.Globalization;
using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Reporting.Sections;

/// <summary>The first page: what was coded, by whom, and what has to be known of it.</summary>
internal sealed class SummarySection(RunRecord run, ReportScope scope, Totals totals) : IReportSection
{
    public IEnumerable<ReportBlock> Blocks()
    {
        var whole = totals.Whole;
        yield return new ReportBlock.Heading(1, "Coding report");
        if (!scope.IsEverything) yield return new ReportBlock.Paragraph($"A part of the study: {string.Join("; ", scope.InWords())}. Everything below is about this part, but for how the whole was read and made.");
        yield return new ReportBlock.Paragraph($"{Counted.Of(totals.Documents, "document")}, cut into {Counted.Of(whole.Segments, "segment")}, of which {Number(whole.Codable)} can be coded "
            + "(not interviewers, memos, headings, events and back-channels). "
            + $"{CodersInWords}{(scope.HasMachine ? " of" : " with")} {CodebooksInWords} gave a code to {Number(whole.Coded)} of them, "
            + $"{Cell.Share(whole.Coded, whole.Codable)}, which hold {Cell.Share(whole.CodedWords, whole.CodableWords)} of the words.");
        if (whole.Judged > 0) yield return new ReportBlock.Paragraph(WhoseWordCounts(whole));

        if (scope.HasMachine)
        {
            yield return new ReportBlock.Paragraph(run.HasModel
                ? "What a machine codes is a first sorting, not a finding: see how good it is, and read the passages."
                : "Codes given by rules show where certain words stand. They are a first sorting, not a finding: read the passages.");
        }

        foreach (var block in Listed("What could not be read or found", run.Problems)) yield return block;
        foreach (var block in Listed("What was guessed, skipped or left out", run.Notices)) yield return block;
    }

    private static IEnumerable<ReportBlock> Listed(string title, IReadOnlyList<string> lines) => lines is [] ? [] : [new ReportBlock.Heading(2, title), new ReportBlock.Bullets(lines)];

    private string WhoseWordCounts(Tally whole)
    {
        var people = totals.People.Where(person => person.Value.Judged > 0).Select(person => $"{person.Key} {Number(person.Value.Judged)}");
        var said = $"People judged {Counted.Of(whole.Judged, "segment")} ({string.Join(", ", people)}): there all tables count what they say, whatever {(run.HasModel ? "the model says" : "the rules say")}, and where they differ, each code that any of them gave.";
        if (whole.Judged == whole.Codable) return said;

        return $"{said} The other codable segments, {Number(whole.Codable - whole.Judged)}, count by {(run.HasModel ? "the model" : "the rules")}. "
            + $"People gave a code to {Cell.Share(whole.CodedByPeople, whole.Judged)} of what they judged, the machine to {Cell.Share(whole.Coded - whole.CodedByPeople, whole.Codable - whole.Judged)} of the rest: parts of the study may differ because of who coded them, and tables say how much of each people judged.";
    }

    private string CodersInWords => (run.HasModel, totals.Whole.Judged > 0) switch
    {
        _ when !scope.HasMachine => "People",
        (true, _) when scope.By is ["rules"] => "What a model left to the rules",
        (true, true) => "People, and a model that learned the codes",
        (true, false) => "A model that learned the codes",
        (false, true) => "People and the rules",
        (false, false) => "The rules",
    };

    private string CodebooksInWords => (run.Codebooks.Count == 1 ? "the codebook " : "the codebooks ") + string.Join(" and ", run.Codebooks.Select(book => $"\"{book.Title}\" (version {book.Version})"));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
