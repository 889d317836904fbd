namespace Kiosk.Ingest.Tests.Formats;

public sealed class FeedLinkTests
{
    [Fact]
    public void The_address_behind_feedburner_is_the_link() => Assert.Equal("https://echt.example/1", Feeds.Item(
        "<link>https://feeds.example/~r/1</link><feedburner:origLink xmlns:feedburner=\"http://rssnamespace.org/feedburner/ext/1.0\">https://echt.example/1</feedburner:origLink>").Link);

    [Fact]
    public void A_guid_that_is_no_permalink_is_no_link() =>
        Assert.Null(Feeds.Item("<guid isPermaLink=\"false\">https://bron.example/1</guid>").Link);

    [Fact]
    public void An_item_with_only_an_enclosure_links_to_it() => Assert.Equal("https://bron.example/rapport.pdf",
        Feeds.Item("<title>Rapport</title><enclosure url=\"/rapport.pdf\" type=\"application/pdf\"/>").Link);

    [Fact]
    public void Scheme_and_host_are_in_lower_case_and_the_path_is_left_alone() =>
        Assert.Equal("https://bron.example/Pad?Q=A", Feeds.Item("<link>HTTPS://Bron.Example/Pad?Q=A</link>").Link);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" JAVA&#10;SCRIPT:alert(1)")]
    [InlineData("data:text/html,hoi")]
    [InlineData("file:///etc/passwd")]
    public void A_script_address_is_no_page_and_no_picture(string address)
    {
        var item = Feeds.Item($"<link>{address}</link><guid>{address}</guid><description>&lt;img src='javascript:alert(1)'&gt;</description>");
        Assert.Null(item.Link);
        Assert.Null(item.Image);
    }

    [Theory]
    [InlineData("https://bron.example/lijst?jaar=2026&amp;amp;maand=11")]
    [InlineData("<![CDATA[https://bron.example/lijst?jaar=2026&amp;maand=11]]>")]
    [InlineData("<![CDATA[ https://bron.example/lijst?jaar=2026&#038;maand=11 ]]>")]
    public void A_link_that_was_encoded_once_too_often_is_decoded(string written) =>
        Assert.Equal("https://bron.example/lijst?jaar=2026&maand=11", Feeds.Item($"<link>{written}</link>").Link);

    [Theory]
    [InlineData("&lt;a href=\"/nieuws/1\" hreflang=\"nl\"&gt;Lees meer&lt;/a&gt;", "https://bron.example/nieuws/1")]
    [InlineData("<a href='https://bron.example/nieuws/1?a=1&amp;b=2'>Lees meer</a>", "https://bron.example/nieuws/1?a=1&b=2")]
    [InlineData("&lt;span&gt;Lees meer&lt;/span&gt;", "https://bron.example/gids")]
    public void A_link_written_as_that_of_a_page_leads_where_it_leads(string written, string link) =>
        Assert.Equal(link, Feeds.Item($"<link>{written}</link><guid>https://bron.example/gids</guid>").Link);

    [Theory]
    [InlineData("www.bron.example/nieuws/1", "http://www.bron.example/nieuws/1")]
    [InlineData("WWW.Bron.Example/Nieuws", "http://www.bron.example/Nieuws")]
    [InlineData("www.html", "https://bron.example/feeds/www.html")]
    public void A_link_that_begins_with_a_host_is_no_path(string written, string link) =>
        Assert.Equal(link, Feeds.Item($"<link>{written}</link>").Link);

    [Theory]
    [InlineData("Alternate")]
    [InlineData("bookmark alternate")]
    public void A_relation_may_be_written_in_capitals_and_be_one_of_several(string relation) =>
        Assert.Equal("https://bron.example/1", Feeds.Entry($"<link rel=\"{relation}\" href=\"https://bron.example/1\"/>").Link);

    [Theory]
    [InlineData("file:///srv/feeds/")]
    [InlineData("urn:bron")]
    public void A_base_that_is_not_on_the_web_is_none(string address) =>
        Assert.Equal("https://bron.example/1", Assert.Single(Feeds.ReadText(
            $"<rss xml:base=\"{address}\"><channel><item><link>/1</link></item></channel></rss>").Feed!.Items).Link);
}
