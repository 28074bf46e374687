using Spancoder.Reading;

namespace Spancoder.Agreement.Tables;

/// <summary>Which coder was given what to judge, as somebody states it: documents, or single units. It is never inferred.</summary>
internal sealed class Assignment
{
    private static readonly string[][] Columns = [["coder"], ["document", "doc"], ["segment", "unit"]];

    private readonly HashSet<(string Coder, string Document)> _documents = [];
    private readonly HashSet<(string Coder, string Unit)> _units = [];
    private readonly SortedSet<string> _coders = new(StringComparer.Ordinal);

    private Assignment(string file, string hash) => (File, Hash) = (file, hash);

    /// <summary>Every coder was given everything.</summary>
    public static Assignment Everyone { get; } = new("", "") { IsEveryone = true };

    public bool IsEveryone { get; private init; }

    public string File { get; }

    /// <summary>SHA-256 of its bytes.</summary>
    public string Hash { get; }

    /// <summary>Those that are named, in order; of everyone none is.</summary>
    public IReadOnlyCollection<string> Coders => _coders;

    /// <summary>Ids of the units that any of these coders was given by itself, not with a document.</summary>
    public IEnumerable<string> UnitsOf(IReadOnlyCollection<string> coders) => _units.Where(given => coders.Contains(given.Coder)).Select(given => given.Unit).Distinct();

    /// <summary>Whether a coder was given a unit, by itself or with its document.</summary>
    public bool Gives(string coder, JudgedUnit unit) => IsEveryone || _units.Contains((coder, unit.Id)) || _documents.Contains((coder, unit.Document));

    /// <summary>Whether a coder was given a whole document.</summary>
    public bool Gives(string coder, string document) => IsEveryone || _documents.Contains((coder, document));

    /// <returns>Null when it cannot be used; the problems say why.</returns>
    public static Assignment? Read(string file, Problems problems)
    {
        Problems wrong = new();
        using var table = TableFile.Open(file, Columns, wrong);
        if (table is not null && table.Needs(wrong, "coder") && (table.Has("segment") || table.Needs(wrong, "document")))
        {
            Assignment assignment = new(file, table.Hash);
            foreach (var row in table.Rows(wrong)) assignment.Add(row, wrong);
            if (!wrong.Any) return assignment;
        }

        problems.Add(wrong.InOrder);
        return null;
    }

    private void Add(TableFile.TableRow row, Problems problems)
    {
        var (coder, document, unit) = (row["coder"], row["document"], row["segment"]);
        if (coder.Length == 0 || (document.Length == 0 && unit.Length == 0)) problems.Add(row.Place, "this row does not say who was given what", "fill in coder, and document or segment");
        else if (unit.Length > 0) _units.Add((coder, unit));
        else _documents.Add((coder, document));
        if (coder.Length > 0) _coders.Add(coder);
    }
}
