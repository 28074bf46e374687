using System.IO.Compression;

namespace Spancoder.Reading.Formats.Common;

/// <summary>ZIP files from other people, opened with limits: nobody types what is refused here. The paths of entries are names, never places on the disk.</summary>
internal static class Package
{
    private const long LargestEntry = 200_000_000; // bytes, unpacked
    private const int MostEntries = 10_000;
    private const int HighestRatio = 300; // unpacked to packed; the XML of a long, dull document comes to 60
    private const long SmallEntry = 1_000_000; // bytes, unpacked: of these the ratio says nothing
    private const long SmallPicture = 10_000_000; // of a plain picture neither

    private const string Again = "open it in the program that made it, and save it again";

    private static readonly uint[] CrcTable = MakeCrcTable();

    public static bool IsZip(ReadOnlySpan<byte> content) => content is [(byte)'P', (byte)'K', 3, 4, ..];

    public static PackageKind KindOf(byte[] content)
    {
        using var zip = TryOpen(content);
        if (zip is null) return PackageKind.Damaged;

        var names = zip.Entries.Take(MostEntries).Select(entry => entry.FullName.Replace('\\', '/')).ToList();
        return names.Contains("mimetype") ? PackageKind.OpenDocument
            : names.Exists(name => name.EndsWith(".qde", StringComparison.OrdinalIgnoreCase)) ? PackageKind.Project
            : !names.Contains("[Content_Types].xml") ? PackageKind.Other
            : Has("word/") ? PackageKind.Word
            : Has("xl/") ? PackageKind.Excel
            : Has("ppt/") ? PackageKind.PowerPoint
            : PackageKind.Other;

        bool Has(string folder) => names.Exists(name => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
    }

    /// <exception cref="InputException">It is damaged, or has too many entries.</exception>
    public static ZipArchive Open(byte[] content, Findings findings)
    {
        var zip = TryOpen(content);
        if (zip is null) findings.Refuse(null, "this file is damaged: it is a zip file that cannot be opened", Again);
        if (zip.Entries.Count > MostEntries) findings.Refuse(null, $"this file is packed from {zip.Entries.Count} parts, more than {MostEntries}", Again);
        return zip;
    }

    /// <returns>Null where it is damaged.</returns>
    public static ZipArchive? TryOpen(byte[] content)
    {
        try
        {
            ZipArchive zip = new(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            return zip.Entries.Count >= 0 ? zip : null; // asking for the entries reads the directory
        }
        catch (Exception cause) when (IsDamage(cause))
        {
            return null;
        }
    }

    /// <summary>For what a library opens, with pictures and all. A damaged one is left for the library to find.</summary>
    /// <remarks>An entry that says it is smaller than it is does no harm: no more than it says is unpacked.</remarks>
    /// <exception cref="InputException">It would unpack to more than anybody's transcript.</exception>
    public static void CheckSize(byte[] content, Findings findings)
    {
        using var zip = TryOpen(content);
        if (zip is not null && (zip.Entries.Count > MostEntries || zip.Entries.Any(entry => entry.Length > LargestEntry || IsTooDense(entry, SmallPicture))))
        {
            findings.Refuse(null, "what is packed in this file is larger than any transcript", "copy its words into a new document");
        }
    }

    /// <summary>The whole of one entry, with its checksum compared.</summary>
    /// <exception cref="InputException">It is too large, packed too densely, encrypted or damaged.</exception>
    public static byte[] Read(ZipArchiveEntry entry, Findings findings)
    {
        if (entry.IsEncrypted) findings.Refuse(null, "this file is protected by a password", "save it without one");
        if (entry.Length > LargestEntry)
        {
            findings.Refuse(null, $"its part '{entry.Name}' is larger than {LargestEntry / 1_000_000} MB", "split the document into several files");
        }

        if (IsTooDense(entry, SmallEntry))
        {
            findings.Refuse(null, $"its part '{entry.Name}' is packed to less than 1/{HighestRatio} of its size, as no document is", Again);
        }

        if (TryRead(entry) is { } content) return content;

        findings.Refuse(null, $"this file is damaged: its part '{entry.Name}' cannot be unpacked", Again);
        return null;
    }

    /// <summary>The whole of one small entry, with its checksum compared.</summary>
    /// <returns>Null where there is none of that name, or it is longer than <paramref name="longest"/>, or damaged.</returns>
    public static byte[]? TryRead(ZipArchive zip, string name, int longest) =>
        zip.GetEntry(name) is { } entry && entry.Length <= longest ? TryRead(entry) : null;

    private static byte[]? TryRead(ZipArchiveEntry entry)
    {
        try
        {
            using var packed = entry.Open();
            var content = new byte[entry.Length];
            packed.ReadExactly(content);
            return Crc(content) == entry.Crc32 ? content : null;
        }
        catch (Exception cause) when (IsDamage(cause))
        {
            return null;
        }
    }

    private static bool IsTooDense(ZipArchiveEntry entry, long small) => entry.Length > small && entry.Length / HighestRatio > entry.CompressedLength;

    private static bool IsDamage(Exception cause) => cause is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException;

    // The checksum of zip files (ISO 3309), which the framework's reader leaves unchecked: a damaged word must not pass for a word.
    private static uint Crc(ReadOnlySpan<byte> content)
    {
        var crc = uint.MaxValue;
        foreach (var value in content) crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (uint index = 0; index < table.Length; index++)
        {
            var value = index;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) == 1 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            table[index] = value;
        }

        return table;
    }
}
