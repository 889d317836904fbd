using System.Text;
using Kiosk.Ingest.Formats.Opml;

namespace Kiosk.Ingest.Tests.Formats.Opml;

public sealed class OpmlTests
{
    [Fact]
    public void Nested_folders_are_read_to_the_bottom()
    {
        var reading = OpmlReader.Read(Fixture.Bytes("Opml/genest.opml"));
        Assert.Null(reading.Problem);
        Assert.Equal(["https://www.loket.example/feed/", "https://raadhuisblad.example/rss.xml", "feed://zondermap.example/atom.xml", "javascript:alert(1)"], reading.Feeds.Select(feed => feed.Url));
        var first = reading.Feeds[0];
        Assert.Equal(("Het Loket", "https://www.loket.example/", "nl"), (first.Title, first.SiteUrl, first.Language));
        Assert.Equal(["Schulden & armoede", "Landelijk"], first.Folders);
        Assert.Equal("rapport", reading.Feeds[1].Category);
    }

    [Fact]
    public void A_broken_file_gives_what_can_be_read_and_says_so()
    {
        var reading = OpmlReader.Read(Fixture.Bytes("Opml/gebroken.opml"));
        Assert.Contains("https://nieuws.example/rss?a=1&b=2", reading.Feeds.Select(feed => feed.Url));
        Assert.Contains("zo goed mogelijk gelezen", reading.Remark, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "leeg")]
    [InlineData("geen xml", "Dit is geen OPML-bestand")]
    [InlineData("<rss><channel/></rss>", "een feed zelf")]
    [InlineData("<html><body>hoi</body></html>", "een webpagina")]
    [InlineData("<opml><body><outline text='leeg'/></body></opml>", "geen enkele feed")]
    public void What_is_no_opml_is_answered_in_dutch(string file, string says)
    {
        var reading = OpmlReader.Read(Encoding.UTF8.GetBytes(file));
        Assert.Empty(reading.Feeds);
        Assert.Contains(says, reading.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_that_nest_without_end_cost_neither_time_nor_stack()
    {
        var nested = $"<opml><body>{string.Concat(Enumerable.Repeat("<outline text='a'>", 100_000))}<outline xmlUrl='https://a.example/'/>";
        Assert.Empty(OpmlReader.Read(Encoding.UTF8.GetBytes(nested)).Feeds);
    }

    [Fact]
    public void What_was_written_reads_back_the_same()
    {
        OpmlFeed[] feeds =
        [
            new("https://a.example/feed?x=1&y=\"2\"") { Title = "A & ‘B’ <c>", SiteUrl = "https://a.example/", Language = "nl", Category = "nieuws", Folders = ["Nieuws"] },
            new("https://b.example/") { Title = "Zonder map" },
        ];
        var back = OpmlReader.Read(OpmlWriter.Write("Bronnen", feeds)).Feeds;
        Assert.Equal(feeds.Select(feed => feed with { Folders = [] }), back.Select(feed => feed with { Folders = [] }));
        Assert.Equal(feeds.Select(feed => string.Join('/', feed.Folders)), back.Select(feed => string.Join('/', feed.Folders)));
    }

    [Fact]
    public void A_name_with_characters_that_xml_forbids_is_written_without_them() =>
        Assert.Equal("AB", Assert.Single(OpmlReader.Read(OpmlWriter.Write("x", [new OpmlFeed("https://a.example/") { Title = "A\0\u0001B" }])).Feeds).Title);
}
