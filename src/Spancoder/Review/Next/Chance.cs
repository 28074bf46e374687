using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Spancoder.Review.Next;

/// <summary>A number for each segment that only the seed and the segment's id decide. The segments with the smallest are a simple random sample of any that are offered.</summary>
/// <remarks>
/// Neither the order in which segments are met nor what else is in the study changes it, and who draws again with the same seed goes on where the last draw
/// ended: permanent random numbers, as in Ohlsson (1995), Coordination of samples using permanent random numbers, in Cox et al., Business Survey Methods, 153-169.
/// </remarks>
internal static class Chance
{
    /// <param name="purpose">Draws for different purposes have nothing to do with each other.</param>
    public static ulong Of(long seed, string purpose, string segment) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{purpose}\n{segment}"))));
}
