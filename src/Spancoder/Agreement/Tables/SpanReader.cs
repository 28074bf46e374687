using System.Globalization;
using Spancoder.Agreement.Spans;
using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Agreement.Tables;

/// <summary>Reads coders' files in which each row is a stretch of a document (document, start, end, code), and puts them onto the units of a list.</summary>
/// <remarks>Positions are code points of the document's text, the end exclusive. What a coder was given, and did not mark, they judged: so it must be stated who was given what.</remarks>
internal sealed class SpanReader
{
    private static readonly string[][] Columns = [["document", "doc"], ["start"], ["end"], ["code"], ["coder"], ["by"], ["segment", "unit"]];

    private readonly JudgementRequest _request;
    private readonly UnitList _list;
    private readonly Assignment _assignment;
    private readonly Problems _problems;
    private readonly IReadOnlyDictionary<string, int> _lengths;
    private readonly List<(string File, string Hash)> _files = [];
    private readonly List<Notice> _notices = [];
    private readonly List<CodedSpan> _spans = [];
    private readonly List<CodedSpan> _unsure = [];
    private readonly SortedSet<string> _coders = new(StringComparer.Ordinal);

    private SpanReader(JudgementRequest request, UnitList list, Assignment assignment, Problems problems) =>
        (_request, _list, _assignment, _problems, _lengths) = (request, list, assignment, problems, list.Lengths);

    /// <summary>Whether a file's rows are stretches of documents, and not of units.</summary>
    public static bool AreSpans(string file)
    {
        using var table = TableFile.Open(file, Columns, new());
        return table is not null && !table.Has("segment") && table.Has("document") && table.Has("start") && table.Has("end");
    }

    /// <param name="list">Read with places.</param>
    /// <param name="minOverlap">How many characters of a stretch make its code the unit's.</param>
    /// <returns>Null when there are problems.</returns>
    public static SpanJudgements? Read(JudgementRequest request, UnitList list, Assignment assignment, int minOverlap, Problems problems)
    {
        Problems wrong = new();
        SpanReader reader = new(request, list, assignment, wrong);
        foreach (var file in request.Files) reader.Add(file);
        reader.CheckUnits();
        problems.Add(wrong.InOrder);
        return wrong.Any ? null : reader.Project(minOverlap);
    }

    private void Add(string file)
    {
        using var table = TableFile.Open(file, Columns, _problems);
        if (table is null || !table.Needs(_problems, "document", "start", "end", "code")) return;
        if (_files.FirstOrDefault(other => other.Hash == table.Hash) is { File: { } same })
        {
            _problems.Add(new(file), $"this file is the same, byte for byte, as {same}", "give it once");
            return;
        }

        _files.Add((file, table.Hash));
        foreach (var row in table.Rows(_problems)) Add(row, table);
    }

    private void Add(TableFile.TableRow row, TableFile table)
    {
        var coder = row["coder"] is { Length: > 0 } named ? named : table.Has("coder") ? "" : Path.GetFileNameWithoutExtension(table.Name);
        if (coder.Length == 0)
        {
            _problems.Add(row.Place, "this row does not say who coded", "fill in the column coder, or remove it from the whole file, and its name is the coder's");
            return;
        }

        if (_request.Coders is not [] && !_request.Coders.Contains(coder)) return;
        if (!_request.WithMachines && JudgementReader.IsByMachine(row)) return;

        _coders.Add(coder);
        if (row["code"] is not ("" or Coding.Nothing or "{}") && SpanOf(row, coder) is { } span) (span.Code == Coding.Unsure ? _unsure : _spans).Add(span);
    }

