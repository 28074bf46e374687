using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Agreement.Tables;

/// <summary>Reads coders' files, one or several, into who gave which unit which codes.</summary>
/// <remarks>
/// A row gives one code, or several with bars; several rows of a coder about a unit add up. NONE, or {}: looked, and nothing applies. An empty code, or no row: not judged.
/// UNSURE: could not tell, which counts as missing. No message holds a cell that is not known to be what it should be.
/// </remarks>
internal sealed class JudgementReader
{
    private static readonly string[][] Columns = [["segment", "unit"], ["document", "doc"], ["code"], ["coder"], ["by"], ["round"], ["hash"], ["language"], ["layer"]];

    private const int ShortHash = 16; // hexadecimal digits, of which fewer show nothing

    private readonly JudgementRequest _request;
    private readonly Problems _problems;
    private readonly CoderFiles _files;
    private readonly Dictionary<string, SeenUnit> _units = [];
    private readonly HashSet<string> _names = []; // of coders
    private readonly JudgementCodes _codes;
    private readonly Dictionary<(string Unit, string Coder, int Round), SeenJudgement> _judgements = [];
    private readonly RowProblems _rows = new();
    private int _unmarked;

    private JudgementReader(JudgementRequest request, Problems problems)
    {
        (_request, _problems, _files) = (request, problems, new(request, problems));
        _codes = new(request, problems, _rows);
    }

    /// <returns>Null when there are problems.</returns>
    public static Judgements? Read(JudgementRequest request, Problems problems)
    {
        Problems wrong = new();
        JudgementReader reader = new(request, wrong);
        foreach (var file in request.Files) reader.Add(file);
        reader._rows.AddTo(wrong);
        reader.CheckRequest();
        if (!wrong.Any && reader._judgements.Count == 0 && !request.UnmarkedIsNothing) wrong.Add(new(request.Files[0]), "nobody judges anything in what was given", "write codes, or NONE where none applies, into the column code; what a machine coded counts only with --machines");
        problems.Add(wrong.InOrder);
        return wrong.Any ? null : reader.Gather();
    }

    private void Add(string file)
    {
        using var table = _files.Open(file, Columns, ["segment", "code"], "said");
        if (table is null) return;

        foreach (var row in _files.RowsOf(table)) Add(row, table);
        if (table.IsEmpty) _files.Notices.Add(new(new(file), "there is no row in it", "see whether it is the right file"));
    }

    private void Add(TableFile.TableRow row, TableFile table)
    {
        var coder = _files.CoderOf(row, table);
        if (coder.Length == 0 && row["code"].Length > 0) _files.RefuseNameless(row);
        if (coder.Length == 0 || !_request.Counts(coder)) return;
        if (UnitOf(row) is not { } unit) return;

        _names.Add(coder);
        CheckGiven(row, unit, coder);
        if (row["code"].Length > 0) _codes.Add(row, JudgementOf(row, unit, coder));
    }

    private SeenUnit? UnitOf(TableFile.TableRow row)
    {
        var id = row["segment"];
        if (id.Length == 0)
        {
            _problems.Add(row.Place, "this row does not say what was coded", "fill in the column segment");
            return null;
        }

        if (!_units.TryGetValue(id, out var unit))
        {
            var document = row["document"] is { Length: > 0 } named ? named : JudgedUnit.DocumentIn(id);
            unit = new(_request.Units?.Find(id)?.Unit ?? new(id, document, row["language"], row["layer"]));
            _units.Add(id, unit);
        }

        if (_request.Units is null) unit.Learn(row["document"], row["language"], row["layer"]);

        if (_request.Units is { } list) CheckDeclared(row, list, id);
        CheckText(row, unit);
        return unit;
    }

    private void CheckDeclared(TableFile.TableRow row, UnitList list, string id)
    {
        if (list.Find(id) is not { } declared) _rows.Add(row.Place, $"its segment is none of those in {list.File}", "see whether the file is about this corpus, and whether it was cut otherwise");
        else if (!declared.IsCodable) _rows.Add(row.Place, $"its segment is one that is never coded, as {list.File} says", "remove the row");
    }

    // Two who judged different texts did not disagree: they judged different things.
    private void CheckText(TableFile.TableRow row, SeenUnit unit)
    {
        var declared = _request.Units?.Find(unit.Unit.Id)?.Hash ?? "";
        if (unit.Hash.Length == 0 && declared.Length > 0) (unit.Hash, unit.HashIn) = (declared, _request.Units?.File ?? "");
        var hash = row["hash"].ToLowerInvariant();
        if (hash.Length == 0) return;
        if (unit.Hash.Length == 0) (unit.Hash, unit.HashIn) = (hash, row.Place.File);
        if (AreOfOneText(unit.Hash, hash)) return;

        _rows.Add(row.Place, $"the text that was judged is not that of {(row.Place.File == unit.HashIn ? "the rows above about the same segment" : unit.HashIn)} (its hash is another)",
            "have both about the same text: 'spancoder review merge --re-anchor' moves codings to the text as it is now");
    }

