using Spancoder.Reading;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Tests.Segmenting;

public class SegmenterLaws
{
    public static TheoryData<SegmentUnit, int> Worlds()
    {
        TheoryData<SegmentUnit, int> worlds = [];
        foreach (var unit in Enum.GetValues<SegmentUnit>())
        {
            for (var seed = 1; seed <= 5; seed++) worlds.Add(unit, seed);
        }

        return worlds;
    }

    [Theory, MemberData(nameof(Worlds))]
    public void Segments_do_not_overlap_and_hold_every_word(SegmentUnit unit, int seed)
    {
        foreach (var document in RandomTranscripts(seed))
        {
            var tokenizer = new Tokenizer();
            var tokens = tokenizer.Read(document.Text);
            var segmented = Segmenter.Split(document, tokens, unit);

            var end = 0;
            foreach (var (index, segment) in segmented.Segments.Index())
            {
                Assert.Equal(index + 1, segment.Number);
                Assert.True(string.IsNullOrWhiteSpace(document.Text[end..segment.Span.Start]));
                end = segment.Span.End;
            }

            Assert.Equal(document.Text.Length, end);
            Assert.Equal(WordCount.Of(tokens), segmented.Segments.Aggregate(default(WordCount), (sum, segment) => sum + segment.Words));
            Assert.All(segmented.Sentences, sentence => Assert.Single(segmented.Segments, segment => segment.Span.Contains(sentence)));
        }
    }

    [Theory, MemberData(nameof(Worlds))]
    public void Interviewers_memos_headings_and_events_are_kept_and_not_codable(SegmentUnit unit, int seed)
    {
        foreach (var document in RandomTranscripts(seed))
        {
            var segments = Segmenter.Split(document, new Tokenizer().Read(document.Text), unit).Segments;
            Assert.All(segments.Where(segment => segment.Speaker?.Role == Role.Interviewer), segment => Assert.False(segment.Codable));
            Assert.All(segments.Where(segment => segment.Layer is Layer.Memo or Layer.Heading or Layer.Event), segment => Assert.False(segment.Codable));
            Assert.Contains(segments, segment => segment.Codable);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Parts_of_a_long_turn_are_nearly_equal(int seed)
    {
        foreach (var document in RandomTranscripts(seed))
        {
            var segmented = Segmenter.Split(document, new Tokenizer().Read(document.Text), SegmentUnit.Turn);
            foreach (var turn in document.Turns)
            {
                var parts = segmented.Segments.Where(segment => turn.Span.Contains(segment.Span)).Select(segment => segment.Words).ToList();
                if (parts.Count == 1) continue;

                var longestSentence = segmented.Sentences.Where(turn.Span.Contains).Max(sentence => Length(WordCount.Of(new Tokenizer().Read(sentence.In(document.Text).ToString()))));
                var even = parts.Sum(Length) / parts.Count;
                Assert.All(parts, part => Assert.InRange(Length(part), even - longestSentence - 1e-9, even + longestSentence + 1e-9));
            }
        }
    }

    [Theory]
    [InlineData("P1: Mm.", false)]
    [InlineData("P1: Yeah, yeah.", false)]
    [InlineData("P1: (laughs)", false)]
    [InlineData("P1: (laughs) Yes.", false)]
    [InlineData("P1: ...", false)]
    [InlineData("P1: 对，对。", false)]
    [InlineData("P1: 嗯。", false)]
    [InlineData("P1: No, in Milan.", true)]
    [InlineData("P1: I see. Yes. Yes. Yes.", true)]
    [InlineData("P1: 在米兰。", true)]
    [InlineData("P1: 对对对对对对。", true)]
    public void A_back_channel_is_short_and_says_nothing(string line, bool codable)
    {
        var document = Reading.Given.Document($"Q: And?\n{line}\nQ: So.\n");
        var segment = Segmenter.Split(document, new Tokenizer().Read(document.Text), SegmentUnit.Turn).Segments[1];
        Assert.Equal(codable, segment.Codable);
    }

    [Fact]
    public void A_turn_is_cut_at_sentence_ends_only_over_120_words_or_200_Chinese_characters()
    {
        var tenWords = "One two three four five six seven eight nine ten. ";
        Assert.Equal([120], LengthsOf(string.Concat(Enumerable.Repeat(tenWords, 12))));
        Assert.Equal([60, 70], LengthsOf(string.Concat(Enumerable.Repeat(tenWords, 13))).Order());
        var tenCharacters = "一二三四五六七八九十。";
        Assert.Equal([100], LengthsOf(string.Concat(Enumerable.Repeat(tenCharacters, 20))));
        Assert.Equal([50, 55], LengthsOf(string.Concat(Enumerable.Repeat(tenCharacters, 21))).Order());
    }

    private static IEnumerable<double> LengthsOf(string answer)
    {
        var document = Reading.Given.Document($"Q: And?\nP1: {answer}\nQ: So.\n");
        return Segmenter.Split(document, new Tokenizer().Read(document.Text), SegmentUnit.Turn).Segments
            .Where(segment => segment.Speaker!.Key == "P1").Select(segment => segment.Words.InWords);
    }

    private static double Length(WordCount words) => words.Words / 120.0 + words.Han / 200.0;

    private static IEnumerable<Document> RandomTranscripts(int seed)
    {
        var random = new Random(seed);
        string[] sentences =
        [
            "We sold it abroad.", "And then?", "那个老板，在日本。", "他说：“不行。”", "Well... I don't know, really, it was so long ago that nobody remembers.", "Mm.", "(laughs)",
            "第一年什么都没有，第二年也没有，到了第三年才慢慢地有人来看我们做的东西。", "Dr. Aas came at 7.30. p.m.", "𠮷字号 😀!",
        ];
        for (var round = 0; round < 20; round++)
        {
            List<string> lines = [];
            for (var turn = random.Next(3, 12); turn > 0; turn--)
            {
                var label = random.Next(8) switch { 0 => "OC: ", 1 => "", < 4 => "Q: ", _ => "P1: " };
                lines.Add(label + string.Join(' ', Enumerable.Range(0, random.Next(1, 30)).Select(_ => sentences[random.Next(sentences.Length)])));
            }

            yield return Reading.Given.Document("Q: Hello there.\nP1: We begin with something to say.\n" + string.Join('\n', lines));
        }
    }
}
