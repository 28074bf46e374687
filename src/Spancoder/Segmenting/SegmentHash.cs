using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Spancoder.Segmenting;

/// <summary>What shows that a segment's text is still the one that somebody judged.</summary>
internal static class SegmentHash
{
    /// <summary>Hexadecimal digits.</summary>
    public const int Length = 16;

    /// <returns>The first digits of the SHA-256 of the text in UTF-8, lower case.</returns>
    public static string Of(ReadOnlySpan<char> text) => WholeOf(text)[..Length];

    /// <returns>All its digits, of which those of <see cref="Of"/> are the first.</returns>
    public static string WholeOf(ReadOnlySpan<char> text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), hash);
        ArrayPool<byte>.Shared.Return(bytes);
        return Convert.ToHexStringLower(hash);
    }
}
