namespace Spancoder.Reading.Formats.Rtf;

/// <summary>Rich Text Format, of f4 and f5, Transana, WordPad, TextEdit, old Word: paragraphs and tables, each run of bytes in the code page of its font.</summary>
internal sealed class RtfText : IFormat
{
    public string Name => "rtf";

    public IReadOnlyList<string> Extensions => [".rtf"];

    public bool Recognises(FileContent file) => StartOf(file.Bytes) >= 0;

    public Content Read(FileContent file, Findings findings)
    {
        var start = StartOf(file.Bytes);
        if (start < 0) findings.Refuse(null, @"this is not RTF: it does not begin with {\rtf", "say what it is with --input-format, or leave that out");

        return new Content.Running(TimeCodes.Read(new RtfReader(file.Bytes, start, findings).Read(), findings));
    }

    // Some programs write a byte order mark or blank lines before it. Negative: it is no RTF.
    private static int StartOf(ReadOnlySpan<byte> content)
    {
        var start = content.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (start < content.Length && content[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') start++;
        return content[start..].StartsWith(@"{\rtf"u8) ? start : -1;
    }
}
