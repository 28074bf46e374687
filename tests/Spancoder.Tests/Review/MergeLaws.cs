using Spancoder.Coders;
using Spancoder.Review.Merging;
using Spancoder.Review.Packets;
using Spancoder.Segmenting;

namespace Spancoder.Tests.Review;

public class MergeLaws
{
    public static TheoryData<int> Seeds() => Worlds.Seeds();

    [Theory, MemberData(nameof(Seeds))]
    public void Merging_again_alone_or_in_another_order_changes_no_byte(int seed)
    {
        using TemporaryFolder folder = new();
        var documents = Worlds.Documents(seed);
        List<string> files = [.. Returned(seed, documents).Index().Select(file => folder.Add($"r{file.Index}.csv", file.Item))];
        var into = Path.Combine(folder.Path, "all.csv");

        var once = Merge(files, into, documents);
        File.WriteAllBytes(into, once);
        Assert.Equal(once, Merge(files, into, documents));
        Assert.Equal(once, Merge([], into, documents));
        Assert.Equal(once, Merge([into], Path.Combine(folder.Path, "other.csv"), documents));
        Assert.Equal(once, Merge([.. files.AsEnumerable().Reverse(), .. files], Path.Combine(folder.Path, "other.csv"), documents));

        // One by one: where nobody contradicts themselves, the way does not matter.
        File.Delete(into);
        if (Conflicts(files, into, documents) > 0) return;
        foreach (var file in new SplitMix64((ulong)seed, "one by one").Shuffle(files)) File.WriteAllBytes(into, Merge([file], into, documents));
        Assert.Equal(once, File.ReadAllBytes(into));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Every_judgement_is_kept_or_said_to_conflict(int seed)
    {
        using TemporaryFolder folder = new();
        var documents = Worlds.Documents(seed);
        List<string> files = [.. Returned(seed, documents).Index().Select(file => folder.Add($"r{file.Index}.csv", file.Item))];
        var merge = Of(files, Path.Combine(folder.Path, "all.csv"), documents);
        var kept = merge.Rows.Concat(merge.Conflicts.SelectMany(conflict => conflict.Other.Rows)).ToLookup(row => (row.Key, row.Code, row.Status, row.Quote));

        foreach (var coding in files.SelectMany(file => Read(file).Codings))
        {
            foreach (var code in coding.Codes)
            {
                var same = kept[(new(coding.Document, coding.Number, coding.Coder, coding.Round), code, string.Join('|', coding.Status), coding.Quote)];
                Assert.Contains(same, row => coding.Reason.Comment.Length == 0 || row.Comment == coding.Reason.Comment); // a comment joins a judgement without one
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void What_is_merged_is_read_as_it_was_judged(int seed)
    {
        using TemporaryFolder folder = new();
        var documents = Worlds.Documents(seed);
        List<string> files = [.. Returned(seed, documents).Index().Select(file => folder.Add($"r{file.Index}.csv", file.Item))];
        var into = Path.Combine(folder.Path, "all.csv");
        var merge = Of(files, into, documents);
        File.WriteAllBytes(into, Merge(files, into, documents));

        var read = Read(into);
        Assert.Equal(merge.Rows.Select(row => (row.Key.Segment, row.Key.Coder, row.Key.Round, row.Code, row.Quote, row.Comment)),
            read.Codings.Select(coding => (coding.Segment, coding.Coder, coding.Round, coding.Codes.Single(), coding.Quote, coding.Reason.Comment)));
        foreach (var segmented in documents)
        {
            var judged = HandPlacement.Of([.. read.Codings.Where(coding => coding.Document == segmented.Document.Id)], segmented, [.. Worlds.Codebook.Codes.Select(code => code.Id), .. Coding.Reserved]);
            Assert.Empty(judged.Problems);
        }
    }

    // What two people send back in several files that overlap, as their tables; now and then somebody thinks otherwise the second time.
    private static IEnumerable<byte[]> Returned(int seed, IReadOnlyList<SegmentedDocument> documents)
    {
        SplitMix64 chance = new((ulong)seed, "returned");
        List<PacketSegment> codable = [.. documents.SelectMany(PacketSegment.In)];
        var thoughts = codable.SelectMany(segment => new[] { "ann", "王" }.Select(coder => (segment, coder)))
            .ToDictionary(pair => pair, pair => Enumerable.Range(0, 2).Select(_ => Judge(pair.segment, pair.coder, chance)).ToList());
        for (var file = 1 + chance.Below(4); file > 0; file--)
        {
            using MemoryStream table = new();
            List<MergedRow> rows = [.. thoughts.Values.Where(_ => chance.Below(3) > 0).SelectMany(thought => thought[seed % 3 == 0 && chance.Below(8) == 0 ? 1 : 0])];
            MergedTable.Write(table, chance.Below(2) == 0 ? rows : chance.Shuffle(rows));
            if (rows is not []) yield return table.ToArray();
        }
    }

    private static List<MergedRow> Judge(PacketSegment segment, string coder, SplitMix64 chance)
    {
        var text = segment.Passage.Text;
        string[] codes = chance.Below(5) switch { 0 => [Coding.Nothing], 1 => [Coding.Unsure], 2 => ["trade", "talk"], 3 => [Coding.Other], _ => ["trade.fairs"] };
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. codes.Select(code => new MergedRow
            {
                Place = new("made"),
                Key = new(segment.Document, segment.Segment.Number, coder, 1),
                Code = code,
                Status = chance.Below(3) == 0 ? "failed|planned" : "",
                Negated = chance.Below(3) switch { 0 => true, 1 => false, _ => null },
                Points = null,
                Quote = code is Coding.Nothing or Coding.Unsure || chance.Below(2) == 0 ? "" : words[chance.Below(words.Length)],
                Comment = chance.Below(3) == 0 ? "" : "=1, \"so\"\n'- " + words[chance.Below(words.Length)],
                Hash = segment.Hash,
                Codebook = "",
                Own = chance.Below(4) == 0 ? new Dictionary<string, string> { ["mood"] = "@" + chance.Below(3) } : ReturnedRow.Nothing,
            }),
        ];
    }

    private static byte[] Merge(IReadOnlyList<string> files, string into, IReadOnlyList<SegmentedDocument> documents)
    {
        using MemoryStream table = new();
        MergedTable.Write(table, Of(files, into, documents).Rows);
        return table.ToArray();
    }

    private static int Conflicts(IReadOnlyList<string> files, string into, IReadOnlyList<SegmentedDocument> documents) => Of(files, into, documents).Conflicts.Count;

    private static CodingsMerge Of(IReadOnlyList<string> files, string into, IReadOnlyList<SegmentedDocument> documents)
    {
        Problems problems = new();
        var merge = CodingsMerge.Of(Worlds.Codebook, new() { Into = into, Files = files }, documents, problems);
        Assert.Empty(problems.InOrder);
        return merge;
    }

    private static HandCodingFile Read(string file)
    {
        Problems problems = new();
        var read = HandCodingFile.Read(file, Worlds.Codebook, problems);
        Assert.Empty(problems.InOrder);
        Assert.NotNull(read);
        return read;
    }
}
