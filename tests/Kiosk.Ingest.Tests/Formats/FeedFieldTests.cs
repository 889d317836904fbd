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
    // The address may stand on either side, in any brackets or in none.
    [InlineData("Mirjam Postma [mirjam@zilverdam.example]", "Mirjam Postma")]
    [InlineData("[mirjam@zilverdam.example] Mirjam Postma", "Mirjam Postma")]
    [InlineData("(mirjam@zilverdam.example) Mirjam Postma", "Mirjam Postma")]
    [InlineData("&lt;mirjam@zilverdam.example&gt; Mirjam Postma", "Mirjam Postma")]
    [InlineData("Mirjam Postma, mirjam@zilverdam.example", "Mirjam Postma")]
    [InlineData("mirjam@zilverdam.example Mirjam Postma", "Mirjam Postma")]
    [InlineData("Mirjam Postma (mailto:mirjam@zilverdam.example)", "Mirjam Postma")]
    [InlineData("mailto:mirjam@zilverdam.example", "mirjam@zilverdam.example")]
    [InlineData("mirjam@zilverdam.example?subject=Feed", "mirjam@zilverdam.example")]
    // These are no mail addresses, or more than one.
    [InlineData("Mirjam Postma @mirjam@sociaal.example", "Mirjam Postma @mirjam@sociaal.example")]
    [InlineData("https://sociaal.example/@mirjam", "https://sociaal.example/@mirjam")]
    [InlineData("bo@zilverdam.example en mirjam@zilverdam.example", "bo@zilverdam.example en mirjam@zilverdam.example")]
    // Markup that nobody escaped.
    [InlineData("Door <a href=\"/over/mirjam\">Mirjam Postma</a>", "Door Mirjam Postma")]
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

    [Theory]
    [InlineData("<author>redactie@zilverdam.example</author><dc:creator>Mirjam Postma</dc:creator>", "Mirjam Postma")]
    [InlineData("<author>redactie@zilverdam.example</author><dc:creator>mirjam@zilverdam.example</dc:creator>", "redactie@zilverdam.example")]
    [InlineData("<author>Team Schulden</author><dc:creator>Mirjam Postma</dc:creator>", "Team Schulden")]
    [InlineData("<author>redactie@zilverdam.example</author><media:credit>De fotograaf</media:credit>", "redactie@zilverdam.example")]
    [InlineData("<media:credit>De fotograaf</media:credit>", "De fotograaf")]
    public void A_name_goes_before_the_address_of_a_mailbox(string elements, string author) =>
        Assert.Equal([author], Feeds.Item(elements).Authors);

    [Fact]
    public void What_is_neither_a_name_nor_html_in_an_author_is_no_name() =>
        Assert.Empty(Feeds.Item("<author><organisatie>Zilverdam</organisatie></author>").Authors);

    [Fact]
    public void Html_that_nobody_escaped_is_kept_as_html() =>
        Assert.Equal("<p>Eerst <b>bellen</b> &amp; dan schrijven</p>", Feeds.Item("<description><p>Eerst <b>bellen</b> &amp; dan schrijven</p></description>").Summary);

    [Fact]
    public void Xhtml_of_words_alone_is_html_too() => Assert.Equal("Zo maak je &lt;b&gt;vet&lt;/b&gt;",
        Feeds.Entry("<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">Zo maak je &lt;b&gt;vet&lt;/b&gt;</div></content>").Content);

    [Fact]
    public void Atom_text_that_is_really_html_is_kept_as_html() =>
        Assert.Equal("<p>Bel &amp; vraag</p>", Feeds.Entry("<content>&lt;p&gt;Bel &amp;amp; vraag&lt;/p&gt;</content>").Content);

    [Fact]
    public void Atom_text_with_an_angle_bracket_is_escaped() =>
        Assert.Equal("inkomen &lt; lasten", Feeds.Entry("<content type=\"text\">inkomen &lt; lasten</content>").Content);

    [Fact]
    public void Content_of_a_picture_is_no_text() =>
        Assert.Null(Feeds.Entry("<content type=\"image/png\">iVBORw0KGgo=</content>").Content);

    [Theory]
    [InlineData("&lt;time datetime=\"2026-11-20T14:30:00+01:00\" class=\"datum\"&gt;vr 20/11/2026 - 14:30&lt;/time&gt;")]
    [InlineData("<time datetime='2026-11-20T13:30Z'>gisteren</time>")]
    [InlineData("&lt;span class=\"datum\"&gt;vrijdag 20 november 2026 14:30&lt;/span&gt;")]
    public void A_date_may_stand_in_markup(string written)
    {
        var expected = new DateTimeOffset(2026, 11, 20, 13, 30, 0, TimeSpan.Zero);
        Assert.Equal(expected, Feeds.Item($"<pubDate>{written}</pubDate>").Published);
        Assert.Equal(expected, Feeds.Entry($"<published>{written}</published>").Published);
    }

    [Fact]
    public void An_atom_entry_may_carry_the_date_of_rss() => Assert.Equal(new DateTimeOffset(2026, 11, 20, 13, 30, 0, TimeSpan.Zero),
        Feeds.Entry("<pubDate>Fri, 20 Nov 2026 14:30:00 +0100</pubDate>").Published);

    [Theory]
    [InlineData("&amp;lt;p&amp;gt;Bel &amp;lt;a href=&amp;#34;/hulp&amp;#34;&amp;gt;ons&amp;lt;/a&amp;gt; &amp;amp;amp; vraag&amp;lt;/p&amp;gt;", "<p>Bel <a href=\"/hulp\">ons</a> &amp; vraag</p>")]
    [InlineData("<![CDATA[ &lt;div&gt;Bel ons&lt;/div&gt;]]>", "<div>Bel ons</div>")]
    // Once is as it should be: this is about tags, and holds none.
    [InlineData("Zo maak je &amp;lt;b&amp;gt;vet&amp;lt;/b&amp;gt;", "Zo maak je &lt;b&gt;vet&lt;/b&gt;")]
    [InlineData("&amp;lt;3 voor wie helpt", "&lt;3 voor wie helpt")]
    [InlineData("&amp;lt;p&amp;gt; begint een &lt;em&gt;alinea&lt;/em&gt;", "&lt;p&gt; begint een <em>alinea</em>")]
    public void Html_that_was_encoded_once_too_often_is_decoded(string written, string html)
    {
        Assert.Equal(html, Feeds.Item($"<description>{written}</description>").Summary);
        Assert.Equal(html, Feeds.Entry($"<content type=\"html\">{written}</content>").Content);
    }

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
