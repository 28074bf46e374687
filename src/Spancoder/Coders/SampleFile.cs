using Spancoder.Codebooks;
using Spancoder.Reading;

namespace Spancoder.Coders;

/// <summary>A list of 'review next', or its key, for what it says of the sample: which segments were drawn by chance, and from how many.</summary>
internal sealed class SampleFile
{
    private SampleFile(string name, string hash, IReadOnlyList<HandCoding> rows) => (Name, Hash, Rows) = (name, hash, rows);

    /// <summary>As the user can find it.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of its bytes.</summary>
    public string Hash { get; }

    /// <summary>In order of the file; each says how its segment came onto the list, and has no codes.</summary>
    public IReadOnlyList<HandCoding> Rows { get; }

    /// <param name="file">As the user can find it.</param>
    /// <param name="problems">Everything that is wrong with it.</param>
    /// <returns>Null when it is no list.</returns>
    public static SampleFile? Read(string file, Codebook codebook, Problems problems)
    {
        using var table = TableFile.Open(file, HandCodingRows.Known, problems);
        if (table is null || !table.Needs(problems, ["segment", .. HandCodingRows.DrawColumns])) return null;

        HandCodingRows rows = new(file, codebook, problems);
        foreach (var row in table.Rows(problems)) rows.AddDrawn(row);
        foreach (var twice in rows.Codings.GroupBy(row => row.Segment).Where(same => same.Count() > 1))
        {
            problems.Add(twice.Last().Place, $"segment '{twice.Key}' stands on this list already, on line {twice.First().Place.Line}", "remove one");
        }

        if (table.IsEmpty) problems.Add(new(file), "this list is empty", "give --sample the list as 'spancoder review next' wrote it, or its key");
        return new(file, table.Hash, rows.Codings);
    }
}
