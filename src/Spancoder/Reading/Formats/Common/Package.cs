using System.IO.Compression;
using System.Xml;

namespace Spancoder.Reading.Formats.Common;

/// <summary>What a ZIP file holds, told by the names in it.</summary>
internal enum PackageKind
{
    /// <summary>A Word document: .docx, .docm, .dotx.</summary>
    Word,
    Excel,
    PowerPoint,
    OpenDocument,

    /// <summary>A project in the exchange format of coding programs, REFI-QDA.</summary>
    Project,

    /// <summary>A ZIP file of something else.</summary>
    Other,

    /// <summary>It begins as a ZIP file and has no readable list of what is in it.</summary>
    Damaged,
}

/// <summary>Files that are ZIP archives of XML, and how much of one is read: nobody types what is refused here.</summary>
internal static class Package
{
    private const long LargestEntry = 200_000_000; // bytes, unpacked
    private const int MostEntries = 10_000;
    private const int HighestRatio = 300; // unpacked to packed; the XML of a long, dull document comes to 60
    private const long SmallEntry = 10_000_000; // bytes; below that no ratio does harm

    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..];

    public static PackageKind KindOf(byte[] bytes)
    {
        try
        {
            using var archive = Open(bytes);
            var names = archive.Entries.Take(MostEntries).Select(entry => entry.FullName.Replace('\\', '/')).ToList();
            return names.Contains("mimetype") ? PackageKind.OpenDocument
                : names.Exists(name => name.EndsWith(".qde", StringComparison.OrdinalIgnoreCase)) ? PackageKind.Project
                : !names.Contains("[Content_Types].xml") ? PackageKind.Other
                : Has("word/") ? PackageKind.Word
                : Has("xl/") ? PackageKind.Excel
                : Has("ppt/") ? PackageKind.PowerPoint
                : PackageKind.Other;

            bool Has(string folder) => names.Exists(name => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return PackageKind.Damaged;
        }
    }

    /// <remarks>An entry that says it is smaller than it is does no harm: no more than it says is unpacked.</remarks>
    /// <exception cref="InputException">It would unpack to more than anybody's transcript.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static void CheckSize(byte[] bytes, Findings findings)
    {
        using var archive = Open(bytes);
        if (archive.Entries.Count > MostEntries || archive.Entries.Any(IsTooLarge))
        {
            findings.Refuse(null, "what is packed in this file is larger than any transcript", "copy its words into a new document");
        }
    }

    /// <summary>Reads XML that nobody vouches for: no document types, so no entities, and nothing from elsewhere.</summary>
    /// <param name="stream">One entry; closed with the reader.</param>
    /// <param name="most">Characters, after which it throws an <see cref="XmlException"/>.</param>
    public static XmlReader ReadXml(Stream stream, long most = LargestEntry) => XmlReader.Create(stream, new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = most,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    private static ZipArchive Open(byte[] bytes) => new(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);

    private static bool IsTooLarge(ZipArchiveEntry entry) =>
        entry.Length > LargestEntry || entry.Length > SmallEntry && entry.Length > entry.CompressedLength * HighestRatio;
}
