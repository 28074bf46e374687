using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats;

/// <summary>Walks through one RTF file, group by group, and takes the document's text out of it.</summary>
/// <remarks>After the Rich Text Format specification 1.9.1. What a group changes is forgotten at its end, so there is a stack of what holds.</remarks>
internal sealed class RtfReader
{
    private const int DeepestGroup = 1000;
    private const string NoCharacter = @"escapes \u that stand for no character were left out";
    private const string Again = "open it in a word processor and save it again";

    private readonly byte[] _content;
    private readonly Findings _findings;
    private readonly RtfTokens _tokens;
    private readonly RtfFonts _fonts = new();
    private readonly BlockBuilder _blocks;
    private readonly Omissions _omissions = new();
    private readonly Stack<State> _outer = [];
    private readonly List<byte> _bytes = []; // of one look, not decoded yet: a Chinese character has two
    private readonly bool _isUtf8;
    private State _state = new() { FallbackLength = 1, Outline = NoOutline };
    private Look _look;
    private bool _isStarred;
    private int _fallback; // how many characters still stand in for a \u
    private string? _stretch; // what was last left out, so that a stretch is counted once

    /// <param name="content">The whole file.</param>
    /// <param name="start">Where it begins with <c>{\rtf</c>.</param>
    /// <param name="findings">Takes the declared encoding, and what was left out or guessed.</param>
    public RtfReader(byte[] content, int start, Findings findings)
    {
        (_content, _findings, _blocks, _tokens) = (content, findings, new(findings), new(content, start));

        // The specification knows no bytes above 7F but in escapes. Programs that write them all the same write UTF-8, or their code page.
        _isUtf8 = content.AsSpan().ContainsAnyInRange((byte)0x80, (byte)0xFF) && Utf8.IsValid(content);
    }

    private const int NoOutline = 9; // the level of body text

    private enum Destination
    {
        Text,
        Fonts,

        /// <summary>The same words twice: for old programs, and in a group <c>\ud</c> for those that know Unicode.</summary>
        Alternatives,

        Other,

        /// <summary>A shape once more, for old programs.</summary>
        OldShape,
    }

    /// <exception cref="InputException">It cannot be read.</exception>
    public IReadOnlyList<Block> Read()
    {
        do
        {
            _tokens.Read();
            ReadToken();
        }
        while (_outer.Count > 0 && _tokens.Kind != RtfTokenKind.End);

        if (_outer.Count > 0) EndText();
        var blocks = _blocks.Finish();
        Report();
        return blocks;
    }

    private void ReadToken()
    {
        var isStarred = _isStarred;
        _isStarred = false;
        switch (_tokens.Kind)
        {
            case RtfTokenKind.Open:
                Open();
                break;
            case RtfTokenKind.Close:
                Close();
                break;
            case RtfTokenKind.Word:
                ReadWord(_tokens.Word, _tokens.Parameter, isStarred);
                break;
            case RtfTokenKind.Symbol:
                ReadSymbol(_tokens.Value);
                break;
            case RtfTokenKind.Hex or RtfTokenKind.Text when _state.Destination == Destination.Text:
                AddByte(_tokens.Value, isEscaped: _tokens.Kind == RtfTokenKind.Hex);
                break;
        }
    }

    private void Open()
    {
        if (_outer.Count == DeepestGroup) _findings.Refuse(_blocks.Paragraph, $"its groups stand more than {DeepestGroup} deep in one another", Again);

        _outer.Push(_state);
        _fallback = 0;
    }

    private void Close()
    {
        if (_outer.Count == 1) EndText();
        _state = _outer.Pop();
        _fallback = 0;
    }

    private void EndText()
    {
        Flush();
        if (_blocks.Last != '\0') EndParagraph();
    }

