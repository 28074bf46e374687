namespace Spancoder.Text;

/// <summary>How much is said, over scripts: a word in letters counts 1, a Chinese or kana character one half.</summary>
/// <param name="Words">Words in letters or digits.</param>
/// <param name="Han">Chinese and kana characters.</param>
public readonly record struct WordCount(int Words, int Han)
{
    /// <summary>In words; may end in .5.</summary>
    public double InWords => Words + Han / 2.0;

    public static WordCount operator +(WordCount left, WordCount right) => new(left.Words + right.Words, left.Han + right.Han);

    internal static WordCount Of(ReadOnlySpan<Token> tokens)
    {
        var han = 0;
        foreach (var token in tokens)
        {
            if (token.IsHan) han++;
        }

        return new(tokens.Length - han, han);
    }

    public static WordCount Add(WordCount left, WordCount right) => left + right;
}
