using Spancoder.Learning;

namespace Spancoder.Tests.Learning;

/// <summary>Which features a text has; written as what each is made of.</summary>
public class TextFeaturesTests
{
    [Fact]
    public void Words_and_pairs_of_them_and_marks_are_features() =>
        AssertWords("Who sold it? We!", "who", "who sold", "sold", "sold it", "it", "it ?", "?", "? we", "we", "we !", "!");

    [Fact]
    public void Pairs_go_on_over_other_punctuation() => AssertWords("sold, then made - there", "sold", "sold then", "then", "then made", "made", "made there", "there");

    [Fact]
    public void Full_width_marks_are_the_same_marks() => Assert.Equal(Features("we?!"), Features("we？！"));

    [Fact]
    public void Of_a_word_runs_of_one_to_five_characters_within_its_bounds_are_features() => AssertCharacters(
        "kiln",
        " k", " ki", " kil", " kiln", "k", "ki", "kil", "kiln", "kiln ", "i", "il", "iln", "iln ", "l", "ln", "ln ", "n", "n ");

    [Fact]
    public void A_word_of_one_letter_has_its_runs() => AssertCharacters("a", "a", " a", "a ", " a ");

    [Fact]
    public void Runs_of_characters_do_not_go_from_word_to_word() => AssertCharacters("ab c", " a", " ab", " ab ", "a", "ab", "ab ", "b", "b ", " c", " c ", "c", "c ");

    [Fact]
    public void Of_Chinese_runs_of_one_to_four_characters_are_features_and_no_words()
    {
        AssertCharacters("我们卖茶杯", "我", "我+们", "我+们+卖", "我+们+卖+茶", "们", "们+卖", "们+卖+茶", "们+卖+茶+杯", "卖", "卖+茶", "卖+茶+杯", "茶", "茶+杯", "杯");
        AssertWords("我们卖茶杯");
    }

    [Fact]
    public void Chinese_runs_end_at_punctuation_blanks_and_other_script()
    {
        AssertCharacters("我，们", "我", "们");
        AssertCharacters("我 们", "我", "们");
        AssertCharacters("我a们", "我", "们", "a", " a", "a ", " a ");
    }

    [Fact]
    public void A_pair_does_not_go_over_Chinese() => AssertWords("the 品牌 sold?", "the", "sold", "sold ?", "?");

    [Fact]
    public void A_character_outside_the_basic_plane_is_one_character() => AssertCharacters("卖𠮷镇", "卖", "卖+𠮷", "卖+𠮷+镇", "𠮷", "𠮷+镇", "镇");

    [Theory]
    [InlineData("Kiln", "KILN")]
    [InlineData("cafe", "Café")]
    [InlineData("cafe", "cafe\u0301")]
    [InlineData("kiln", "ki\u00ADln")]
    [InlineData("fair", "ｆａｉｒ")]
    [InlineData("don't", "don’t")]
    [InlineData("strasse", "Straße")]
    [InlineData("istanbul", "ISTANBUL")]
    [InlineData("大品", "大\u200B品")]
    public void Case_accents_width_and_what_nobody_sees_do_not_count(string one, string other) => Assert.Equal(Features(one), Features(other));

    [Fact]
    public void Nothing_crosses_the_bounds_of_a_segment()
    {
        FeatureReader reader = new();
        var segments = reader.Read("P1: we sold\nP2: it abroad? 卖\nP1: 茶 there");
        foreach (var (number, alone) in new[] { "we sold", "it abroad? 卖", "茶 there" }.Index()) Assert.Equal(reader.One(alone), segments[number + 1]);
    }

    [Fact]
    public void What_the_features_come_from_are_words_of_the_text_as_it_is()
    {
        var (words, characters) = new FeatureReader().Walk("Café SOLD? 卖茶杯");
        Assert.Equal(["Café", "SOLD", "Café SOLD", "?", "SOLD?"], words);
        Assert.Equal(["SOLD", "Café", "卖", "卖茶", "卖茶杯", "杯", "茶", "茶杯"], characters.Distinct().Order(StringComparer.Ordinal).OrderBy(word => word[0] switch { 'S' => 0, 'C' => 1, _ => 2 }));
    }

    private static void AssertWords(string text, params string[] made) => Assert.Equal(Buckets(made.Select(one => one.Replace(' ', '\u0001'))), BlockOf(text, 0));

    // A plus joins the characters of a Chinese run.
    private static void AssertCharacters(string text, params string[] made) => Assert.Equal(Buckets(made.Select(one => one.Replace('+', '\u0001'))), BlockOf(text, 1));

    private static IEnumerable<int> Buckets(IEnumerable<string> made) => made.Select(SlowFeatures.BucketOf).Distinct().Order();

    private static IEnumerable<int> BlockOf(string text, int block) =>
        Features(text).Keys.Where(feature => feature / FeatureSpace.Buckets == block).Select(feature => feature % FeatureSpace.Buckets);

    private static SortedDictionary<int, float> Features(string text) => new FeatureReader().One(text);
}
