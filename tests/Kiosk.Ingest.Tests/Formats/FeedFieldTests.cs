namespace Kiosk.Ingest.Tests.Formats;

public sealed class FeedFieldTests
{
    [Theory]
    [InlineData("mirjam@zilverdam.example (Mirjam Postma)", "Mirjam Postma")]
    [InlineData("Mirjam Postma (mirjam@zilverdam.example)", "Mirjam Postma")]
    [InlineData("Mirjam Postma &lt;mirjam@zilverdam.example&gt;", "Mirjam Postma")]
    [InlineData("\"Postma, M.\" &lt;mirjam@zilverdam.example&gt;", "Postma, M.")]
    [InlineData("mirjam@zilverdam.example", "mirjam@zilverdam.example")]
    [InlineData("mirjam@zilverdam.example ()", "mirjam@zilverdam.example")]
    [InlineData("Team Schulden (Zilverdam)", "Team Schulden (Zilverdam)")]
    [InlineData("&lt;b&gt;Bo&lt;/b&gt;", "Bo")]
    public void An_author_is_known_by_name(string written, string name) =>
        Assert.Equal([name], Feeds.Item($"<author>{written}</author>").Authors);

    [Theory]
    [InlineData("Kosten &amp;amp; baten", "Kosten & baten")]
    [InlineData("Kosten &amp;amp;amp; baten", "Kosten & baten")]
    [InlineData("Ingrid&amp;#39;s &amp;eacute;&amp;eacute;n euro", "Ingrid's één euro")]
    [InlineData("<![CDATA[Wat <em>nu</em>?<br/>Hulp]]>", "Wat nu? Hulp")]
    [InlineData("Wat <em>nu</em>?", "Wat nu?")]
    [InlineData("Als a &lt; b en b &gt; c", "Als a < b en b > c")]
    [InlineData("De lijst List&lt;string&gt;", "De lijst List<string>")]
    [InlineData("Zo gebruik je &amp;lt;b&amp;gt;", "Zo gebruik je <b>")]
    [InlineData("  over\n   regels\t heen ", "over regels heen")]
    public void A_title_is_one_line_of_plain_text(string written, string title) =>
        Assert.Equal(title, Feeds.Item($"<title>{written}</title>").Title);

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

    [Fact]
    public void The_first_picture_in_the_text_is_the_picture() => Assert.Equal("https://bron.example/a.jpg?x=1&y=2",
        Feeds.Item("<description>&lt;p&gt;&lt;img alt='' src='/a.jpg?x=1&amp;amp;y=2'&gt;</description>").Image);

    [Fact]
    public void Html_that_nobody_escaped_is_kept_as_html() =>
        Assert.Equal("<p>Eerst <b>bellen</b> &amp; dan schrijven</p>", Feeds.Item("<description><p>Eerst <b>bellen</b> &amp; dan schrijven</p></description>").Summary);

    [Fact]
    public void Atom_text_that_is_really_html_is_kept_as_html() =>
        Assert.Equal("<p>Bel &amp; vraag</p>", Feeds.Entry("<content>&lt;p&gt;Bel &amp;amp; vraag&lt;/p&gt;</content>").Content);

    [Fact]
    public void Atom_text_with_an_angle_bracket_is_escaped() =>
        Assert.Equal("inkomen &lt; lasten", Feeds.Entry("<content type=\"text\">inkomen &lt; lasten</content>").Content);

    [Fact]
    public void Content_of_a_picture_is_no_text() =>
        Assert.Null(Feeds.Entry("<content type=\"image/png\">iVBORw0KGgo=</content>").Content);

    [Fact]
    public void An_unreadable_date_is_no_date() => Assert.Null(Feeds.Item("<pubDate>binnenkort</pubDate>").Published);

    [Fact]
    public void An_empty_field_is_null_and_the_next_of_its_kind_counts()
    {
        var item = Feeds.Item("<title> </title><dc:title xmlns:dc=\"http://purl.org/dc/elements/1.1/\">Van DC</dc:title><description/><pubDate/>");
        Assert.Equal("Van DC", item.Title);
        Assert.Null(item.Summary);
    }
}
