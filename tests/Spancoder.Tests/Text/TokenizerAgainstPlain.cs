using Spancoder.Text;

namespace Spancoder.Tests.Text;

/// <summary>The tokenizer and a slow, plain one, which goes character by character and knows words by a dictionary, agree over random texts.</summary>
public class TokenizerAgainstPlain
{
    private static readonly string[] Pieces =
    [
        "a", "I", "kiln", "Kiln", "workshop", "international", "internationally", "internationalise", "internationalises", "internationalisesX", "internationalisation", "3D", "1990", "0012345678901234",
        "é", "café", "cafe\u0301", "Zürich", "naïveté", "Straßenbahnhaltestelle", "привет", "предприниматель", "한국어", "kiln’s", "don't", "o'clock", "5'6", "'", "’", "ba\u00ADr", "tra\u200Bde", "\u00AD", "\u0301",
        "国", "国外", "牌", "か", "𠮷", "𝐀", "𝟘", "😀", "\uD842", "\uDFB7", "ＣＮＣ", "々", "\0", "\0a", "\u007F", "\u0080", "\u00AA", "\u212A", "Ａ", "½", "_", "@", "`", "[", "{", "/", ":",
    ];

    private static readonly string[] Gaps = [" ", " ", " ", " ", "", "", "-", "\u2011", "  ", "\u00A0", "\u3000", ", ", ". ", "。", " - ", "\n", "(", "\u200B", " \u00AD"];

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 20)];

    [Theory, MemberData(nameof(Seeds))]
    public void They_agree_in_random_texts(int seed)
    {
        var random = new Random(seed);
        Tokenizer tokenizer = new();
        Dictionary<string, int> types = [];
        for (var round = 0; round < 100; round++)
        {
            var text = RandomText(random, random.Next(1, round % 10 == 0 ? 2_000 : 40));
            var found = tokenizer.Read(text).ToArray();
            Assert.True(Plain(text, types).SequenceEqual(found), $"seed {seed}, round {round}, in «{text}»");
        }

        Assert.Equal(types.Keys, Enumerable.Range(0, types.Count).Select(type => tokenizer.Vocabulary[type]));
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(5_000)]
    public void They_agree_in_texts_of_many_words_without_end_or_blank(int words)
    {
        foreach (var piece in new[] { "kiln ", "国", "don't,", "é-", "𠮷" })
        {
            var text = string.Concat(Enumerable.Repeat(piece, words));
            Assert.Equal(Plain(text, []), new Tokenizer().Read(text).ToArray());
        }
    }

    [Fact]
    public void They_agree_in_words_of_every_length_at_every_distance_from_the_end()
    {
        Tokenizer tokenizer = new();
        Dictionary<string, int> types = [];
        for (var length = 0; length < 40; length++)
        {
            for (var rest = 0; rest < 40; rest++)
            {
                var text = new string('a', length) + new string('.', rest);
                Assert.Equal(Plain(text, types), tokenizer.Read(text).ToArray());
            }
        }
    }

    private static string RandomText(Random random, int pieces) =>
        string.Concat(Enumerable.Range(0, pieces).Select(_ => Piece(random) + Gaps[random.Next(Gaps.Length)]));

    // Half of them with letters put before, so that words end at every length.
    private static string Piece(Random random) =>
        new string('x', random.Next(2) * random.Next(20)) + Pieces[random.Next(Pieces.Length)];

    private static List<Token> Plain(string text, Dictionary<string, int> types)
    {
        List<Token> tokens = [];
        var gap = Gap.Break;
        for (var index = 0; index < text.Length;)
        {
            var kind = Characters.KindAt(text, index, out var length);
            if (kind is CharacterKind.Letter or CharacterKind.Digit or CharacterKind.Han)
            {
                var end = kind == CharacterKind.Han ? index + length : EndOfWord(text, index);
                types.TryAdd(text[index..end], types.Count);
                tokens.Add(new(index, end, types[text[index..end]], gap, kind == CharacterKind.Han));
                (gap, index) = (Gap.None, end);
                continue;
            }

            gap = (kind, gap) switch
            {
                (CharacterKind.Ignorable or CharacterKind.Mark, _) => gap,
                (CharacterKind.Blank, Gap.None or Gap.Blank) => Gap.Blank,
                (CharacterKind.Hyphen, Gap.None) => Gap.Hyphen,
                _ => Gap.Break,
            };
            index += length;
        }

        return tokens;
    }

    private static int EndOfWord(string text, int start)
    {
        // An apostrophe stands between letters, with their marks, and whatever is ignored between them.
        var (end, isLetter) = (start, false);
        for (var index = start; index < text.Length;)
        {
            var kind = Characters.KindAt(text, index, out var length);
            if (kind == CharacterKind.Apostrophe)
            {
                var rest = string.Concat(text[(index + 1)..].SkipWhile(c => Characters.KindOf(c) == CharacterKind.Ignorable).Take(2));
                if (!isLetter || rest.Length == 0 || Characters.KindAt(rest, 0, out _) != CharacterKind.Letter) return end;
            }
            else if (kind is CharacterKind.Letter or CharacterKind.Digit or CharacterKind.Mark)
            {
                isLetter = kind == CharacterKind.Letter || isLetter && kind == CharacterKind.Mark;
                end = index + length;
            }
            else if (kind != CharacterKind.Ignorable)
            {
                return end;
            }

            index += length;
        }

        return end;
    }
}
