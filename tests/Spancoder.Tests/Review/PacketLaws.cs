using System.Text;
using System.Text.Json;
using CsvHelper;
using Spancoder.Coders;
using Spancoder.Review.Packets;
using Spancoder.Text;

namespace Spancoder.Tests.Review;

public class PacketLaws
{
    public static TheoryData<int> Seeds() => Worlds.Seeds();

    [Theory, MemberData(nameof(Seeds))]
    public void Every_segment_is_dealt_and_the_overlap_is_what_was_planned(int seed)
    {
        var codable = Worlds.Codable(seed);
        var packet = Packet.Deal(Worlds.Codebook, Options(seed), codable);
        var coders = packet.Options.Coders.Count;
        var times = packet.Plan.CountBy(entry => entry.Segment).ToDictionary();
        var shared = packet.Options.Overlap.Of(codable.Count);

        Assert.Equal(codable, packet.Segments);
        Assert.Equal(codable.Count, times.Count);
        if (coders > 1) Assert.Equal(shared, times.Values.Count(count => count == coders));
        Assert.All(times.Values, count => Assert.True(count == 1 || count == coders));

        var given = packet.Options.Coders.Select(coder => packet.For(coder).Count).ToList();
        Assert.InRange(given.Max() - given.Min(), 0, 1);
        Assert.All(packet.Options.Coders, coder => Assert.Equal(packet.Plan.Where(entry => entry.Coder == coder).Select(entry => entry.Segment).ToHashSet(), packet.For(coder).ToHashSet()));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_sample_is_as_large_as_was_asked_for(int seed)
    {
        var codable = Worlds.Codable(seed);
        foreach (var asked in new[] { 1, codable.Count / 2, codable.Count, codable.Count + 5 }.Where(asked => asked > 0))
        {
            var packet = Packet.Deal(Worlds.Codebook, Options(seed) with { Sample = new(asked, 0) }, codable);
            Assert.Equal(Math.Min(asked, codable.Count), packet.Segments.Count);
            Assert.Equal(packet.Segments, codable.Where(packet.Segments.Contains));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Documents_stay_together_in_reading_order_unless_somebody_asks_for_another(int seed)
    {
        var packet = Packet.Deal(Worlds.Codebook, Options(seed) with { Order = PacketOrder.Document }, Worlds.Codable(seed));
        foreach (var coder in packet.Options.Coders)
        {
            var mine = packet.For(coder);
            var numbers = mine.GroupBy(segment => segment.Document).Select(document => document.Select(segment => segment.Segment.Number).ToList());
            Assert.Equal(mine, mine.GroupBy(segment => segment.Document).SelectMany(document => document));
            Assert.All(numbers, document => Assert.Equal(document.Order(), document));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_filled_table_is_read_as_what_was_filled_in_and_an_empty_one_as_nothing(int seed)
    {
        var packet = Packet.Deal(Worlds.Codebook, Options(seed), Worlds.Codable(seed));
        using TemporaryFolder folder = new();
        foreach (var coder in packet.Options.Coders)
        {
            using MemoryStream table = new();
            PacketFiles.WriteTable(table, packet, coder);
            var file = folder.Add(PacketFiles.TableOf(coder), table.ToArray());
            Assert.Empty(Read(file).Codings);
            Assert.All(Cells(file), cell => Assert.False(cell is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..], cell));

            FillIn(file, cells => [.. cells[..5], "trade", "failed", cells[3], cells[3], .. cells[9..]]);
            var mine = packet.For(coder);
            var codings = Read(file).Codings;
            Assert.Equal(mine.Select(segment => (segment.Segment.Id, segment.Hash[..16], segment.Passage.Text)), codings.Select(coding => (coding.Segment, coding.Hash, coding.Quote)));
            Assert.All(codings, coding => Assert.Equal((coder, 1, coding.Quote, packet.Codebook.Reference), (coding.Coder, coding.Round, coding.Reason.Comment, coding.Reason.Codebook)));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Nothing_that_was_said_can_end_the_data_of_a_page(int seed)
    {
        var packet = Packet.Deal(Worlds.Codebook, Options(seed), Worlds.Codable(seed));
        foreach (var coder in packet.Options.Coders)
        {
            using MemoryStream written = new();
            PacketPage.Write(written, packet, coder);
            var page = Encoding.UTF8.GetString(written.ToArray());
            const string Begin = "<script type=\"application/json\" id=\"packet\">";
            var data = page[(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)..];
            data = data[..data.IndexOf("</script>", StringComparison.Ordinal)];
            Assert.DoesNotContain('<', data);

            using var json = JsonDocument.Parse(data);
            var passages = json.RootElement.GetProperty("passages");
            Assert.Equal(packet.For(coder).Select(segment => segment.Passage.Text), json.RootElement.GetProperty("segments").EnumerateArray().Select(segment => passages[segment.GetProperty("passage").GetInt32()].GetProperty("text").GetString()));
        }
    }

    [Fact]
    public void The_generator_gives_the_published_numbers()
    {
        // The first numbers of SplitMix64 from state 0, as its authors' reference program prints them.
        SplitMix64 generator = new(0, "");
        Assert.Equal([0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F], (ulong[])[generator.Next(), generator.Next(), generator.Next()]);
    }

    [Fact]
    public void Each_place_of_a_shuffle_is_as_likely_as_any_other()
    {
        const int Times = 6000;
        var counts = Enumerable.Range(0, Times).CountBy(seed => string.Concat(new SplitMix64((ulong)seed, "law").Shuffle("abc"))).ToDictionary();
        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, Times / 6 - 150, Times / 6 + 150)); // five standard deviations
    }

    [Theory]
    [InlineData("20%", 10, 2)]
    [InlineData("0.25", 10, 3)]
    [InlineData("12.5%", 8, 1)]
    [InlineData("100%", 7, 7)]
    [InlineData("0%", 7, 0)]
    [InlineData("5", 7, 5)]
    [InlineData("9", 7, 7)]
    public void A_portion_is_a_number_or_a_share(string text, int of, int expected)
    {
        Assert.True(Portion.TryRead(text, out var portion));
        Assert.Equal(expected, portion.Of(of));
    }

    [Theory]
    [InlineData("101%")]
    [InlineData("1.5")]
    [InlineData("-1")]
    [InlineData("0,5")]
    [InlineData("%")]
    [InlineData("some")]
    public void What_is_no_portion_is_refused(string text) => Assert.False(Portion.TryRead(text, out _));

    private static PacketOptions Options(int seed) => new()
    {
        Coders = [.. new[] { "ann", "bo", "cy", "王" }.Take(1 + seed % 4)],
        Overlap = new(null, seed % 5 / 4m),
        Order = seed % 2 == 0 ? PacketOrder.Document : PacketOrder.Random,
        Seed = (ulong)seed,
    };

    private static HandCodingFile Read(string file)
    {
        Problems problems = new();
        var read = HandCodingFile.Read(file, Worlds.Codebook, problems);
        Assert.Empty(problems.InOrder);
        Assert.NotNull(read);
        return read;
    }

    private static IEnumerable<string> Cells(string file) => Rows(file).SelectMany(row => row);

    private static void FillIn(string file, Func<List<string>, IReadOnlyList<string>> fill)
    {
        var rows = Rows(file);
        using var csv = CsvWriter.ToFile(file, Csv.Output);
        foreach (var (index, row) in rows.Index())
        {
            foreach (var cell in index == 0 ? row : fill(row)) csv.WriteField(cell);
            csv.EndRecord();
        }
    }

    private static List<List<string>> Rows(string file)
    {
        using var reader = CsvReader.FromText(File.ReadAllText(file), Csv.Strict with { HasHeader = false });
        List<List<string>> rows = [];
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }
}
