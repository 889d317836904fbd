using System.Runtime.CompilerServices;

namespace Kiosk.Search.Indexing;

/// <summary>The innermost steps over the bytes of a posting list, which has been checked against its checksum; most numbers take one byte.</summary>
internal static class PostingBytes
{
    private const int Continues = 0x80;

    /// <summary>Reads what <see cref="ByteWriter.Number"/> wrote.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        int number = bytes[at++];
        if (number < Continues)
            return number;
        number -= Continues;
        for (var shift = 7; ; shift += 7)
        {
            int next = bytes[at++];
            number |= (next & (Continues - 1)) << shift;
            if (next < Continues)
                return number;
        }
    }

    /// <summary>Steps over so many numbers.</summary>
    public static int Skip(ReadOnlySpan<byte> bytes, int at, int count)
    {
        while (count > 0)
            count -= bytes[at++] < Continues ? 1 : 0;
        return at;
    }
}
