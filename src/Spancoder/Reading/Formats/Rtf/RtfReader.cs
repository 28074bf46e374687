using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.Rtf;

/// <summary>Walks through one RTF file, group by group, and takes the document's text out of it.</summary>
/// <remarks>After the Rich Text Format specification 1.9.1. What a group changes is forgotten at its end, so there is a stack of what holds.</remarks>
internal sealed class RtfReader
{
    public const string Again = "open it in a word processor and save it again";

    private const int DeepestGroup = 1000;
    private const string NoCharacter = @"escapes \u that stand for no character were left out";

    private readonly byte[] _content;
    private readonly Findings _findings;
    private readonly RtfTokens _tokens;
    private readonly RtfFonts _fonts = new();
    private readonly BlockBuilder _blocks;
    private readonly Omissions _omissions = new();
    private readonly RtfRuns _runs;
    private readonly Stack<RtfState> _outer = [];
    private readonly FrozenSet<int> _headings;
    private readonly bool _isUtf8;
    private RtfState _state = RtfState.AtFirst;
    private bool _isStarred;
    private int _fallback; // how many characters still stand in for a \u

    /// <param name="content">The whole file.</param>
    /// <param name="start">Where it begins with <c>{\rtf</c>.</param>
    /// <param name="findings">Takes the declared encoding, and what was left out or guessed.</param>
    public RtfReader(byte[] content, int start, Findings findings)
    {
        (_content, _findings, _blocks, _tokens) = (content, findings, new(findings), new(content, start));
        _headings = RtfStyles.HeadingsIn(content);
        _runs = new(_fonts, _blocks, _omissions, findings);

        // The specification knows no bytes above 7F but in escapes. Programs that write them all the same write UTF-8, or their code page.
        _isUtf8 = content.AsSpan().ContainsAnyInRange((byte)0x80, (byte)0xFF) && Utf8.IsValid(content);
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
            case RtfTokenKind.Hex or RtfTokenKind.Text when _state.Destination == RtfDestination.Text:
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
        _runs.Flush();
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
            case RtfDestination.Fonts when isStarred:
                Leave(RtfDestination.Other);
                break;
            case RtfDestination.Fonts:
                ReadFont(word, parameter ?? 0);
                break;
            case RtfDestination.Alternatives when word is "ud":
                Leave(RtfDestination.Text);
                break;
            case RtfDestination.Other when word is "shprslt":
                Leave(RtfDestination.OldShape);
                break;
            case RtfDestination.Other when word is "shptxt" or "dptxbxtext":
                _omissions.Add("text boxes were left out", _blocks.Paragraph);
                break;
            case RtfDestination.Text when !BeginsOther(word, isStarred):
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
            "fonttbl" => RtfDestination.Fonts,
            "upr" => RtfDestination.Alternatives,
            _ when isStarred || word is "footnote" or "annotation" || RtfWords.BeginsOther(word) => RtfDestination.Other,
            _ => RtfDestination.Text,
        };
        if (other != RtfDestination.Text) Leave(other);
        return other != RtfDestination.Text;
    }

    private void Leave(RtfDestination destination) => _state = _state with { Destination = destination };

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
                _runs.Flush();
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
        RtfState? next = word switch
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
            "pard" => _state with { IsInTable = false, Outline = RtfState.NoOutline },
            "intbl" => _state with { IsInTable = isOn },
            "outlinelevel" => _state with { Outline = parameter ?? 0 },
            "s" when _headings.Contains(parameter ?? 0) => _state with { Outline = 0 },
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
        if (_state.Destination != RtfDestination.Text) return;

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
        _runs.AddByte(value, LookOf(isRawUtf8 ? Encoding.UTF8.CodePage : _fonts.CodePageOf(_state.Font ?? _fonts.Default)));
    }

    private void AddCharacter(string character)
    {
        if (!IsFallback()) _runs.Add(character, LookOf(0));
    }

    private void AddUnicode(int code)
    {
        _fallback = _state.FallbackLength;
        var value = code < 0 ? code + 0x10000 : code; // it is written as a signed number of 16 bits
        if (value is >= 0xF020 and <= 0xF0FF && _fonts.CodePageOf(_state.Font ?? _fonts.Default) == RtfFonts.Symbols) _runs.AddByte((byte)value, LookOf(RtfFonts.Symbols));
        else if (value is '\n' or '\r' or '\v' or 0x2028) BreakLine(); // TextEdit writes the line separator
        else if (value == 0x2029) EndParagraph();
        else if (value is >= 0x80 and <= 0x9F) AddControl((byte)value);
        else if (value is '\t' or >= ' ' and <= char.MaxValue) _runs.Add(((char)value).ToString(), LookOf(0));
        else if (value is > char.MaxValue and <= 0x10FFFF) _runs.Add(char.ConvertFromUtf32(value), LookOf(0));
        else _omissions.Add(NoCharacter, _blocks.Paragraph);
    }

    // Control characters that nobody types: programs that write them mean the character that Windows has there, as browsers know as well.
    private void AddControl(byte value)
    {
        var character = RtfFonts.TryDecode([value], RtfFonts.Ansi);
        _omissions.Add(character is null ? NoCharacter : @"escapes \u that stand for control characters were read as WINDOWS-1252", _blocks.Paragraph);
        if (character is not null) _runs.Add(character, LookOf(0));
    }

    private bool IsFallback()
    {
        if (_fallback == 0) return false;

        _fallback--;
        return true;
    }

    private RtfLook LookOf(int codePage) => new(codePage, _state.IsBold, _state.IsHidden, _state.IsDeleted, _state.IsInserted);

    private void BreakLine()
    {
        _runs.Flush();
        _blocks.BreakLine();
    }

    private void EndParagraph()
    {
        if (_state.IsDeleted)
        {
            _runs.CountStretch(LookOf(0)); // the end of the paragraph was deleted: it goes on in the next
            return;
        }

        _runs.EndParagraph();
        if (_state.IsInTable) _blocks.EndParagraphInCell();
        else _blocks.EndParagraph(_state.Outline < RtfState.NoOutline ? BlockKind.Heading : BlockKind.Paragraph);
    }

    private void EndParagraphInCell()
    {
        _runs.EndParagraph();
        _blocks.EndParagraphInCell();
    }
}
