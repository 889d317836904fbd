using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Kiosk.Web.Tests.CommandLine;

/// <summary>What the largest hostile answers cost the whole process at its peak, not in all.</summary>
public sealed class HostileMemoryTests
{
    private const int MostMegabytes = 512;

    [Fact]
    public async Task Bombs_and_a_million_items_leave_the_process_under_its_cap_and_the_next_source_is_harvested()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The peak of a process is read from /proc.");
        await using var place = await Workplace.OpenAsync();
        place.Server.Map("/gzip.xml", Packed("gzip", stream => new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true)));
        place.Server.Map("/brotli.xml", Packed("br", stream => new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true)));
        place.Server.Serve("/miljoen.xml", "<rss version=\"2.0\"><channel><title>Veel</title>" + Repeated("<item/>", 1_000_000) + "</channel></rss>", "application/rss+xml");
        place.Server.Serve("/genoemd.xml", "<rss version=\"2.0\"><channel><title>Veel</title>" + Repeated("<item><title>x</title></item>", 400_000) + "</channel></rss>", "application/rss+xml");
        place.Server.Serve("/diep.xml", "<rss version=\"2.0\"><channel>" + Repeated("<a>", 1_000_000), "application/rss+xml");
        place.Server.Serve("/gezond.xml", "<rss version=\"2.0\"><channel><title>Gezond</title><item><title>Het huisbezoek</title><guid>1</guid></item></channel></rss>", "application/rss+xml");
        place.WriteFeeds("/gzip.xml", "/brotli.xml", "/miljoen.xml", "/genoemd.xml", "/diep.xml", "/gezond.xml");

        using var kiosk = place.Start("harvest");
        var most = await kiosk.MostResidentAsync();

        Assert.InRange(most, 1, MostMegabytes);
        var (_, found, _) = await place.RunWithInputAsync("{\"q\":\"huisbezoek\",\"limit\":1}\n", "search", "--jsonl");
        Assert.StartsWith("{\"total\":1,", found, StringComparison.Ordinal);
    }

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static RequestDelegate Packed(string encoding, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var stream = pack(packed))
        {
            var blank = Encoding.ASCII.GetBytes(new string(' ', 1_000_000));
            for (var megabyte = 0; megabyte < 300; megabyte++)
                stream.Write(blank);
        }

        var bytes = packed.ToArray();
        return async context =>
        {
            context.Response.ContentType = "application/rss+xml";
            context.Response.Headers.ContentEncoding = encoding;
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        };
    }
}
