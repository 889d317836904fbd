using System.Buffers.Binary;

namespace Kiosk.Search.Indexing;

/// <summary>A growing run of bytes; numbers are written 7 bits a byte, lowest first, as in LEB128.</summary>
internal sealed class ByteWriter
{
    private byte[] _bytes = new byte[64];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Number(long value)
    {
        Reserve(10);
        var rest = (ulong)value;
        while (rest >= 0x80)
        {
            _bytes[Length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }
        _bytes[Length++] = (byte)rest;
    }

    public void Byte(byte value)
    {
        Reserve(1);
        _bytes[Length++] = value;
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Four bytes, for a checksum.</summary>
    public void Fixed(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(4), value);

    /// <summary>The code units as they are, so that what is no valid text survives too.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        Number(text.Length);
        foreach (var unit in text)
            Number(unit);
    }

    /// <summary>Room for so many bytes, to be filled before anything else is written.</summary>
    public Span<byte> Take(int length)
    {
        Reserve(length);
        Length += length;
        return _bytes.AsSpan(Length - length, length);
    }

    private void Reserve(int more)
    {
        if (Length + more > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + more));
    }
}
