using System.Diagnostics;
using System.Text;
using Kiosk.Ingest.Formats;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Formats;

public sealed class HostileFeedTests
{
    private const int Many = 1_000_000;

    // Generous, since test machines are slow and shared: what these guard against takes minutes or does not end.

    private static readonly Dictionary<string, string> Attacks = new()
    {
        ["nesting"] = Rss(Repeat("<p>", 100_000) + "diep" + Repeat("</p>", 100_000)),
        ["nesting that is never closed"] = Rss(Repeat("<div>", 200_000)),
        ["items"] = "<rss><channel>" + Repeat("<item/>", Many) + "</channel></rss>",
        ["empty elements"] = Rss(Repeat("<a/>", Many)),
        ["comments that are never closed"] = Rss(Repeat("<!--", Many)),
        ["processing instructions that are never closed"] = Rss(Repeat("<?", Many)),
        ["cdata that is never closed"] = Rss(Repeat("<![CDATA[", Many)),
        ["declarations"] = Repeat("<!DOCTYPE a [", 100_000) + "<rss/>",
        ["attributes"] = "<rss " + Repeat("a=1 ", Many) + "><channel/></rss>",
        ["quotes that are never closed"] = "<rss " + Repeat("a=\"", Many) + "><channel/></rss>",
        ["namespaces"] = "<rss>" + Repeat("<a xmlns:b='c'>", 100_000) + "</rss>",
        ["ampersands"] = Rss(Repeat("&", Many)),
        ["half references"] = Rss(Repeat("&abcdefghijklmnopqrstuvwxyz", 100_000)),
        ["end tags"] = Rss(Repeat("</b>", Many)),
        ["angle brackets"] = Rss(Repeat("<", Many)),
        ["tags in a title"] = "<rss><channel><item><title>" + Repeat("&lt;a ", Many) + "</title></item></channel></rss>",
        ["html comments in a title"] = "<feed><entry><title type='html'>" + Repeat("&lt;!--", Many) + "</title></entry></feed>",
        ["pictures"] = Rss(Repeat("&lt;img src", Many)),
        ["entity declarations"] = "<!DOCTYPE rss [" + Repeat("<!ENTITY a \"", 100_000) + "]><rss>&a;</rss>",
        ["entities that say nothing"] = EmptyEntities(),
        ["links of a page"] = "<html>" + Repeat("<link rel=alternate ", 100_000),
        ["json arrays"] = Repeat("[", Many),
        ["json objects"] = "{\"items\":" + Repeat("{\"a\":", Many),
        ["json items"] = "{\"version\":\"1\",\"items\":[" + Repeat("{},", Many) + "{}]}",
    };

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_attack_costs_little(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(Attacks[name]);
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = FeedReader.Read(bytes, null, Feeds.Address);
        Assert.True(watch.Elapsed < Hang.After, $"took {watch.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_500_000_000, "allocated too much");
        Assert.True(reading.Feed is null == reading.Problem is not null);
        Assert.True(reading.Feed is null || reading.Feed.Items.Count <= FeedReader.MostItems);
    }

    [Fact]
    public void A_feed_with_too_many_items_is_cut_and_says_so()
    {
        var reading = FeedReader.Read(Encoding.UTF8.GetBytes(Attacks["items"]), null, Feeds.Address);
        Assert.Equal(FeedReader.MostItems, reading.Feed!.Items.Count);
        Assert.Contains("erg lang", reading.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_nested_too_deeply_is_left_out_and_says_so() =>
        Assert.Contains("te diep", FeedReader.Read(Encoding.UTF8.GetBytes(Attacks["nesting"]), null, Feeds.Address).Remark, StringComparison.Ordinal);

    private static string Rss(string description) =>
        $"<rss><channel><item><title>Aanval</title><description>{description}</description></item></channel></rss>";

    private static string EmptyEntities()
    {
        var dtd = new StringBuilder("<!DOCTYPE rss [<!ENTITY e0 \"\">");
        for (var level = 1; level < 8; level++)
            dtd.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY e{level} \"{Repeat($"&e{level - 1};", 100)}\">");
        return dtd.Append("]><rss><channel><title>&e7;</title></channel></rss>").ToString();
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
