using System.Globalization;

namespace Spancoder.Reading.Formats.Rtf;

internal enum RtfTokenKind
{
    /// <summary>The file is over.</summary>
    End,

    Open,
    Close,

    /// <summary>A backslash and letters, perhaps with a number: <c>\b0</c>.</summary>
    Word,

    /// <summary>A backslash and one other character: <c>\~</c>.</summary>
    Symbol,

    /// <summary>A backslash, an apostrophe and two hexadecimal digits.</summary>
    Hex,

    /// <summary>A byte that stands for itself.</summary>
    Text,
}

/// <summary>The words of RTF's grammar, one after the other. Raw line ends are none, and binary data is stepped over.</summary>
internal sealed class RtfTokens(byte[] content, int start)
{
    private const int LongestWord = 32; // letters, as the specification has it

    private readonly char[] _word = new char[LongestWord];
    private int _wordLength;

    /// <summary>The byte after the token.</summary>
    public int Position { get; private set; } = start;

    public RtfTokenKind Kind { get; private set; }

    /// <summary>Of a word its letters.</summary>
    public ReadOnlySpan<char> Word => _word.AsSpan(0, _wordLength);

    /// <summary>Of a word its number; null where it has none.</summary>
    public int? Parameter { get; private set; }

    /// <summary>Of a symbol, a text or two hexadecimal digits the byte.</summary>
    public byte Value { get; private set; }

    /// <summary>How many escapes lacked their hexadecimal digits.</summary>
    public int Broken { get; private set; }

    public void Read()
    {
        while (Position < content.Length && content[Position] is (byte)'\r' or (byte)'\n') Position++;
        if (Position == content.Length)
        {
            Kind = RtfTokenKind.End;
            return;
        }

        Value = content[Position++];
        Kind = Value switch
        {
            (byte)'{' => RtfTokenKind.Open,
            (byte)'}' => RtfTokenKind.Close,
            (byte)'\\' => ReadEscape(),
            _ => RtfTokenKind.Text,
        };
    }

    private RtfTokenKind ReadEscape()
    {
        if (Position == content.Length) return RtfTokenKind.End;
        if (char.IsAsciiLetter((char)content[Position])) return ReadWord();

        Value = content[Position++];
        if (Value == '\r' && Position < content.Length && content[Position] == '\n') Position++;
        return Value == '\'' ? ReadHex() : RtfTokenKind.Symbol;
    }

    private RtfTokenKind ReadHex()
    {
        if (Position + 2 <= content.Length && byte.TryParse(content.AsSpan(Position, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            Value = value;
            Position += 2;
            return RtfTokenKind.Hex;
        }

        Broken++;
        return RtfTokenKind.Symbol;
    }

    private RtfTokenKind ReadWord()
    {
        _wordLength = 0;
        while (Position < content.Length && char.IsAsciiLetter((char)content[Position]))
        {
            if (_wordLength < LongestWord) _word[_wordLength++] = (char)content[Position];
            Position++;
        }

        Parameter = ReadNumber();
        if (Position < content.Length && content[Position] == ' ') Position++; // the blank that ends a word belongs to it
        if (Word is "bin") Position += Math.Clamp(Parameter ?? 0, 0, content.Length - Position);
        return RtfTokenKind.Word;
    }

    private int? ReadNumber()
    {
        var isNegative = Position + 1 < content.Length && content[Position] == '-' && char.IsAsciiDigit((char)content[Position + 1]);
        if (isNegative) Position++;

        int? number = null;
        while (Position < content.Length && char.IsAsciiDigit((char)content[Position]))
        {
            number = (int)Math.Min(int.MaxValue, (number ?? 0L) * 10 + (content[Position++] - '0'));
        }

        return isNegative ? -number : number;
    }
}
