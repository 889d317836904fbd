using System.Numerics;
using System.Runtime.InteropServices;

namespace Kiosk.Search.Indexing;

/// <summary>CRC-32C (Castagnoli, RFC 3720 appendix B.4): one instruction per eight bytes on most machines.</summary>
internal static class Checksum
{
    public const int Length = 4;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            crc = BitOperations.Crc32C(crc, word);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
            crc = BitOperations.Crc32C(crc, rest);
        return ~crc;
    }
}
