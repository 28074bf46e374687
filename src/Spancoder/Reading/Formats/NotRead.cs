using System.Text;

namespace Spancoder.Reading.Formats;

/// <summary>Kinds of files that people have and that are refused, each with a line that says what to do instead.</summary>
internal sealed class NotRead : IFormat
{
    private const string AsText = "save it as plain text (UTF-8)";

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
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => ("this is RTF, which is not read yet", AsText),
        _ when Package.IsZip(content) => ReasonOfPackage(Package.KindOf(content)),
        _ => null,
    };

    private static (string What, string Mend)? ReasonOfPackage(PackageKind kind) => kind switch
    {
        PackageKind.Word => null,
        PackageKind.Excel => ("this is an Excel workbook", "save the sheet with the transcript as CSV UTF-8"),
        PackageKind.PowerPoint => ("this is a PowerPoint presentation", "save its words as plain text (UTF-8)"),
        PackageKind.OpenDocument => ("this is an OpenDocument file, which is not read yet", "save it as .docx"),
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

    private static bool Holds(ReadOnlySpan<byte> content, string entry) => content.IndexOf(Encoding.Unicode.GetBytes(entry)) >= 0;
}
