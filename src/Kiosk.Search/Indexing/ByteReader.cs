using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Kiosk.Search.Indexing;

/// <summary>Reads what <see cref="ByteWriter"/> wrote. Reading beyond the end is damage.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int At { get; set; }

    public readonly bool IsAtEnd => At >= _bytes.Length;

    /// <summary>Most numbers take one byte; this is the innermost step of every search.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Number()
    {
        var at = At;
        if ((uint)at >= (uint)_bytes.Length || _bytes[at] >= 0x80)
            return (int)Long();
        At = at + 1;
        return _bytes[at];
    }

    public long Long()
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return (long)value;
            shift += 7;
        }
    }

    public byte Byte() => At < _bytes.Length ? _bytes[At++] : throw new IndexDamageException("A record ends too early.");

    public uint Fixed() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    public ReadOnlySpan<byte> Bytes(int length)
    {
        if (length < 0 || length > _bytes.Length - At)
            throw new IndexDamageException("A record ends too early.");
        At += length;
        return _bytes.Slice(At - length, length);
    }

    public string Text()
    {
        var length = Number();
        if (length < 0 || length > _bytes.Length - At)
            throw new IndexDamageException("A text ends too early.");
        var letters = new char[length];
        for (var i = 0; i < length; i++)
            letters[i] = (char)Number();
        return new string(letters);
    }
}
