using Kiosk.Ingest.Formats;

namespace Kiosk.Ingest.Tests.Formats;

public sealed class FeedFormatTests
{
    [Fact]
    public void Rss_2_gives_all_its_fields()
    {
        var reading = Feeds.Read("rss-2.0.xml");
        var feed = reading.Feed!;
        Assert.Null(reading.Problem);
        Assert.Null(reading.Remark);
        Assert.Equal("Schuldhulp in Zilverdam", feed.Title);
        Assert.Equal("https://schuldhulp.zilverdam.example/", feed.Link);
        Assert.Equal("Nieuws van het team schuldhulp van de gemeente Zilverdam", feed.Description);
        Assert.Equal("nl-NL", feed.Language);
        Assert.Equal(["Redactie Zilverdam"], feed.Authors);
        Assert.Equal(["Schuldhulp"], feed.Categories);

        var item = feed.Items[0];
        Assert.Equal("zilverdam-101", item.Id);
        Assert.Equal("Vroegsignalering bereikt twee keer zoveel huishoudens & gezinnen", item.Title);
        Assert.Equal("https://schuldhulp.zilverdam.example/nieuws/vroegsignalering-2026?pagina=1&bron=feed", item.Link);
        Assert.Equal(At("2026-11-20T13:30:00Z"), item.Published);
        Assert.Null(item.Updated);
        Assert.Equal(["Fenna de Wit", "Joris Aarden"], item.Authors);
        Assert.Equal(["Vroegsignalering", "Huisbezoek"], item.Categories);
        Assert.Equal("De gemeente belt nu <em>binnen een week</em> aan.", item.Summary);
        Assert.StartsWith("<p>De gemeente belt nu binnen een week aan.</p>", item.Content, StringComparison.Ordinal);
        Assert.Equal("https://schuldhulp.zilverdam.example/beeld/huisbezoek.jpg", item.Image);
    }

    [Fact]
    public void A_guid_is_the_link_where_there_is_no_other_and_a_dutch_feed_keeps_dutch_time()
    {
        var item = Feeds.Read("rss-2.0.xml").Feed!.Items[1];
        Assert.Equal("https://schuldhulp.zilverdam.example/nieuws/saneringskrediet", item.Link);
        Assert.Equal(At("2026-11-13T08:05:00Z"), item.Published);
        Assert.Equal(["Mirjam Postma"], item.Authors);
        Assert.Equal("https://schuldhulp.zilverdam.example/beeld/krediet.png", item.Image);
    }

    [Fact]
    public void Rss_091_may_carry_a_doctype()
    {
        var reading = Feeds.Read("rss-0.91.xml");
        Assert.Null(reading.Remark);
        Assert.Equal("De schoenendoos: beginnen met ordenen", Assert.Single(reading.Feed!.Items).Title);
    }

    [Fact]
    public void Rss_090_has_its_items_beside_the_channel()
    {
        var feed = Feeds.Read("rss-0.90.rdf").Feed!;
        Assert.Equal("Kredietbank Noord", feed.Title);
        Assert.Equal("https://kredietbank-noord.example/tarieven", Assert.Single(feed.Items).Link);
    }

    [Fact]
    public void Rss_1_is_read_whatever_its_prefixes_are()
    {
        var feed = Feeds.Read("rss-1.0.rdf").Feed!;
        Assert.Equal("nl", feed.Language);
        Assert.Equal(["Lectoraat"], feed.Authors);
        var item = Assert.Single(feed.Items);
        Assert.Equal("https://lectoraat.example/stress", item.Id);
        Assert.Equal(["Nadia Meulen"], item.Authors);
        Assert.Equal(["Gedrag"], item.Categories);
        Assert.Equal(At("2026-11-02T07:00:00Z"), item.Published);
        Assert.Equal(At("2026-11-04T23:00:00Z"), item.Updated);
    }

