using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Kiosk.Ingest.Fetching;

/// <summary>Undoes Content-Encoding, also where servers say something else than they do.</summary>
internal static class Decompression
{
    // Some servers compress what was compressed already.
    private const int MaxLayers = 3;

    /// <summary>
    /// Unpacks what the header names, and whatever looks like gzip without being named. A body that is plain in spite of the header stays as
    /// it is. Stops as soon as there are more than <paramref name="maxBytes"/> bytes; then the body is too large, or its beginning is taken.
    /// </summary>
    public static ReadBody Decode(byte[] raw, ICollection<string> codings, int maxBytes, bool takesBeginning, CancellationToken cancellationToken)
    {
        var body = raw;
        var named = new Stack<string>(codings);
        for (var layer = 0; layer < MaxLayers; layer++)
        {
            var unpack = Opener(body, named.TryPop(out var coding) ? coding : "");
            if (unpack is null)
                continue;
            if (!TryUnpack(body, unpack, maxBytes, takesBeginning, out var unpacked, cancellationToken))
                return IsText(body) ? new ReadBody(null, body) : new ReadBody(FetchOutcome.Unreachable);
            if (unpacked is null)
                return new ReadBody(FetchOutcome.TooLarge);
            body = unpacked;
        }

        return new ReadBody(null, body);
    }

    private static Func<Stream, Stream>? Opener(byte[] body, string coding)
    {
        if (body is [0x1F, 0x8B, 0x08, ..])
            return static packed => new GZipStream(packed, CompressionMode.Decompress);
        if (body.Length == 0)
            return null;
        return coding.Trim().ToLowerInvariant() switch
        {
            "br" => static packed => new BrotliStream(packed, CompressionMode.Decompress),
            // RFC 9110 means zlib; some servers send it without the zlib header.
            "deflate" when IsZlib(body) => static packed => new ZLibStream(packed, CompressionMode.Decompress),
            "deflate" => static packed => new DeflateStream(packed, CompressionMode.Decompress),
            _ => null,
        };
    }

    private static bool IsZlib(byte[] body) => body.Length > 2 && (body[0] & 0x0F) == 8 && (body[0] * 256 + body[1]) % 31 == 0;

    /// <summary>False if the bytes are no such stream or break off; true with null if there are too many.</summary>
    private static bool TryUnpack(byte[] packed, Func<Stream, Stream> open, int maxBytes, bool takesBeginning, out byte[]? unpacked, CancellationToken cancellationToken)
    {
        unpacked = null;
        var chunk = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            using var stream = open(new MemoryStream(packed, writable: false));
            using var collected = new MemoryStream();
            int count;
            while ((count = stream.Read(chunk)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (collected.Length + count > maxBytes)
                {
                    unpacked = takesBeginning ? collected.ToArray() : null;
                    return true;
                }

                collected.Write(chunk, 0, count);
            }

            unpacked = collected.ToArray();
            return stream is BrotliStream ? IsWholeBrotli(packed, chunk) : IsWhole(packed, unpacked.Length);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or InvalidOperationException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>
    /// .NET takes the end of its input for the end of the stream, so a truncated gzip must be found by its missing trailer (RFC 1952: the last four
    /// bytes are the length). Some bytes may follow it, since some servers add a line end.
    /// </summary>
    private static bool IsWhole(byte[] packed, int length)
    {
        if (packed is not [0x1F, 0x8B, ..])
            return true;
        Span<byte> trailer = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(trailer, length);
        return packed.AsSpan(Math.Max(0, packed.Length - 64)).IndexOf(trailer) >= 0;
    }

    /// <summary>Brotli has no trailer; the decoder itself says whether it came to the end.</summary>
    private static bool IsWholeBrotli(ReadOnlySpan<byte> packed, Span<byte> chunk)
    {
        using var decoder = new BrotliDecoder();
        while (true)
        {
            var status = decoder.Decompress(packed, chunk, out var consumed, out _);
            if (status != OperationStatus.DestinationTooSmall)
                return status == OperationStatus.Done;
            packed = packed[consumed..];
        }
    }

    /// <summary>True if it begins as markup or JSON does.</summary>
    private static bool IsText(byte[] body) => body.AsSpan().TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'<' or (byte)'{' or (byte)'[', ..];
}
