using Spancoder.Text;

namespace Spancoder.Tests.Text;

public class TokenizerTests
{
    [Theory]
    [InlineData("We don't sell.", "We|don't|sell")]
    [InlineData("3D-printed, isn’t it?", "3D|printed|isn’t|it")]
    [InlineData("AI技术，𠮷字号", "AI|技|术|𠮷|字|号")]
    [InlineData("ＣＮＣ café cafe\u0301", "ＣＮＣ|café|cafe\u0301")]
    [InlineData("soft\u00ADhyphen and zero\u200Bwidth", "soft\u00ADhyphen|and|zero\u200Bwidth")]
    [InlineData("'quoted' rock'n'roll 5'6", "quoted|rock'n'roll|5|6")]
    [InlineData("カタカナと한국어", "カ|タ|カ|ナ|と|한국어")]
    [InlineData("", "")]
    public void Words_are_runs_of_letters_and_Chinese_characters_stand_alone(string text, string expected)
    {
        var tokens = new Tokenizer().Read(text).ToArray();
        Assert.Equal(expected, string.Join('|', tokens.Select(token => text[token.Start..token.End])));
    }

    [Theory]
    [InlineData("a b", nameof(Gap.Blank))]
    [InlineData("a \u00A0\t b", nameof(Gap.Blank))]
    [InlineData("a-b", nameof(Gap.Hyphen))]
    [InlineData("a\u2011b", nameof(Gap.Hyphen))]
    [InlineData("a - b", nameof(Gap.Break))]
    [InlineData("a, b", nameof(Gap.Break))]
    [InlineData("a\nb", nameof(Gap.Break))]
    [InlineData("a一", nameof(Gap.None))]
    public void What_stands_between_two_tokens_is_known(string text, string expected) => Assert.Equal(expected, new Tokenizer().Read(text)[1].Before.ToString());

    [Fact]
    public void The_same_word_has_the_same_type_and_another_case_has_not()
    {
        var tokens = new Tokenizer().Read("kiln Kiln kiln");
        Assert.Equal(tokens[0].Type, tokens[2].Type);
        Assert.NotEqual(tokens[0].Type, tokens[1].Type);
    }

    [Fact]
    public void A_vocabulary_keeps_a_hundred_thousand_words_apart()
    {
        var words = Enumerable.Range(0, 100_000).Select(number => $"w{number}").ToList();
        var tokenizer = new Tokenizer();
        var types = tokenizer.Read(string.Join(' ', words)).ToArray().Select(token => token.Type).ToList();
        Assert.Equal(Enumerable.Range(0, 100_000), types);
        Assert.Equal(words, types.Select(type => tokenizer.Vocabulary[type]));
    }

    [Theory]
    [InlineData("CAFÉ", "cafe")]
    [InlineData("ＣＮＣ", "cnc")]
    [InlineData("don’t", "don't")]
    [InlineData("Straße", "strasse")]
    [InlineData("soft\u00ADhyphen", "softhyphen")]
    [InlineData("Ærø", "ærø")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("ΣΊΣΥΦΟΣ", "σισυφοσ")]
    public void Folding_forgets_case_accents_and_width(string word, string expected) =>
        Assert.Equal(expected.Replace("ø", "o", StringComparison.Ordinal), Folding.Fold(word));

    [Fact]
    public void Folding_does_not_take_a_voiced_kana_for_an_unvoiced_one() => Assert.NotEqual(Folding.Fold("か"), Folding.Fold("が"));
}
