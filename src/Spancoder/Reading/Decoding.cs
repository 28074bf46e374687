using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Spancoder.Text;

namespace Spancoder.Reading;

/// <summary>A file's bytes as text.</summary>
/// <param name="Text">Line ends are line feeds; no byte order mark.</param>
/// <param name="Encoding">"utf-8", "gb18030" ...</param>
/// <param name="IsSure">False when it was guessed.</param>
/// <param name="Newline">As <see cref="SourceFacts.Newline"/>.</param>
internal sealed record Decoded(string Text, string Encoding, bool IsSure, string Newline);

/// <summary>Bytes to text, strictly: what cannot be decoded is a problem with its line, never a replacement character.</summary>
/// <remarks>
/// In this order: what the user says; a byte order mark; UTF-16 by its zero bytes; what the file itself declares; UTF-8; and then a
/// guess between GB18030 and Windows-1252, which a notice reports.
/// </remarks>
internal static class Decoding
{
    private const string Gb18030 = "gb18030";
    private const int FewestChinese = 4; // characters; fewer may be anything
    private const string Western = "windows-1252";

    static Decoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether <c>--encoding</c> knows the name.</summary>
    public static bool IsKnown(string name)
    {
        try
        {
            return Encoding.GetEncoding(name) is not null;
        }
        catch (Exception cause) when (cause is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <param name="bytes">The whole file.</param>
    /// <param name="file">As the user named it.</param>
    /// <param name="said">The encoding that the user says it is in; null to find out.</param>
    /// <exception cref="InputException">The bytes are not text.</exception>
    public static Decoded Decode(byte[] bytes, string file, string? said = null)
    {
        var (name, isSure) = said is null ? Find(bytes, file) : (said.ToLowerInvariant(), true);
        var text = ToText(bytes, name, file).TrimStart('\uFEFF'); // some programs write the mark twice
        var zero = text.IndexOf('\0', StringComparison.Ordinal);
        if (zero >= 0 && zero < text.TrimEnd('\0').Length)
        {
            throw new InputException(new(file, LineOf(text, zero)), "there is a zero byte, so this is not a text file", "give a text file, or move this one out of the study");
        }

        var newline = NewlineOf(text);
        text = newline is "LF" or "none" ? text : text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return new(text.TrimEnd('\0'), name, isSure, newline);
    }

    private static (string Name, bool IsSure) Find(ReadOnlySpan<byte> bytes, string file)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]: return ("utf-8", true);
            case [0xFF, 0xFE, 0, 0, ..]: return ("utf-32", true);
            case [0xFF, 0xFE, ..]: return ("utf-16", true);
            case [0xFE, 0xFF, ..]: return ("utf-16be", true);
            case [0, 0, 0xFE, 0xFF, ..]: return ("utf-32be", true);
        }

        if (bytes.Contains((byte)0)) return (FindUtf16(bytes), false);
        if (DeclaredEncoding.In(bytes) is { } declared) return (declared, true);
        if (Utf8.IsValid(bytes)) return ("utf-8", true);
        if (IsMostlyUtf8(bytes)) ToText(bytes, "utf-8", file);
        if (LooksChinese(bytes)) return (Gb18030, false);
        if (LooksWestern(bytes)) return (Western, false);

