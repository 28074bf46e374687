namespace Spancoder.Text;

/// <summary>Cuts text into tokens, once for all that look at words: segment lengths, rules, and later the classifier.</summary>
/// <remarks>
/// A word is a run of letters, digits and combining marks, with apostrophes between letters. A Chinese or kana character
/// is a token of its own, and a change between the two scripts is a word boundary. One tokenizer serves one thread.
/// </remarks>
/// <param name="largestVocabulary">Above this many words it forgets them before it reads on, so that hostile text cannot fill the memory.</param>
internal sealed class Tokenizer(int largestVocabulary = 1 << 20)
{
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

        var gap = Gap.Break;
        var index = 0;
        while (index < text.Length)
        {
            var kind = Characters.KindAt(text, index, out var length);
            switch (kind)
            {
                case CharacterKind.Letter or CharacterKind.Digit:
                    var end = EndOfWord(text, index);
                    Add(text, index, end, gap, isHan: false);
                    (gap, index) = (Gap.None, end);
                    break;
                case CharacterKind.Han:
                    Add(text, index, index + length, gap, isHan: true);
                    (gap, index) = (Gap.None, index + length);
                    break;
                default:
                    gap = Widen(gap, kind);
                    index += length;
                    break;
            }
        }

        return _tokens.AsMemory(0, _count);
    }

    private static Gap Widen(Gap gap, CharacterKind by) => by switch
    {
        CharacterKind.Ignorable or CharacterKind.Mark => gap,
        CharacterKind.Blank => gap is Gap.None or Gap.Blank ? Gap.Blank : Gap.Break,
        CharacterKind.Hyphen => gap is Gap.None ? Gap.Hyphen : Gap.Break,
        _ => Gap.Break,
    };

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
                    lastIsLetter = kind == CharacterKind.Letter || lastIsLetter && kind == CharacterKind.Mark;
                    end = index += length;
                    break;
                case CharacterKind.Ignorable:
                    index += length; // inside a word it is part of the word, at its end it is not
                    break;
                case CharacterKind.Apostrophe when lastIsLetter && GoesOnWithLetter(text, index + 1):
                    index += length;
                    break;
                default:
                    return end;
            }
        }

        return end;
    }

    private static bool GoesOnWithLetter(string text, int index)
    {
        while (index < text.Length && Characters.KindOf(text[index]) == CharacterKind.Ignorable) index++;
        return index < text.Length && Characters.KindAt(text, index, out _) == CharacterKind.Letter;
    }

    private void Add(string text, int start, int end, Gap gap, bool isHan)
    {
        if (_count == _tokens.Length) Array.Resize(ref _tokens, _count * 2);
        _tokens[_count++] = new(start, end, Vocabulary.Intern(text.AsSpan(start, end - start)), gap, isHan);
    }
}
