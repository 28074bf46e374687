using Spancoder.Coders;
using Spancoder.Reading;
using Spancoder.Review.Next;

namespace Spancoder.Tests.Review;

public class NextSegmentsTests
{
    [Fact]
    public void The_kinds_take_turns_and_one_that_is_used_up_is_passed_over()
    {
        List<(string, ExaminedSegment)> segments =
        [
            .. Enumerable.Range(1, 4).Select(number => GivenReview.Segment("d", number, false, (GroundKind.Near, ["a"]))),
            .. Enumerable.Range(5, 2).Select(number => GivenReview.Segment("d", number, false, (GroundKind.StrongCue, ["a"]))),
            .. Enumerable.Range(7, 1).Select(number => GivenReview.Segment("d", number, false, (GroundKind.AtOdds, ["a"]))),
            .. Enumerable.Range(8, 3).Select(number => GivenReview.Segment("d", number, true, (GroundKind.Differ, ["a"]))),
        ];
        Assert.Equal(["d#8", "d#7", "d#5", "d#1", "d#9", "d#6", "d#2", "d#10", "d#3", "d#4"], GivenReview.Ids(GivenReview.Next(segments, number: 20).InOrder()));
    }

    [Fact]
    public void In_a_kind_the_codes_take_turns_in_the_order_of_the_codebook()
    {
        List<(string, ExaminedSegment)> segments =
        [
            .. Enumerable.Range(1, 3).Select(number => GivenReview.Segment("d", number, false, (GroundKind.Near, ["c"]))),
            .. Enumerable.Range(4, 2).Select(number => GivenReview.Segment("d", number, false, (GroundKind.Near, ["a.b"]))),
            GivenReview.Segment("d", 6, false, (GroundKind.Near, ["a", "c"])),
        ];
        Assert.Equal(["d#6", "d#4", "d#1", "d#5", "d#2", "d#3"], GivenReview.Ids(GivenReview.Next(segments, number: 20).InOrder()));
        Assert.Equal(["d#6", "d#4", "d#5"], GivenReview.Ids(GivenReview.Next(segments, number: 20, code: "a").InOrder()));
    }

    [Fact]
    public void For_a_code_the_document_with_the_fewest_on_the_list_comes_first()
    {
        var segments = new[] { "x", "y", "z" }.SelectMany(document => Enumerable.Range(1, 3).Select(number => GivenReview.Segment(document, number, false, (GroundKind.Near, ["a"]))))
            .Append(GivenReview.Segment("x", 9, true, (GroundKind.Differ, ["c"])));
        Assert.Equal(["x#9", "y#1", "z#1", "x#1", "y#2", "z#2"], GivenReview.Ids(GivenReview.Next(segments, number: 6).InOrder()));
    }

    [Fact]
    public void Random_ones_are_spread_evenly_and_are_not_judged()
    {
        List<(string, ExaminedSegment)> segments =
        [
            .. GivenReview.AllNear(30),
            .. Enumerable.Range(31, 30).Select(number => GivenReview.Segment("d", number, true, (GroundKind.Differ, ["a"]))),
        ];
        var list = GivenReview.Next(segments, number: 12, share: 0.25m).InOrder();
        Assert.Equal([4, 8, 12], list.Index().Where(pick => pick.Item.IsRandom).Select(pick => pick.Index + 1));
        Assert.All(list.Where(pick => pick.IsRandom), pick => Assert.InRange(pick.Candidate.Number, 1, 30));
    }

    [Theory]
    [InlineData(1, 25, 0)]
    [InlineData(2, 25, 1)]
    [InlineData(20, 25, 5)]
    [InlineData(20, 0, 0)]
    [InlineData(20, 100, 20)]
    [InlineData(3, 50, 2)]
    public void Half_a_segment_is_rounded_up(int number, int percent, int random) => Assert.Equal(random, new NextRequest(number, percent / 100m, 1, null, null).Random);

    [Fact]
    public void Chance_alone_picks_nothing_for_a_reason_even_if_too_few_can_be_drawn()
    {
        var segments = GivenReview.AllNear(5).Append(GivenReview.Segment("d", 6, true, (GroundKind.Differ, ["a"])));
        var list = GivenReview.Next(segments, number: 20, share: 1).InOrder();
        Assert.Equal(5, list.Count);
        Assert.All(list, pick => Assert.True(pick.IsRandom));
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(3001, 12)];

    [Theory, MemberData(nameof(Seeds))]
    public void No_segment_is_on_a_list_twice_and_each_has_a_reason_or_is_random(int seed)
    {
        ReviewWorld world = new(seed);
        Examination examination = new(world.Rules.Codebook, "anna", null);
        var all = world.Documents.Index().SelectMany(document => examination.Of(document.Item).Select(examined => (Document: $"d{document.Index:00}", Examined: examined))).ToList();
        var byId = all.ToDictionary(segment => $"{segment.Document}#{segment.Examined.Segment.Number}", segment => segment.Examined);
        foreach (var share in new[] { 0m, 0.25m, 0.6m, 1m })
        {
            foreach (var number in new[] { 1, 7, 20, 1000 })
            {
                var next = GivenReview.Next(all, number, share, seed, codebook: world.Rules.Codebook);
                var list = next.InOrder();
                Assert.Equal(list.Count, GivenReview.Ids(list).Distinct().Count());
                Assert.Equal(GivenReview.Ids(list).Order(StringComparer.Ordinal), GivenReview.Ids(next.InBlindOrder()).Order(StringComparer.Ordinal));
                Assert.All(list, pick => Assert.True(pick.IsRandom ? !byId[pick.Candidate.Segment].IsJudged : byId[pick.Candidate.Segment].Grounds.Count > 0));
                Assert.Equal(Math.Min(next.Request.Random, byId.Values.Count(examined => !examined.IsJudged)), list.Count(pick => pick.IsRandom));
                var left = byId.Count(entry => entry.Value.Grounds.Count > 0 && !list.Any(pick => pick.IsRandom && pick.Candidate.Segment == entry.Key));
                Assert.Equal(Math.Min(number - next.Request.Random, left), list.Count(pick => !pick.IsRandom));
            }
        }
    }

    [Fact]
    public void The_number_of_threads_and_the_order_of_paths_change_nothing()
    {
        var rules = Spancoder.Cli.CodebookOption.Read(Repository.File("codebook", "boundary-spanning"));
        var files = Directory.GetFiles(Repository.File("corpus-sample"), "D*").Order(StringComparer.Ordinal).ToList();
        var first = ListOf(files, 1);
        Assert.Equal(30, first.Count);
        Assert.Equal(first, ListOf(files, 2));
        Assert.Equal(first, ListOf([.. Enumerable.Reverse(files)], 5));

        List<Pick> ListOf(IReadOnlyList<string> paths, int threads)
        {
            Problems problems = new();
            var study = StudyReader.Read(new() { Paths = paths, Root = Repository.File("corpus-sample") }, problems);
            problems.StopIfAny();
            NextSegments next = new(new(30, 0.5m, 4, null, null), rules.Codebook);
            Examination examination = new(rules.Codebook, null, null);
            foreach (var coded in Pipeline.Each(study, rules, HandCodings.None, new() { Threads = threads }, withStopped: true).Select(outcome => outcome.Coded!)) // the sample can be read
            {
                next.Add(coded.Segmented.Document.Id, examination.Of(coded));
            }

            return [.. next.InOrder()];
        }
    }
}
