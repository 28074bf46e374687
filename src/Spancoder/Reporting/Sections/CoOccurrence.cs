using Spancoder.Codebooks;

namespace Spancoder.Reporting.Sections;

/// <summary>How often codes stand together: in the same segment, and in neighbouring ones, beside what chance alone would give.</summary>
/// <remarks>
/// Neighbours are codable segments of one document with no codable one between them. Expected in one segment: n1 n2 / N, as if codes were given independently of each other over all
/// N codable segments. Expected in neighbours: the mean over all orders in which the segments of each document could stand; of n segments, n1 with the first code, n2 with the second
/// and b with both, it is (2 (n1 n2 - b) - b (b - 1)) / n, and n1 (n1 - 1) / n for a code beside itself.
/// </remarks>
internal sealed class CoOccurrence(IReadOnlyList<Code> codes)
{
    private readonly Dictionary<Code, int> _indices = codes.Index().ToDictionary(code => code.Item, code => code.Index);
    private readonly int[,] _same = new int[codes.Count, codes.Count];
    private readonly int[,] _near = new int[codes.Count, codes.Count];
    private readonly double[,] _nearByChance = new double[codes.Count, codes.Count];

    public int Codable { get; private set; }

    /// <summary>How many pairs of neighbours there are.</summary>
    public int Neighbours { get; private set; }

    public void Add(CountedDocument document)
    {
        var segments = document.Codable.Select(segment => segment.Codes.Where(_indices.ContainsKey).Select(code => _indices[code]).Order().ToArray()).ToList();
        Codable += segments.Count;
        Neighbours += Math.Max(0, segments.Count - 1);
        var here = new int[codes.Count, codes.Count];
        foreach (var segment in segments) CountPairs(segment, segment, here);
        for (var index = 1; index < segments.Count; index++) CountNeighbours(segments[index - 1], segments[index]);
        if (segments.Count == 0) return;

        for (var first = 0; first < codes.Count; first++)
        {
            for (var second = 0; second < codes.Count; second++)
            {
                _same[first, second] += here[first, second];
                _nearByChance[first, second] += NearByChance(here[first, first], here[second, second], here[first, second], first == second) / segments.Count;
            }
        }
    }

    /// <summary>Segments that have both; of a code and itself, those that have it.</summary>
    public int Same(Code first, Code second) => _same[_indices[first], _indices[second]];

    /// <summary>How many that would be if codes had nothing to do with each other.</summary>
    public double SameByChance(Code first, Code second) => Codable == 0 ? 0 : (double)Same(first, first) * Same(second, second) / Codable;

    /// <summary>Pairs of neighbours of which one has the one code and the other the other.</summary>
    public int Near(Code first, Code second) => _near[_indices[first], _indices[second]];

    /// <summary>How many that would be, on average, if the segments of each document stood in any order.</summary>
    public double NearByChance(Code first, Code second) => _nearByChance[_indices[first], _indices[second]];

    /// <summary>n12 / (n1 + n2 - n12), from 0 to 1: Jaccard's index, which ATLAS.ti calls the c-coefficient.</summary>
    /// <returns>Undefined where neither code was given.</returns>
    public Figure Coefficient(Code first, Code second)
    {
        var both = Same(first, second);
        var either = Same(first, first) + Same(second, second) - both;
        return either > 0 ? Figure.Of((double)both / either) : Figure.Undefined("neither code was given");
    }

    private static void CountPairs(int[] first, int[] second, int[,] into)
    {
        foreach (var one in first)
        {
            foreach (var other in second) into[one, other]++;
        }
    }

    // A pair of neighbours counts once, whichever way round the codes stand in it.
    private void CountNeighbours(int[] before, int[] after)
    {
        foreach (var one in before.Union(after))
        {
            foreach (var other in before.Union(after))
            {
                if ((before.Contains(one) && after.Contains(other)) || (before.Contains(other) && after.Contains(one))) _near[one, other]++;
            }
        }
    }

    private static double NearByChance(int first, int second, int both, bool isSame) =>
        isSame ? (double)first * (first - 1) : (2 * (((double)first * second) - both)) - ((double)both * (both - 1));
}
