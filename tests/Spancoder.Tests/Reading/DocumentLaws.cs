using Spancoder.Reading;

namespace Spancoder.Tests.Reading;

/// <summary>What holds of every document, whatever it looks like: many small random files of the kinds people write.</summary>
public class DocumentLaws
{
    private static readonly string[] Pieces =
    [
        "Interviewer: ", "P1: ", "访谈者：", "受访者：", "Q: ", "**Anna:** ", "[00:01:02] ", "Note: ", "OC: ", "[MEMO] ", "[/MEMO]", "【备忘】", "【/备忘】", "(OC: x) ",
        "We sold it abroad. ", "卖到国外。", "Mm.", "嗯", "(laughs) ", "他说：“好。” ", "𠮷 😀 ", "e\u0301 ", "---\n", "# Heading", "> it was quoted, so ", "- item ", "2009. ", "```", "[a]: b",
        "Anna  0:04", "Part 2", "\t", "  ", "\n", "\n\n", "\r\n", "\u2028", "\uFEFF", "||", "<b>", "\u200F", "& ", "[[a|b]]", "[!note] ", "===",
    ];

    public static TheoryData<string, int> Worlds()
    {
        TheoryData<string, int> worlds = [];
        foreach (var file in new[] { "a.txt", "a.md" })
        {
            for (var seed = 1; seed <= 4; seed++) worlds.Add(file, seed);
        }

        return worlds;
    }

    [Theory, MemberData(nameof(Worlds))]
    public void Turns_cover_the_text_and_pieces_point_into_it(string file, int seed) => ForRandomDocuments(file, seed, (document, _) =>
    {
        var end = 0;
        foreach (var turn in document.Turns)
        {
            Assert.Equal(end == 0 ? 0 : end + 1, turn.Span.Start);
            if (end > 0) Assert.Equal('\n', document.Text[end]);
            Assert.True(turn.Span.Length > 0);
            end = turn.Span.End;
        }

        Assert.Equal(document.Text.Length, end);
        Assert.Equal(0, document.Source.Pieces[0].Start);
        Assert.True(document.Source.Pieces.Zip(document.Source.Pieces.Skip(1)).All(pair => pair.First.Start < pair.Second.Start));
        Assert.All(document.Text.Split('\n'), paragraph => Assert.Equal(paragraph.Trim(), paragraph));
    });

    [Theory, MemberData(nameof(Worlds))]
    public void Every_word_of_the_file_is_in_the_text_or_was_a_label_or_mark(string file, int seed) => ForRandomDocuments(file, seed, (document, original) =>
    {
        // Words that no layout takes for a label, a stamp, a mark or a fact: wherever they stand, they are somebody's.
        foreach (var word in new[] { "sold", "卖到国外", "quoted,", "item", "laughs", "2009." })
        {
            Assert.Equal(Count(original, word), Count(document.Text, word) + document.Metadata.Values.Sum(value => Count(value, word)));
        }
    });

    [Theory, MemberData(nameof(Worlds))]
    public void Every_paragraph_stands_on_the_line_that_its_source_map_names(string file, int seed) => ForRandomDocuments(file, seed, (document, original) =>
    {
        var lines = original.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        foreach (var (index, piece) in document.Source.Pieces.Index())
        {
            var end = index + 1 < document.Source.Pieces.Count ? document.Source.Pieces[index + 1].Start : document.Text.Length;
            var firstWord = document.Text[piece.Start..end].Split(' ', '\n', '[', '(')[0];
            if (firstWord.Length == 0) continue;
            Assert.Contains(firstWord, lines[piece.Line - 1].Replace("[[a|b]]", "b", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Line_ends_and_a_byte_order_mark_change_nothing_but_the_facts(int seed) => ForRandomDocuments("a.txt", seed, (document, original) =>
    {
        var lf = original.Replace("\r\n", "\n", StringComparison.Ordinal);
        foreach (var variant in new[] { lf.Replace("\n", "\r\n", StringComparison.Ordinal), lf.Replace('\n', '\r'), "\uFEFF" + lf })
        {
            var other = Given.Document(variant, "a.txt");
            Assert.Equal(document.Text, other.Text);
            Assert.Equal(Given.TurnsOf(document), Given.TurnsOf(other));
            Assert.Equal(document.Source.Pieces, other.Source.Pieces);
        }
    });

    private static void ForRandomDocuments(string file, int seed, Action<Document, string> check)
    {
        var random = new Random(seed);
        var read = 0;
        for (var round = 0; round < 300; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            Document document;
            try
            {
                document = Given.Document(text, file);
            }
            catch (InputException)
            {
                continue; // nothing but marks: no words
            }

            read++;
            try
            {
                check(document, text);
            }
            catch (Xunit.Sdk.XunitException failure)
            {
                Assert.Fail($"round {round} of seed {seed}:\n{text}\n-- was read as --\n{string.Join('\n', Given.TurnsOf(document))}\n{failure.Message}");
            }
        }

        Assert.True(read > 200);
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;
}
