namespace Kiosk.Ingest.Tests.Formats;

public sealed class FeedPictureTests
{
    [Fact]
    public void The_first_picture_in_the_text_is_the_picture() => Assert.Equal("https://bron.example/a.jpg?x=1&y=2",
        Feeds.Item("<description>&lt;p&gt;&lt;img alt='' src='/a.jpg?x=1&amp;amp;y=2'&gt;</description>").Image);

    [Theory]
    [InlineData("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src='/echt.jpg'>")]
    [InlineData("<img src='/leeg.gif' data-lazy-src='/echt.jpg'>")]
    [InlineData("<img srcset='/klein.jpg 300w, /echt.jpg 900w'>")]
    [InlineData("<img alt='als a > b' src='/echt.jpg'>")]
    [InlineData("<IMG ALT=\"\" SRC = /echt.jpg>")]
    public void A_picture_is_found_however_it_is_written(string html) => Assert.Equal("https://bron.example/echt.jpg", Picture(html));

    [Theory]
    [InlineData("<img src='https://telt.example/1.gif' width='1' height='1'>")]
    [InlineData("<img height=0 src='https://telt.example/1.gif'>")]
    [InlineData("<img src='https://tekens.example/1f642.png' alt='🙂' class='wp-smiley' style='height: 1em'>")]
    [InlineData("<img class='emoji' src='https://tekens.example/1f642.svg'>")]
    [InlineData("<!-- <img src='/oud.jpg'> -->")]
    [InlineData("<img src='javascript:alert(1)'>")]
    [InlineData("<img alt='zonder adres'>")]
    public void What_is_no_picture_to_look_at_is_passed_over(string html)
    {
        Assert.Null(Picture(html));
        Assert.Equal("https://bron.example/echt.jpg", Picture(html + "<p>Tekst</p><img src='/echt.jpg'>"));
    }

    [Fact]
    public void A_picture_in_the_text_is_relative_to_the_page_it_is_on() => Assert.Equal("https://bron.example/nieuws/1/foto.jpg",
        Feeds.Item("<link>https://bron.example/nieuws/1/</link><description>&lt;img src='foto.jpg'&gt;</description>").Image);

    [Fact]
    public void A_portrait_of_the_author_is_no_picture_of_the_article() => Assert.Equal("https://bron.example/echt.jpg", Feeds.Item(
        "<media:content url=\"https://gezichten.example/avatar/1?s=96\" medium=\"image\"/><media:content url=\"/echt.jpg\" medium=\"image\"/>").Image);

    [Fact]
    public void A_json_feed_has_pictures_and_documents_among_its_attachments()
    {
        var items = Feeds.ReadText("""
            {"version": "https://jsonfeed.org/version/1.1", "items": [
              {"id": "1", "attachments": [{"url": "/rapport.pdf", "mime_type": "application/pdf"}, {"url": "/kaft.png", "mime_type": "image/png"}]},
              {"id": "2", "url": "/2/", "content_html": "<p><img src='foto.jpg'></p>"}]}
            """).Feed!.Items;
        Assert.Equal("https://bron.example/rapport.pdf", items[0].Document);
        Assert.Equal("https://bron.example/kaft.png", items[0].Image);
        Assert.Equal("https://bron.example/2/foto.jpg", items[1].Image);
    }

    private static string? Picture(string html) => Feeds.Item($"<description><![CDATA[{html}]]></description>").Image;
}
