using System.Text;
using Kiosk.Ingest.Formats;

namespace Kiosk.Ingest.Tests.Formats;

public sealed class EncodingTests
{
    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private const string Euro = "Financiële zorgen – € 50";

    [Theory]
    [InlineData("windows-1252-as-utf-8.xml", true)]
    [InlineData("utf-8-as-iso-8859-1.xml", true)]
    [InlineData("utf-16.xml", false)]
    public void Bytes_win_from_a_wrong_label(string name, bool isRemarked)
    {
        var reading = Feeds.Read(name);
        Assert.Equal(Euro, reading.Feed!.Title);
        Assert.Equal("Café Grün", Assert.Single(reading.Feed.Items).Title);
        Assert.Equal(isRemarked, reading.Remark is not null);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", false)]
    [InlineData("utf-8", false)]
    public void Unicode_is_known_by_its_mark_or_its_zeros(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Feed(prolog: null))];
        Assert.Equal(Euro, FeedReader.Read(bytes, "text/xml; charset=iso-8859-1", Feeds.Address).Feed!.Title);
    }

    [Fact]
    public void The_header_goes_before_the_prolog()
    {
        var bytes = Encoding.GetEncoding("iso-8859-15").GetBytes(Feed("iso-8859-2"));
        var reading = FeedReader.Read(bytes, "application/rss+xml; charset=\"ISO-8859-15\"", Feeds.Address);
        Assert.Contains("€ 50", reading.Feed!.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Latin_1_means_windows_1252()
    {
        var bytes = Encoding.GetEncoding(1252).GetBytes(Feed("iso-8859-1"));
        Assert.Equal(Euro, FeedReader.Read(bytes, null, Feeds.Address).Feed!.Title);
    }

    [Fact]
    public void A_declared_encoding_of_another_script_is_used()
    {
        var bytes = Encoding.GetEncoding("shift_jis").GetBytes("<?xml version='1.0' encoding='Shift_JIS'?><rss><channel><title>債務整理</title></channel></rss>");
        Assert.Equal("債務整理", FeedReader.Read(bytes, null, Feeds.Address).Feed!.Title);
    }

    [Fact]
    public void One_damaged_character_does_not_spoil_the_rest()
    {
        var bytes = Encoding.UTF8.GetBytes(Feed("utf-8")).ToList();
        bytes.InsertRange(bytes.Count - 20, [0xC3, 0x28]);
        Assert.Equal(Euro, FeedReader.Read(bytes.ToArray(), null, Feeds.Address).Feed!.Title);
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("onzin-9")]
    [InlineData("ibm037")]
    public void An_encoding_that_nobody_should_use_is_ignored(string name) =>
        Assert.Equal(Euro, FeedReader.Read(Encoding.UTF8.GetBytes(Feed(name)), "text/xml;charset=" + name, Feeds.Address).Feed!.Title);

    private static string Feed(string? prolog) =>
        (prolog is null ? "" : $"<?xml version=\"1.0\" encoding=\"{prolog}\"?>") + $"<rss version=\"2.0\"><channel><title>{Euro}</title></channel></rss>";
}
