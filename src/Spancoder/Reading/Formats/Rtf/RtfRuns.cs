using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Spancoder.Reading.Formats.Common;

namespace Spancoder.Reading.Formats.Rtf;

/// <summary>Letters of an RTF file on their way to blocks: runs of bytes are decoded together, and what is hidden or deleted is left out.</summary>
internal sealed class RtfRuns(RtfFonts fonts, BlockBuilder blocks, Omissions omissions, Findings findings)
{
    private readonly List<byte> _bytes = []; // of one look, not decoded yet: a Chinese character has two
    private RtfLook _look;
    private string? _stretch; // what was last left out, so that a stretch is counted once

    public void AddByte(byte value, RtfLook look)
    {
        if (look != _look) Flush();
        _look = look;
        _bytes.Add(value);
    }

    /// <param name="character">Whatever the code page is.</param>
    public void Add(string character, RtfLook look)
    {
        Flush();
        Keep(character, look);
    }

    /// <exception cref="InputException">The bytes are none of their code page.</exception>
    public void Flush()
    {
        if (_bytes.Count == 0) return;

        var text = Decode(CollectionsMarshal.AsSpan(_bytes), _look.CodePage);
        _bytes.Clear();
        Keep(text, _look);
    }

    public void EndParagraph()
    {
        Flush();
        _stretch = null;
    }

    /// <summary>Counts what is left out or was inserted, once for each stretch of a paragraph.</summary>
    public void CountStretch(RtfLook look)
    {
        var stretch = look switch
        {
            { IsDeleted: true } => "tracked deletions were left out",
            { IsHidden: true } => "stretches of hidden text were left out",
            { IsInserted: true } => "tracked insertions were kept",
            _ => null,
        };
        if (stretch is not null && stretch != _stretch) omissions.Add(stretch, blocks.Paragraph);
        _stretch = stretch;
    }

    private string Decode(ReadOnlySpan<byte> bytes, int codePage)
    {
        if (codePage == RtfFonts.Symbols) return Pictures(bytes);
        if (Ascii.IsValid(bytes)) return Encoding.ASCII.GetString(bytes);

        if (fonts.IsRatherTheFiles(bytes, codePage))
        {
            codePage = fonts.CodePage;
            omissions.Add($"characters in fonts that are declared Western were read as the file's own {RtfFonts.NameOf(codePage)}", blocks.Paragraph);
        }

        if (codePage == Encoding.UTF8.CodePage && fonts.CodePage != codePage) omissions.Add("bytes that RTF does not allow were read as UTF-8", blocks.Paragraph);
        if (RtfFonts.TryDecode(bytes, codePage) is { } text) return text;

        var name = RtfFonts.NameOf(codePage)?.ToUpperInvariant() ?? $"of any known code page (it names {codePage.ToString(CultureInfo.InvariantCulture)})";
        findings.Refuse(blocks.Paragraph, $"there are bytes that are not {name}", RtfReader.Again);
        return "";
    }

    private string Pictures(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new();
        foreach (var value in bytes)
        {
            var picture = RtfWords.PictureOf(value);
            if (picture is null) omissions.Add("characters of fonts of pictures have no letter, and stand as U+FFFD", blocks.Paragraph);
            text.Append(picture ?? "\uFFFD");
        }

        return text.ToString();
    }

    private void Keep(string text, RtfLook look)
    {
        var code = look.IsHidden && !look.IsDeleted ? TimeCodes.LengthOfHidden(blocks.Last, text) : 0;
        if (code > 0) blocks.Append(text.AsSpan(0, code), look.IsBold);
        if (code == text.Length && code > 0) return;

        CountStretch(look);
        if (!look.IsHidden && !look.IsDeleted) blocks.Append(text, look.IsBold);
    }
}

/// <summary>What a run of bytes must have in common to be decoded together.</summary>
internal readonly record struct RtfLook(int CodePage, bool IsBold, bool IsHidden, bool IsDeleted, bool IsInserted);
