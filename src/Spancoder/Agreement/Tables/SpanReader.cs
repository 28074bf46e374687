using System.Globalization;
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
    private readonly List<(string File, string Hash)> _files = [];
    private readonly List<Notice> _notices = [];
    private readonly List<CodedSpan> _spans = [];
    private readonly List<CodedSpan> _unsure = [];
    private readonly SortedDictionary<string, string> _coders = new(StringComparer.Ordinal); // each with the first file of theirs
    private readonly SortedSet<string> _seen = new(StringComparer.Ordinal); // also those who are not asked for
    private readonly SortedSet<string> _rounds = new(StringComparer.Ordinal);
    private readonly RowProblems _rows = new();

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
        reader._rows.AddTo(wrong);
        reader.CheckUnits();
        reader.CheckRequest();
        problems.Add(wrong.InOrder);
        return wrong.Any ? null : reader.Project(minOverlap);
    }

    private void Add(string file)
    {
        using var table = TableFile.Open(file, Columns, _problems);
        if (table is null || !table.Needs(_problems, "document", "start", "end", "code")) return;
        if (_files.FirstOrDefault(other => other.Hash == table.Hash) is { File: { } same })
        {
            _problems.Add(new(file), $"this file is the same, byte for byte, as {same}", "give it once; where two people marked the same, name them in a column coder");
            return;
        }

        _files.Add((file, table.Hash));
        if (!table.Encoding.IsSure) _notices.Add(new(new(file), $"it does not say what encoding it is in, and was read as {table.Encoding.Encoding.ToUpperInvariant()}", "save it as CSV (UTF-8)"));

        // A coder whose file has no row was given something all the same, and marked nothing.
        if (!table.Has("coder")) Add(Path.GetFileNameWithoutExtension(table.Name), file);
        List<int> byMachine = [];
        foreach (var row in table.Rows(_problems))
        {
            if (!_request.WithMachines && JudgementReader.IsByMachine(row)) byMachine.Add(row.Place.Line ?? 1);
            else Add(row, table);
        }

        if (byMachine is [var first, ..]) _notices.Add(JudgementReader.MachineLeftOut(new(file, first), byMachine.Count));
    }

    private void Add(string coder, string file)
    {
        _seen.Add(coder);
        if (_request.Counts(coder)) _coders.TryAdd(coder, file);
    }

    private void Add(TableFile.TableRow row, TableFile table)
    {
        var coder = row["coder"] is { Length: > 0 } named ? named : table.Has("coder") ? "" : Path.GetFileNameWithoutExtension(table.Name);
        if (coder.Length == 0)
        {
            _problems.Add(row.Place, "this row does not say who coded", "fill in the column coder, or remove it from the whole file, and its name is the coder's");
            return;
        }

        Add(coder, table.Name);
        if (!_request.Counts(coder)) return;

        _rounds.Add(row["round"]);
        if (row["code"] is not ("" or Coding.Nothing or "{}") && SpanOf(row, coder) is { } span) (span.Code == Coding.Unsure ? _unsure : _spans).Add(span);
    }

    private CodedSpan? SpanOf(TableFile.TableRow row, string coder)
    {
        var (document, code) = (row["document"], row["code"]);
        if (!_lengths.TryGetValue(document, out var length)) _rows.Add(row.Place, $"its document is none of those in {_list.File}", "see whether the file is about this corpus");
        else if (!_assignment.Gives(coder, document)) _rows.Add(row.Place, $"this coder was not given this document, as {_assignment.File} says", "correct the one or the other");
        else if (!(TryNumber(row["start"], out var start) && TryNumber(row["end"], out var end) && start < end)) _problems.Add(row.Place, "its start and end are not two whole numbers, the smaller first", "count them in code points of the document's text");
        else if (end > length) _problems.Add(row.Place, $"it ends at {end}, and the last unit of its document at {length}", "see whether the positions are those of this text, in code points");
        else if (code.Contains('|', StringComparison.Ordinal)) _problems.Add(row.Place, "this row has several codes", "give each code of a stretch its own row");
        else if (_request.Codebook is { } codebook && code is not (Coding.Other or Coding.Unsure) && codebook.Codes.All(known => known.Id != code)) _rows.Add(row.Place, "its code is none of the codebook's", "write a code of the codebook, or OT or UNSURE");
        else return new(document, coder, _request.Counting(code), start, end);
        return null;
    }

    private void CheckRequest()
    {
        Place place = new("spancoder agree");
        foreach (var coder in _request.Coders.Where(coder => !_seen.Contains(coder) && !_assignment.Coders.Contains(coder)))
        {
            _problems.Add(place, $"there is no coder '{coder}' in what was given{Spelling.DidYouMean(coder, _seen)}", "name one of those who coded");
        }

        // Who was given a document in one round need not have been given it in the next, and silence there would count as a judgement.
        if (_rounds.Count > 1) _problems.Add(new(_files[0].File), "the files hold stretches of several rounds, and who was given what in which round cannot be stated", "give the files of one round");
        if (_request.Round is not null) _problems.Add(place, "--round is for files of units, and these hold stretches", "give the files of one round");
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
        if (projection.Unplaced is { Count: > 0 } unplaced) _notices.Add(new(new(_list.File), $"{Counted.Of(unplaced.Count, "stretch lies", "stretches lie")} between the units that may be coded, or not far enough in one, and no unit has their code for it: {string.Join("; ", unplaced.Take(MostNamed).Select(span => $"{span.Document}, {span.Start} to {span.End}, {span.Coder}"))}{(unplaced.Count > MostNamed ? " ..." : "")}"));

        var unsure = projection.Units.Select(unit => study.Coders.Select(coder => IsUnsure(unit.Unit, coder)).ToArray()).ToArray();
        var units = projection.Units.Index().OrderBy(unit => _list.Find(unit.Item.Unit.Id)!.Unit, JudgedUnit.ByPlace).ToArray(); // they come from the list
        JudgementTable table = new([.. units.Select(unit => _list.Find(unit.Item.Unit.Id)!.Unit)], study.Coders, [.. units.SelectMany(unit => unit.Item.Codes.Select((codes, coder) => unsure[unit.Index][coder] ? null : codes))]); // as above
        _notices.AddRange(table.Lookalikes(new(_list.File)));
        _notices.AddRange(table.Twins(coder => new(_coders.GetValueOrDefault(coder, _list.File))));
        return new(study, table.Make(CodesOf(table)) with
        {
            Unsure = [.. study.Coders.Select((_, coder) => unsure.Count(unit => unit[coder]))],
            Given = [.. study.Coders.Select(coder => _list.Units.Count(unit => _assignment.Gives(coder, unit.Unit.Document)))],
            Rounds = [0],
            MinOverlap = minOverlap,
            Codebook = _request.Codebook?.Reference,
            IsRolledUp = _request.RollsUp,
            Notices = [.. _notices.OrderBy(notice => notice.Place).ThenBy(notice => notice.What, StringComparer.Ordinal)],
            Files = [.. _files.Concat(_request.StatedIn).OrderBy(file => file.File, StringComparer.Ordinal)],
        });
    }

    // A code of which every stretch is too short for a unit was given all the same.
    private IReadOnlyList<string> CodesOf(JudgementTable table) => _request.Codebook is null ? [.. new SortedSet<string>(_spans.Select(span => span.Code), StringComparer.Ordinal)] : _request.CodesOf(table);

    private bool IsUnsure(DeclaredUnit unit, string coder) => _unsure.Any(span => span.Coder == coder && span.Document == unit.Document && span.Start < unit.End && unit.Start < span.End);

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

/// <summary>Stretches, and what they make of units.</summary>
internal sealed record SpanJudgements(SpanStudy Study, Judgements Judgements);
