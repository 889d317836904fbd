using System.Buffers.Binary;

namespace Kiosk.Web.Images;

/// <summary>What a picture is, by its first bytes: what a server says of it is not believed. Raster formats only; an SVG is a program.</summary>
/// <param name="ContentType">For instance <c>image/jpeg</c>.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record ImageHeader(string ContentType, int Width, int Height)
{
    /// <summary>Sides longer than this, or more pixels than <see cref="MostPixels"/>, cost a reader's device more than a picture is worth.</summary>
    private const int LongestSide = 12_000;

    private const long MostPixels = 50_000_000;

    /// <summary>Smaller pictures are there to count readers.</summary>
    private const int ShortestSide = 4;

    public bool IsWorthShowing =>
        Width is >= ShortestSide and <= LongestSide && Height is >= ShortestSide and <= LongestSide && (long)Width * Height <= MostPixels;

    private const string Jpeg = "image/jpeg";
    private const string Png = "image/png";
    private const string Gif = "image/gif";
    private const string WebP = "image/webp";
    private const string Avif = "image/avif";

    /// <summary>The type that the first dozen bytes tell; null if it is none that is shown.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, ..] => Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', _, (byte)'a', ..] => Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebP,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'a', (byte)'v', (byte)'i', (byte)'f' or (byte)'s', ..] => Avif,
        _ => null,
    };

    /// <summary>Reads the header of a whole picture; null for what is none, a broken header included.</summary>
    public static ImageHeader? Read(ReadOnlySpan<byte> bytes) => TypeOf(bytes) switch
    {
        Jpeg => OfJpeg(bytes),
        Png => OfPng(bytes),
        Gif => OfGif(bytes),
        WebP => OfWebP(bytes),
        Avif => OfAvif(bytes),
        _ => null,
    };

    /// <summary>Walks the segments to the first start of frame (ITU T.81, B.2.2).</summary>
    private static ImageHeader? OfJpeg(ReadOnlySpan<byte> bytes)
    {
        var place = 2;
        while (place + 9 < bytes.Length && bytes[place] == 0xFF)
        {
            var marker = bytes[place + 1];
            if (marker is 0xFF)
            {
                place++; // fill byte
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return new ImageHeader(Jpeg, BinaryPrimitives.ReadUInt16BigEndian(bytes[(place + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(place + 5)..]));
            place += 2 + (marker is 0x01 or (>= 0xD0 and <= 0xD7) ? 0 : Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(bytes[(place + 2)..])));
        }

        return null;
    }

    private static ImageHeader? OfPng(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes[12..16].SequenceEqual("IHDR"u8)
            ? Of(Png, BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]))
            : null;

    private static ImageHeader? OfGif(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 10 ? Of(Gif, BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])) : null;

    /// <summary>The three sorts of WebP (RFC 9649, section 2).</summary>
    private static ImageHeader? OfWebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30)
            return null;
        var sort = bytes[12..16];
        if (sort.SequenceEqual("VP8X"u8))
            return Of(WebP, 1u + ThreeBytes(bytes[24..]), 1u + ThreeBytes(bytes[27..]));
        if (sort.SequenceEqual("VP8 "u8))
            return Of(WebP, BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFFu, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFFu);
        if (!sort.SequenceEqual("VP8L"u8) || bytes[20] != 0x2F)
            return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
        return Of(WebP, (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
    }

    /// <summary>The property <c>ispe</c> of ISO/IEC 23008-12 holds the size; of several pictures in one file, the largest counts.</summary>
    private static ImageHeader? OfAvif(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 16 * 1024)];
        ImageHeader? largest = null;
        for (var at = head.IndexOf("ispe"u8); at >= 0 && at + 16 <= head.Length;)
        {
            var found = Of(Avif, BinaryPrimitives.ReadUInt32BigEndian(head[(at + 8)..]), BinaryPrimitives.ReadUInt32BigEndian(head[(at + 12)..]));
            largest = largest is null || (found is not null && found.Width > largest.Width) ? found : largest;
            var next = head[(at + 16)..].IndexOf("ispe"u8);
            at = next < 0 ? -1 : at + 16 + next;
        }

        return largest;
    }

    private static uint ThreeBytes(ReadOnlySpan<byte> bytes) => (uint)(bytes[0] | (bytes[1] << 8) | (bytes[2] << 16));

    private static ImageHeader? Of(string contentType, uint width, uint height) =>
        width <= int.MaxValue && height <= int.MaxValue ? new ImageHeader(contentType, (int)width, (int)height) : null;
}
