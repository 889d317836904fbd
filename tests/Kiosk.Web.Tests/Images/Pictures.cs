using System.Buffers.Binary;
using System.Text;

namespace Kiosk.Web.Tests.Images;

/// <summary>The beginnings of pictures, as far as anything of ours reads them.</summary>
internal static class Pictures
{
    public static byte[] Png(int width, int height, int length = 200)
    {
        var bytes = new byte[length];
        byte[] start = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, .. "IHDR"u8];
        start.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        return bytes;
    }

    public static byte[] Gif(ushort width, ushort height) =>
        [.. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), .. new byte[40]];

    /// <param name="before">Bytes of segments before the size, as cameras write them.</param>
    public static byte[] Jpeg(ushort width, ushort height, int before)
    {
        var segments = new List<byte> { 0xFF, 0xD8 };
        for (var left = before; left > 0; left -= 60_000)
        {
            var size = Math.Min(left, 60_000) + 2;
            segments.AddRange([0xFF, 0xE1, (byte)(size >> 8), (byte)size, .. new byte[size - 2]]);
        }

        segments.AddRange([0xFF, 0xC2, 0, 17, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 3, .. new byte[20]]);
        return [.. segments];
    }

    public static byte[] WebP(string sort, params byte[] size) =>
        [.. "RIFF"u8, 60, 0, 0, 0, .. "WEBP"u8, .. Encoding.ASCII.GetBytes(sort), 50, 0, 0, 0, .. size, .. new byte[30]];

    public static byte[] Avif(int width, int height)
    {
        byte[] bytes = [0, 0, 0, 28, .. "ftypavif"u8, .. new byte[20], 0, 0, 0, 20, .. "ispe"u8, .. new byte[32]];
        var at = bytes.AsSpan().IndexOf("ispe"u8);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at + 8), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at + 12), height);
        return bytes;
    }
}
