using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Agreement.Tables;

/// <summary>The units that were to be judged, as a file declares them: segments.csv, or a table of its kind.</summary>
internal sealed class UnitList
{
    private static readonly string[][] Columns = [["segment", "unit"], ["document", "doc"], ["start"], ["end"], ["language"], ["layer"], ["codable"], ["hash"]];

    private readonly List<ListedUnit> _units = [];
    private readonly Dictionary<string, ListedUnit> _byId = [];

    private UnitList(string file, string hash) => (File, Hash) = (file, hash);

    /// <summary>As the user can find it.</summary>
    public string File { get; }

    /// <summary>SHA-256 of its bytes.</summary>
    public string Hash { get; }

    /// <summary>Those that may be coded, in order of the file.</summary>
    public IReadOnlyList<ListedUnit> Units => _units;

    /// <summary>Where the last unit of each document ends, be it one that may be coded or not.</summary>
    public IReadOnlyDictionary<string, int> Lengths => _byId.Values.GroupBy(unit => unit.Unit.Document).ToDictionary(document => document.Key, document => document.Max(unit => unit.End));

    public ListedUnit? Find(string id) => _byId.GetValueOrDefault(id);

    /// <param name="withPlaces">Whether each unit must say where it begins and ends.</param>
    /// <returns>Null when it cannot be used; the problems say why.</returns>
    public static UnitList? Read(string file, bool withPlaces, Problems problems)
    {
        Problems wrong = new();
        using var table = TableFile.Open(file, Columns, wrong);
        if (table is null || !table.Needs(wrong, withPlaces ? ["segment", "document", "start", "end"] : ["segment"]))
        {
            problems.Add(wrong.InOrder);
            return null;
        }

        UnitList list = new(file, table.Hash);
        foreach (var row in table.Rows(wrong)) list.Add(row, withPlaces, wrong);
        if (list._units is []) wrong.Add(new(file), "there is no unit in it that may be coded", "give a segments.csv that 'spancoder code' or 'spancoder segment' wrote");
        problems.Add(wrong.InOrder);
        return wrong.Any ? null : list;
    }

    private void Add(TableFile.TableRow row, bool withPlaces, Problems problems)
    {
        var id = row["segment"];
        if (id.Length == 0)
        {
            problems.Add(row.Place, "this unit has no name", "fill in the column segment");
            return;
        }

        var (start, end) = (0, 0);
        if (withPlaces && !(WholeNumber.TryRead(row["start"], out start) && WholeNumber.TryRead(row["end"], out end) && start < end))
        {
            problems.Add(row.Place, "its start and end are not two whole numbers, the smaller first", "count them in code points of the document's text, as segments.csv does");
            return;
        }

        var document = row["document"] is { Length: > 0 } named ? named : JudgedUnit.DocumentIn(id);
        ListedUnit unit = new(new(id, document, row["language"], row["layer"]), start, end, row["hash"], IsCodable: !row["codable"].Equals("false", StringComparison.OrdinalIgnoreCase));
        if (!_byId.TryAdd(id, unit)) problems.Add(row.Place, "a unit of this name stands above", "remove one, or name them apart");
        else if (unit.IsCodable) _units.Add(unit);
    }
}

/// <summary>A unit that was to be judged.</summary>
/// <param name="Start">In code points of its document; 0 where nobody asked.</param>
/// <param name="End">Not included.</param>
/// <param name="Hash">Of its text; empty where the file does not say.</param>
internal sealed record ListedUnit(JudgedUnit Unit, int Start, int End, string Hash, bool IsCodable);