    private void Report()
    {
        _findings.Encoding = RtfFonts.NameOf(_fonts.CodePage) ?? $"code page {_fonts.CodePage.ToString(CultureInfo.InvariantCulture)}";
        _omissions.SayTo(_findings);
        if (_tokens.Broken > 0) _findings.Say(null, $@"{_tokens.Broken} escapes \' have no two hexadecimal digits and were left out", Again);
        if (_outer.Count > 0) _findings.Say(null, "its last group is not closed, so the end of it may be missing", Again);
        if (_outer.Count == 0 && _content.AsSpan(_tokens.Position).ContainsAnyExceptInRange((byte)0, (byte)' '))
        {
            _findings.Say(null, $"{_content.Length - _tokens.Position} bytes behind its last group were left out", Again);
        }
    }

    private void ReadWord(ReadOnlySpan<char> word, int? parameter, bool isStarred)
    {
        switch (_state.Destination)
        {
            case Destination.Fonts when isStarred:
                Leave(Destination.Other);
                break;
            case Destination.Fonts:
                ReadFont(word, parameter ?? 0);
                break;
            case Destination.Alternatives when word is "ud":
                Leave(Destination.Text);
                break;
            case Destination.Other when word is "shprslt":
                Leave(Destination.OldShape);
                break;
            case Destination.Other when word is "shptxt" or "dptxbxtext":
                _omissions.Add("text boxes were left out", _blocks.Paragraph);
                break;
            case Destination.Text when !BeginsOther(word, isStarred):
                ReadWordOfText(word, parameter);
                break;
        }
    }

    // At the root no word makes the rest of the file something else than text.
    private bool BeginsOther(ReadOnlySpan<char> word, bool isStarred)
    {
        if (_outer.Count < 2) return false;

        if (word is "footnote") _omissions.Add("footnotes were left out", _blocks.Paragraph);
        if (word is "annotation") _omissions.Add("comments were left out", _blocks.Paragraph);
        var other = word switch
        {
            "fonttbl" => Destination.Fonts,
            "upr" => Destination.Alternatives,
            _ when isStarred || word is "footnote" or "annotation" || RtfWords.BeginsOther(word) => Destination.Other,
            _ => Destination.Text,
        };
        if (other != Destination.Text) Leave(other);
        return other != Destination.Text;
    }

    private void Leave(Destination destination) => _state = _state with { Destination = destination };

    private void ReadFont(ReadOnlySpan<char> word, int parameter)
    {
        if (word is "f") _fonts.Begin(parameter);
        if (word is "fcharset") _fonts.SetCharset(parameter);
        if (word is "cpg") _fonts.SetCodePage(parameter);
    }

    private void ReadWordOfText(ReadOnlySpan<char> word, int? parameter)
    {
        if (RtfWords.CharacterOf(word) is { } character) AddCharacter(character);
        else if (word is "u") AddUnicode(parameter ?? 0);
        else ReadOther(word, parameter);
    }

    private void ReadOther(ReadOnlySpan<char> word, int? parameter)
    {
        _fallback = 0;
        if (!TryReadBreak(word) && !TryReadLook(word, parameter)) ReadDeclaration(word, parameter ?? 0);
    }

    private bool TryReadBreak(ReadOnlySpan<char> word)
    {
        switch (word)
        {
            case "par" or "sect":
                EndParagraph();
                return true;
            case "line" or "softline" or "lbr" or "page" or "column":
                BreakLine();
                return true;
            case "cell":
                EndParagraphInCell();
                _blocks.EndCell();
                return true;
            case "nestcell":
                EndParagraphInCell();
                return true;
            case "nestrow":
                _omissions.Add("rows of tables inside tables were read as lines of the outer cell", _blocks.Paragraph);
                return true;
            case "row":
                Flush();
                if (_blocks.Last != '\0') EndParagraphInCell();
                _blocks.EndRow();
                return true;
            default:
                return false;
        }
    }

