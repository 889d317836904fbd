using System.IO.Compression;

namespace Kiosk.Ingest.Formats.Text;

/// <summary>Bodies that are still gzip after transport, since some servers pack files twice.</summary>
internal static class Unpacked
{
    /// <summary>Of the unpacked body, in bytes; more is refused.</summary>
    private const int Largest = 64 * 1024 * 1024;

    /// <returns>False if the body is packed but broken, or unpacks to more than is reasonable.</returns>
    public static bool TryUnpack(ReadOnlyMemory<byte> body, out ReadOnlyMemory<byte> unpacked)
    {
        unpacked = body;
        if (body.Span is not [0x1F, 0x8B, ..])
            return true;
        try
        {
            using var gzip = new GZipStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
            using var whole = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (var read = gzip.Read(buffer); read > 0 && whole.Length <= Largest; read = gzip.Read(buffer))
                whole.Write(buffer, 0, read);
            unpacked = whole.ToArray();
            return unpacked.Length is > 0 and <= Largest;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