    [Fact]
    public void Atom_1_gives_all_its_fields()
    {
        var feed = Feeds.Read("atom-1.0.xml").Feed!;
        Assert.Equal("Praktijkblog Bewind & budget", feed.Title);
        Assert.Equal("https://praktijk.example/blog/", feed.Link);
        Assert.Equal("Notities van een bewindvoerder", feed.Description);
        Assert.Equal("nl", feed.Language);

        var entry = feed.Items[0];
        Assert.Equal("urn:praktijk:1", entry.Id);
        Assert.Equal("Als inkomen < vaste lasten", entry.Title);
        Assert.Equal("https://praktijk.example/blog/2026/vaste-lasten", entry.Link);
        Assert.Equal(At("2026-11-17T08:30:00Z"), entry.Published);
        Assert.Equal(At("2026-11-18T10:00:00Z"), entry.Updated);
        Assert.Equal(["Tamara Kok"], entry.Authors);
        Assert.Equal(["Vaste lasten"], entry.Categories);
        Assert.Equal("Wat doe je als er elke maand te weinig is?", entry.Summary);
        Assert.Equal("<p>Bel eerst de <a href=\"huur\">verhuurder</a> &amp; de bank.</p>", entry.Content);
        Assert.Equal("https://praktijk.example/blog/2026/", entry.BaseUrl);
        Assert.Equal("https://praktijk.example/blog/beeld/rekening.jpg", entry.Image);
    }

    [Fact]
    public void An_atom_entry_without_page_links_to_the_source_of_its_content()
    {
        var entry = Feeds.Read("atom-1.0.xml").Feed!.Items[1];
        Assert.Equal("Beslagvrije voet, opnieuw", entry.Title);
        Assert.Equal("https://praktijk.example/blog/2026/voet.txt", entry.Link);
        Assert.Null(entry.Content);
        Assert.Equal(["Gastschrijver"], entry.Authors);
        Assert.Equal(entry.Updated, entry.Published);
    }

    [Fact]
    public void Atom_03_has_modes_and_other_names()
    {
        var feed = Feeds.Read("atom-0.3.xml").Feed!;
        Assert.Equal("Stukken van vroeger", feed.Description);
        var entry = Assert.Single(feed.Items);
        Assert.Equal("Schuld & boete", entry.Title);
        Assert.Equal("https://oud.example/boete", entry.Link);
        Assert.Equal(At("2004-02-28T17:00:00Z"), entry.Published);
        Assert.Equal(At("2004-03-01T12:00:00Z"), entry.Updated);
        Assert.Equal("<p>Een oud stuk.</p>", entry.Summary);
        Assert.Equal("<p>Incassokosten liepen op.</p>", entry.Content);
    }

    [Fact]
    public void Json_feed_11_gives_all_its_fields()
    {
        var feed = Feeds.Read("json-1.1.json").Feed!;
        Assert.Equal("Wijkteam Oost", feed.Title);
        Assert.Equal("https://wijkteam-oost.example/", feed.Link);
        var item = feed.Items[0];
        Assert.Equal("7", item.Id);
        Assert.Equal(At("2026-11-19T07:15:00Z"), item.Published);
        Assert.Equal(At("2026-11-19T08:00:00Z"), item.Updated);
        Assert.Equal(["Wijkteam Oost"], item.Authors);
        Assert.Equal(["energie", "vaste lasten"], item.Categories);
        Assert.Equal("<p>Neem de jaarnota mee.</p>", item.Content);
        Assert.Equal("https://wijkteam-oost.example/7.jpg", item.Image);
        Assert.Equal("https://wijkteam-oost.example/8", feed.Items[1].Link);
        Assert.Equal("Minder dan 5 &lt; 10 euro per dag over.", feed.Items[1].Content);
        Assert.Equal(["Bo"], feed.Items[1].Authors);
    }

    [Fact]
    public void Json_feed_10_has_one_author()
    {
        var item = Assert.Single(Feeds.Read("json-1.0.json").Feed!.Items);
        Assert.Equal(["Sanne"], item.Authors);
        Assert.Equal("https://maatjes.example/1", item.Link);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
