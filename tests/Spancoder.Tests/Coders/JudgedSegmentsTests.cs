using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Learning;
using Spancoder.Segmenting;
using Spancoder.Tests.Rules;
using Spancoder.Text;

namespace Spancoder.Tests.Coders;

/// <summary>Of the codes a, a.b and c.</summary>
public class JudgedSegmentsTests
{
    private static readonly Codebook Codebook = GivenRules.Of("rules:\n" + GivenRules.Rule("x")).Codebook;

    [Theory]
    [InlineData("ann: a", "yes no no")]
    [InlineData("ann: a.b", "yes yes no")] // who gives a code says with it that the one above applies
    [InlineData("ann: a c", "yes no yes")]
    [InlineData("ann: NONE", "no no no")]
    [InlineData("ann: OT", "no no no")] // something else applies, which is none of the codes
    [InlineData("ann: OT c", "no no yes")]
    [InlineData("ann: a; ben: NONE", "? no no")] // as many on either side
    [InlineData("ann: a; ben: a; cat: c", "yes no no")]
    [InlineData("ann: a; ben: a.b; cat: NONE", "yes no no")]
    [InlineData("ann: a.b; ben: a.b; cat: a", "yes yes no")]
    [InlineData("ann: a.b; ben: a", "yes ? no")]
    [InlineData("ann: a; ben: a; cat: c; dan: c", "? no ?")]
    [InlineData("ann: a; ben: UNSURE", "yes no no")] // as if ben had not looked
    [InlineData("ann: a; ben: UNSURE; cat: NONE", "? no no")]
    public void A_segment_has_what_more_than_half_of_those_who_can_tell_gave_it(string judgements, string labels)
    {
        var gathered = Gather(null, judgements);
        Assert.Equal(labels, LabelsOf(Assert.Single(gathered.InOrder)));
        Assert.Equal(0, gathered.Unsure);
    }

    [Fact]
    public void Of_one_coder_only_theirs_is_right_and_the_others_stand_beside_it()
    {
        var gathered = Gather("ben", "ann: a; ben: c; cat: a", "ann: a", "ben: UNSURE; ann: a", "ben: NONE");
        Assert.Equal(["no no yes", "no no no"], gathered.InOrder.Select(LabelsOf));
        Assert.Equal([1, 4], gathered.InOrder.Select(segment => segment.Lesson.Number));
        Assert.Equal(["ann", "ben", "cat"], gathered.InOrder[0].People.Select(person => person.Coder));
        Assert.Equal(new Dictionary<string, int> { ["ben"] = 2 }, gathered.Coders);
        Assert.Equal(1, gathered.Unsure);
    }

    [Fact]
    public void Who_cannot_tell_is_counted_only_where_nobody_can()
    {
        var gathered = Gather(null, "ann: UNSURE", "ann: UNSURE; ben: UNSURE", "ann: UNSURE; ben: c", "");
        Assert.Equal((2, 1), (gathered.Unsure, gathered.InOrder.Count));
        Assert.Equal(["ben"], gathered.InOrder[0].People.Select(person => person.Coder));
        Assert.Equal(new Dictionary<string, int> { ["ben"] = 1 }, gathered.Coders);
    }

    [Fact]
    public void What_was_drawn_by_chance_is_left_out_where_that_is_asked_for()
    {
        var segmented = Passage.Of("P01: one\nP02: two\nP01: three\nP02: four", new Tokenizer(), out _);
        foreach (var withSample in new[] { true, false })
        {
            JudgedSegments gathered = new(Codebook, null, withSample);
            gathered.Add(new(segmented, [], [])
            {
                ByHand = new([.. segmented.Segments.Select((segment, index) => Coding(segment, "ann", "a") with { Draw = index switch { 0 => new(true, 0.5, 4), 1 => new(false, null, 4), 2 => new(true, 0.5, 4), _ => null } })]),
                Features = [.. segmented.Segments.Select(_ => new SparseVector([], []))],
            });
            Assert.Equal(withSample ? [1, 2, 3, 4] : [2, 4], gathered.InOrder.Select(segment => segment.Lesson.Number));
            Assert.Equal(withSample ? (2, 0) : (0, 2), (gathered.Drawn, gathered.LeftOut));
        }
    }

    [Fact]
    public void Each_segment_has_its_own_features_and_hash_also_behind_what_is_not_codable()
    {
        var segmented = Passage.Of("R: one\nI: and?\nR: two\nR: three", new Tokenizer(), out _);
        var gathered = new JudgedSegments(Codebook, null);
        var last = segmented.Segments[^1];
        gathered.Add(new(segmented, [], [])
        {
            ByHand = new([Coding(last, "ann", "c")]),
            Features = [.. segmented.Segments.Where(segment => segment.Codable).Select((_, index) => new SparseVector([index], [1f]))],
        });
        var lesson = Assert.Single(gathered.InOrder).Lesson;
        Assert.Equal([segmented.Segments.Count(segment => segment.Codable) - 1], lesson.Vector.Features);
        Assert.Equal(SegmentHash.Of(last.Span.In(segmented.Document.Text)), lesson.Hash);
    }

    private static JudgedSegments Gather(string? coder, params string[] judgements)
    {
        var segmented = Passage.Of(string.Join('\n', judgements.Select((_, index) => $"{(index % 2 == 0 ? "P01" : "P02")}: words of {index}")), new Tokenizer(), out _);
        JudgedSegments gathered = new(Codebook, coder);
        gathered.Add(new(segmented, [], [])
        {
            ByHand = new([.. segmented.Segments.Zip(judgements).SelectMany(pair => JudgementsOf(pair.First, pair.Second))]),
            Features = [.. segmented.Segments.Select(_ => new SparseVector([], []))],
        });
        return gathered;
    }

    // "ann: a c; ben: NONE"
    private static IEnumerable<Coding> JudgementsOf(Segment segment, string judgements) =>
        judgements.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(": ")).OrderBy(one => one[0], StringComparer.Ordinal).SelectMany(one => one[1].Split(' ').Select(code => Coding(segment, one[0], code)));

    private static Coding Coding(Segment segment, string coder, string code) => new() { Segment = segment, Code = code, Span = segment.Span, Coder = coder, Reason = new Reason.ByHand("", "") };

    private static string LabelsOf(JudgedSegment segment) => string.Join(' ', segment.Lesson.Labels.Select(label => label switch { true => "yes", false => "no", null => "?" }));
}
