namespace Kiosk.Ingest.Tests.Formats;

public sealed class BrokenFeedTests
{
    [Fact]
    public void Stray_ampersands_and_html_entities_are_read_and_remarked()
    {
        var reading = Feeds.Read("stray-ampersands.xml");
        Assert.Contains("hersteld", reading.Remark, StringComparison.Ordinal);
        Assert.Equal("Huur & Schuld", reading.Feed!.Title);
        var item = Assert.Single(reading.Feed.Items);
        Assert.Equal("Huurachterstand & huisuitzetting: R&D in de wijk", item.Title);
        Assert.Equal("https://huur.example/?a=1&b=2", item.Link);
        Assert.Equal("Café Zuid\u00A0– elke dinsdag <p>inloop</p> &onbekend; 3 < 4", item.Summary);
    }

    [Fact]
    public void Forgotten_end_tags_and_quotes_are_supplied()
    {
        var feed = Feeds.Read("unclosed-tags.xml").Feed!;
        Assert.Equal("Zonder einde", feed.Title);
        Assert.Equal(["Eerste bericht", "Tweede bericht"], feed.Items.Select(item => item.Title));
        Assert.Equal(["https://los.example/1", "https://los.example/2"], feed.Items.Select(item => item.Link));
        Assert.Equal("Een <b>vette alinea<br>en nog een</b>", feed.Items[0].Summary);
        Assert.Equal("los-2", feed.Items[1].Id);
    }

    [Fact]
    public void A_document_that_breaks_off_gives_what_came()
    {
        var reading = Feeds.Read("truncated.xml");
        Assert.Contains("afgebroken", reading.Remark, StringComparison.Ordinal);
        Assert.Equal(["Heel bericht", "Half bericht"], reading.Feed!.Items.Select(item => item.Title));
    }

    [Fact]
    public void Json_that_breaks_off_gives_its_whole_items()
    {
        var text = System.Text.Encoding.UTF8.GetString(Feeds.Bytes("json-1.1.json"));
        var reading = Feeds.ReadText(text[..text.IndexOf("Minder dan", StringComparison.Ordinal)]);
        Assert.Contains("afgebroken", reading.Remark, StringComparison.Ordinal);
        Assert.Equal("7", Assert.Single(reading.Feed!.Items).Id);
    }

    [Fact]
    public void Half_a_character_in_json_is_replaced()
    {
        var reading = Feeds.ReadText("""{"version":"1","items":[{"id":"1","title":"Nieuws \ud83d van \ud83d\udce2 nu"}]}""");
        Assert.Equal("Nieuws \uFFFD van \U0001F4E2 nu", Assert.Single(reading.Feed!.Items).Title);
    }

    [Fact]
    public void Junk_before_and_after_the_feed_is_stepped_over()
    {
        var reading = Feeds.Read("junk-around.xml");
        Assert.NotNull(reading.Remark);
        Assert.Equal("Toch gelezen", Assert.Single(reading.Feed!.Items).Title);
    }

    [Fact]
    public void Names_in_the_wrong_case_and_namespaces_that_lie_are_understood()
    {
        var item = Assert.Single(Feeds.Read("odd-names.xml").Feed!.Items);
        Assert.Equal("Verkeerde naamruimten", item.Title);
        Assert.Equal("https://hoofd.example/Pad", item.Link);
        Assert.Equal(["Zonder declaratie"], item.Authors);
        Assert.Equal("<p>Inhoud</p>", item.Content);
    }

    [Fact]
    public void Entities_of_the_document_itself_are_expanded_and_those_of_files_are_not()
    {
        var feed = Feeds.Read("own-entities.xml").Feed!;
        Assert.Equal("Nieuws van de Schuldwijzer", feed.Title);
        Assert.Equal("Uit de Schuldwijzer [&buiten;]", Assert.Single(feed.Items).Title);
    }

    [Fact]
    public void Control_characters_are_left_out()
    {
        var reading = Feeds.ReadText("<rss><channel><item><title>Ni\u0000eu\u000Bws &#1; vandaag</title></item></channel></rss>");
        Assert.Equal("Nieuws vandaag", Assert.Single(reading.Feed!.Items).Title);
        Assert.NotNull(reading.Remark);
    }

    [Fact]
    public void Blank_lines_before_the_prolog_are_no_fault()
    {
        var reading = Feeds.ReadText("\n\n  <?xml version=\"1.0\"?><rss><channel><item><title>Leeg erboven</title></item></channel></rss>");
        Assert.Null(reading.Remark);
        Assert.Single(reading.Feed!.Items);
    }

    [Fact]
    public void Items_need_no_channel() =>
        Assert.Single(Feeds.ReadText("<rss><item><title>Zonder kanaal</title></item></rss>").Feed!.Items);
}
