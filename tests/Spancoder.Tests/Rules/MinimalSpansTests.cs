using Spancoder.Codebooks;
using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Tests.Rules;

/// <summary>Several things near each other, worked by hand. The word a is a place where the first thing was found, b the second, ab both; x is any word.</summary>
public class MinimalSpansTests
{
    [Theory]
    [InlineData("a b", "a b")]
    [InlineData("b a", "b a")]
    [InlineData("a", "")]
    [InlineData("a a", "")]
    [InlineData("a x a b", "a b")]
    [InlineData("a b x b", "a b")]
    [InlineData("a b a", "a b, b a")]
    [InlineData("a x b b x a", "a x b, b x a")]
    [InlineData("a x x x x x b", "a x x x x x b")]
    [InlineData("a x x x x x x b", "")]
    [InlineData("ab", "")]
    [InlineData("ab x a", "ab x a")]
    [InlineData("a x ab x b", "a x ab, ab x b")]
    [InlineData("a ab b", "a ab, ab b")]
    [InlineData("a, b", "a, b")]
    [InlineData("a; b", "")]
    [InlineData("a… b", "")]
    [InlineData("a ... b", "")]
    [InlineData("a! b", "")]
    [InlineData("a b; a x b", "a b, a x b")]
    public void Both_of_two_with_at_most_five_words_between_them(string text, string expected) => Assert.Equal(expected, Find(text, 2, 2, new(DistanceUnit.Words, 5)));

    [Theory]
    [InlineData("a 一二 b", 1, "a 一二 b")]
    [InlineData("a 一二三 b", 1, "")]
    [InlineData("a 一 x b", 2, "a 一 x b")]
    [InlineData("a 一 x b", 1, "")]
    [InlineData("a b", 0, "a b")]
    [InlineData("a x b", 0, "")]
    public void A_Chinese_character_is_half_a_word(string text, int words, string expected) => Assert.Equal(expected, Find(text, 2, 2, new(DistanceUnit.Words, words)));

    [Theory]
    [InlineData("a, b", 2, "a, b")]
    [InlineData("a, b", 1, "")]
    [InlineData("a一b", 1, "a一b")]
    [InlineData("a 😀 b", 3, "a 😀 b")]
    [InlineData("a 😀 b", 2, "")]
    [InlineData("a x b x c", 3, "a x b x c")]
    [InlineData("a x b xx c", 3, "")]
    public void Each_neighbour_is_so_many_characters_from_the_next(string text, int characters, string expected) =>
        Assert.Equal(expected, Find(text, text.Contains('c') ? 3 : 2, text.Contains('c') ? 3 : 2, new(DistanceUnit.Characters, characters)));

    [Theory]
    [InlineData("a; x… b", "a; x… b")]
    [InlineData("a x! b", "")]
    [InlineData("a! x b x a!", "b x a")]
    public void In_a_sentence_nothing_is_counted(string text, string expected) => Assert.Equal(expected, Find(text, 2, 2, Distance.Sentence));

    [Theory]
    [InlineData("a x! x! b", "a x! x! b")]
    [InlineData("a! b! a! x! b", "a! b, b! a, a! x! b")]
    public void A_turn_reaches_over_sentences(string text, string expected) => Assert.Equal(expected, Find(text, 2, 2, new(DistanceUnit.Turn)));

    [Theory]
    [InlineData("a b", "a b")]
    [InlineData("b a", "")]
    [InlineData("b a b", "a b")]
    [InlineData("a a b b", "a b")]
    [InlineData("a x b x b a b", "a x b, a b")]
    public void In_order_the_first_comes_first(string text, string expected) => Assert.Equal(expected, Find(text, 2, 2, new(DistanceUnit.Words, 5), inOrder: true));

    [Theory]
    [InlineData("a b c", "a b c")]
    [InlineData("a c b c", "a c b c")]
    [InlineData("a b a b c", "a b c")]
    [InlineData("a b x x c", "a b x x c")]
    [InlineData("a b x x x c", "")]
    [InlineData("abc abc c", "abc abc c")]
    [InlineData("abc ac", "")]
    public void Three_in_order_with_two_words_between_neighbours(string text, string expected) => Assert.Equal(expected, Find(text, 3, 3, new(DistanceUnit.Words, 2), inOrder: true));

    [Theory]
    [InlineData("a b c", "a b, b c")]
    [InlineData("a a c", "a c")]
    [InlineData("a x x c x b", "a x x c, c x b")]
    [InlineData("a a a", "")]
    [InlineData("ab ab", "ab ab")]
    public void Two_of_three_are_two_different_ones(string text, string expected) => Assert.Equal(expected, Find(text, 3, 2, Distance.Sentence));

    [Fact]
    public void All_of_three_are_found_in_every_order()
    {
        foreach (var order in (string[])["a b c", "a c b", "b a c", "b c a", "c a b", "c b a"]) Assert.Equal(order, Find(order, 3, 3, new(DistanceUnit.Words, 0)));
        Assert.Equal("a b c, b c x a", Find("a b c x a", 3, 3, new(DistanceUnit.Words, 1)));
    }

    private static string Find(string text, int parts, int atLeast, Distance within, bool inOrder = false)
    {
        Tokenizer tokenizer = new();
        var passage = Passage.Of(text, tokenizer, out var tokens);
        IReadOnlyList<List<Hit>> places = [.. Enumerable.Range(0, parts).Select(part => PlacesOf("abc"[part]))];
        var found = MinimalSpans.Of(places, new(atLeast, within, inOrder), new(passage, tokens), parts);
        return string.Join(", ", found.Select(hit => hit.Span.In(text).ToString()));

        List<Hit> PlacesOf(char letter) => [.. tokens.ToArray().Where(token => token.Span.In(text).Contains(letter)).Select(token => new Hit(token.Start, token.End, 0, 0, null))];
    }
}
