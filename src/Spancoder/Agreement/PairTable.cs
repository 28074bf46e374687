namespace Spancoder.Agreement;

/// <summary>What two coders gave the units that both judged: rows are the first coder's categories, columns the second's.</summary>
public sealed class PairTable
{
    private readonly int[,] _counts;

    private PairTable(string first, string second, IReadOnlyList<string> categories, int[,] counts)
    {
        (First, Second, Categories, _counts) = (first, second, categories, counts);
        Units = counts.Cast<int>().Sum();
    }

    public string First { get; }

    public string Second { get; }

    public IReadOnlyList<string> Categories { get; }

    /// <summary>How many both judged.</summary>
    public int Units { get; }

    public int this[int first, int second] => _counts[first, second];

    /// <param name="ratings">All coders'.</param>
    /// <param name="first">Index of a coder.</param>
    /// <param name="second">Index of another.</param>
    public static PairTable Of(Ratings ratings, int first, int second)
    {
        var counts = new int[ratings.Categories.Count, ratings.Categories.Count];
        for (var unit = 0; unit < ratings.Units; unit++)
        {
            var values = ratings.Of(unit);
            if (values[first] != Ratings.Missing && values[second] != Ratings.Missing) counts[values[first], values[second]]++;
        }

        return new(ratings.Coders[first], ratings.Coders[second], ratings.Categories, counts);
    }

    /// <summary>All pairs of coders, in order.</summary>
    public static IEnumerable<PairTable> All(Ratings ratings) => Pairs.Of(ratings.Coders.Count).Select(pair => Of(ratings, pair.First, pair.Second));

    /// <summary>How many units the first coder gave a category.</summary>
    public int OfFirst(int category) => Enumerable.Range(0, Categories.Count).Sum(other => _counts[category, other]);

    /// <summary>How many units the second coder gave a category.</summary>
    public int OfSecond(int category) => Enumerable.Range(0, Categories.Count).Sum(other => _counts[other, category]);

    /// <summary>Row by row.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Rows => [.. Enumerable.Range(0, Categories.Count).Select(row => (IReadOnlyList<int>)[.. Enumerable.Range(0, Categories.Count).Select(column => _counts[row, column])])];
}
