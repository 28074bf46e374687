using System.Runtime.CompilerServices;

namespace Spancoder.Text;

/// <summary>Cuts text into tokens, once for all that look at words: segment lengths, rules, and later the classifier.</summary>
/// <remarks>
/// A word is a run of letters, digits and combining marks, with apostrophes between letters. A Chinese or kana character
/// is a token of its own, and a change between the two scripts is a word boundary. One tokenizer serves one thread.
/// </remarks>
/// <param name="largestVocabulary">Above this many words it forgets them before it reads on, so that hostile text cannot fill the memory.</param>
internal sealed class Tokenizer(int largestVocabulary = 1 << 20)
{
    // Words are cut and then looked up so many at a time, because the vocabulary finds many faster than one by one. They fit into the innermost cache.
    private const int Batch = 256;

    private readonly CutWord[] _cut = new CutWord[Batch];
    private readonly int[] _types = new int[Batch];
    private Token[] _tokens = new Token[1024];
    private int _count;

    public Vocabulary Vocabulary { get; } = new();

    /// <summary>The tokens of <paramref name="text"/>, in order. Valid until the next call.</summary>
    public ReadOnlySpan<Token> Read(string text) => ReadMemory(text).Span;

    /// <inheritdoc cref="Read"/>
    public ReadOnlyMemory<Token> ReadMemory(string text)
    {
        if (Vocabulary.Count > largestVocabulary) Vocabulary.Clear();
        _count = 0;
        var (index, gap) = (0, Gap.Break);
        while (index < text.Length)
        {
            var count = Cut(text, ref index, ref gap);
            LookUp(text, _cut.AsSpan(0, count));
        }

        return _tokens.AsMemory(0, _count);
    }

    /// <returns>How many words it cut: as many as there is room for, fewer at the end of the text.</returns>
    private int Cut(string text, ref int position, ref Gap before)
    {
        var (cut, count) = (_cut, 0);
        var (index, gap) = (position, before);
        while (index < text.Length && count < cut.Length)
        {
            var kind = Characters.KindAt(text, index, out var length);
            switch (kind)
            {
                case CharacterKind.Letter or CharacterKind.Digit:
                    length = LengthOfWord(text, index, out var key);
                    cut[count++] = new(index, index + length, key.Hash, gap, false, key);
                    gap = Gap.None;
                    break;
                case CharacterKind.Han:
                    key = length == 1 ? WordKey.Of(text[index]) : WordKey.Of(text.AsSpan(index, length));
                    cut[count++] = new(index, index + length, key.Hash, gap, true, key);
                    gap = Gap.None;
                    break;
                default:
                    gap = Widen(gap, kind);
                    break;
            }

            index += length;
        }

        (position, before) = (index, gap);
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Gap Widen(Gap gap, CharacterKind by) => by switch
    {
        CharacterKind.Blank => gap is Gap.None or Gap.Blank ? Gap.Blank : Gap.Break,
        CharacterKind.Ignorable or CharacterKind.Mark => gap,
        CharacterKind.Hyphen => gap is Gap.None ? Gap.Hyphen : Gap.Break,
        _ => Gap.Break,
    };

    // Nearly all words are short, ASCII, and followed by something that ends any word: these are cut and packed without a loop over their characters.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int LengthOfWord(string text, int start, out WordKey key)
    {
        if (text.Length - start > WordKey.Longest)
        {
            var length = WordKey.PackHead(text.AsSpan(start), out key);
            if (Characters.KindOf(text[start + length]) is CharacterKind.Break or CharacterKind.Blank or CharacterKind.Hyphen or CharacterKind.Han) return length;
        }

        var word = text.AsSpan(start, EndOfWord(text, start) - start);
        key = WordKey.Of(word);
        return word.Length;
    }

    private static int EndOfWord(string text, int index)
    {
        var end = index;
        var lastIsLetter = false;
        while (index < text.Length)
        {
            var kind = Characters.KindAt(text, index, out var length);
            switch (kind)
            {
                case CharacterKind.Letter or CharacterKind.Digit or CharacterKind.Mark:
                    lastIsLetter = kind != CharacterKind.Digit;
                    end = index += length;
                    break;
                case CharacterKind.Ignorable:
                    index += length; // inside a word it is part of the word, at its end it is not
                    break;
                case CharacterKind.Apostrophe when lastIsLetter && end == index && IsLetterAt(text, index + 1):
                    index += length;
                    break;
                default:
                    return end;
            }
        }

        return end;
    }

    private static bool IsLetterAt(string text, int index) =>
        index < text.Length && Characters.KindAt(text, index, out _) == CharacterKind.Letter;

    private void LookUp(string text, ReadOnlySpan<CutWord> words)
    {
        var types = _types.AsSpan(0, words.Length);
        Vocabulary.Find(words, types);
        if (_tokens.Length - _count < words.Length) Array.Resize(ref _tokens, _tokens.Length * 2);
        var tokens = _tokens.AsSpan(_count, words.Length);
        _count += words.Length;
        for (var index = 0; index < words.Length; index++)
        {
            ref readonly var word = ref words[index];
            var type = types[index];
            if (type < 0) type = Vocabulary.Intern(word.Key, text.AsSpan(word.Start, word.End - word.Start));
            tokens[index] = new(word.Start, word.End, type, word.Before, word.IsHan);
        }
    }
}
