using Spancoder.Coders;
using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Agreement.Tables;

/// <summary>What coders' files have in common, be they of units or of stretches: each is read once, machines' rows are left out unless asked for, and every row has a coder.</summary>
internal sealed class CoderFiles(JudgementRequest request, Problems problems)
{
    private readonly List<(string File, string Hash)> _files = [];
    private readonly SortedSet<string> _seen = new(StringComparer.Ordinal); // coders, also those who are not asked for

    /// <summary>In the order in which they were given, with SHA-256 of their bytes.</summary>
    public IReadOnlyList<(string File, string Hash)> Files => _files;

    /// <summary>The first by name: what is said of all of them is said there.</summary>
    public Place First => new(_files.Select(file => file.File).Order(StringComparer.Ordinal).First());

    public List<Notice> Notices { get; } = [];

    public IReadOnlyList<Notice> NoticesInOrder => [.. Notices.OrderBy(notice => notice.Place).ThenBy(notice => notice.What, StringComparer.Ordinal)];

    /// <summary>In order of name, with the files that say which units there are and who was given what.</summary>
    public IReadOnlyList<(string File, string Hash)> WithWhatIsStated => [.. _files.Concat(request.StatedIn).OrderBy(file => file.File, StringComparer.Ordinal)];

    /// <param name="columns">Those that mean something, each with the names it may have.</param>
    /// <param name="needed">Those that must be there.</param>
    /// <param name="did">What coders did, as "said": where two did the same, one file may be named twice.</param>
    /// <returns>Null when it is not to be read; the problems say why.</returns>
    public TableFile? Open(string file, IReadOnlyList<string[]> columns, ReadOnlySpan<string> needed, string did)
    {
        var table = TableFile.Open(file, columns, problems);
        if (table is null || !table.Needs(problems, needed)) return null;
        if (_files.FirstOrDefault(other => other.Hash == table.Hash) is { File: { } same })
        {
            problems.Add(new(file), $"this file is the same, byte for byte, as {same}", $"give it once; where two people {did} the same, name them in a column coder");
            return null;
        }

        _files.Add((file, table.Hash));
        if (!table.Encoding.IsSure) Notices.Add(new(new(file), $"it does not say what encoding it is in, and was read as {table.Encoding.Encoding.ToUpperInvariant()}", "save it as CSV (UTF-8)"));
        return table;
    }

    /// <summary>Once, in order; without machines' where these are not asked for.</summary>
    public IEnumerable<TableFile.TableRow> RowsOf(TableFile table)
    {
        List<Place> byMachine = [];
        foreach (var row in table.Rows(problems))
        {
            if (!request.WithMachines && HandCodingRows.IsByMachine(row)) byMachine.Add(row.Place);
            else yield return row;
        }

        if (byMachine is not []) Notices.Add(new(byMachine[0], $"what a machine coded was left out, in {Counted.Of(byMachine.Count, "row")} (the coder is 'rules', or 'by' says so)", "add --machines to have it count as a coder"));
    }

    /// <summary>Whose row it is: the file's name says it where there is no column.</summary>
    /// <returns>Empty where nothing says it.</returns>
    public string CoderOf(TableFile.TableRow row, TableFile table)
    {
        var coder = row["coder"] is { Length: > 0 } named ? named : table.Has("coder") ? "" : CoderNamedBy(table);
        if (coder.Length > 0) See(coder);
        return coder;
    }

    public static string CoderNamedBy(TableFile table) => Path.GetFileNameWithoutExtension(table.Name);

    /// <summary>Somebody coded, be it that they are asked for or not.</summary>
    public void See(string coder) => _seen.Add(coder);

    public void RefuseNameless(TableFile.TableRow row) => problems.Add(row.Place, "this row does not say who coded", "fill in the column coder, or remove it from the whole file, and its name is the coder's");

    /// <summary>Who was asked for and is not there would else be missing in silence.</summary>
    public void CheckCoders()
    {
        foreach (var coder in request.Coders.Where(coder => !_seen.Contains(coder) && request.Assignment?.Coders.Contains(coder) != true))
        {
            problems.Add(new("spancoder agree"), $"there is no coder '{coder}' in what was given{Spelling.DidYouMean(coder, _seen)}", "name one of those who coded");
        }
    }
}
