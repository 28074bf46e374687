using System.Security.Cryptography;

namespace Spancoder.Reading;

/// <summary>One file's bytes, and their text when a format asks for it.</summary>
internal sealed class FileContent
{
    private const int HeadLength = 8192; // characters: enough to tell a format by
    private const int Largest = 200_000_000; // bytes; much of them may be pictures
    private const int LongestText = 20_000_000; // characters, three hundred hours of talk; in the shortest lines they take some 2 GB of memory
    private const int MostBytes = 4; // of a character, in any encoding

    private readonly string? _encoding;
    private Decoded? _decoded;
    private int _longest = LongestText;

    /// <param name="bytes">The whole file.</param>
    /// <param name="name">As the user named it.</param>
    /// <param name="encoding">What the user says it is in; null to find out.</param>
    public FileContent(byte[] bytes, string name, string? encoding = null)
    {
        (Bytes, Name, _encoding) = (bytes, name, encoding);
        Extension = Path.GetExtension(name).ToLowerInvariant();
    }

    public byte[] Bytes { get; }

    public string Name { get; }

    /// <summary>With its point, lower case; empty where there is none.</summary>
    public string Extension { get; }

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public string Hash => field ??= Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>Which column of a table is which, as the user says it: a name or number by role. Empty to find out.</summary>
    public IReadOnlyDictionary<string, string> ColumnMap { get; init; } = ReadingOptions.NoMap;

    /// <exception cref="InputException">The bytes are not text.</exception>
    public string Text => Decoded.Text;

    /// <summary>The beginning of the text.</summary>
    /// <exception cref="InputException">The bytes are not text.</exception>
    public ReadOnlySpan<char> Head => Text.AsSpan(0, Math.Min(Text.Length, HeadLength));

    /// <exception cref="InputException">The bytes are not text, or are more of it than any transcript.</exception>
    public Decoded Decoded => _decoded ??= Decode();

    /// <summary>Whether its text was asked for. A Word file is never decoded as a whole.</summary>
    public bool IsDecoded => _decoded is not null;

    /// <exception cref="InputException">It cannot be opened, or is larger than any transcript.</exception>
    public static FileContent Open(string path, ReadingOptions options)
    {
        try
        {
            return new(ReadAll(path), path, options.Encoding) { ColumnMap = options.ColumnMap };
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(new(path), "there is no such file", "look at the path");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new(path), "this file cannot be opened", "see whether it is a file, and who may read it");
        }
    }

    /// <summary>For files that are more than one document.</summary>
    /// <param name="characters">How many it may have.</param>
    public FileContent WithRoomFor(int characters)
    {
        _longest = characters;
        return this;
    }

    private Decoded Decode()
    {
        var decoded = Bytes.Length > (long)_longest * MostBytes ? null : Decoding.Decode(Bytes, Name, _encoding);
        return decoded?.Text.Length <= _longest ? decoded : throw new InputException(new(Name), $"this file has more than {_longest / 1_000_000} million characters", "split it into several files");
    }

    // Devices and pipes do not say how long they are, so the end is looked for as well.
    private static byte[] ReadAll(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var length = file.CanSeek ? file.Length : 0;
        if (length > Largest) throw TooLarge(path);

        using MemoryStream content = new((int)length);
        content.SetLength(length);
        content.SetLength(content.Position = file.ReadAtLeast(content.GetBuffer().AsSpan(0, (int)length), (int)length, throwOnEndOfStream: false));
        Span<byte> more = stackalloc byte[4096];
        for (var count = file.Read(more); count > 0; count = file.Read(more))
        {
            content.Write(more[..count]);
            if (content.Length > Largest) throw TooLarge(path);
        }

        return content.Length == content.Capacity ? content.GetBuffer() : content.ToArray();
    }

    private static InputException TooLarge(string path) => new(new(path), $"this file is larger than {Largest / 1_000_000} MB, as no transcript is",
        "take the pictures out of it, split it, or if it is a recording give its transcript");
}