        // It is none of these, so it is told what is wrong with it as UTF-8.
        ToText(bytes, "utf-8", file);
        throw new System.Diagnostics.UnreachableException();
    }

    // Text with zero bytes is UTF-16 when it reads as letters, blanks and punctuation that people write; else it is no text, and UTF-8 will say so.
    private static string FindUtf16(ReadOnlySpan<byte> bytes)
    {
        var (little, big) = (Plausible(bytes, "utf-16"), Plausible(bytes, "utf-16be"));
        return (little, big) switch
        {
            ( > 0.9, _) when little >= big => "utf-16",
            (_, > 0.9) => "utf-16be",
            _ => "utf-8",
        };
    }

    private static double Plausible(ReadOnlySpan<byte> bytes, string name)
    {
        if (!TryDecode(bytes, name, out var text) || text.Length == 0) return 0;

        var plausible = 0;
        foreach (var c in text)
        {
            if (c is '\n' or '\r' or '\t' or >= ' ' and < '\u0250' or >= '\u2010' and <= '\u2030' || Characters.KindOf(c) == CharacterKind.Han || Characters.IsSetSolid(c)) plausible++;
        }

        return (double)plausible / text.Length;
    }

    // Some sequences only UTF-8 has, and less that is none: a damaged file, which no other encoding mends.
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (whole, broken) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status != OperationStatus.Done) broken++;
            else if (length > 1) whole++;
            bytes = bytes[length..];
        }

        return whole * 3 > broken; // in GB18030 one character in seven happens to be a whole sequence of UTF-8, in Windows-1252 hardly any
    }

    // Chinese in GB18030: it decodes, and most of what is not ASCII are characters and punctuation that Chinese is written with.
    private static bool LooksChinese(ReadOnlySpan<byte> bytes)
    {
        if (!TryDecode(bytes, Gb18030, out var text)) return false;

        var (chinese, other) = (0, 0);
        foreach (var c in text)
        {
            if (c < 0x80) continue;
            if (c is >= '\u4E00' and <= '\u9FFF' or >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFFEF' or '“' or '”' or '‘' or '’' or '…' or '—' or '·') chinese++;
            else other++;
        }

        return chinese >= FewestChinese && chinese > (chinese + other) * 0.6 && !HasOnlyLoneHighBytes(bytes);
    }

    // In a Western language an accented letter stands between plain ones: "Café" is E9 alone.
    private static bool HasOnlyLoneHighBytes(ReadOnlySpan<byte> bytes)
    {
        var (lone, inRuns) = (0, 0);
        for (var index = 0; index < bytes.Length; index++)
        {
            if (bytes[index] < 0x80) continue;

            var start = index;
            while (index < bytes.Length && bytes[index] >= 0x80) index++;
            if (index - start == 1) lone++;
            else inRuns += index - start;
        }

        return lone > inRuns;
    }

    private static bool LooksWestern(ReadOnlySpan<byte> bytes)
    {
        var high = 0;
        foreach (var value in bytes)
        {
            if (value >= 0x80) high++;
            if (value is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D) return false;
        }

        return high < bytes.Length * 0.3;
    }

    private static bool TryDecode(ReadOnlySpan<byte> bytes, string name, out string text)
    {
        try
        {
            text = Strict(name).GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }

    private static string ToText(ReadOnlySpan<byte> bytes, string name, string file)
    {
        try
        {
            return Strict(name).GetString(bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            var before = Encoding.GetEncoding(name).GetString(bytes[..Math.Clamp(wrong.Index, 0, bytes.Length)]);
            var value = string.Concat((wrong.BytesUnknown ?? []).Take(1).Select(one => $" (0x{one:X2})"));
            throw new InputException(new(file, LineOf(before, before.Length)), $"there are bytes that are not {name.ToUpperInvariant()}{value}",
                "save the file as UTF-8, or name its encoding with --encoding");
        }
    }

    private static Encoding Strict(string name) => Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static int LineOf(string text, int position) => text.AsSpan(0, position).Count('\n') + 1;

    private static string NewlineOf(string text)
    {
        var (lf, crlf, cr) = (0, 0, 0);
        for (var index = text.AsSpan().IndexOfAny('\r', '\n'); index >= 0; index = NextBreak(text, index))
        {
            if (text[index] == '\n')
            {
                lf++;
            }
            else if (index + 1 < text.Length && text[index + 1] == '\n')
            {
                crlf++;
                index++;
            }
            else
            {
                cr++;
            }
        }

        return (lf, crlf, cr) switch
        {
            (0, 0, 0) => "none",
            (_, 0, 0) => "LF",
            (0, _, 0) => "CRLF",
            (0, 0, _) => "CR",
            _ => "mixed",
        };
    }

    private static int NextBreak(string text, int index)
    {
        var next = text.AsSpan(index + 1).IndexOfAny('\r', '\n');
        return next < 0 ? -1 : index + 1 + next;
    }
}
