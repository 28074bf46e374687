using System.Text;

namespace Spancoder.Reading.Formats;

/// <summary>Kinds of files that people have and that are refused, each with a line that says what to do instead.</summary>
internal sealed class NotRead : IFormat
{
    private const int HeadLength = 1024; // bytes: enough for the first element's name

    public string Name => "not read";

    public IReadOnlyList<string> Extensions => [];

    public bool Recognises(FileContent file) => Reason(file.Bytes) is not null;

    public Content Read(FileContent file, Findings findings)
    {
        var (what, mend) = Reason(file.Bytes) ?? throw new System.Diagnostics.UnreachableException("it was recognised");
        findings.Refuse(null, what, mend);
        return null;
    }

    private static (string What, string Mend)? Reason(ReadOnlySpan<byte> content) => content switch
    {
        [] => ("this file is empty", "remove it, or put the transcript into it"),
        [(byte)'P', (byte)'K', 3, 4, ..] => ("this is a Word, OpenDocument or ZIP file, which is not read yet", "save it as plain text (UTF-8)"),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => ("this is a PDF, which has no reliable reading order", "save the transcript as plain text (UTF-8)"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => ("this is an old Office file", "save it as plain text (UTF-8)"),
        [(byte)'<' or 0xEF, ..] => ReasonOfXml(Encoding.UTF8.GetString(content[..Math.Min(content.Length, HeadLength)]).TrimStart('\uFEFF')),
        _ when content.StartsWith("ooBinaryFile"u8) => ("this is a binary file of Praat", "save it from Praat with 'Save as text file'"),
        _ => null,
    };

    private static (string What, string Mend)? ReasonOfXml(string head) => XmlFile.RootOf(head) switch
    {
        "basic-transcription" => ("this is an EXMARaLDA transcription (.exb), which is not read", "export it from the Partitur-Editor as ELAN or as Praat TextGrid"),
        "folker-transcription" => ("this is a FOLKER transcription, which is not read", "open it in EXMARaLDA's Partitur-Editor and export it as ELAN or as Praat TextGrid"),
        "Transana" => ("this is a Transana database, which is not read", "export its transcripts as RTF or as plain text"),
        _ => null,
    };
}
