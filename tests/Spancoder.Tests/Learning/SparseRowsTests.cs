using Spancoder.Learning;

namespace Spancoder.Tests.Learning;

public class SparseRowsTests
{
    private static readonly SparseVector[] Vectors = [GivenLearning.VectorOf((70, 1), (3, 2)), GivenLearning.VectorOf(), GivenLearning.VectorOf((9, 0.5), (70, -1)), GivenLearning.VectorOf((9, 4), (70, 3))];

    [Fact]
    public void Columns_are_the_features_that_occur_the_most_frequent_first() => Assert.Equal([70, 9, 3], SparseRows.Of(Vectors).Features);

    [Fact]
    public void Features_are_columns_in_the_same_order_whatever_the_order_of_rows()
    {
        foreach (var seed in Enumerable.Range(1, 20)) Assert.Equal([70, 9, 3], SparseRows.Of(new SplitMix64((ulong)seed).Shuffle(Vectors)).Features);
    }

    [Fact]
    public void A_product_a_sum_and_a_square_are_those_of_the_whole_row()
    {
        var rows = SparseRows.Of(Vectors);
        double[] weights = [10, 100, 1000]; // of 70, 9 and 3
        Assert.Equal([2010, 0, 40, 430], Enumerable.Range(0, rows.Count).Select(row => rows.Dot(row, weights)));
        Assert.Equal([5, 0, 1.25, 25], Enumerable.Range(0, rows.Count).Select(rows.Square));

        rows.AddTo(weights, 0, -2);
        rows.AddTo(weights, 1, 7);
        rows.AddTo(weights, 3, 1);
        Assert.Equal([10 - 2 + 3, 104, 1000 - 4], weights);
    }

    [Fact]
    public void A_row_is_given_as_it_came()
    {
        var (columns, values) = SparseRows.Of(Vectors).Row(2);
        Assert.Equal([1, 0], columns.ToArray());
        Assert.Equal([0.5f, -1f], values.ToArray());
    }

    [Fact]
    public void Only_features_below_a_number_can_be_kept()
    {
        Assert.Equal([3], Vectors[0].Below(70).Features);
        Assert.Equal([2f], Vectors[0].Below(70).Values);
        Assert.Equal([70, 3], Vectors[0].Below(71).Features);
        Assert.Empty(Vectors[0].Below(0).Features);
    }
}