    private bool TryReadLook(ReadOnlySpan<char> word, int? parameter)
    {
        var isOn = parameter != 0;
        State? next = word switch
        {
            "b" => _state with { IsBold = isOn },
            "ab" when _state.IsAsian => _state with { IsBold = isOn }, // LibreOffice writes bold Chinese so; else it is about right-to-left text
            "dbch" => _state with { IsAsian = true },
            "loch" or "hich" or "rtlch" or "ltrch" => _state with { IsAsian = false },
            "v" => _state with { IsHidden = isOn },
            "deleted" or "mvf" => _state with { IsDeleted = isOn },
            "revised" or "mvt" => _state with { IsInserted = isOn },
            "f" => _state with { Font = parameter },
            "plain" => _state with { Font = null, IsBold = false, IsHidden = false, IsDeleted = false, IsInserted = false },
            "uc" => _state with { FallbackLength = Math.Max(0, parameter ?? 1) },
            "pard" => _state with { IsInTable = false, Outline = NoOutline },
            "intbl" => _state with { IsInTable = isOn },
            "outlinelevel" => _state with { Outline = parameter ?? 0 },
            _ => null,
        };
        _state = next ?? _state;
        return next is not null;
    }

    private void ReadDeclaration(ReadOnlySpan<char> word, int parameter)
    {
        if (word is "ansicpg") _fonts.Declare(parameter);
        else if (word is "deff") _fonts.Default = parameter;
        else _fonts.TryDeclare(word);
    }

    private void ReadSymbol(byte symbol)
    {
        _isStarred = symbol == '*';
        if (_state.Destination != Destination.Text) return;

        switch ((char)symbol)
        {
            case '\r' or '\n':
                EndParagraph();
                break;
            case '\t':
                AddCharacter("\t");
                break;
            case '~':
                AddCharacter("\u00A0");
                break;
            case '_':
                AddCharacter("\u2011");
                break;
            case '{' or '}' or '\\':
                AddByte(symbol, isEscaped: true);
                break;
        }
    }

    private void AddByte(byte value, bool isEscaped)
    {
        if (IsFallback()) return;

        if (value < ' ')
        {
            if (value == '\t') AddCharacter("\t");
            return;
        }

        var isRawUtf8 = _isUtf8 && !isEscaped && value >= 0x80;
        var look = LookOf(isRawUtf8 ? Encoding.UTF8.CodePage : _fonts.CodePageOf(_state.Font ?? _fonts.Default));
        if (look != _look) Flush();
        _look = look;
        _bytes.Add(value);
    }

    private void AddCharacter(string character)
    {
        if (IsFallback()) return;

        Flush();
        Keep(character, LookOf(0));
    }

    private void AddUnicode(int code)
    {
        Flush();
        _fallback = _state.FallbackLength;
        var value = code < 0 ? code + 0x10000 : code; // it is written as a signed number of 16 bits
        if (value is >= 0xF020 and <= 0xF0FF && _fonts.CodePageOf(_state.Font ?? _fonts.Default) == RtfFonts.Symbols) Keep(Pictures([(byte)value]), LookOf(0));
        else if (value is '\n' or '\r' or '\v' or 0x2028) BreakLine(); // TextEdit writes the line separator
        else if (value == 0x2029) EndParagraph();
        else if (value is >= 0x80 and <= 0x9F) AddControl((byte)value);
        else if (value is '\t' or >= ' ' and <= char.MaxValue) Keep(((char)value).ToString(), LookOf(0));
        else if (value is > char.MaxValue and <= 0x10FFFF) Keep(char.ConvertFromUtf32(value), LookOf(0));
        else _omissions.Add(NoCharacter, _blocks.Paragraph);
    }

    // Control characters that nobody types: programs that write them mean the character that Windows has there, as browsers know as well.
    private void AddControl(byte value)
    {
        var character = RtfFonts.TryDecode([value], RtfFonts.Ansi);
        _omissions.Add(character is null ? NoCharacter : @"escapes \u that stand for control characters were read as WINDOWS-1252", _blocks.Paragraph);
        if (character is not null) Keep(character, LookOf(0));
    }

    private bool IsFallback()
    {
        if (_fallback == 0) return false;

        _fallback--;
        return true;
    }

    private Look LookOf(int codePage) => new(codePage, _state.IsBold, _state.IsHidden, _state.IsDeleted, _state.IsInserted);

    private void Flush()
    {
        if (_bytes.Count == 0) return;

        var text = Decode(CollectionsMarshal.AsSpan(_bytes), _look.CodePage);
        _bytes.Clear();
        Keep(text, _look);
    }

