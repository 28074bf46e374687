using Spancoder.Agreement.Spans;

namespace Spancoder.Tests.Agreement.Spans;

public class CodeClashTests
{
    [Fact]
    public void Every_span_that_begins_within_another_code_is_found_once_with_the_one_that_reaches_farthest()
    {
        var study = GivenSpans.OfTwo(40, """
            ann x 0 20
            ann y 2 5
            ann z 4 6
            ann x 18 22
            ann y 21 30
            ann z 30 31
            bob y 3 9
            """);
        Assert.Equal(
            ["x 0-20 / y 2-5", "x 0-20 / z 4-6", "x 18-22 / y 21-30"],
            CodeClash.Find(study, ["x", "y", "z"]).Select(clash => $"{Said(clash.Earlier)} / {Said(clash.Later)}"));

        static string Said(CodedSpan span) => $"{span.Code} {span.Start}-{span.End}";
    }

    [Fact]
    public void Codes_outside_of_the_domain_and_spans_of_one_code_do_not_clash()
    {
        var study = GivenSpans.OfTwo(40, "ann x 0 20\nann x 10 30\nann y 5 7");
        Assert.Empty(CodeClash.Find(study, ["x", "z"]));
        Assert.Empty(CodeClash.Find(study, ["y"]));
    }

    [Fact]
    public void Unitizing_refuses_what_clashes()
    {
        var study = GivenSpans.OfTwo(40, "ann x 0 20\nann y 5 7\nbob x 0 20");
        var refused = Assert.Throws<ArgumentException>(() => UnitizingAlpha.Of(study, ["x", "y"], ["ann", "bob"]));
        Assert.StartsWith("'ann' gave the same characters of 'd' two of the codes", refused.Message, StringComparison.Ordinal);
        Assert.Null(UnitizingAlpha.Of(study, ["x"], ["ann", "bob"]).U.Reason);
    }

    [Theory, MemberData(nameof(SpanLaws.Seeds), MemberType = typeof(SpanLaws))]
    public void A_world_has_clashes_just_where_two_codes_of_one_coder_overlap(int seed)
    {
        foreach (var world in SpanWorlds.Of(seed, exclusive: false))
        {
            var within = world.Study.Spans.Where(span => world.Study.Spans.Any(other => other != span && IsBefore(other, span))).ToList();
            var found = CodeClash.Find(world.Study, world.Codes);
            Assert.Equal(within.ToHashSet(), found.Select(clash => clash.Later).ToHashSet());
            Assert.Equal(within.Count, found.Count);
            Assert.All(found, clash => Assert.True(IsBefore(clash.Earlier, clash.Later)));
        }

        static bool IsBefore(CodedSpan other, CodedSpan span) =>
            (other.Document, other.Coder) == (span.Document, span.Coder) && other.Code != span.Code && span.Start < other.End
            && (other.Start, other.End, string.CompareOrdinal(other.Code, span.Code)).CompareTo((span.Start, span.End, 0)) < 0;
    }
}
