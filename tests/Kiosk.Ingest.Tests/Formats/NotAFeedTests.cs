using System.IO.Compression;
using System.Text;
using Kiosk.Ingest.Formats;

namespace Kiosk.Ingest.Tests.Formats;

public sealed class NotAFeedTests
{
    [Fact]
    public void A_page_names_the_feed_that_it_points_to()
    {
        var reading = Feeds.Read("page.html", "application/rss+xml");
        Assert.Null(reading.Feed);
        Assert.StartsWith("Dit is een webpagina, geen feed.", reading.Problem, StringComparison.Ordinal);
        Assert.EndsWith("https://bron.example/nieuws/feed?soort=rss&taal=nl", reading.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("login.html", "in te loggen")]
    [InlineData("maintenance.html", "in onderhoud")]
    public void A_page_is_told_by_what_it_is(string name, string words)
    {
        var reading = Feeds.Read(name);
        Assert.Null(reading.Feed);
        Assert.Contains("webpagina, geen feed", reading.Problem, StringComparison.Ordinal);
        Assert.Contains(words, reading.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "leeg antwoord")]
    [InlineData(" \n\u0000 ", "leeg antwoord")]
    [InlineData("{\"status\":\"ok\"}", "JSON, maar geen feed")]
    [InlineData("[1,2,3]", "JSON, maar geen feed")]
    [InlineData("{\"items\":[{\"naam\":\"stoel\"}]}", "JSON, maar geen feed")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":", "beschadigd")]
    [InlineData("Service temporarily unavailable", "gewone tekst")]
    [InlineData("%PDF-1.7 \u0001\u0002", "bestand")]
    [InlineData("<urlset><url><loc>https://bron.example/</loc></url></urlset>", "sitemap")]
    [InlineData("<opml version=\"2.0\"><body/></opml>", "OPML")]
    [InlineData("<Envelope><Body/></Envelope>", "begint met 'envelope'")]
    [InlineData("<html><body><pre><rss><channel><item/></channel></rss></pre></body></html>", "webpagina")]
    public void What_is_no_feed_is_a_problem_in_words(string body, string words)
    {
        var reading = Feeds.ReadText(body);
        Assert.Null(reading.Feed);
        Assert.Contains(words, reading.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_that_multiply_without_end_are_refused()
    {
        var reading = Feeds.Read("laughs.xml");
        Assert.Null(reading.Feed);
        Assert.Contains("aanval", reading.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_is_a_file() =>
        Assert.Contains("bestand", FeedReader.Read(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D }, "image/png", null).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_feed_that_is_packed_twice_is_unpacked() => Assert.Single(FeedReader.Read(Packed(), null, Feeds.Address).Feed!.Items);

    [Fact]
    public void A_packed_feed_that_breaks_off_is_a_problem()
    {
        var reading = FeedReader.Read(Packed().AsMemory(0, 20), null, Feeds.Address);
        Assert.Null(reading.Feed);
        Assert.NotNull(reading.Problem);
    }

    private static byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes("<rss><channel><item><title>Ingepakt</title></item></channel></rss>"));
        return packed.ToArray();
    }
}