    private string Decode(ReadOnlySpan<byte> bytes, int codePage)
    {
        if (codePage == RtfFonts.Symbols) return Pictures(bytes);
        if (Ascii.IsValid(bytes)) return Encoding.ASCII.GetString(bytes);

        if (_fonts.IsRatherTheFiles(bytes, codePage))
        {
            codePage = _fonts.CodePage;
            _omissions.Add($"characters in fonts that are declared Western were read as the file's own {RtfFonts.NameOf(codePage)}", _blocks.Paragraph);
        }

        if (codePage == Encoding.UTF8.CodePage && _fonts.CodePage != codePage) _omissions.Add("bytes that RTF does not allow were read as UTF-8", _blocks.Paragraph);
        if (RtfFonts.TryDecode(bytes, codePage) is { } text) return text;

        var name = RtfFonts.NameOf(codePage)?.ToUpperInvariant() ?? $"of any known code page (it names {codePage.ToString(CultureInfo.InvariantCulture)})";
        _findings.Refuse(_blocks.Paragraph, $"there are bytes that are not {name}", Again);
        return "";
    }

    private string Pictures(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new();
        foreach (var value in bytes)
        {
            var picture = RtfWords.PictureOf(value);
            if (picture is null) _omissions.Add("characters of fonts of pictures have no letter, and stand as U+FFFD", _blocks.Paragraph);
            text.Append(picture ?? "\uFFFD");
        }

        return text.ToString();
    }

    private void Keep(string text, Look look)
    {
        var code = look.IsHidden && !look.IsDeleted ? TimeCodes.LengthOfHidden(_blocks.Last, text) : 0;
        if (code > 0) _blocks.Append(text.AsSpan(0, code), look.IsBold);
        if (code == text.Length && code > 0) return;

        CountStretch(look);
        if (!look.IsHidden && !look.IsDeleted) _blocks.Append(text, look.IsBold);
    }

    private void CountStretch(Look look)
    {
        var stretch = look switch
        {
            { IsDeleted: true } => "tracked deletions were left out",
            { IsHidden: true } => "stretches of hidden text were left out",
            { IsInserted: true } => "tracked insertions were kept",
            _ => null,
        };
        if (stretch is not null && stretch != _stretch) _omissions.Add(stretch, _blocks.Paragraph);
        _stretch = stretch;
    }

    private void BreakLine()
    {
        Flush();
        _blocks.BreakLine();
    }

    private void EndParagraph()
    {
        Flush();
        if (_state.IsDeleted)
        {
            CountStretch(LookOf(0)); // the end of the paragraph was deleted: it goes on in the next
            return;
        }

        _stretch = null;
        if (_state.IsInTable) _blocks.EndParagraphInCell();
        else _blocks.EndParagraph(_state.Outline < NoOutline ? BlockKind.Heading : BlockKind.Paragraph);
    }

    private void EndParagraphInCell()
    {
        Flush();
        _stretch = null;
        _blocks.EndParagraphInCell();
    }

    /// <summary>What holds in a group, and in the groups inside it until they say otherwise.</summary>
    private readonly record struct State
    {
        public Destination Destination { get; init; }

        /// <summary>Null: the default one.</summary>
        public int? Font { get; init; }

        public bool IsBold { get; init; }

        /// <summary>What is said next is about Chinese, Japanese and Korean characters.</summary>
        public bool IsAsian { get; init; }

        public bool IsHidden { get; init; }
        public bool IsDeleted { get; init; }
        public bool IsInserted { get; init; }
        public bool IsInTable { get; init; }
        public int Outline { get; init; }

        /// <summary>How many characters after a <c>\u</c> stand for the same, for programs that know no Unicode.</summary>
        public int FallbackLength { get; init; }
    }

    /// <summary>What a run of bytes must have in common to be decoded together.</summary>
    private readonly record struct Look(int CodePage, bool IsBold, bool IsHidden, bool IsDeleted, bool IsInserted);
}
