using System.Globalization;
using Spancoder.Reporting;

namespace Spancoder.Tests.Reporting.Pictures;

/// <summary>Pictures of invented things, from a seed: few and many, short and long names in two scripts, nothing, all, and what is undefined.</summary>
internal sealed class PictureWorlds
{
    private static readonly string[] Words = ["harbour", "DC", "market reach", "访谈", "受访者甲的第二次访谈", "interviews/north/p", "WIDE MMMM", "pilots, trials, and whatever else came to be tried there", "a", "创新推广 with partners"];

    private readonly SplitMix64 _random;

    private PictureWorlds(int seed) => _random = new((ulong)seed, "pictures");

    public static IEnumerable<ReportBlock.Picture> Of(int seed)
    {
        PictureWorlds world = new(seed);
        yield return Picture("bars", world.Bars());
        yield return Picture("points", world.Points());
        yield return Picture("heat-map", world.HeatMap());
        yield return Picture("network", world.Network());
        yield return Picture("strips", world.Strips());
    }

    public static ReportBlock.Picture Picture(string id, Drawing drawing) => new(id, $"What {id} shows", "The same at more length.", drawing);

    private Drawing.Bars Bars()
    {
        var isShare = Chance(2);
        var most = isShare ? 1 : Math.Pow(10, Below(8));
        var hasNames = Chance(2);
        return new([.. Many(60, index => BarOf(index, hasNames, Value(most, isWhole: !isShare)))], Label(), isShare);
    }

    private Drawing.Points Points()
    {
        var hasNames = Chance(2);
        return new([.. Many(60, index => BarOf(index, hasNames, Value(2, isWhole: false) - .8))], Label(), Chance(2) ? 0 : -1, 1, [.667, .8, -2, .6]);
    }

    private Drawing.HeatMap HeatMap()
    {
        var (rows, columns) = (Many(80, _ => Label()).ToList(), Many(24, _ => Label()).ToList());
        return new(rows, columns, Label(), 5, [.. rows.Select(_ => (IReadOnlyList<HeatCell>)[.. columns.Select(_ => CellOf(Value(5, isWhole: false)))])]) { IsShare = Chance(2) };
    }

    private Drawing.Network Network()
    {
        var nodes = Many(60, _ => new NetworkNode(Label(), Chance(3) ? "" : Label(), Below(200)) { Of = Selection.Where("code", "a") }).ToList();
        var links = Enumerable.Range(0, nodes.Count < 2 ? 0 : Below(100)).Select(_ => Below(nodes.Count)).Select(first => new NetworkLink(first, (first + 1 + Below(nodes.Count - 1)) % nodes.Count, Below(101) / 100.0, "7 segments"));
        return new(nodes, [.. links]);
    }

    private Drawing.Strips Strips()
    {
        var codes = Many(20, _ => Label()).ToList();
        return new(codes, [.. Many(60, document => StripOf(document, codes.Count))]);
    }

    private Strip StripOf(int document, int tracks)
    {
        var length = Chance(10) ? 0 : Below(Chance(10) ? 3000 : 200);
        var marks = Enumerable.Range(0, length == 0 ? 0 : Below(60)).Select(_ => Below(length)).Select(segment => (segment, Below(tracks), $"p{document}#{segment + 1}"));
        var gaps = Enumerable.Range(0, length / 7).Where(_ => Chance(2)).Select(place => (7 * place, Math.Min(length, (7 * place) + 1 + Below(7))));
        return new(Label(), length, [.. marks], [.. gaps]);
    }

    private Bar BarOf(int index, bool hasName, double? value)
    {
        var width = Below(30) / 100.0;
        return new(Label(), hasName ? Label() : "", value is { } number ? number.ToString("0.00", CultureInfo.InvariantCulture) : "n/a", value, Chance(3) ? null : value - width, value + width, index == 0 ? 0 : Below(2))
        {
            Of = Chance(2) ? Selection.Where("code", "a") : null,
        };
    }

    private HeatCell CellOf(double? value) => new(value, value?.ToString(Chance(2) ? "0" : "0.0", CultureInfo.InvariantCulture) ?? "n/a") { Of = Chance(2) ? Selection.Where("code", "a") : null };

    private double? Value(double most, bool isWhole)
    {
        var value = Below(10) switch { 0 => (double?)null, 1 => 0, 2 => most, _ => most * Below(1000) / 1000 };
        return isWhole && value is { } number ? Math.Round(number) : value;
    }

    private string Label() => string.Join(' ', Enumerable.Range(0, 1 + Below(3)).Select(_ => Words[Below(Words.Length)])) + (Chance(2) ? Below(90).ToString(CultureInfo.InvariantCulture) : "");

    private IEnumerable<T> Many<T>(int most, Func<int, T> one) => Enumerable.Range(0, 1 + Below(Chance(3) ? most : Math.Min(most, 8))).Select(one);

    private bool Chance(int of) => Below(of) == 0;

    private int Below(int end) => _random.Below(end);
}