    private CodedSpan? SpanOf(TableFile.TableRow row, string coder)
    {
        var (document, code) = (row["document"], row["code"]);
        if (!_lengths.TryGetValue(document, out var length)) _problems.Add(row.Place, $"its document is none of those in {_list.File}", "see whether the file is about this corpus");
        else if (!_assignment.Gives(coder, document)) _problems.Add(row.Place, $"this coder was not given this document, as {_assignment.File} says", "correct the one or the other");
        else if (!(TryNumber(row["start"], out var start) && TryNumber(row["end"], out var end) && start < end)) _problems.Add(row.Place, "its start and end are not two whole numbers, the smaller first", "count them in code points of the document's text");
        else if (end > length) _problems.Add(row.Place, $"it ends at {end}, and the last unit of its document at {length}", "see whether the positions are those of this text, in code points");
        else if (code.Contains('|', StringComparison.Ordinal)) _problems.Add(row.Place, "this row has several codes", "give each code of a stretch its own row");
        else if (_request.Codebook is { } codebook && code is not (Coding.Other or Coding.Unsure) && codebook.Codes.All(known => known.Id != code)) _problems.Add(row.Place, "its code is none of the codebook's", "write a code of the codebook, or OT or UNSURE");
        else return new(document, coder, _request.Counting(code), start, end);
        return null;
    }

    private void CheckUnits()
    {
        foreach (var (earlier, later) in DeclaredUnit.FindOverlaps(Units).Take(1))
        {
            _problems.Add(new(_list.File), $"the units {earlier.Id} and {later.Id} overlap", "give units that do not");
        }
    }

    private IReadOnlyList<DeclaredUnit> Units => field ??= [.. _list.Units.Select(unit => new DeclaredUnit(unit.Unit.Id, unit.Unit.Document, unit.Start, unit.End))];

    private SpanJudgements Project(int minOverlap)
    {
        var given = _coders.Concat(_assignment.Coders).Distinct().Where(coder => _request.Coders is [] || _request.Coders.Contains(coder)).SelectMany(coder => _lengths.Keys.Where(document => _assignment.Gives(coder, document)).Select(document => (coder, document)));
        SpanStudy study = new(_lengths, given, _spans);
        var projection = UnitProjection.Of(study, Units, minOverlap);
        if (projection.Unplaced is { Count: > 0 } unplaced) _notices.Add(new(new(_list.File), $"{Counted.Of(unplaced.Count, "stretch", "stretches")} lie between the units that may be coded, or reach into them by too little, and count for no unit (the first: {unplaced[0].Document}, {unplaced[0].Start} to {unplaced[0].End})"));

        var unsure = projection.Units.Select(unit => study.Coders.Select(coder => IsUnsure(unit.Unit, coder)).ToArray()).ToArray();
        var units = projection.Units.Index().OrderBy(unit => _list.Find(unit.Item.Unit.Id)!.Unit, JudgedUnit.ByPlace).ToArray(); // they come from the list
        JudgementTable table = new([.. units.Select(unit => _list.Find(unit.Item.Unit.Id)!.Unit)], study.Coders, [.. units.SelectMany(unit => unit.Item.Codes.Select((codes, coder) => unsure[unit.Index][coder] ? null : codes))]); // as above
        _notices.AddRange(table.Twins(new(_files[^1].File)));
        return new(study, table.Make(_request.CodesOf(table)) with
        {
            Unsure = [.. study.Coders.Select((_, coder) => unsure.Count(unit => unit[coder]))],
            Given = [.. study.Coders.Select(coder => _list.Units.Count(unit => _assignment.Gives(coder, unit.Unit.Document)))],
            Rounds = [0],
            MinOverlap = minOverlap,
            IsRolledUp = _request.RollsUp,
            Notices = [.. _notices],
            Files = [.. _files.OrderBy(file => file.File, StringComparer.Ordinal)],
        });
    }

    private bool IsUnsure(DeclaredUnit unit, string coder) => _unsure.Any(span => span.Coder == coder && span.Document == unit.Document && span.Start < unit.End && unit.Start < span.End);

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

/// <summary>Stretches, and what they make of units.</summary>
internal sealed record SpanJudgements(SpanStudy Study, Judgements Judgements);
