using System.Text;
using Spancoder.Reading.Formats.Common;

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

    private static (string What, string Mend)? Reason(byte[] content) => content switch
    {
        [] => ("this file is empty", "remove it, or put the transcript into it"),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => ("this is a PDF, which has no reliable reading order", "save the transcript as plain text (UTF-8)"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => ReasonOfOldOffice(content),
        _ when IsRecording(content) => ("this is a recording", "transcribe it first, and give the transcript"),
        _ when Package.IsZip(content) => ReasonOfPackage(Package.KindOf(content)),
        [(byte)'<' or 0xEF, ..] => ReasonOfXml(Encoding.UTF8.GetString(content, 0, Math.Min(content.Length, HeadLength)).TrimStart('\uFEFF')),
        _ when content.AsSpan().StartsWith("ooBinaryFile"u8) => ("this is a binary file of Praat", "save it from Praat with 'Save as text file'"),
        _ => null,
    };

    private static (string What, string Mend)? ReasonOfXml(string head) => XmlFile.RootOf(head) switch
    {
        "basic-transcription" => ("this is an EXMARaLDA transcription (.exb), which is not read", "export it from the Partitur-Editor as ELAN or as Praat TextGrid"),
        "folker-transcription" => ("this is a FOLKER transcription, which is not read", "open it in EXMARaLDA's Partitur-Editor and export it as ELAN or as Praat TextGrid"),
        "Transana" => ("this is a Transana database, which is not read", "export its transcripts as RTF or as plain text"),
        _ => null,
    };

    private static (string What, string Mend)? ReasonOfPackage(PackageKind kind) => kind switch
    {
        PackageKind.Word => null,
        PackageKind.Project => ("this is a project of another coding program (.qdpx), which is not read", "export its documents as .docx or plain text"),
        PackageKind.Excel => ("this is an Excel workbook", "save the sheet with the transcript as CSV UTF-8"),
        PackageKind.PowerPoint => ("this is a PowerPoint presentation", "save its words as plain text (UTF-8)"),
        PackageKind.OpenDocument => ("this is an OpenDocument file that holds no text document", "save a sheet with a transcript as CSV UTF-8, and anything else as plain text (UTF-8)"),
        PackageKind.Damaged => ("this is a damaged Word, OpenDocument or ZIP file", "copy it again from where it comes from, or open it in Word, let Word repair it, and save it again"),
        _ => ("this is a ZIP file", "unpack it, and give the files that are in it"),
    };

    // Old Office files and locked new ones are folders in one file (OLE), with their entries' names in UTF-16.
    private static (string What, string Mend) ReasonOfOldOffice(byte[] content) =>
        Holds(content, "EncryptedPackage") ? ("this Office file is locked with a password", "open it, take the password off, and save it again")
        : Holds(content, "WordDocument") ? ("this is an old Word file (.doc)", "save it as .docx")
        : Holds(content, "Workbook") || Holds(content, "Book") ? ("this is an old Excel file (.xls)", "save the sheet with the transcript as CSV UTF-8")
        : Holds(content, "PowerPoint Document") ? ("this is an old PowerPoint file (.ppt)", "save its words as plain text (UTF-8)")
        : ("this is an old Office file", "save it as .docx, or as plain text (UTF-8)");

    private static bool IsRecording(ReadOnlySpan<byte> content) =>
        content.StartsWith("ID3"u8) || content.StartsWith("OggS"u8) || content.StartsWith("fLaC"u8)
        || content.StartsWith("RIFF"u8) && content.Length > 12 && (content[8..].StartsWith("WAVE"u8) || content[8..].StartsWith("AVI "u8))
        || content.Length > 8 && content[4..].StartsWith("ftyp"u8)
        || content is [0xFF, 0xFB or 0xF3 or 0xF2, ..]
        || content.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]); // Matroska, WebM

    private static bool Holds(ReadOnlySpan<byte> content, string entry) => content.IndexOf(Encoding.Unicode.GetBytes(entry)) >= 0;
}
