using Spancoder.Review.Differing;

namespace Spancoder.Tests.Review;

/// <summary>docs/review.md defines the types of difference one by one; here they are written out so, without an order between them.</summary>
public class DifferenceLaws
{
    private static readonly VerdictComparison Comparison = new(GivenVerdicts.Codebook);

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 20)];

    [Theory, MemberData(nameof(Seeds))]
    public void Two_judgements_that_differ_do_so_in_exactly_one_way(int seed)
    {
        foreach (var (one, other) in Pairs(seed))
        {
            var holding = DifferenceTypes.All.Where(type => Holds(type, one, other)).ToList();
            Assert.Equal(Differ(one, other) ? 1 : 0, holding.Count);
            Assert.Equal(holding is [var only] ? only : null, Comparison.Between(one, other));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void It_does_not_matter_who_comes_first(int seed) =>
        Assert.All(Pairs(seed), pair => Assert.Equal(Comparison.Between(pair.One, pair.Other), Comparison.Between(pair.Other, pair.One)));

    [Theory, MemberData(nameof(Seeds))]
    public void Nobody_differs_from_themselves(int seed) => Assert.All(Pairs(seed), pair => Assert.Null(Comparison.Between(pair.One, pair.One with { Coder = "again" })));

    [Theory, MemberData(nameof(Seeds))]
    public void Each_segment_that_several_judged_is_counted_once(int seed)
    {
        DifferenceTally tally = new(Comparison);
        var pairs = Pairs(seed).ToList();
        foreach (var pair in pairs) tally.Add([pair]);
        Assert.Equal(pairs.Count, tally.Compared);
        Assert.Equal(pairs.Count(pair => pair.One.IsUnsure || pair.Other.IsUnsure), tally.Unsure);
        Assert.Equal(tally.Differing, DifferenceTypes.All.Sum(tally.Of)); // with two coders each differs in one way

        var confusions = Assert.Single(tally.Pairs).Confusions;
        Assert.Equal(tally.Compared - tally.Unsure, confusions.Both);
        Assert.Equal(tally.Differing - tally.Of(DifferenceType.Boundary) - tally.Of(DifferenceType.Status), confusions.Differing);
    }

    [Fact]
    public void Every_type_comes_up_in_these_worlds()
    {
        var found = Enumerable.Range(1, 20).SelectMany(Pairs).Select(pair => Comparison.Between(pair.One, pair.Other)).ToHashSet();
        Assert.All(DifferenceTypes.All, type => Assert.Contains(type, found));
    }

    private static IEnumerable<(Verdict One, Verdict Other)> Pairs(int seed)
    {
        Random random = new(seed);
        for (var count = 0; count < 200; count++) yield return (GivenVerdicts.Random(random, "ann"), GivenVerdicts.Random(random, "bo"));
    }

    private static bool Differ(Verdict one, Verdict other) =>
        !one.IsUnsure && !other.IsUnsure && (!Same(one, other) || HasOtherPassage(one, other) || HasOtherStatus(one, other));

    private static bool Holds(DifferenceType type, Verdict one, Verdict other)
    {
        if (one.IsUnsure || other.IsUnsure) return false;

        var (left, right) = (one.Codes.ToHashSet(), other.Codes.ToHashSet());
        var isAboutCodes = left.Count > 0 && right.Count > 0 && !left.IsSubsetOf(right) && !right.IsSubsetOf(left);
        var sameBranches = left.Select(TopOf).ToHashSet().SetEquals(right.Select(TopOf));
        return type switch
        {
            DifferenceType.CodeOrNone => left.Count == 0 != (right.Count == 0),
            DifferenceType.SecondLabel => left.Count > 0 && right.Count > 0 && (left.IsProperSubsetOf(right) || right.IsProperSubsetOf(left)),
            DifferenceType.SubCode => isAboutCodes && sameBranches,
            DifferenceType.Swap => isAboutCodes && !sameBranches,
            DifferenceType.Boundary => Same(one, other) && HasOtherPassage(one, other),
            DifferenceType.Status => Same(one, other) && !HasOtherPassage(one, other) && HasOtherStatus(one, other),
            _ => throw new InvalidOperationException(),
        };
    }

    private static string TopOf(string code) => code.Split('.')[0];

    private static bool Same(Verdict one, Verdict other) => one.Codes.Order(StringComparer.Ordinal).SequenceEqual(other.Codes.Order(StringComparer.Ordinal));

    private static bool HasOtherPassage(Verdict one, Verdict other) =>
        Both(one, other).Any(pair => pair.Left.Span != GivenVerdicts.Segment.Span && pair.Right.Span != GivenVerdicts.Segment.Span && pair.Left.Span != pair.Right.Span);

    private static bool HasOtherStatus(Verdict one, Verdict other) => Both(one, other).Any(pair =>
        pair.Left.Status.Count > 0 && pair.Right.Status.Count > 0 && string.Join('|', pair.Left.Status) != string.Join('|', pair.Right.Status)
        || pair.Left.Negated is not null && pair.Right.Negated is not null && pair.Left.Negated != pair.Right.Negated);

    private static IEnumerable<(Coding Left, Coding Right)> Both(Verdict one, Verdict other) =>
        from left in one.Codings from right in other.Codings where left.Code == right.Code && left.HasEvidence select (left, right);
}
