using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Review.Differing;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Review.Adjudication;

/// <summary>Checks a filled sheet against the study it was made of, and makes entries of its decisions.</summary>
/// <remarks>No message holds a cell that is not known to be what it should be, as with people's codings.</remarks>
internal sealed class SheetDecisions
{
    private readonly FilledSheet _sheet;
    private readonly Codebook _codebook;
    private readonly Problems _problems;
    private readonly string[] _known;
    private readonly Dictionary<string, SheetRow> _rowOf = [];

    private SheetDecisions(FilledSheet sheet, Codebook codebook, Problems problems)
    {
        (_sheet, _codebook, _problems) = (sheet, codebook, problems);
        _known = [.. codebook.Codes.Select(code => code.Id), Coding.Other, Coding.Nothing, LedgerEntry.Contested];
    }

    /// <param name="segments">All that anybody judged.</param>
    /// <param name="by">Who decided where the row does not say.</param>
    /// <param name="problems">Everything that is wrong with the sheet.</param>
    /// <returns>In order of the study, without numbers; good where no problem was added.</returns>
    public static IReadOnlyList<LedgerEntry> Read(FilledSheet sheet, IReadOnlyList<ReviewedSegment> segments, Codebook codebook, string by, Problems problems)
    {
        if (codebook.Find(LedgerEntry.Contested) is { } code) problems.Add(code.Place, $"a code has the name that stands for no agreement in a sheet, {LedgerEntry.Contested}", "rename the code");
        SheetDecisions decisions = new(sheet, codebook, problems);
        decisions.CheckCoders();
        var places = segments.Index().ToDictionary(segment => segment.Item.Id, segment => segment.Index);
        List<(int Place, LedgerEntry Entry)> entries = [];
        foreach (var row in sheet.Rows)
        {
            if (decisions.Read(row, id => places.TryGetValue(id, out var place) ? segments[place] : null, by) is { } entry) entries.Add((places[entry.Segment], entry));
        }

        return [.. entries.OrderBy(entry => entry.Place).Select(entry => entry.Entry)];
    }

    private void CheckCoders()
    {
        if (_sheet.Coders is []) _problems.Add(new(_sheet.File, 1), "there is no column of what a coder gave, such as 'codes: ann'", "give a sheet that 'spancoder review disagreements --csv' wrote");
    }

    private LedgerEntry? Read(SheetRow row, Func<string, ReviewedSegment?> find, string by)
    {
        if (row[DisagreementSheet.Decision].Length == 0)
        {
            var written = new[] { DisagreementSheet.Reason, DisagreementSheet.Change }.Where(column => row[column].Length > 0).ToList();
            if (written is not []) Refuse(row, $"this row has no decision, and something in its column {written[0]}, which would not be put on record", $"write a decision, or {LedgerEntry.Contested} where none is reached");
            return null;
        }

        var decision = DecisionOf(row);
        if (row[DisagreementSheet.Reason].Length == 0) Refuse(row, "this decision has no reason", "say why");
        if (find(row[DisagreementSheet.Segment]) is not { } segment)
        {
            Refuse(row, "its segment is none that the coders of this study judged", "give the study, the codings and the options with which the sheet was made");
            return null;
        }

        if (!_rowOf.TryAdd(segment.Id, row)) Refuse(row, $"segment '{segment.Id}' has a decision on line {_rowOf[segment.Id].Place.Line} already", "remove one");
        CheckThatItIsTheSame(row, segment);
        return decision is [] ? null : Make(row, segment, decision, row[DisagreementSheet.By] is { Length: > 0 } named ? named : by);
    }

    private LedgerEntry Make(SheetRow row, ReviewedSegment segment, IReadOnlyList<string> decision, string by) => new()
    {
        Number = 0,
        Segment = segment.Id,
        Document = segment.Document,
        TextHash = segment.Hash,
        Coders = [.. segment.Everybody.Select(verdict => KeyValuePair.Create(verdict.Coder, verdict.Given))],
        Type = Disagreements.LabelOf(segment, _codebook),
        Decision = decision,
        Reason = row[DisagreementSheet.Reason],
        By = by,
        Date = row[DisagreementSheet.Date],
        ChangeCodebook = row[DisagreementSheet.Change],
        Codebook = _codebook.Reference,
        Supersedes = null,
        Previous = "",
    };

    // Between the sheet and its return people may have coded on, or edited the transcript.
    private void CheckThatItIsTheSame(SheetRow row, ReviewedSegment segment)
    {
        const string Again = "make the sheet again with 'spancoder review disagreements', and decide again";
        var hash = row[DisagreementSheet.Hash].Replace(DisagreementSheet.HashMark, "", StringComparison.OrdinalIgnoreCase).ToLowerInvariant();
        if (hash.Length != SegmentHash.Length || !hash.All(char.IsAsciiHexDigit)) Refuse(row, $"its hash does not have {SegmentHash.Length} hexadecimal digits", "copy it from the sheet as it was written");
        else if (hash != segment.Hash) Refuse(row, $"the text of segment '{segment.Id}' is not the one that was decided on (its hash is another)", Again);

        var columns = _sheet.Coders;
        var now = segment.Everybody.ToDictionary(verdict => verdict.Coder);
        foreach (var coder in columns)
        {
            var shown = row[DisagreementSheet.CodesOf + coder].Split(Verdict.Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet();
            if (!shown.SetEquals(now.GetValueOrDefault(coder)?.Given ?? [])) Refuse(row, $"the sheet does not show what {NameOf(coder)} gives segment '{segment.Id}' now", Again);
        }

        foreach (var coder in now.Keys.Except(columns)) Refuse(row, $"{coder} judges segment '{segment.Id}' too, and the sheet has no column for that", $"{Again}; or give --coder and --round as it was made");
    }

    // A column's name may be anything that somebody wrote there.
    private static string NameOf(string coder) => coder == RuleCoder.Name || coder.Length is > 0 and <= 40 ? $"'{coder}'" : "a coder";

    private IReadOnlyList<string> DecisionOf(SheetRow row)
    {
        var given = row[DisagreementSheet.Decision].Split(Verdict.Between, StringSplitOptions.TrimEntries);
        List<string> codes = [];
        foreach (var (index, code) in given.Index())
        {
            var which = given.Length == 1 ? "its decision" : $"code {index + 1} of its decision";
            var mend = $"write codes of the codebook, several with a bar between, or {Coding.Nothing}, {Coding.Other} or {LedgerEntry.Contested}";
            if (code == Coding.Unsure) Refuse(row, $"{Coding.Unsure} decides nothing", $"write {LedgerEntry.Contested} where no agreement is reached, or leave the row open");
            else if (codes.Contains(code)) Refuse(row, "the same code stands twice in its decision", "remove one");
            else if (_known.Contains(code)) codes.Add(code);
            else if (code.Length == 0) Refuse(row, $"{which} is empty", "remove the bar that parts it from the others");
            else if (Spelling.Nearest(code, _known) is { } near) Refuse(row, $"there is no code '{code}' in the codebook, did you mean '{near}'?", mend);
            else Refuse(row, $"{which} is none of the codebook's", mend);
        }

        foreach (var alone in new[] { Coding.Nothing, LedgerEntry.Contested }.Where(alone => codes.Count > 1 && codes.Contains(alone))) Refuse(row, $"{alone} stands beside a code", "remove one");
        return [.. codes.OrderBy(code => Array.IndexOf(_known, code))];
    }

    private void Refuse(SheetRow row, string what, string mend) => _problems.Add(row.Place, what, mend);
}
