using System.Buffers;

namespace Kiosk.Ingest.Fetching;

/// <summary>Reads and decompresses one body within its limits.</summary>
internal sealed class BodyReader(int maxBytes, bool takesBeginning, TimeSpan idle, TimeProvider time)
{
    private const int ChunkSize = 64 * 1024;

    public int MaxBytes => maxBytes;

    /// <exception cref="OperationCanceledException">The server was silent for too long, or the time is up.</exception>
    /// <exception cref="IOException">The answer broke off.</exception>
    public async Task<ReadBody> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        // The compressed body is never larger than what it may grow to, so one cap serves both.
        if (content.Headers.ContentLength > maxBytes && !takesBeginning)
            return new ReadBody(FetchOutcome.TooLarge);

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var raw = await ReadRawAsync(stream, cancellationToken);
        if (raw is null)
            return new ReadBody(FetchOutcome.TooLarge);
        return Decompression.Decode(raw, content.Headers.ContentEncoding, maxBytes, takesBeginning, cancellationToken);
    }

    /// <summary>The bytes as they came, or the first of them; null if there are more than the cap.</summary>
    private async Task<byte[]?> ReadRawAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(idle, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            using var raw = new MemoryStream();
            int count;
            while ((count = await stream.ReadAsync(chunk, either.Token)) > 0)
            {
                if (raw.Length + count > maxBytes)
                    return takesBeginning ? Begun(raw, chunk) : null;
                raw.Write(chunk, 0, count);
                patience.CancelAfter(idle);
            }

            return raw.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private byte[] Begun(MemoryStream raw, byte[] next)
    {
        raw.Write(next, 0, maxBytes - (int)raw.Length);
        return raw.ToArray();
    }
}

/// <summary>A body, or why there is none.</summary>
internal readonly record struct ReadBody(FetchOutcome? Problem, ReadOnlyMemory<byte> Bytes = default);
