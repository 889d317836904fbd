using Kiosk.Ingest.Formats;

namespace Kiosk.Ingest.Tests.Formats;

/// <summary>Feeds that say things in the words of another vocabulary than their own.</summary>
public sealed class BorrowedFieldTests
{
    private const string DublinCore = "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
    private const string Atom = "xmlns:a=\"http://www.w3.org/2005/Atom\"";
    private const string AtomOfOld = "xmlns:a=\"http://purl.org/atom/ns#\"";

    [Fact]
    public void Rss_may_borrow_from_atom()
    {
        var feed = Rss(Atom, "<a:title>Bewind &amp; budget</a:title><a:subtitle>Notities</a:subtitle>", "<a:title type=\"html\">Huur &lt;em&gt;eerst&lt;/em&gt;</a:title>");
        Assert.Equal("Bewind & budget", feed.Title);
        Assert.Equal("Notities", feed.Description);
        Assert.Equal("Huur eerst", Assert.Single(feed.Items).Title);
    }

    [Theory]
    [InlineData("issued")]
    [InlineData("created")]
    [InlineData("modified")]
    public void Rss_may_borrow_from_atom_03(string date)
    {
        var feed = Rss(AtomOfOld, "<a:tagline>Notities</a:tagline>", $"<a:{date}>2026-11-20T13:30:00Z</a:{date}>");
        Assert.Equal("Notities", feed.Description);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 13, 30, 0, TimeSpan.Zero), Assert.Single(feed.Items).Published);
    }

    [Fact]
    public void Atom_may_borrow_from_dublin_core()
    {
        var feed = Feeds.ReadText($"""
            <feed xmlns="http://www.w3.org/2005/Atom" {DublinCore}>
              <dc:title>Bewind</dc:title><dc:description>Notities</dc:description><dc:creator>Tamara Kok</dc:creator>
              <entry><dc:title>Huur eerst</dc:title><dc:description>Bel de verhuurder.</dc:description><dc:creator>Bo</dc:creator><dc:identifier>bewind-1</dc:identifier></entry>
              <entry/>
            </feed>
            """).Feed!;
        Assert.Equal("Bewind", feed.Title);
        Assert.Equal("Notities", feed.Description);
        Assert.Equal(["Tamara Kok"], feed.Authors);
        var entry = feed.Items[0];
        Assert.Equal("Huur eerst", entry.Title);
        Assert.Equal("Bel de verhuurder.", entry.Summary);
        Assert.Equal(["Bo"], entry.Authors);
        Assert.Equal("bewind-1", entry.Id);
        Assert.Equal(["Tamara Kok"], feed.Items[1].Authors);
    }

    [Fact]
    public void Atom_in_its_own_words_goes_before_what_it_borrows()
    {
        var entry = Assert.Single(Feeds.ReadText($"""
            <feed xmlns="http://www.w3.org/2005/Atom" {DublinCore}>
              <entry><dc:title>Geleend</dc:title><title>Eigen</title><dc:identifier>geleend</dc:identifier><id>eigen</id><dc:description>Geleend</dc:description><summary>Eigen</summary></entry>
            </feed>
            """).Feed!.Items);
        Assert.Equal(("Eigen", "eigen", "Eigen"), (entry.Title, entry.Id, entry.Summary));
    }

    [Fact]
    public void A_category_of_rss_may_be_written_as_atom_does() =>
        Assert.Equal(["Beslag", "Vroegsignalering"], Feeds.Item("<category term=\"beslag\" label=\"Beslag\"/><category domain=\"thema\">Vroegsignalering</category>").Categories);

    [Fact]
    public void A_json_feed_may_leave_out_the_brackets_of_a_list_of_one()
    {
        var item = Assert.Single(Feeds.ReadText("""
            {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "authors": {"name": "Sanne"}, "tags": "beslag"}]}
            """).Feed!.Items);
        Assert.Equal(["Sanne"], item.Authors);
        Assert.Equal(["beslag"], item.Categories);
    }

    [Fact]
    public void The_home_of_a_json_feed_may_be_a_path()
    {
        var feed = Feeds.ReadText("""{"version": "https://jsonfeed.org/version/1.1", "home_page_url": "/wijkteam/ ", "items": [{"id": "1", "url": "nieuws"}]}""").Feed!;
        Assert.Equal("https://bron.example/wijkteam/", feed.Link);
        Assert.Equal("https://bron.example/wijkteam/nieuws", Assert.Single(feed.Items).Link);
    }

    private static FeedDocument Rss(string vocabulary, string ofChannel, string ofItem) =>
        Feeds.ReadText($"<rss version=\"2.0\" {vocabulary}><channel>{ofChannel}<item>{ofItem}</item></channel></rss>").Feed!;
}
