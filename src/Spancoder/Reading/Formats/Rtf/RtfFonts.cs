using System.Text;
using System.Text.Unicode;

namespace Spancoder.Reading.Formats.Rtf;

/// <summary>Which code page the bytes of an RTF file are in: the file declares one, and its fonts others.</summary>
internal sealed class RtfFonts
{
    /// <summary>Stands for fonts of pictures, whose bytes are no letters: Symbol, Wingdings.</summary>
    public const int Symbols = 42;

    /// <summary>Of Windows in Western Europe; what holds where nothing is declared.</summary>
    public const int Ansi = 1252;

    // UTF-16 and UTF-32, of which no file of single bytes can be made.
    private static readonly int[] Impossible = [1200, 1201, 12000, 12001];

    private readonly Dictionary<int, Font> _fonts = [];
    private bool _isAnsi = true;
    private int _current;

    static RtfFonts() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>What the file declares for all fonts that say nothing else.</summary>
    public int CodePage { get; private set; } = Ansi;

    /// <summary>The font of text that names none.</summary>
    public int Default { get; set; }

    /// <summary>Reads <c>\mac</c>, <c>\pc</c>, <c>\pca</c>; true where it was one of them.</summary>
    public bool TryDeclare(ReadOnlySpan<char> word)
    {
        var codePage = word switch { "mac" => 10000, "pc" => 437, "pca" => 850, _ => 0 };
        if (codePage == 0) return false;

        (CodePage, _isAnsi) = (codePage, false);
        return true;
    }

    /// <summary>Reads <c>\ansicpg</c>. 0 means that of the writer's machine, which nobody knows any more.</summary>
    public void Declare(int codePage) => CodePage = codePage > 0 ? codePage : Ansi;

    /// <summary>Reads <c>\f</c> in the table of fonts: what follows is about that one.</summary>
    public void Begin(int font)
    {
        _current = font;
        _fonts[font] = new(null, null);
    }

    public void SetCharset(int charset) => Change(font => font with { Charset = charset });

    public void SetCodePage(int codePage) => Change(font => font with { CodePage = codePage });

    /// <param name="number">Of the font.</param>
    /// <returns><see cref="Symbols"/> for fonts of pictures.</returns>
    public int CodePageOf(int number)
    {
        if (!_fonts.TryGetValue(number, out var font)) return CodePage;
        if (font.CodePage is { } said and > 0) return said;

        return font.Charset switch
        {
            0 => _isAnsi ? Ansi : CodePage,
            2 => Symbols,
            77 => 10000,
            78 or 128 => 932,
            79 or 129 => 949,
            80 or 134 => 936,
            81 or 136 => 950,
            83 or 161 => 1253,
            84 or 177 => 1255,
            85 or 162 => 1254,
            86 or 186 => 1257,
            87 or 178 => 1256,
            88 or 204 => 1251,
            89 or 222 => 874,
            130 => 1361,
            163 => 1258,
            238 => 1250,
            254 => 437,
            255 => 850,
            _ => CodePage,
        };
    }

    /// <summary>As the registry of names has it: "windows-1252".</summary>
    /// <returns>Null where no such code page is known.</returns>
    public static string? NameOf(int codePage)
    {
        try
        {
            return Impossible.Contains(codePage) ? null : Encoding.GetEncoding(codePage).WebName;
        }
        catch (Exception cause) when (cause is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <returns>Null where the bytes are none of that code page, or the code page is not known.</returns>
    public static string? TryDecode(ReadOnlySpan<byte> bytes, int codePage)
    {
        if (Impossible.Contains(codePage)) return null;

        try
        {
            var text = Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
            return text.AsSpan().ContainsAnyInRange('\u0080', '\u009F') || text.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF') ? null : text; // where the tables have holes
        }
        catch (Exception cause) when (cause is DecoderFallbackException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether a font that calls itself Western in a file of a Chinese, Japanese or Korean code page (or UTF-8) was rather used for that: all high bytes stand in pairs.</summary>
    public bool IsRatherTheFiles(ReadOnlySpan<byte> bytes, int codePage)
    {
        if (codePage != Ansi || !IsOfPairs(CodePage)) return false;
        if (CodePage == Encoding.UTF8.CodePage) return Utf8.IsValid(bytes);

        var run = 0;
        foreach (var value in bytes)
        {
            if (value < 0x80 && run % 2 == 1) return false;
            run = value < 0x80 ? 0 : run + 1;
        }

        return run % 2 == 0 && TryDecode(bytes, CodePage) is not null;
    }

    private static bool IsOfPairs(int codePage) => codePage is 932 or 936 or 949 or 950 or 1361 or 54936 or 65001;

    private void Change(Func<Font, Font> change)
    {
        if (_fonts.TryGetValue(_current, out var font)) _fonts[_current] = change(font);
    }

    /// <param name="Charset">Of Windows, as <c>\fcharset</c> has it.</param>
    /// <param name="CodePage">As <c>\cpg</c> has it.</param>
    private readonly record struct Font(int? Charset, int? CodePage);
}
