using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Spancoder.Codebooks;

namespace Spancoder.Review.Packets;

/// <summary>What is handed out to people who code independently: to each of them segments, to nobody what anybody or any rule has said of them.</summary>
internal sealed class Packet
{
    private readonly Dictionary<string, HashSet<PacketSegment>> _given;

    private Packet(Codebook codebook, PacketOptions options, IReadOnlyList<PacketSegment> segments, Dictionary<string, HashSet<PacketSegment>> given)
    {
        (Codebook, Options, Segments, _given) = (codebook, options, segments, given);
        Id = Hash();
    }

    public Codebook Codebook { get; }

    public PacketOptions Options { get; }

    /// <summary>All that are handed out, in order of the study.</summary>
    public IReadOnlyList<PacketSegment> Segments { get; }

    /// <summary>Who was given what, in order of the study, then of coder.</summary>
    public IEnumerable<(PacketSegment Segment, string Coder)> Plan =>
        Segments.SelectMany(segment => Options.Coders.Where(coder => _given[coder].Contains(segment)).Select(coder => (segment, coder)));

    /// <summary>How many segments went to everybody.</summary>
    public int Shared => Segments.Count(segment => _given.Values.All(given => given.Contains(segment)));

    /// <summary>The same for the same segments, texts, codebook, round and plan, and for no others: what a coder has done is kept under it.</summary>
    public string Id { get; }

    /// <param name="segments">All codable ones, in order of the study.</param>
    public static Packet Deal(Codebook codebook, PacketOptions options, IReadOnlyList<PacketSegment> segments)
    {
        var drawn = new SplitMix64(options.Seed, "sample").Shuffle(segments).Take(options.Sample.Of(segments.Count)).ToHashSet();
        List<PacketSegment> handedOut = [.. segments.Where(drawn.Contains)];

        var dealt = new SplitMix64(options.Seed, "overlap").Shuffle(handedOut);
        var shared = options.Overlap.Of(dealt.Count);
        var given = options.Coders.Index().ToDictionary(
            coder => coder.Item,
            coder => dealt.Where((_, place) => place < shared || (place - shared) % options.Coders.Count == coder.Index).ToHashSet());
        return new(codebook, options, handedOut, given);
    }

    /// <summary>A coder's segments in the order in which they meet them.</summary>
    public IReadOnlyList<PacketSegment> For(string coder)
    {
        SplitMix64 generator = new(Options.Seed, $"order of {coder}");
        var mine = Segments.Where(_given[coder].Contains);
        return Options.Order == PacketOrder.Random ? generator.Shuffle(mine) : [.. generator.Shuffle(mine.GroupBy(segment => segment.Document)).SelectMany(document => document)];
    }

    private string Hash()
    {
        StringBuilder plan = new();
        plan.Append(Codebook.Reference).Append('\n').Append(Options.Round.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var (segment, coder) in Plan) plan.Append(segment.Segment.Id).Append('\t').Append(segment.Hash).Append('\t').Append(coder).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plan.ToString())))[..16];
    }
}
