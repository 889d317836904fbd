using System.Text;
using Kiosk.Ingest.Formats.Pages;

namespace Kiosk.Ingest.Tests.Formats.Pages;

public sealed class SiteDiscoveryTests
{
    private static readonly Uri Home = new("https://www.loket.example/nieuws/");

    [Fact]
    public void What_the_page_mentions_comes_before_guesses()
    {
        var found = SiteDiscovery.Find(Encoding.UTF8.GetString(Fixture.Bytes("Pages/kaarten.html")), Home);
        Assert.Equal(new DiscoveredSource(DiscoveredKind.Feed, "https://www.loket.example/nieuws/rss", "Nieuws", false), found[0]);
        Assert.Contains(new DiscoveredSource(DiscoveredKind.Sitemap, "https://www.loket.example/sitemap.xml", "Sitemap", false), found);
        Assert.Contains(found, source => source is { Kind: DiscoveredKind.Feed, Url: "https://www.loket.example/feed/", IsGuess: true });
        Assert.True(found.Select(source => source.IsGuess).SequenceEqual(found.Select(source => source.IsGuess).Order()));
    }

    [Fact]
    public void A_feed_of_reactions_comes_after_the_news()
    {
        var feeds = SiteDiscovery.Find("<link rel=alternate type=application/rss+xml title='Reacties' href=/comments/feed/><link rel=alternate type=application/atom+xml href=/atom>", Home);
        Assert.Equal(["https://www.loket.example/atom", "https://www.loket.example/comments/feed/"], feeds.Where(source => !source.IsGuess).Select(source => source.Url));
    }

    [Theory]
    [InlineData("<a href='webcal://www.loket.example/agenda.ics'>Agenda</a>", DiscoveredKind.Calendar, "https://www.loket.example/agenda.ics")]
    [InlineData("<a href='/oai?verb=Identify'>OAI-PMH</a>", DiscoveredKind.OaiPmh, "https://www.loket.example/oai?verb=Identify")]
    [InlineData("<meta name=Generator content='DSpace 7.6'>", DiscoveredKind.Dspace, "https://www.loket.example/server/api/discover/search/objects?sort=dc.date.issued,DESC&size=100")]
    [InlineData("<meta name=generator content='Elsevier Pure'>", DiscoveredKind.OaiPmh, "https://www.loket.example/ws/oai")]
    public void Calendars_and_repositories_are_recognised(string html, DiscoveredKind kind, string url) =>
        Assert.Contains(SiteDiscovery.Find(html, Home), source => source.Kind == kind && source.Url == url);

    [Fact]
    public void Every_address_comes_once_and_is_for_the_web()
    {
        var found = SiteDiscovery.Find("<a href='/feed/'>a</a><a href='/feed/'>b</a><a href='javascript:x.rss'>c</a><link rel=alternate type=application/rss+xml href='file:///etc/feed'>", Home);
        Assert.Equal(found.Count, found.Select(source => source.Url).Distinct().Count());
        Assert.All(found, source => Assert.StartsWith("https://", source.Url, StringComparison.Ordinal));
    }
}
