using Spancoder.Cli;
using Spancoder.Coders;
using Spancoder.Reading;
using Spancoder.Reporting.Finding;
using Spancoder.Reporting.Results;
using Spancoder.Rules;
using Spancoder.Text;

namespace Spancoder.Tests.Reporting.Finding;

public class FinderTests
{
    private static readonly ResultDocument Judged = GivenResults.Document(
        "d",
        GivenResults.Segment(1, "What nobody judged", GivenResults.Coding("trade", "rules", "rules")),
        GivenResults.Segment(2, "What two people judged", GivenResults.Coding("talk", "ann", "hand"), GivenResults.Coding("NONE", "bo", "hand"), GivenResults.Coding("trade", "rules", "rules")),
        GivenResults.Segment(3, "Who cannot tell has not judged", GivenResults.Coding("UNSURE", "ann", "hand"), GivenResults.Coding("trade", "rules", "rules")),
        GivenResults.Segment(4, "What the machine finds nothing in", GivenResults.Coding("NONE", "rules", "rules")));

    [Theory]
    [InlineData("trade", "#1 #3")]
    [InlineData("talk", "#2")]
    [InlineData("NONE", "#2 #4")]
    [InlineData("UNSURE", "#3")]
    public void Peoples_codings_count_where_anybody_judged_and_else_the_machines(string code, string expected) =>
        Assert.Equal(expected, Find(new() { Codes = new HashSet<string> { code } }));

    [Fact]
    public void Of_one_coder_or_one_kind_of_coder_all_codings_count() =>
        Assert.Equal(("#1 #2 #3", "#2"), (Find(new() { By = new HashSet<string> { "rules" } }), Find(new() { Coders = new HashSet<string> { "ann" } })));

    [Fact]
    public void Codings_with_one_evidence_are_one_place()
    {
        var document = GivenResults.Document("d", GivenResults.Segment(1, "We sold it", GivenResults.Coding("talk", "ann", "hand", 10), GivenResults.Coding("trade", "ann", "hand", 7), GivenResults.Coding("trade", "bo", "hand", 7), GivenResults.Coding("talk", "bo", "hand", 7)));
        var found = new Finder(new() { By = new HashSet<string> { "hand" } }).In(document);
        Assert.Equal(["We sold it talk ann", "We sold trade,talk ann,bo"], found.Select(place => $"{place.Text} {string.Join(',', place.Codes)} {string.Join(',', place.Coders)}"));
    }

    [Theory]
    [InlineData("sold out", "sold out")]
    [InlineData("turn* ... off", "turned it off")]
    [InlineData("品牌", "品 牌")]
    public void Nothing_that_is_found_reaches_into_the_next_segment(string term, string text)
    {
        var words = TermRules.Of([term], CodebookOption.Read(Repository.File("tests", "cases", "_codebook")).Codebook, new("test"), new());
        var middle = text.IndexOf(' ', StringComparison.Ordinal);
        var torn = GivenResults.Document("d", GivenResults.Segment(1, text[..middle]), GivenResults.Segment(2, text[(middle + 1)..]));
        var whole = GivenResults.Document("d", GivenResults.Segment(1, "And then"), GivenResults.Segment(2, $"Well, {text} again"));
        Assert.Empty(new Finder(new() { Words = words }).In(torn));
        Assert.Equal(["#2 " + text], new Finder(new() { Words = words }).In(whole).Select(place => $"#{place.Segment.Number} {place.Text}"));
    }

    [Fact]
    public void In_the_sample_every_place_is_where_it_says_and_words_are_found_where_the_rules_find_them()
    {
        var rules = CodebookOption.Read(Repository.File("codebook", "boundary-spanning"));
        Problems problems = new();
        IReadOnlyList<string> terms = ["kiln*", "窑", "turn* ... off", "/[0-9]+/", "好看", "the master", "=Oslo"];
        Finder finder = new(new() { Words = TermRules.Of(terms, rules.Codebook, new("test"), problems) });
        var places = 0;
        foreach (var coded in Pipeline.Each(StudyReader.Read(new() { Paths = [Repository.File("corpus-sample")] }, problems), rules, HandCodings.None, new()).Select(outcome => outcome.Coded!)) // the sample can be read
        {
            var text = coded.Segmented.Document.Text;
            CodePoints points = new(text);
            var found = finder.In(CodedResults.Of(coded));
            foreach (var place in found)
            {
                var (start, end) = place.InDocument();
                Assert.Equal(text[points.PositionOf(start)..points.PositionOf(end)], place.Text);
                Assert.NotEmpty(place.Term);
                places++;
            }

            Assert.Equal(Occurrences(text, "窑"), found.Count(place => place.Term == "窑"));
        }

        problems.StopIfAny();
        Assert.True(places > 200, $"{places} places");
    }

    private static int Occurrences(string text, string word) => text.Split(word).Length - 1;

    private static string Find(FindQuery query) => string.Join(' ', new Finder(query).In(Judged).Select(place => $"#{place.Segment.Number}"));
}
