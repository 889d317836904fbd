using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Kiosk.Search.Indexing;

/// <summary>The last bytes of a segment file: where the index of its dictionary and its columns stand.</summary>
internal readonly record struct SegmentFoot(long IndexAt, long IndexLength, long ValuesAt, long ValuesLength)
{
    private const int Length = 4 * sizeof(long);

    public void Write(Stream file)
    {
        Span<byte> bytes = stackalloc byte[Length + Checksum.Length];
        var at = 0;
        foreach (var number in (ReadOnlySpan<long>)[IndexAt, IndexLength, ValuesAt, ValuesLength])
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes[at..], number);
            at += sizeof(long);
        }
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[at..], Checksum.Of(bytes[..at]));
        file.Write(bytes);
    }

    public static SegmentFoot Read(SafeFileHandle file)
    {
        using var record = FileRecord.Read(file, RandomAccess.GetLength(file) - Length - Checksum.Length, Length);
        var bytes = record.Span;
        return new(
            BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]));
    }
}
