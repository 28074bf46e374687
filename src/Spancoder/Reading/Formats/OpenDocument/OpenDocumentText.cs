using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.OpenDocument;

/// <summary>OpenDocument text, of LibreOffice and OpenOffice: a zip file with the words in its content.xml, or all of it as one file of XML.</summary>
/// <remarks>Other kinds of OpenDocument (spreadsheets, drawings) are recognised as well, and refused.</remarks>
internal sealed class OpenDocumentText : IFormat
{
    private const int FlatHeadLength = 8192; // bytes
    private const string Again = "open it in LibreOffice, and save it again";

    private static ReadOnlySpan<byte> KindPrefix => "application/vnd.oasis.opendocument."u8;

    public string Name => "odt";

    public IReadOnlyList<string> Extensions => [".odt", ".ott", ".fodt"];

    public bool Recognises(FileContent file) => IsFlat(file.Bytes) || IsPackage(file.Bytes);

    public Content Read(FileContent file, Findings findings)
    {
        OpenDocumentStyles styles = new();
        if (!Package.IsZip(file.Bytes)) return new Content.Running(ReadContent(file.Bytes, file.Name, styles, findings));

        using var zip = Package.Open(file.Bytes, findings);
        if (IsEncrypted(zip, findings)) findings.Refuse(null, "this file is protected by a password", "save it without one");
        if (zip.GetEntry("styles.xml") is { } named) Walk(Package.Read(named, findings), named.Name, findings, styles.Read);

        var content = zip.GetEntry("content.xml");
        if (content is null) findings.Refuse(null, "it has no content.xml, so this is no OpenDocument file", Again);
        return new Content.Running(ReadContent(Package.Read(content, findings), content.Name, styles, findings));
    }

    private static IReadOnlyList<Block> ReadContent(byte[] xml, string name, OpenDocumentStyles styles, Findings findings)
    {
        var body = new OpenDocumentBody(styles, findings);
        Walk(xml, name, findings, body.Read);
        return body.Finish();
    }

    private static void Walk(byte[] xml, string name, Findings findings, Action<XmlReader> read)
    {
        try
        {
            using var reader = XmlFile.Open(new MemoryStream(xml, writable: false));
            while (reader.Read()) read(reader);
        }
        catch (XmlException wrong)
        {
            var place = wrong.LineNumber > 0 ? $" (line {wrong.LineNumber}, position {wrong.LinePosition})" : ""; // none where a document type stands
            findings.Refuse(null, $"{Path.GetFileName(name)} is not XML as OpenDocument has it{place}", Again);
        }
    }

    // Old manifests have a document type, so this one is searched and not parsed.
    private static bool IsEncrypted(ZipArchive zip, Findings findings) =>
        zip.GetEntry("META-INF/manifest.xml") is { } manifest && Package.Read(manifest, findings).AsSpan().IndexOf(":encryption-data"u8) >= 0;

    private static bool IsFlat(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(content.Length, FlatHeadLength)];
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        return head.StartsWith("<"u8) && head.IndexOf("office:document"u8) >= 0 && head.IndexOf(KindPrefix) >= 0;
    }

    private static bool IsPackage(byte[] content)
    {
        if (!Package.IsZip(content)) return false;
        if (FirstEntry(content).StartsWith(KindPrefix)) return true;

        using var zip = Package.TryOpen(content);
        if (zip is null) return false;

        var kind = Package.TryRead(zip, "mimetype", longest: 200);
        return kind is not null && kind.AsSpan().StartsWith(KindPrefix);
    }

    // The kind stands first in the file and is not packed, so that it can be told even of a damaged one.
    private static ReadOnlySpan<byte> FirstEntry(ReadOnlySpan<byte> content)
    {
        const int HeaderLength = 30;
        if (content.Length < HeaderLength) return [];

        var (nameLength, extraLength) = (BinaryPrimitives.ReadUInt16LittleEndian(content[26..]), BinaryPrimitives.ReadUInt16LittleEndian(content[28..]));
        var rest = content[HeaderLength..];
        return rest.StartsWith("mimetype"u8) && nameLength == 8 && rest.Length > nameLength + extraLength ? rest[(nameLength + extraLength)..] : [];
    }
}
