using Spancoder.Learning;

namespace Spancoder.Tests.Learning;

public class GroupedFoldsTests
{
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 100)];

    // Largest first: 50 | 30 | 20, then 20 to the fold of 20 (the least), 10 to that of 30, 10 to the first of 40 and 40.
    [Fact]
    public void The_largest_document_goes_first_and_each_into_the_fold_that_holds_least()
    {
        var folds = GroupedFolds.Of(new Dictionary<string, int> { ["e"] = 10, ["a"] = 50, ["c"] = 20, ["f"] = 10, ["b"] = 30, ["d"] = 20 }, 3);
        Assert.Equal(["a 0", "b 1", "c 2", "d 2", "e 1", "f 1"], folds.OrderBy(fold => fold.Key, StringComparer.Ordinal).Select(fold => $"{fold.Key} {fold.Value}"));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Every_document_is_in_one_fold_and_every_fold_is_used(int seed)
    {
        var (sizes, count) = Drawn(seed);
        var folds = GroupedFolds.Of(sizes, count);
        Assert.Equal(sizes.Keys.Order(StringComparer.Ordinal), folds.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(0, Math.Min(count, sizes.Count)), folds.Values.Distinct().Order());
    }

    [Theory, MemberData(nameof(Seeds))]
    public void No_two_folds_differ_by_more_than_the_largest_document(int seed)
    {
        var (sizes, count) = Drawn(seed);
        var held = GroupedFolds.Of(sizes, count).GroupBy(fold => fold.Value, fold => sizes[fold.Key]).Select(fold => fold.Sum()).ToList();
        Assert.InRange(held.Max() - held.Min(), 0, sizes.Values.Max());
    }

    [Theory, MemberData(nameof(Seeds))]
    public void It_does_not_matter_in_which_order_documents_come(int seed)
    {
        var (sizes, count) = Drawn(seed);
        var shuffled = new SplitMix64((ulong)seed).Shuffle(sizes).ToDictionary();
        Assert.Equal(InOrder(GroupedFolds.Of(sizes, count)), InOrder(GroupedFolds.Of(shuffled, count)));
    }

    private static IEnumerable<string> InOrder(IReadOnlyDictionary<string, int> folds) => folds.OrderBy(fold => fold.Key, StringComparer.Ordinal).Select(fold => $"{fold.Key} {fold.Value}");

    private static (Dictionary<string, int> Sizes, int Count) Drawn(int seed)
    {
        SplitMix64 chance = new((ulong)seed, "documents");
        var largest = 1 + chance.Below(200);
        return (Enumerable.Range(0, 1 + chance.Below(40)).ToDictionary(number => $"interviews/p{number}.txt", _ => 1 + chance.Below(largest)), 2 + chance.Below(9));
    }
}
