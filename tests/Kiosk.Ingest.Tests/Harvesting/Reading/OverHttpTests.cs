using System.IO.Compression;
using System.Text;
using Kiosk.Data;
using Kiosk.Ingest.Harvesting.Reading;
using Kiosk.Ingest.Tests.Fetching;
using Kiosk.Ingest.Tests.Formats;
using Kiosk.Testing;
using Microsoft.AspNetCore.Http;

namespace Kiosk.Ingest.Tests.Harvesting.Reading;

/// <summary>With the real fetcher and a real server.</summary>
public sealed class OverHttpTests
{
    [Fact]
    public async Task An_index_with_a_packed_file_behind_a_redirect_is_read()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Serve("/sitemap_index.xml", $"<sitemapindex><sitemap><loc>{server.Url("oud.xml")}</loc></sitemap></sitemapindex>", "text/xml");
        server.Redirect("/oud.xml", 301, "/nieuw.xml.gz");
        server.Serve("/nieuw.xml.gz", Packed($"<urlset><url><loc>{server.Url("nieuws/een")}</loc></url></urlset>"), "application/x-gzip");
        var batches = await HarvestAsync(server, SourceFormat.Sitemap, "sitemap_index.xml");
        Assert.Equal([server.Url("nieuws/een")], batches.SelectMany(batch => batch.Items).Select(item => item.Link));
    }

    [Fact]
    public async Task A_file_of_which_the_index_says_nothing_is_sent_again_only_when_it_changed()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Serve("/index.xml", $"<sitemapindex><sitemap><loc>{server.Url("een.xml")}</loc></sitemap></sitemapindex>", "text/xml");
        server.Serve("/een.xml", $"<urlset><url><loc>{server.Url("nieuws/een")}</loc></url></urlset>", "text/xml", etag: "\"1\"");
        var first = await HarvestAsync(server, SourceFormat.Sitemap, "index.xml");
        var second = await HarvestAsync(server, SourceFormat.Sitemap, "index.xml", first[^1].State);
        server.Serve("/een.xml", $"<urlset><url><loc>{server.Url("nieuws/een")}</loc></url><url><loc>{server.Url("nieuws/twee")}</loc></url></urlset>", "text/xml", etag: "\"2\"");
        var third = await HarvestAsync(server, SourceFormat.Sitemap, "index.xml", second[^1].State);
        Assert.Equal(["", "\"1\"", "\"1\""], server.Requests.Where(request => request.PathAndQuery == "/een.xml").Select(request => request.Headers.GetValueOrDefault("If-None-Match", "")));
        Assert.Empty(second.SelectMany(batch => batch.Items));
        Assert.All(second, batch => Assert.Null(batch.Remark));
        Assert.Equal([server.Url("nieuws/twee")], third.SelectMany(batch => batch.Items).Select(item => item.Link));
    }

    [Fact]
    public async Task A_repository_is_read_with_its_token_as_it_stands()
    {
        const string token = "oai_dc/2026-11-01T00:00:00Z///100";
        await using var server = await LoopbackServer.StartAsync();
        server.Map("/oai", async context =>
        {
            var asked = context.Request.Query;
            var page = Encoding.UTF8.GetString(Fixture.Bytes("OaiPmh/dublin-core.xml"));
            await context.Response.WriteAsync(asked["verb"] == "Identify" ? Encoding.UTF8.GetString(Fixture.Bytes("OaiPmh/identify.xml"))
                : asked["verb"] == "ListMetadataFormats" ? "<OAI-PMH><ListMetadataFormats/></OAI-PMH>"
                : asked["resumptionToken"] == token ? page.Replace(token, "", StringComparison.Ordinal).Replace("4401", "4402", StringComparison.Ordinal)
                : page, context.RequestAborted);
        });
        var batches = await HarvestAsync(server, SourceFormat.OaiPmh, "oai");
        Assert.All(batches, batch => Assert.Null(batch.Problem));
        Assert.Equal(["oai:bewaarplaats.example:1874/4401", "oai:bewaarplaats.example:1874/4402"], batches.SelectMany(batch => batch.Items).Select(item => item.Id));
        Assert.EndsWith("&from=2025-11-20", server.Requests[2].PathAndQuery, StringComparison.Ordinal);
    }

    private static async Task<List<ReadBatch>> HarvestAsync(LoopbackServer server, SourceFormat format, string path, string? state = null)
    {
        using var fetcher = new FetcherUnderTest(server.Host);
        var source = Sample.Source();
        (source.Format, source.Url) = (format, server.Url(path));
        var batches = new List<ReadBatch>();
        await foreach (var batch in new SourceReader(new ManualTime()).ReadAsync(source, state, fetcher.FetchAsync, TestContext.Current.CancellationToken))
            batches.Add(batch);
        return batches;
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
