using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Kiosk.Ingest.Formats.Sitemaps;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Formats.Sitemaps;

public sealed class SitemapReaderTests
{
    private static readonly Uri Address = new("https://www.loket.example/sitemap.xml");

    [Fact]
    public void An_index_names_its_files_and_not_those_of_others()
    {
        var reading = Read(Fixture.Bytes("Sitemaps/index.xml"));
        Assert.Null(reading.Problem);
        Assert.Equal(["https://www.loket.example/sitemap-paginas.xml", "https://www.loket.example/sitemap-nieuws.xml"], reading.Children.Select(child => child.Url));
        Assert.Equal(Fixture.Utc("2026-11-19T08:30:00"), reading.Children[1].Updated);
        Assert.Contains("overgeslagen", reading.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void A_news_sitemap_gives_titles_dates_language_and_pictures()
    {
        var reading = Read(Fixture.Bytes("Sitemaps/nieuws.xml"));
        var first = reading.Items[0];
        Assert.Equal("Vroeg erbij & toch op tijd", first.Title);
        Assert.Equal(Fixture.Utc("2026-11-18T15:15:00"), first.Published);
        Assert.Equal(Fixture.Utc("2026-11-19T09:00:00"), first.Updated);
        Assert.Equal("nl", first.Language);
        Assert.Equal("https://www.loket.example/beeld/deur.jpg", first.Image);
        Assert.Equal(["vroegsignalering", "huurschuld"], first.Categories);
    }

    [Fact]
    public void Relative_foreign_and_script_addresses_are_left_out_and_counted()
    {
        var reading = Read(Fixture.Bytes("Sitemaps/nieuws.xml"));
        Assert.Equal(2, reading.Items.Count);
        Assert.Equal("3 adressen zijn overgeslagen: ze zijn onvolledig of van een andere site.", reading.Remark);
    }

    [Fact]
    public void Without_a_namespace_with_bare_ampersands_and_without_an_end_it_is_still_read()
    {
        var reading = Read(Fixture.Bytes("Sitemaps/slordig.xml"));
        Assert.Equal(["https://www.loket.example/zoek?thema=schuld&jaar=2026", "https://www.loket.example/caf%C3%A9"], reading.Items.Select(item => item.Link));
        Assert.Equal(Fixture.Utc("2026-11-19"), reading.Items[0].Updated);
        Assert.Contains("afgebroken", reading.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_namespace_with_a_prefix_is_no_obstacle() => Assert.Single(Read(Fixture.Utf8(
        "<s:urlset xmlns:s='http://www.google.com/schemas/sitemap/0.84'><s:url><s:loc><![CDATA[ https://www.loket.example/a ]]></s:loc></s:url></s:urlset>")).Items);

    [Fact]
    public void A_sitemap_that_is_still_gzip_is_unpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Fixture.Bytes("Sitemaps/nieuws.xml"));
        Assert.Equal(2, Read(packed.ToArray()).Items.Count);
    }

    [Fact]
    public void Plain_text_has_an_address_on_each_line() => Assert.Equal(
        ["https://www.loket.example/een", "https://www.loket.example/twee"],
        Read(Fixture.Utf8("\uFEFFhttps://www.loket.example/een\r\n\r\n  https://www.loket.example/twee\n")).Items.Select(item => item.Link));

    [Theory]
    [InlineData("", "leeg antwoord")]
    [InlineData("<!doctype html><html><title>Hoi</title></html>", "webpagina, geen sitemap")]
    [InlineData("<rss version='2.0'><channel/></rss>", "op 'feed'")]
    [InlineData("zomaar wat woorden", "geen sitemap")]
    [InlineData("<urlset><url><loc", "beschadigd")]
    public void What_is_no_sitemap_is_said_in_Dutch(string text, string says) =>
        Assert.Contains(says, Read(Fixture.Utf8(text)).Problem, StringComparison.Ordinal);

    [Fact]
    public void An_empty_sitemap_is_no_problem() => Assert.Null(Read(Fixture.Utf8("<urlset/>")).Problem);

    [Fact]
    public void Fifty_thousand_addresses_are_streamed_and_no_more_are_taken()
    {
        var xml = new StringBuilder("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        for (var page = 0; page < 60_000; page++)
            xml.Append(System.Globalization.CultureInfo.InvariantCulture, $"<url><loc>https://www.loket.example/nieuws/{page}</loc><lastmod>2026-11-20</lastmod></url>");
        var bytes = Fixture.Utf8(xml.Append("</urlset>").ToString());
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Read(bytes);
        Assert.Equal(SitemapReader.MostUrls, reading.Items.Count);
        Assert.Contains("erg lang", reading.Remark, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 250_000_000, "allocated too much");
        Assert.True(watch.Elapsed < Hang.After, $"took {watch.Elapsed}");
    }

    private static SitemapReading Read(byte[] body) => SitemapReader.Read(body, null, Address);
}
