using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Kiosk.Ingest.Fetching;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Fetching;

public sealed class HostileServerTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
    private const string Plain = "<rss>schuldhulp</rss>";

    public static TheoryData<string, string> Codings => new()
    {
        { "gzip", Latin1(GZip(Plain)) },
        { "GZIP", Latin1(GZip(Plain)) },
        { "deflate", Latin1(Pack(Plain, static to => new ZLibStream(to, CompressionLevel.Fastest))) },
        { "deflate", Latin1(Pack(Plain, static to => new DeflateStream(to, CompressionLevel.Fastest))) },
        { "br", Latin1(Pack(Plain, static to => new BrotliStream(to, CompressionLevel.Fastest))) },
        { "gzip, gzip", Latin1(GZip(Latin1(GZip(Plain)))) },
        { "gzip", Latin1(GZip(Latin1(GZip(Plain)))) }, // packed twice, said once
        { "gzip", Plain }, // said, not done
        { "br", Plain },
        { "deflate", Plain },
        { "identity", Latin1(GZip(Plain)) }, // done, not said
        { "utf-8", Plain },
    };

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task Content_is_unpacked_whatever_the_header_says(string coding, string body)
    {
        var result = await Fetch($"{Ok}Content-Encoding: {coding}\r\n\r\n{body}");

        Assert.Equal((FetchOutcome.Fetched, Plain), (result.Outcome, Encoding.UTF8.GetString(result.Body.Span)));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_bomb_stops_at_the_cap(string coding)
    {
        var packed = Bomb(coding);

        var result = await Fetch($"{Ok}Content-Encoding: {coding}\r\n\r\n{Latin1(packed)}", ("MaxBytes", "2000000"));

        Assert.Equal(FetchOutcome.TooLarge, result.Outcome);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public void A_bomb_takes_no_more_memory_than_the_cap_allows(string coding)
    {
        var packed = Bomb(coding);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Decompression.Decode(packed, [coding], maxBytes: 2_000_000, takesBeginning: false, CancellationToken.None);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 12_000_000);
    }

    private static byte[] Bomb(string coding)
    {
        var packed = Pack(new string('\0', 100_000_000), to => coding switch
        {
            "br" => new BrotliStream(to, CompressionLevel.Fastest),
            "gzip" => new GZipStream(to, CompressionLevel.Optimal),
            _ => new ZLibStream(to, CompressionLevel.Optimal),
        });
        Assert.InRange(packed.Length, 1, 1_900_000);
        return packed;
    }

    [Theory]
    [InlineData("")]
    [InlineData("Content-Length: 999999999999\r\n")]
    [InlineData("Content-Length: 5000\r\n")]
    public async Task A_body_over_the_cap_is_too_large(string header)
    {
        var result = await Fetch($"{Ok}{header}\r\n{new string('x', 5000)}", ("MaxBytes", "2000"));

        Assert.Equal(FetchOutcome.TooLarge, result.Outcome);
        Assert.True(result.Body.IsEmpty);
    }

    [Fact]
    public async Task An_endless_body_stops_at_the_cap()
    {
        await using var server = RawServer.Start(async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Ok + "\r\n"), cancellationToken);
            var chunk = new byte[65536];
            while (true)
                await stream.WriteAsync(chunk, cancellationToken);
        });
        using var fetcher = new FetcherUnderTest(server.Host, null, ("MaxBytes", "3000000"));

        Assert.Equal(FetchOutcome.TooLarge, (await fetcher.FetchAsync(server.Url)).Outcome);
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\nkort")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n64\r\nkort")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzz\r\nkort")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n4\r\nkort\r\n")]
    public async Task A_body_that_breaks_off_is_not_taken_for_whole(string rest)
    {
        var result = await Fetch(Ok + rest);

        Assert.Equal(FetchOutcome.Unreachable, result.Outcome);
        Assert.True(result.Body.IsEmpty);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_body_that_breaks_off_is_not_taken_for_whole(string coding)
    {
        var text = string.Concat(Enumerable.Range(0, 5000).Select(static i => i * 7919 % 104729));
        var whole = coding == "gzip" ? GZip(text) : Pack(text, static to => new BrotliStream(to, CompressionLevel.Fastest));

        var result = await Fetch($"{Ok}Content-Encoding: {coding}\r\n\r\n{Latin1(whole[..(whole.Length / 2)])}");

        Assert.Equal(FetchOutcome.Unreachable, result.Outcome);
    }

    [Fact]
    public async Task A_length_that_is_too_short_ends_the_body_there()
    {
        var result = await Fetch(Ok + "Content-Length: 4\r\n\r\nkort en meer");

        Assert.Equal((FetchOutcome.Fetched, "kort"), (result.Outcome, Encoding.UTF8.GetString(result.Body.Span)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    [InlineData("HTTP/1.1 abc\r\n\r\n")]
    [InlineData("HTTP/9.9 200 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nKopregel zonder einde")]
    [InlineData("\0\0\0\0\u00FF\u00FE")]
    public async Task Garbage_instead_of_HTTP_is_an_outcome(string answer)
    {
        var result = await Fetch(answer);

        Assert.Equal(FetchOutcome.Unreachable, result.Outcome);
        Assert.NotEmpty(result.Message);
    }

    [Fact]
    public async Task Headers_without_end_are_cut_off()
    {
        var result = await Fetch(Ok + string.Concat(Enumerable.Repeat("X-Vulling: " + new string('x', 1000) + "\r\n", 200)) + "\r\nok");

        Assert.Equal(FetchOutcome.Unreachable, result.Outcome);
        Assert.Contains("kopregels", result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nbegin")]
    public async Task Silence_times_out(string beginning)
    {
        await using var server = RawServer.Start(async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning), cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        });
        using var fetcher = new FetcherUnderTest(server.Host, null, ("IdleSeconds", "0.2"), ("TimeoutSeconds", "1"));
        var watch = Stopwatch.StartNew();

        Assert.Equal(FetchOutcome.TimedOut, (await fetcher.FetchAsync(server.Url)).Outcome);
        Assert.True(watch.Elapsed < Hang.After);
    }

    [Fact]
    public async Task A_slow_drip_ends_with_the_total_time()
    {
        await using var server = RawServer.Start(async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Ok + "\r\n"), cancellationToken);
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray(), cancellationToken);
                await Task.Delay(50, cancellationToken);
            }
        });
        using var fetcher = new FetcherUnderTest(server.Host, null, ("TimeoutSeconds", "1"));

        Assert.Equal(FetchOutcome.TimedOut, (await fetcher.FetchAsync(server.Url)).Outcome);
    }

    [Theory]
    [InlineData("HTTP/1.1 204 Leeg\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Encoding: gzip\r\n\r\n")]
    public async Task An_empty_answer_says_so(string answer)
    {
        var result = await Fetch(answer);

        Assert.Equal(FetchOutcome.Fetched, result.Outcome);
        Assert.True(result.Body.IsEmpty);
        Assert.Contains("stuurde niets mee", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_hostile_server_the_next_one_is_fetched()
    {
        await using var hostile = RawServer.Start("\0\0garbage");
        await using var good = RawServer.Start(Ok + "\r\ngoed");
        using var fetcher = new FetcherUnderTest($"{hostile.Host},{good.Host}");

        Assert.Equal(FetchOutcome.Unreachable, (await fetcher.FetchAsync(hostile.Url)).Outcome);
        Assert.Equal(FetchOutcome.Fetched, (await fetcher.FetchAsync(good.Url)).Outcome);
    }

    private static async Task<FetchResult> Fetch(string answer, params (string, string)[] settings)
    {
        await using var server = RawServer.Start(answer);
        using var fetcher = new FetcherUnderTest(server.Host, null, settings);
        return await fetcher.FetchAsync(server.Url);
    }

    private static byte[] GZip(string latin1) => Pack(latin1, static to => new GZipStream(to, CompressionLevel.Fastest));

    private static byte[] Pack(string latin1, Func<Stream, Stream> packer)
    {
        var packed = new MemoryStream();
        using (var stream = packer(packed))
            stream.Write(Encoding.Latin1.GetBytes(latin1));
        return packed.ToArray();
    }

    private static string Latin1(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
