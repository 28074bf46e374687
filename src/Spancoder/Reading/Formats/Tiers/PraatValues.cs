using System.Globalization;

namespace Spancoder.Reading.Formats.Tiers;

/// <summary>
/// The values in a text file of Praat: numbers, texts in quotation marks and flags in angle brackets, each free-standing. All else
/// ("xmin =", "intervals [1]:") is there for the reader's eye, so that the long form and the short one are the same values.
/// </summary>
internal sealed class PraatValues(string text, Findings findings)
{
    private int _position;
    private int _line = 1;

    /// <summary>On which the last value begins, 1-based.</summary>
    public int Line { get; private set; } = 1;

    public string NextText() => Next() is { Kind: Kind.Text } found ? found.Text : Refuse("something else where a text in quotation marks belongs");

    /// <returns>As it is written: its 17 digits are rounded once.</returns>
    public string NextNumber() => Next() is { Kind: Kind.Number } found ? found.Text : Refuse("something else where a number belongs");

    public int NextCount()
    {
        var number = NextNumber();
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) Refuse("something else where a count belongs");
        return count;
    }

    /// <returns>Whether what it is about exists.</returns>
    public bool NextFlag() => (Next() is { Kind: Kind.Flag } found ? found.Text : Refuse("something else where <exists> belongs")) == "<exists>";

    public void StopUnlessAtEnd()
    {
        if (Next().Kind != Kind.End) Refuse("more than the number of tiers or intervals says");
    }

    public string Refuse(string what)
    {
        var isCut = _position >= text.Length;
        findings.Refuse(Line, isCut ? "it ends here, in the middle of a tier" : $"there is {what}", isCut ? "save it again from Praat" : "mend this line, or save it again from Praat");
        return "";
    }

    private (Kind Kind, string Text) Next()
    {
        while (_position < text.Length)
        {
            Line = _line;
            var c = text[_position];
            if (c == '"') return (Kind.Text, TakeQuoted());
            if (c == '!') SkipTo('\n');
            else if (!char.IsWhiteSpace(c) && TakeWord() is var word && KindOf(word) is { } kind) return (kind, word);
            else if (char.IsWhiteSpace(c)) Skip();
        }

        Line = _line;
        return (Kind.End, "");
    }

    private static Kind? KindOf(string word) => word switch
    {
        ['<', .., '>'] => Kind.Flag,
        [>= '0' and <= '9', ..] or ['-' or '+', >= '0' and <= '9', ..] => Kind.Number,
        _ => null,
    };

    private void Skip()
    {
        if (text[_position++] == '\n') _line++;
    }

    private void SkipTo(char stop)
    {
        var length = text.AsSpan(_position).IndexOf(stop);
        _position = length < 0 ? text.Length : _position + length;
    }

    private string TakeWord()
    {
        var start = _position;
        while (_position < text.Length && !char.IsWhiteSpace(text[_position]) && text[_position] != '"') _position++;
        return text[start.._position];
    }

    // A quotation mark inside is doubled. A text may have several lines.
    private string TakeQuoted()
    {
        var start = ++_position;
        while (true)
        {
            SkipTo('"');
            if (_position >= text.Length) findings.Refuse(Line, "a text in quotation marks begins here and does not end", "close it, or save the file again from Praat");
            if (_position + 1 >= text.Length || text[_position + 1] != '"') break;
            _position += 2;
        }

        var quoted = text[start.._position++];
        _line += quoted.AsSpan().Count('\n');
        return quoted.Replace("\"\"", "\"", StringComparison.Ordinal);
    }

    private enum Kind
    {
        Number,
        Text,
        Flag,
        End,
    }
}
