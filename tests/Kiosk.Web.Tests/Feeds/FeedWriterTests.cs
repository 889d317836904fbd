using Kiosk.Ingest.Formats;
using Kiosk.Web.Feeds;
using Kiosk.Web.Tests.Pages;

namespace Kiosk.Web.Tests.Feeds;

/// <summary>What the kiosk writes, its own reader reads back without loss.</summary>
public sealed class FeedWriterTests
{
    private static readonly OutEntry Full = new(
        "https://kiosk.example/artikel/1", "Eén ‘keuze’: 5 < 6 & €5 𝟘", new Uri("https://kiosk.example/artikel/1/een?a=b&c=d"), TestKiosk.Now, TestKiosk.Now.AddHours(1),
        ["Anna van der Berg", "A & B"], ["Wsnp", "Schuld & boete"], "Minder dan 5 < 6 & meer.", "<p>Alles &amp; <em>meer</em> ]]&gt;.</p>", "nl");

    private static readonly OutEntry Bare = new("https://kiosk.example/artikel/2", "Kaal", new Uri("https://kiosk.example/artikel/2"), TestKiosk.Now.AddDays(-1), TestKiosk.Now.AddDays(-1), ["Dagblad"], [], "", "", null);

    private static readonly OutFeed Feed = new("Teamoverleg & meer", "Voor <iedereen>", new Uri("https://kiosk.example/lijst/1"), new Uri("https://kiosk.example/lijst/1/bestand/x"), TestKiosk.Now, [Full, Bare]);

    [Theory]
    [InlineData("rss.xml")]
    [InlineData("atom.xml")]
    [InlineData("feed.json")]
    public void A_feed_is_read_back_whole(string file)
    {
        var (bytes, type) = FeedFormat.Write(file, Feed)!.Value;

        var reading = FeedReader.Read(bytes, type, Feed.Self);

        Assert.Null(reading.Problem);
        Assert.Null(reading.Remark);
        Assert.Equal((Feed.Title, Feed.Home.AbsoluteUri, "nl"), (reading.Feed!.Title, reading.Feed.Link, reading.Feed.Language));
        Assert.Equal(2, reading.Feed.Items.Count);
        var (full, bare) = (reading.Feed.Items[0], reading.Feed.Items[1]);
        Assert.Equal((Full.Id, Full.Title, Full.Link.AbsoluteUri), (full.Id, full.Title, full.Link));
        Assert.Equal((Full.Published, Full.Updated), (full.Published, full.Updated));
        Assert.Equal(Full.Authors, full.Authors);
        Assert.Equal(Full.Categories, full.Categories);
        Assert.Equal(Full.Content, full.Content);
        Assert.Contains(full.Summary, new[] { Full.Summary, System.Net.WebUtility.HtmlEncode(Full.Summary) });
        Assert.Equal((Bare.Id, Bare.Title), (bare.Id, bare.Title));
        Assert.True(string.IsNullOrEmpty(bare.Content) && string.IsNullOrEmpty(bare.Summary));
    }

    [Theory]
    [InlineData("rss.xml")]
    [InlineData("atom.xml")]
    [InlineData("feed.json")]
    public void What_XML_forbids_breaks_no_feed(string file)
    {
        var (bytes, type) = FeedFormat.Write(file, Feed with { Title = "Een\u0001\uD800twee\uFFFE", Entries = [Full with { Title = "Kop\u0000pen", Categories = ["\u0002"] }] })!.Value;
        var reading = FeedReader.Read(bytes, type, Feed.Self);
        Assert.Null(reading.Problem);
        Assert.Single(reading.Feed!.Items);
    }
}
