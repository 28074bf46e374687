using Spancoder.Codebooks;
using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Coders;

/// <summary>A file of people's codings. Its columns are described in docs/files.md.</summary>
internal sealed class HandCodingFile
{
    private readonly List<Notice> _notices = [];

    private HandCodingFile(string name, string hash) => (Name, Hash) = (name, hash);

    /// <summary>As the user can find it.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of its bytes.</summary>
    public string Hash { get; }

    /// <summary>What people judged, in order of the file.</summary>
    public required IReadOnlyList<HandCoding> Codings { get; init; }

    /// <summary>All that its rows are of, in order, whichever was asked for; 0 for rows that name none.</summary>
    public required IReadOnlyList<int> Rounds { get; init; }

    public IReadOnlyList<Notice> Notices => _notices;

    /// <param name="file">As the user can find it.</param>
    /// <param name="codebook">Which codes there are.</param>
    /// <param name="problems">Everything that is wrong with it.</param>
    /// <param name="round">Only what was judged in this round; null for all.</param>
    /// <returns>Null when it is no table of codings.</returns>
    public static HandCodingFile? Read(string file, Codebook codebook, Problems problems, int? round = null)
    {
        using var table = TableFile.Open(file, HandCodingRows.Known, problems);
        if (table is null || !table.Needs(problems, "segment", "code")) return null;

        HandCodingRows rows = new(file, codebook, problems) { IsOfList = HandCodingRows.DrawColumns.All(table.Has) };
        foreach (var row in table.Rows(problems)) rows.Add(row);
        HandCodingFile read = new(file, table.Hash)
        {
            Codings = round is null ? rows.Codings : [.. rows.Codings.Where(coding => coding.Round == round)],
            Rounds = [.. rows.Codings.Select(coding => coding.Round).Distinct().Order()],
        };
        read.SayWhatIsOdd(table, rows);
        return read;
    }

    private void SayWhatIsOdd(TableFile table, HandCodingRows rows)
    {
        if (!table.Encoding.IsSure) _notices.Add(new(new(Name), $"it does not say what encoding it is in, and was read as {table.Encoding.Encoding.ToUpperInvariant()}", "save it as CSV (UTF-8)"));
        if (rows.ByMachine is [var first, ..])
        {
            _notices.Add(new(new(Name, first), $"what a machine coded was left out, in {Counted.Of(rows.ByMachine.Count, "row")} (the coder is 'rules', or 'by' says so)", "remove them, or if a person wrote them give their name"));
        }

        if (rows.OfOtherCodebooks is [var other, ..])
        {
            _notices.Add(new(new(Name, other), $"what was coded with a codebook that is not in use was left out, in {Counted.Of(rows.OfOtherCodebooks.Count, "row")}", "name that codebook with --codebook, if it should count"));
        }

        if (Codings is [] && Rounds is not [])
        {
            _notices.Add(new(new(Name), $"nobody judges anything in this file in the round that was asked for: it has {Counted.Rounds(Rounds)}"));
        }
        else if (Codings is [] && rows.OfOtherCodebooks is [])
        {
            _notices.Add(new(new(Name), "nobody judges anything in this file", "write codes, or NONE where none applies, into the column code"));
        }
        else if (Codings.Count > 0 && Codings.All(coding => coding is { Hash: "", Quote: "" }))
        {
            _notices.Add(new(new(Name), "no row of it has a hash or a quote, so the segments were taken to be the same as when they were judged", "give it the column hash of segments.csv"));
        }
    }
}
