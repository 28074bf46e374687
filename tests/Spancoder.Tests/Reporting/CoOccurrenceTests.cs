using System.Text.Json;
using Spancoder.Codebooks;
using Spancoder.Reporting.Sections;

namespace Spancoder.Tests.Reporting;

/// <summary>Codes in the same and in neighbouring segments, and what chance would give: by hand, over all orders, and as R works them out (tests/reporting/oracle.R).</summary>
public class CoOccurrenceTests
{
    private static readonly Code A = ReportingWorlds.Code("A");
    private static readonly Code B = ReportingWorlds.Code("B");

    // A, AB, -, B, A: A in 3, B in 2, both in 1, of 5. Expected together 3 * 2 / 5 = 1.2; c = 1 / (3 + 2 - 1) = 0.25.
    // Neighbours: A|AB (A then B) yes, AB|- no, -|B no, B|A yes: 2. Of the 20 ordered pairs of different segments those with A then B, or B then A, number
    // 2 (3 * 2 - 1) - 1 * 0 = 10, and each of 4 neighbouring places holds any of them with 1 / 20: 4 * 10 / 20 = 2.
    [Fact]
    public void By_hand()
    {
        var together = Of([[A], [A, B], [], [B], [A]]);
        Assert.Equal((5, 4), (together.Codable, together.Neighbours));
        Assert.Equal(1, together.Same(A, B));
        Assert.Equal(1.2, together.SameByChance(A, B), 12);
        Assert.Equal(0.25, together.Coefficient(A, B).Value!.Value, 12); // there is one
        Assert.Equal(2, together.Near(A, B));
        Assert.Equal(2, together.NearByChance(A, B), 12);
    }

    [Fact]
    public void Neighbours_are_never_of_two_documents()
    {
        CoOccurrence together = new([A, B]);
        together.Add(ReportingWorlds.Document("one", [[A]]));
        together.Add(ReportingWorlds.Document("two", [[B]]));
        Assert.Equal((0, 0, 0d), (together.Neighbours, together.Near(A, B), together.NearByChance(A, B)));
    }

    [Fact]
    public void Where_neither_was_given_there_is_no_coefficient() => Assert.Equal("neither code was given", Of([[], []]).Coefficient(A, B).Reason);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Chance_is_the_mean_over_all_orders_of_the_segments(int seed)
    {
        var chance = SplitMix64.Stream((ulong)seed, 0);
        IReadOnlyList<IReadOnlyList<Code>> segments = [.. Enumerable.Range(0, 6).Select(_ => (IReadOnlyList<Code>)[.. new[] { A, B }.Where(_ => chance.Below(2) == 0)])];
        var orders = Orders([.. Enumerable.Range(0, 6)]).Select(order => Of([.. order.Select(index => segments[index])])).ToList();
        Assert.Equal(720, orders.Count);
        Assert.Equal(orders.Average(order => order.Near(A, B)), orders[0].NearByChance(A, B), 10);
        Assert.Equal(orders.Average(order => order.Near(A, A)), orders[0].NearByChance(A, A), 10);
    }

    [Fact]
    public void As_R_says()
    {
        using var oracle = JsonDocument.Parse(Repository.Read("tests", "reporting", "oracle.json"));
        var worlds = oracle.RootElement.GetProperty("together").EnumerateArray().ToList();
        Assert.Equal(20, worlds.Count);
        foreach (var world in worlds)
        {
            var (first, second) = (Numbers(world, "first"), Numbers(world, "second"));
            var together = Of([.. first.Zip(second, (a, b) => (IReadOnlyList<Code>)[.. a == 1 ? [A] : Array.Empty<Code>(), .. b == 1 ? [B] : Array.Empty<Code>()])]);
            Assert.Equal(world.GetProperty("both").GetInt32(), together.Same(A, B));
            Assert.Equal(world.GetProperty("expected").GetDouble(), together.SameByChance(A, B), 1e-9);
            if (world.GetProperty("c").ValueKind == JsonValueKind.Null) Assert.Null(together.Coefficient(A, B).Value);
            else Assert.Equal(world.GetProperty("c").GetDouble(), together.Coefficient(A, B).Value!.Value, 1e-9); // R has one too
            Assert.Equal(world.GetProperty("neighbours").GetInt32(), together.Near(A, B));
            Assert.Equal(world.GetProperty("neighbours_by_chance").GetDouble(), together.NearByChance(A, B), 0.1); // R walked through 20,000 orders by chance
        }
    }

    private static CoOccurrence Of(IReadOnlyList<IReadOnlyList<Code>> segments)
    {
        CoOccurrence together = new([A, B]);
        together.Add(ReportingWorlds.Document("one", segments));
        return together;
    }

    private static IReadOnlyList<int> Numbers(JsonElement world, string name) => [.. world.GetProperty(name).EnumerateArray().Select(number => number.GetInt32())];

    private static IEnumerable<int[]> Orders(int[] items) => items.Length <= 1 ? [items] : items.SelectMany((first, index) => Orders([.. items[..index], .. items[(index + 1)..]]).Select(rest => (int[])[first, .. rest]));
}
