using Spancoder.Agreement.Spans;
using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Agreement.Tables;

/// <summary>Reads coders' files in which each row is a stretch of a document (document, start, end, code), and puts them onto the units of a list.</summary>
/// <remarks>Positions are code points of the document's text, the end exclusive. What a coder was given, and did not mark, they judged: so it must be stated who was given what.</remarks>
internal sealed class SpanReader
{
    private static readonly string[][] Columns = [["document", "doc"], ["start"], ["end"], ["code"], ["coder"], ["by"], ["round"], ["segment", "unit"]];

    private const int MostNamed = 8;

    private readonly JudgementRequest _request;
    private readonly UnitList _list;
    private readonly Assignment _assignment;
    private readonly Problems _problems;
    private readonly IReadOnlyDictionary<string, int> _lengths;
    private readonly CoderFiles _files;
    private readonly List<CodedSpan> _spans = [];
    private readonly List<CodedSpan> _unsure = [];
    private readonly SortedDictionary<string, string> _coders = new(StringComparer.Ordinal); // each with the first file of theirs
    private readonly SortedSet<string> _rounds = new(StringComparer.Ordinal);
    private readonly RowProblems _rows = new();

    private SpanReader(JudgementRequest request, UnitList list, Assignment assignment, Problems problems) =>
        (_request, _list, _assignment, _problems, _lengths, _files) = (request, list, assignment, problems, list.Lengths, new(request, problems));

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
        reader._rows.AddTo(wrong);
        reader.CheckUnits();
        reader.CheckRequest();
        problems.Add(wrong.InOrder);
        return wrong.Any ? null : reader.Project(minOverlap);
    }

    private void Add(string file)
    {
        using var table = _files.Open(file, Columns, ["document", "start", "end", "code"], "marked");
        if (table is null) return;

        // A coder whose file has no row was given something all the same, and marked nothing.
        if (!table.Has("coder")) Add(CoderFiles.CoderNamedBy(table), file);
        foreach (var row in _files.RowsOf(table)) Add(row, table);
    }

    private void Add(string coder, string file)
    {
        _files.See(coder);
        if (_request.Counts(coder)) _coders.TryAdd(coder, file);
    }

    private void Add(TableFile.TableRow row, TableFile table)
    {
        var coder = _files.CoderOf(row, table);
        if (coder.Length == 0)
        {
            _files.RefuseNameless(row);
            return;
        }

        Add(coder, table.Name);
        if (!_request.Counts(coder)) return;

        _rounds.Add(row["round"]);
        if (row["code"] is not ("" or Coding.Nothing or JudgementCodes.EmptySet) && SpanOf(row, coder) is { } span) (span.Code == Coding.Unsure ? _unsure : _spans).Add(span);
    }

    private CodedSpan? SpanOf(TableFile.TableRow row, string coder)
    {
        var (document, code) = (row["document"], row["code"]);
        if (!_lengths.TryGetValue(document, out var length)) _rows.Add(row.Place, $"its document is none of those in {_list.File}", "see whether the file is about this corpus");
        else if (!_assignment.Gives(coder, document)) _rows.Add(row.Place, $"this coder was not given this document, as {_assignment.File} says", "correct the one or the other");
        else if (!(WholeNumber.TryRead(row["start"], out var start) && WholeNumber.TryRead(row["end"], out var end) && start < end)) _problems.Add(row.Place, "its start and end are not two whole numbers, the smaller first", "count them in code points of the document's text");
        else if (end > length) _problems.Add(row.Place, $"it ends at {end}, and the last unit of its document at {length}", "see whether the positions are those of this text, in code points");
        else if (code.Contains('|', StringComparison.Ordinal)) _problems.Add(row.Place, "this row has several codes", "give each code of a stretch its own row");
        else if (_request.Codebook is { } codebook && code is not (Coding.Other or Coding.Unsure) && codebook.Codes.All(known => known.Id != code)) _rows.Add(row.Place, "its code is none of the codebook's", "write a code of the codebook, or OT or UNSURE");
        else return new(document, coder, _request.Counting(code), start, end);
        return null;
    }

    private void CheckRequest()
    {
        _files.CheckCoders();

        // Who was given a document in one round need not have been given it in the next, and silence there would count as a judgement.
        if (_rounds.Count > 1) _problems.Add(new(_files.Files[0].File), "the files hold stretches of several rounds, and who was given what in which round cannot be stated", "give the files of one round");
        if (_request.Round is not null) _problems.Add(new("spancoder agree"), "--round is for files of units, and these hold stretches", "give the files of one round");
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
        var given = _coders.Keys.Concat(_assignment.Coders).Distinct().Where(_request.Counts).SelectMany(coder => _lengths.Keys.Where(document => _assignment.Gives(coder, document)).Select(document => (coder, document)));
        SpanStudy study = new(_lengths, given, _spans);
        var projection = UnitProjection.Of(study, Units, minOverlap);
        if (projection.Unplaced is { Count: > 0 } unplaced) _files.Notices.Add(new(new(_list.File), $"{Counted.Of(unplaced.Count, "stretch lies", "stretches lie")} between the units that may be coded, or not far enough in one, and no unit has their code for it: {string.Join("; ", unplaced.Take(MostNamed).Select(span => $"{span.Document}, {span.Start} to {span.End}, {span.Coder}"))}{(unplaced.Count > MostNamed ? " ..." : "")}"));

        var unsure = projection.Units.Select(unit => study.Coders.Select(coder => IsUnsure(unit.Unit, coder)).ToArray()).ToArray();
        var units = projection.Units.Index().OrderBy(unit => _list.Find(unit.Item.Unit.Id)!.Unit, JudgedUnit.ByPlace).ToArray(); // they come from the list
        JudgementTable table = new([.. units.Select(unit => _list.Find(unit.Item.Unit.Id)!.Unit)], study.Coders, [.. units.SelectMany(unit => unit.Item.Codes.Select((codes, coder) => unsure[unit.Index][coder] ? null : codes))]); // as above
        _files.Notices.AddRange(table.Lookalikes(new(_list.File)));
        _files.Notices.AddRange(table.Twins(coder => new(_coders.GetValueOrDefault(coder, _list.File))));
        return new(study, table.Make(CodesOf(table)) with
        {
            Unsure = [.. study.Coders.Select((_, coder) => unsure.Count(unit => unit[coder]))],
            Given = [.. study.Coders.Select(coder => _list.Units.Count(unit => _assignment.Gives(coder, unit.Unit.Document)))],
            Rounds = [0],
            MinOverlap = minOverlap,
            Codebook = _request.Codebook?.Reference,
            IsRolledUp = _request.RollsUp,
            Notices = _files.NoticesInOrder,
            Files = _files.WithWhatIsStated,
        });
    }

    // A code of which every stretch is too short for a unit was given all the same.
    private IReadOnlyList<string> CodesOf(JudgementTable table) => _request.Codebook is null ? [.. new SortedSet<string>(_spans.Select(span => span.Code), StringComparer.Ordinal)] : _request.CodesOf(table);

    private bool IsUnsure(DeclaredUnit unit, string coder) => _unsure.Any(span => span.Coder == coder && span.Document == unit.Document && span.Start < unit.End && unit.Start < span.End);

}

/// <summary>Stretches, and what they make of units.</summary>
internal sealed record SpanJudgements(SpanStudy Study, Judgements Judgements);
