using Spancoder.Learning;
using Spancoder.Tests.Rules;

namespace Spancoder.Tests.Learning;

/// <summary>How the features of a segment are weighed, and that they depend on nothing but the segment.</summary>
public class FeatureExtractorTests
{
    [Fact]
    public void A_count_is_damped()
    {
        var features = new FeatureReader().One("a a a b"); // words: a 3, a-a 2, a-b 1, b 1
        double[] damped = [1 + Math.Log(3), 1 + Math.Log(2), 1, 1];
        var length = Math.Sqrt(damped.Sum(value => value * value));
        Assert.Equal(damped.Select(value => value / length).OrderDescending(), Block(features, 0).Select(value => (double)value).OrderDescending(), (one, other) => Math.Abs(one - other) < 1e-6);
    }

    [Theory]
    [InlineData("We sold it abroad, didn't we? 卖茶杯。")]
    [InlineData("one")]
    [InlineData("卖茶杯？")]
    public void Words_have_unit_length_and_so_have_runs_of_characters(string text)
    {
        var features = new FeatureReader().One(text);
        Assert.Equal(1, LengthOf(Block(features, 0)), 1e-6);
        Assert.Equal(1, LengthOf(Block(features, 1)), 1e-6);
    }

    [Theory]
    [InlineData("卖茶杯", 0, 1)]
    [InlineData("?!", 1, 0)]
    [InlineData("…", 0, 0)]
    [InlineData("😀", 0, 0)]
    public void What_a_segment_does_not_have_is_no_feature_and_divides_by_nothing(string text, double words, double characters)
    {
        var features = new FeatureReader().One(text);
        Assert.Equal(words, LengthOf(Block(features, 0)), 1e-6);
        Assert.Equal(characters, LengthOf(Block(features, 1)), 1e-6);
        Assert.All(features.Values, value => Assert.True(float.IsFinite(value)));
        Assert.Equal(2, features.Keys.Count(feature => feature >= 2 * FeatureSpace.Buckets)); // layer and role are there all the same
    }

    [Fact]
    public void Layer_and_role_are_features_of_their_own()
    {
        FeatureReader reader = new();
        var read = reader.Read("P1: we sold\nN: we sold");
        Assert.Equal(Others(read[1]), [(reader.Space.Of(Layer.Speech), 0.3f), (reader.Space.Of(Role.Participant), 0.3f)]);
        Assert.Equal(Others(read[2]), [(reader.Space.Of(Layer.Note), 0.3f), (reader.Space.Of(Role.Unknown), 0.3f)]);
    }

    [Fact]
    public void The_turn_before_counts_where_it_is_asked_for_an_interviewers_too()
    {
        FeatureReader without = new(), with = new(withPrevious: true);
        const string exchange = "I: who bought it\nP1: a town";
        Assert.Equal(without.One("P1: a town"), without.Read(exchange)[2]);

        var features = with.Read(exchange)[2];
        Assert.Equal(without.One("P1: a town").TakeWhile(feature => feature.Key < 2 * FeatureSpace.Buckets), features.TakeWhile(feature => feature.Key < 2 * FeatureSpace.Buckets));
        var before = without.One("P1: who bought it").Where(feature => feature.Key < 2 * FeatureSpace.Buckets).ToDictionary(feature => feature.Key + 2 * FeatureSpace.Buckets, feature => 0.3 * feature.Value);
        Assert.Equal(before.Keys, features.Keys.Where(feature => feature / FeatureSpace.Buckets is 2 or 3));
        Assert.All(before, feature => Assert.Equal(feature.Value, features[feature.Key], 1e-6));
    }

    [Fact]
    public void The_first_turn_has_none_before_it() => Assert.DoesNotContain(new FeatureReader(withPrevious: true).One("we sold").Keys, feature => feature / FeatureSpace.Buckets is 2 or 3);

    // Two points are needed for a code; weak gives 1, normal 2, strong 3.
    [Fact]
    public void Rules_are_features_each_once_and_so_are_the_points_of_codes_against_what_they_need()
    {
        FeatureReader reader = new(GivenRules.Of("rules:\n" + GivenRules.Rule("kiln", "    strength: weak\n", "r1") + GivenRules.Rule("fair", "    strength: strong\n", "r2") + GivenRules.Rule("glass", "    strength: weak\n", "r3", "c")));
        var (a, c) = (reader.Space.Of(GivenRulesCode(reader, "a")), reader.Space.Of(GivenRulesCode(reader, "c")));
        Assert.Equal([(a, 0.15f), (reader.Space.OfRule("r1"), 0.3f)], OfRules("kiln, kiln and kiln"));
        Assert.Equal([(a, 0.6f), (reader.Space.OfRule("r1"), 0.3f), (reader.Space.OfRule("r2"), 0.3f)], OfRules("a kiln at the fair"));
        Assert.Equal([(c, 0.15f), (reader.Space.OfRule("r3"), 0.3f)], OfRules("glass"));
        Assert.Empty(OfRules("nothing of it"));

        IEnumerable<(int, float)> OfRules(string text) => reader.One(text).Where(feature => feature.Key >= reader.Space.Codes).Select(feature => (feature.Key, feature.Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Features_are_the_same_whatever_was_read_before_and_however_often_words_were_forgotten(int seed)
    {
        FeatureReader remembering = new(withPrevious: true), forgetting = new(withPrevious: true, largestVocabulary: 30);
        RandomDocuments documents = new(new(seed), remembering.Tokenizer), again = new(new(seed), forgetting.Tokenizer);
        for (var number = 0; number < 12; number++)
        {
            var (document, tokens) = documents.Next();
            FeatureReader fresh = new(withPrevious: true);
            var expected = fresh.Read(document, fresh.Tokenizer.ReadMemory(document.Document.Text));
            Assert.Equal(expected, remembering.Read(document, tokens));

            var (sameDocument, sameTokens) = again.Next();
            Assert.Equal(document.Document.Text, sameDocument.Document.Text);
            Assert.Equal(expected, forgetting.Read(sameDocument, sameTokens));
        }

        Assert.True(forgetting.Tokenizer.Vocabulary.Generation > 5);
        Assert.Equal(0, remembering.Tokenizer.Vocabulary.Generation);
    }

    // What is kept by the type of a word must be learned anew where the same type is another word, also where there are more words than before.
    [Fact]
    public void A_vocabulary_that_was_cleared_and_filled_again_changes_no_feature()
    {
        FeatureReader reader = new(largestVocabulary: 2);
        foreach (var text in new[] { "old kiln there", "they say four kilns", "Kiln workers do not say so", "they say four kilns" }) Assert.Equal(new FeatureReader().One(text), reader.One(text));
        Assert.Equal(3, reader.Tokenizer.Vocabulary.Generation);
    }

    private static Codebooks.Code GivenRulesCode(FeatureReader reader, string id) => reader.Rules.Codebook.Find(id)!; // it is in every codebook of these tests

    private static IEnumerable<(int, float)> Others(SortedDictionary<int, float> features) => features.Where(feature => feature.Key >= 2 * FeatureSpace.Buckets).Select(feature => (feature.Key, feature.Value));

    private static IEnumerable<float> Block(SortedDictionary<int, float> features, int block) => features.Where(feature => feature.Key / FeatureSpace.Buckets == block).Select(feature => feature.Value);

    private static double LengthOf(IEnumerable<float> values) => Math.Sqrt(values.Sum(value => (double)value * value));
}
