using Spancoder.Agreement.Spans;

namespace Spancoder.Tests.Agreement.Spans;

public class SpanGuards
{
    [Theory]
    [InlineData(-1, 3)]
    [InlineData(3, 3)]
    [InlineData(3, 2)]
    public void A_span_and_a_unit_hold_at_least_one_character_of_the_text(int start, int end)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CodedSpan("d", "ann", "x", start, end));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DeclaredUnit("u", "d", start, end));
    }

    [Theory]
    [InlineData("d 10 ann", "d bob x 0 1", "'bob' marked 'd' without having been given it")]
    [InlineData("d 10 ann", "e ann x 0 1", "'ann' marked 'e' without having been given it")]
    [InlineData("d 10 ann", "d ann x 9 11", "'ann' marked 'd' beyond its end")]
    public void Spans_lie_in_what_their_coder_was_given(string documents, string spans, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => GivenSpans.Study(documents, spans)).Message, StringComparison.Ordinal);

    [Fact]
    public void Somebody_cannot_be_given_what_is_not_there()
    {
        var refused = Assert.Throws<ArgumentException>(() => new SpanStudy(new Dictionary<string, int> { ["d"] = 1 }, [("ann", "e")], []));
        Assert.StartsWith("'ann' was given 'e', which is no document", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("u d 0 5;u d 5 9", "there are two units 'u'")]
    [InlineData("u d 0 5;v d 4 9", "units 'u' and 'v' overlap")]
    [InlineData("u d 0 11", "unit 'u' does not lie within a document")]
    [InlineData("u e 0 5", "unit 'u' does not lie within a document")]
    public void Units_lie_side_by_side_in_documents(string units, string message)
    {
        var study = GivenSpans.OfTwo(10, "");
        var declared = GivenSpans.Rows(units.Replace(';', '\n')).Select(row => new DeclaredUnit(row[0], row[1], GivenSpans.Number(row[2]), GivenSpans.Number(row[3]))).ToList();
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => UnitProjection.Of(study, declared)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_that_begin_within_another_are_found_each_with_the_one_that_reaches_farthest()
    {
        DeclaredUnit[] units = [new("c", "d", 8, 9), new("a", "d", 0, 10), new("b", "d", 2, 4), new("e", "d", 10, 12), new("a2", "e", 3, 4)];
        Assert.Equal([("a", "b"), ("a", "c")], DeclaredUnit.FindOverlaps(units).Select(pair => (pair.Earlier.Id, pair.Later.Id)));
    }

    [Fact]
    public void Two_coders_are_two_and_were_given_something()
    {
        var study = GivenSpans.OfTwo(10, "");
        Assert.Throws<ArgumentException>(() => CharacterTable.Of(study, "x", "ann", "ann"));
        Assert.Throws<ArgumentException>(() => SegmentMatch.Of(study, "x", "ann", "cy", 0.9));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_threshold_is_above_0_and_at_most_1(double threshold) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SegmentMatch.Of(GivenSpans.OfTwo(10, ""), "x", "ann", "bob", threshold));

    [Fact]
    public void At_a_half_one_span_may_be_the_like_of_two_and_above_it_may_not()
    {
        var study = GivenSpans.OfTwo(10, "ann x 0 10\nbob x 0 5\nbob x 5 10");
        var (half, more) = (SegmentMatch.Of(study, "x", "ann", "bob", 0.5), SegmentMatch.Of(study, "x", "ann", "bob", 0.51));
        Assert.Equal((1, 1, 2, 2), (half.MatchedOfFirst, half.OfFirst, half.MatchedOfSecond, half.OfSecond));
        Assert.Equal(0, more.Matched);
    }

    [Fact]
    public void Exactly_the_threshold_is_enough() => Assert.Equal(2, SegmentMatch.Of(GivenSpans.OfTwo(70, "ann x 0 70\nbob x 0 63"), "x", "ann", "bob", 0.9).Matched);
}
