using Spancoder.Review.Adjudication;
using Spancoder.Review.Differing;

namespace Spancoder.Tests.Review;

public class SettlementTests
{
    [Fact]
    public void What_all_gave_is_agreed() => Says("agreed: a, c", GivenVerdicts.Of("ann", "a", "c"), GivenVerdicts.Of("bo", "c", "a"));

    [Fact]
    public void Nothing_applies_is_agreed_as_well() => Says("agreed: NONE", GivenVerdicts.Of("ann"), GivenVerdicts.Of("bo"));

    [Fact]
    public void Codes_that_differ_are_open() => Says("open: UNSURE", GivenVerdicts.Of("ann", "a"), GivenVerdicts.Of("bo", "a", "c"));

    [Fact]
    public void A_coder_who_cannot_tell_leaves_it_open_though_all_others_agree() =>
        Says("open: UNSURE", GivenVerdicts.Of("ann", "a"), GivenVerdicts.Of("bo", "a"), GivenVerdicts.Of("cy", Coding.Unsure));

    [Fact]
    public void When_nobody_can_tell_it_is_open() => Says("open: UNSURE", GivenVerdicts.Of("ann", Coding.Unsure), GivenVerdicts.Of("bo", Coding.Unsure));

    [Fact]
    public void One_coder_alone_is_marked_as_single() => Says("single: a", GivenVerdicts.Of("ann", "a"));

    [Fact]
    public void A_passage_that_all_named_stays() => Assert.Equal(new(12, 20), Of(GivenVerdicts.Of("ann", "a 12-20"), GivenVerdicts.Of("bo", "a 12-20")).Rows[0].Span);

    [Fact]
    public void Passages_that_differ_leave_the_codes_agreed_and_the_passage_open()
    {
        var settled = Of(GivenVerdicts.Of("ann", "a 12-20 enacted"), GivenVerdicts.Of("bo", "a 14-30 enacted"));
        Assert.Equal((Settling.Agreed, null), (settled.How, settled.Rows[0].Span));
        Assert.Equal(["enacted"], settled.Rows[0].Status);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_order_of_coders_settles_nothing(int seed)
    {
        Random random = new(seed);
        for (var count = 0; count < 200; count++)
        {
            Verdict[] people = [.. Enumerable.Range(0, random.Next(1, 4)).Select(number => GivenVerdicts.Random(random, $"coder {number}"))];
            var (one, other) = (Of(people), Of([.. people.Reverse()]));
            Assert.Equal(one.How, other.How);
            Assert.Equal(Said(one), Said(other));
        }
    }

    private static List<string> Said(Settlement settlement) => [.. settlement.Rows.Select(row => $"{row.Code} {row.Span} {string.Join('|', row.Status)} {row.Negated}").Order(StringComparer.Ordinal)];

    private static void Says(string expected, params Verdict[] people)
    {
        var settled = Of(people);
        Assert.Equal(expected, $"{Settlement.NameOf(settled.How)}: {string.Join(", ", settled.Rows.Select(row => row.Code))}");
    }

    private static Settlement Of(params Verdict[] people) => Settlement.Of(
        new() { Segment = GivenVerdicts.Segment, Document = "quay.txt", Line = 1, Before = "", Text = new('x', GivenVerdicts.Segment.Span.Length), Start = 10, People = people, Rules = null }, null, "");
}
