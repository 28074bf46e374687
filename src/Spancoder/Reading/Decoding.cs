using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Spancoder.Reading;

/// <summary>A file's bytes as text, strictly: what cannot be decoded is a problem with its line, never a replacement character.</summary>
/// <param name="Text">Line ends are line feeds; no byte order mark.</param>
internal sealed record Decoded(string Text, string Encoding, bool IsSure, string Newline, string Hash);

/// <summary>Bytes to text. This slice knows UTF-8, with and without a byte order mark.</summary>
internal static class Decoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="InputException">The bytes are not text in an encoding that is read.</exception>
    public static Decoded Decode(byte[] bytes, string file)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        ReadOnlySpan<byte> content = bytes;
        while (content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) content = content[3..]; // some programs write the mark twice

        RefuseOtherKinds(content, file);
        var text = DecodeUtf8(content, file);
        var newline = NewlineOf(text);
        return new(newline is "LF" or "none" ? text : text.Replace("\r\n", "\n").Replace('\r', '\n'), "utf-8", IsSure: true, newline, hash);
    }

    private static void RefuseOtherKinds(ReadOnlySpan<byte> content, string file)
    {
        var (what, mend) = content switch
        {
            [] => ("this file is empty", "remove it, or put the transcript into it"),
            [(byte)'P', (byte)'K', 3, 4, ..] => ("this is a Word, OpenDocument or ZIP file, which is not read yet", "save it as plain text (UTF-8)"),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => ("this is a PDF, which has no reliable reading order", "save the transcript as plain text (UTF-8)"),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => ("this is an old Office file", "save it as plain text (UTF-8)"),
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => ("this is RTF, which is not read yet", "save it as plain text (UTF-8)"),
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => ("this is UTF-16, which is not read yet", "save it as UTF-8"),
            _ => ("", ""),
        };
        if (what.Length > 0) throw new InputException(new(file), what, mend);

        var zero = content.IndexOf((byte)0);
        if (zero >= 0) throw new InputException(new(file, LineOf(content, zero)), "there is a zero byte, so this is not a text file", "give a text file, or move this one out of the study");
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> content, string file)
    {
        if (Utf8.IsValid(content)) return Strict.GetString(content);

        var valid = 0;
        while (Rune.DecodeFromUtf8(content[valid..], out _, out var length) == OperationStatus.Done) valid += length;
        throw new InputException(new(file, LineOf(content, valid)), $"there are bytes that are not UTF-8 (0x{content[valid]:X2})", "save the file as UTF-8");
    }

    private static int LineOf(ReadOnlySpan<byte> content, int position) => content[..position].Count((byte)'\n') + 1;

    private static string NewlineOf(string text)
    {
        var (lf, crlf, cr) = (0, 0, 0);
        for (var index = text.IndexOfAny('\r', '\n'); index >= 0; index = NextBreak(text, index))
        {
            if (text[index] == '\n') lf++;
            else if (index + 1 < text.Length && text[index + 1] == '\n') (crlf, index) = (crlf + 1, index + 1);
            else cr++;
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
