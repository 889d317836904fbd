using System.Buffers;
using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Kiosk.Search.Indexing;

/// <summary>
/// A piece of a segment file in a borrowed buffer, checked against the checksum behind it. Reading rather than mapping keeps the pages out of the
/// process, and a file cut short is an exception rather than the end of the process.
/// </summary>
internal readonly struct FileRecord : IDisposable
{
    private readonly byte[] _buffer;
    private readonly int _length;

    private FileRecord(byte[] buffer, int length) => (_buffer, _length) = (buffer, length);

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    /// <summary>Reads a piece whose checksum stands in the four bytes after it.</summary>
    public static FileRecord Read(SafeFileHandle file, long offset, long length) => Read(file, offset, length, [(int)Math.Min(length, int.MaxValue)]);

    /// <summary>Reads the articles of a term and, after their checksum, the positions, if there are any.</summary>
    public static FileRecord ReadPostings(SafeFileHandle file, TermEntry term) => term.PositionsLength == 0
        ? Read(file, term.Offset, term.ArticlesLength)
        : Read(file, term.Offset, (long)term.ArticlesLength + Checksum.Length + term.PositionsLength, [term.ArticlesLength, term.PositionsLength]);

    /// <summary>The same from bytes that were read already.</summary>
    public static FileRecord PostingsIn(ReadOnlySpan<byte> bytes, TermEntry term)
    {
        Check(bytes, term.PositionsLength == 0 ? [term.ArticlesLength] : [term.ArticlesLength, term.PositionsLength]);
        var buffer = ArrayPool<byte>.Shared.Rent(bytes.Length);
        bytes.CopyTo(buffer);
        return new FileRecord(buffer, bytes.Length - Checksum.Length);
    }

    /// <summary>Reads bytes that are not checked here.</summary>
    public static FileRecord ReadUnchecked(SafeFileHandle file, long offset, int length) => Read(file, offset, length - Checksum.Length, []);

    private static FileRecord Read(SafeFileHandle file, long offset, long length, ReadOnlySpan<int> pieces)
    {
        if (offset < 0 || length is < 0 or > int.MaxValue - 64)
            throw new IndexDamageException("A piece lies outside the file.");
        var total = (int)length + Checksum.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(total);
        try
        {
            for (var read = 0; read < total;)
            {
                var more = RandomAccess.Read(file, buffer.AsSpan(read, total - read), offset + read);
                read += more > 0 ? more : throw new IndexDamageException("The file ends too early.");
            }
            Check(buffer.AsSpan(0, total), pieces);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
        return new FileRecord(buffer, pieces.IsEmpty ? total : (int)length);
    }

    private static void Check(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> pieces)
    {
        foreach (var length in pieces)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[length..]) != Checksum.Of(bytes[..length]))
                throw new IndexDamageException("A checksum is wrong.");
            bytes = bytes[(length + Checksum.Length)..];
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);
}
