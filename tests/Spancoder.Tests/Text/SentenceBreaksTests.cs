using Spancoder.Text;

namespace Spancoder.Tests.Text;

public class SentenceBreaksTests
{
    public static TheoryData<string> Cases() =>
        [.. File.ReadLines(Repository.File("tests", "Spancoder.Tests", "Text", "sentences.txt")).Where(line => line is not (['#', ..] or []))];

    [Theory, MemberData(nameof(Cases))]
    public void Cuts_as_the_file_says(string line)
    {
        var parts = line.Split('¦', StringSplitOptions.TrimEntries);
        var (language, sentences) = (parts[0], parts[1..]);
        var text = string.Join(language == "zh" ? "" : " ", sentences);

        var found = SentenceBreaks.Of(text, new(0, text.Length), language).Select(span => span.In(text).ToString());

        Assert.Equal(sentences, found);
    }

    [Fact]
    public void A_missing_blank_after_a_full_stop_still_ends_a_sentence() => Assert.Equal(["part.", "So we"], Split("part.So we"));

    [Fact]
    public void A_no_break_space_is_a_blank() => Assert.Equal(["Yes.", "No."], Split("Yes.\u00A0\u00A0No."));

    [Fact]
    public void A_blank_paragraph_has_no_sentence() => Assert.Empty(Split(" \t"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Only_white_space_between_sentences_is_lost_in_a_random_world(int seed)
    {
        var random = new Random(seed);
        const string Alphabet = "aB .!?…。！？()（）[]\"“”'’//，；0123Mr一二𠮷😀\u00A0\u0301";
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var spans = SentenceBreaks.Of(text, new(0, text.Length), "en");

            var end = 0;
            foreach (var span in spans)
            {
                Assert.True(string.IsNullOrWhiteSpace(text[end..span.Start]), text);
                Assert.True(span.Length > 0, text);
                Assert.Equal(span.In(text).Trim().Length, span.Length);
                end = span.End;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[end..]), text);
        }
    }

    [Fact]
    public void Ten_million_brackets_take_no_more_than_one_look()
    {
        var text = new string('(', 5_000_000) + new string(')', 5_000_000);
        Assert.Single(SentenceBreaks.Of(text, new(0, text.Length), "en"));
    }

    [Fact]
    public void No_abbreviation_is_longer_than_is_looked_up() => Assert.All(
        [.. Abbreviations.NeverEnd, .. Abbreviations.EndBeforeStarter, .. Abbreviations.EndBeforeCapital, .. Abbreviations.BeforeNumber],
        word => Assert.InRange(word.Length, 1, Abbreviations.Longest));

    private static IEnumerable<string> Split(string text) => SentenceBreaks.Of(text, new(0, text.Length), "en").Select(span => span.In(text).ToString());
}
