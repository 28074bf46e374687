namespace Spancoder.Review.Differing;

/// <summary>What one coder gave where another gave something else.</summary>
internal sealed class Confusions
{
    /// <summary>No code but those that both gave.</summary>
    public const string NothingElse = "no other";

    private readonly Dictionary<(string One, string Other), int> _counts = [];

    /// <summary>How many segments both judged, and could tell.</summary>
    public int Both { get; private set; }

    /// <summary>In how many of these their codes differ.</summary>
    public int Differing { get; private set; }

    public void Add(Verdict one, Verdict other)
    {
        if (one.IsUnsure || other.IsUnsure) return;

        Both++;
        if (one.GivesTheCodesOf(other)) return;

        Differing++;
        foreach (var pair in from left in Alone(one, other) from right in Alone(other, one) select (left, right)) _counts[pair] = _counts.GetValueOrDefault(pair) + 1;
    }

    /// <param name="codes">In the order in which equally frequent ones stand.</param>
    public IReadOnlyList<(string One, string Other, int Segments)> InOrder(IReadOnlyList<string> codes)
    {
        var places = codes.Index().ToDictionary(code => code.Item, code => code.Index);
        return
        [
            .. _counts.OrderByDescending(count => count.Value).ThenBy(count => PlaceOf(count.Key.One)).ThenBy(count => PlaceOf(count.Key.Other))
                .Select(count => (count.Key.One, count.Key.Other, count.Value)),
        ];

        int PlaceOf(string code) => places.GetValueOrDefault(code, places.Count);
    }

    private static List<string> Alone(Verdict one, Verdict other) =>
        one.Codes is [] ? [Coding.Nothing] : one.Codes.Except(other.Codes).ToList() is { Count: > 0 } alone ? alone : [NothingElse];
}
