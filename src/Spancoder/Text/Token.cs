namespace Spancoder.Text;

/// <summary>What stands between a token and the one before it.</summary>
internal enum Gap : byte
{
    /// <summary>Punctuation, a line feed, a dash with blanks, or the start of the text: no phrase crosses it.</summary>
    Break,

    /// <summary>Nothing, or only characters that are ignored.</summary>
    None,

    /// <summary>White space.</summary>
    Blank,

    /// <summary>One hyphen, without blanks.</summary>
    Hyphen,
}

/// <summary>A word, or one Chinese or kana character.</summary>
/// <param name="Start">UTF-16 position in the text.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Type">The number its <see cref="Vocabulary"/> gave to this word as written.</param>
/// <param name="Before">What stands between it and the token before.</param>
/// <param name="IsHan">A Chinese or kana character.</param>
internal readonly record struct Token(int Start, int End, int Type, Gap Before, bool IsHan)
{
    public TextSpan Span => new(Start, End);
}
