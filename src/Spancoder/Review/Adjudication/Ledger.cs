using Spancoder.Reading;

namespace Spancoder.Review.Adjudication;

/// <summary>Decisions in the order in which they were put on record; nothing in it is ever changed or removed.</summary>
internal sealed class Ledger
{
    private Ledger(string file, byte[] bytes) => (File, Bytes) = (file, bytes);

    /// <summary>As the user named it.</summary>
    public string File { get; }

    /// <summary>The whole file, as it was read.</summary>
    public byte[] Bytes { get; }

    /// <summary>Up to the first line that does not hold.</summary>
    public required IReadOnlyList<LedgerEntry> Entries { get; init; }

    /// <summary>SHA-256 of each line, without its line feed.</summary>
    public required IReadOnlyList<string> LineHashes { get; init; }

    /// <summary>The first line that does not hold, and what that means; null where all hold.</summary>
    public required Problem? Flaw { get; init; }

    /// <summary>Of the last line: what shows, noted elsewhere, that no entry was cut off. Empty where there is none.</summary>
    public string Head => LineHashes is [.., var last] ? last : "";

    /// <summary>Those that no later one has taken the place of, in order.</summary>
    public IReadOnlyList<LedgerEntry> InForce
    {
        get
        {
            var superseded = Entries.Select(entry => entry.Supersedes).OfType<int>().ToHashSet();
            return [.. Entries.Where(entry => !superseded.Contains(entry.Number))];
        }
    }

    public static Ledger Empty(string file) => new(file, []) { Entries = [], LineHashes = [], Flaw = null };

    /// <exception cref="InputException">It cannot be opened.</exception>
    public static Ledger Read(string file) => Of(file, FileContent.Open(file, new()).Bytes);

    public static Ledger Of(string file, byte[] bytes)
    {
        List<LedgerEntry> entries = [];
        List<string> hashes = [];
        Problem? flaw = null;
        for (var start = 0; start < bytes.Length && flaw is null;)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', start);
            var line = bytes.AsMemory(start, (end < 0 ? bytes.Length : end) - start);
            Place place = new(file, entries.Count + 1);
            flaw = end < 0 ? CutOff(place, entries.Count) : FlawOf(line, place, entries, hashes);
            start = end + 1;
        }

        return new(file, bytes) { Entries = entries, LineHashes = hashes, Flaw = flaw };
    }

    /// <summary>The file with more entries behind it.</summary>
    /// <param name="drafts">Numbers and what they follow are given here.</param>
    public Ledger With(IReadOnlyList<LedgerEntry> drafts)
    {
        using MemoryStream bytes = new();
        bytes.Write(Bytes);
        var (number, previous) = (Entries.Count, Head);
        foreach (var draft in drafts)
        {
            var line = (draft with { Number = ++number, Previous = previous }).ToLine();
            previous = LedgerEntry.HashOf(line);
            bytes.Write(line);
            bytes.WriteByte((byte)'\n');
        }

        return Of(File, bytes.ToArray());
    }

    // Adds the line where it holds.
    private static Problem? FlawOf(ReadOnlyMemory<byte> line, Place place, List<LedgerEntry> entries, List<string> hashes)
    {
        const string GoBack = "take the ledger from where it was last whole, such as a copy or a version in git";
        if (line.Span.EndsWith("\r"u8)) return new(place, "its line ends were changed, as some editors and git do", "turn CR LF into LF, and tell git to leave the file alone ('*.jsonl -text' in .gitattributes)");
        if (LedgerEntry.Read(line) is not { } entry) return new(place, "this line is not an entry as it was put on record: something in it was changed", GoBack);
        if (entry.Number != entries.Count + 1) return new(place, $"entry {entry.Number} stands where entry {entries.Count + 1} should: lines were removed, inserted or swapped", GoBack);
        if (entry.Previous != (hashes is [.., var last] ? last : "")) return new(place, "this entry does not follow the one before it: that one was changed, or another was put in its place", GoBack);
        if (entry.Supersedes is { } earlier && (earlier < 1 || earlier >= entry.Number)) return new(place, "this entry supersedes none before it", GoBack);

        entries.Add(entry);
        hashes.Add(LedgerEntry.HashOf(line.Span));
        return null;
    }

    // Every entry is written with its line feed, and all of a run at once.
    private static Problem CutOff(Place place, int whole) => new(place, "this line is cut off: it has no line feed at its end, as when the disk was full or a copy was broken off",
        $"look for a whole copy; if there is none, remove what stands after line {whole}, and run 'spancoder review adjudicate' again with the same sheet");
}