    // segments.csv has the first digits of a hash; a packet, and what was merged, have all of them.
    private static bool AreOfOneText(string hash, string other)
    {
        var digits = Math.Min(hash.Length, other.Length);
        return hash == other || (digits >= ShortHash && hash.AsSpan(0, digits).SequenceEqual(other.AsSpan(0, digits)));
    }

    // What was asked for and is not there would else be an empty report.
    private void CheckRequest()
    {
        _files.CheckCoders();
        if (_request.Round is { } round && _judgements.Count > 0 && !_judgements.Keys.Any(key => key.Round == round)) _problems.Add(new("spancoder agree"), $"nobody judged anything in round {round}: the files have {Counted.Rounds(Rounds)}", "name another with --round");
    }

    private IReadOnlyList<int> Rounds => [.. _judgements.Keys.Select(key => key.Round).Distinct().Order()];

    private void CheckGiven(TableFile.TableRow row, SeenUnit unit, string coder)
    {
        if (_request.Assignment is { } assignment && row["code"].Length > 0 && !assignment.Gives(coder, unit.Unit))
        {
            _rows.Add(row.Place, $"this coder was not given this segment, as {assignment.File} says", "correct the one or the other");
        }
    }

    private SeenJudgement JudgementOf(TableFile.TableRow row, SeenUnit unit, string coder)
    {
        var round = 0;
        if (row["round"].Length > 0 && !WholeNumber.TryRead(row["round"], out round))
        {
            _problems.Add(row.Place, "its round is not a whole number", "number the rounds from 1");
        }

        var key = (unit.Unit.Id, coder, round);
        if (!_judgements.TryGetValue(key, out var judgement)) _judgements.Add(key, judgement = new(row.Place));
        return judgement;
    }

    // What one coder judged alone later, such as a few segments drawn for a check, is not what agreement is about.
    private int LastShared(IReadOnlyList<int> rounds)
    {
        var shared = _judgements.Keys.GroupBy(key => (key.Unit, key.Round)).Where(same => same.Skip(1).Any()).Select(same => same.Key.Round).ToHashSet();
        return rounds.LastOrDefault(shared.Contains, rounds is [] ? 0 : rounds[^1]);
    }

    private Judgements Gather()
    {
        var rounds = Rounds;
        var round = _request.Round ?? LastShared(rounds);
        if (rounds.Count > 1)
        {
            _files.Notices.Add(new(_files.First, $"there are judgements of {Counted.Rounds(rounds)}; rounds are never pooled, and these figures are of round {round}", "name the one you mean with --round, or see all side by side with --by round"));
        }

        var coders = _names.Concat(_request.Assignment?.Coders.Where(_request.Counts) ?? []).Distinct().Order(StringComparer.Ordinal).ToArray();
        var units = (_request.Units?.Units.Select(unit => unit.Unit) ?? _units.Values.Select(unit => unit.Unit).Concat(NobodyNames(coders))).Order(JudgedUnit.ByPlace).ToArray();
        var cells = units.SelectMany(unit => coders.Select(coder => CodesIn(unit, coder, round))).ToArray();
        JudgementTable table = new(units, coders, [.. cells]);
        _files.Notices.AddRange(table.Twins(PlaceOf));
        _files.Notices.AddRange(table.Lookalikes(_files.First));
        return table.Make(_request.CodesOf(table)) with
        {
            Unsure = [.. coders.Select(coder => units.Count(unit => IsUnsure(unit, coder, round)))],
            Given = _request.Assignment is { } assignment ? [.. coders.Select(coder => units.Count(unit => assignment.Gives(coder, unit)))] : null,
            Unmarked = _unmarked,
            Rounds = rounds,
            Round = round,
            Codebook = _request.Codebook?.Reference,
            IsRolledUp = _request.RollsUp,
            Notices = _files.NoticesInOrder,
            Files = _files.WithWhatIsStated,
        };
    }

    // What somebody was given by itself is a unit, also where no file has a row of it.
    private IEnumerable<JudgedUnit> NobodyNames(string[] coders) =>
        _request.Assignment?.UnitsOf(coders).Where(id => !_units.ContainsKey(id)).Select(id => new JudgedUnit(id, JudgedUnit.DocumentIn(id), "", "")) ?? [];

    // Of a coder who wrote nothing there is only what was stated.
    private Place PlaceOf(string coder) => new(_judgements.FirstOrDefault(judgement => judgement.Key.Coder == coder).Value?.Place.File ?? _request.Assignment?.File ?? _request.Files[0]);

    private SortedSet<string>? CodesIn(JudgedUnit unit, string coder, int round)
    {
        if (_judgements.TryGetValue((unit.Id, coder, round), out var judgement)) return judgement.IsUnsure ? null : judgement.Counting(_request.Counting);
        if (!_request.UnmarkedIsNothing || _request.Assignment?.Gives(coder, unit) != true) return null;

        _unmarked++;
        return [];
    }

    private bool IsUnsure(JudgedUnit unit, string coder, int round) => _judgements.TryGetValue((unit.Id, coder, round), out var judgement) && judgement.IsUnsure;
}
