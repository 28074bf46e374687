using Spancoder.Agreement;
using Spancoder.Agreement.Tables;
using Spancoder.Text;

namespace Spancoder.Reporting.Agreements;

/// <summary>Where coders differ, without coefficients: for those who take differences as something to talk about, and not as error.</summary>
internal static class DifferencesReport
{
    public static Report Of(Judgements judgements)
    {
        List<int> shared = [.. Enumerable.Range(0, judgements.Units.Count).Where(unit => judgements.Coders.Count - judgements.Ratings.Of(unit).Count(Ratings.Missing) > 1)];
        List<int> different = [.. shared.Where(unit => Values(judgements, unit).Distinct().Count() > 1)];
        return new(
        [
            new ReportBlock.Heading(1, "Where coders differ"),
            new ReportBlock.Paragraph($"{Counted.Of(shared.Count, "unit")} of {judgements.Units.Count} were judged by two or more of {Counted.Of(judgements.Coders.Count, "coder")}; on {different.Count} of them they differ. "
                + "No coefficients of agreement were computed, as was asked: differences are listed to be talked about. 'spancoder review disagreements' shows them with their text and reasons."),
            new ReportBlock.Table([new("unit", IsNumber: false), .. judgements.Coders.Select(coder => new Column(coder, IsNumber: false))],
                [.. different.Select(unit => (IReadOnlyList<Cell>)[judgements.Units[unit].Id, .. judgements.Coders.Select((_, coder) => judgements.Ratings.Of(unit)[coder] is >= 0 and var set ? judgements.Sets.NameOf(set) : "")])],
                "Units on which coders differ. NONE: looked, and nothing applies. Empty: not judged, or unsure."),
            .. judgements.Notices is [] ? [] : new ReportBlock[] { new ReportBlock.Bullets([.. judgements.Notices.Select(notice => notice.ToString())]) },
        ]);
    }

    private static IEnumerable<int> Values(Judgements judgements, int unit) => Enumerable.Range(0, judgements.Coders.Count).Select(coder => judgements.Ratings.Of(unit)[coder]).Where(set => set != Ratings.Missing);
}
