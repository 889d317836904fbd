using System.Diagnostics;
using System.Text;
using Kiosk.Ingest.Fetching.Robots;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Fetching.Robots;

public sealed class RobotsFileTests
{
    private const string Us = "deKiosk";

    [Theory]
    [InlineData("User-agent: *\nDisallow: /intern/", "https://example.nl/intern/plan", false)]
    [InlineData("User-agent: *\nDisallow: /intern/", "https://example.nl/Intern/plan", true)]
    [InlineData("User-agent: *\nDisallow: /intern/", "/nieuws", true)]
    [InlineData("User-agent: *\nDisallow: /", "https://example.nl", false)]
    [InlineData("User-agent: *\nDisallow: /", "https://example.nl/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow:", "/nieuws", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /nieuws/", "/nieuws/1", true)]
    [InlineData("User-agent: *\nDisallow: /nieuws\nAllow: /nieuws", "/nieuws", true)]
    [InlineData("User-agent: *\nAllow: /nieuws\nDisallow: /*.pdf", "/nieuws.pdf", true)]
    [InlineData("User-agent: *\nAllow: /nie\nDisallow: /*.pdf", "/nieuws.pdf", false)]
    [InlineData("User-agent: *\nDisallow: *.pdf$", "/rapport.pdf", false)]
    [InlineData("User-agent: *\nDisallow: *.pdf$", "/rapport.pdf?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /*/print/*/alles", "/nieuws/print/2026/11/alles", false)]
    [InlineData("User-agent: *\nDisallow: /a*a$", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a*a$", "/aa", false)]
    [InlineData("User-agent: *\nDisallow: /?zoek=", "https://example.nl?zoek=schuld", false)]
    [InlineData("User-agent: *\nDisallow: intern", "/intern", true)]
    public void A_rule_decides(string robots, string url, bool allowed) => Assert.Equal(allowed, RobotsFile.Parse(robots).Allows(Us, url));

    [Theory]
    [InlineData("User-agent: dekiosk\nDisallow: /", false)]
    [InlineData("User-agent: DEKIOSK/1.0 (oud)\nDisallow: /", false)]
    [InlineData("User-agent: deKioskNieuws\nDisallow: /", true)]
    [InlineData("User-agent: kiosk\nDisallow: /", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: deKiosk\nDisallow: /intern", true)]
    [InlineData("User-agent: deKiosk\nAllow: /x\n\nUser-agent: Ander\nDisallow: /\n\nUser-agent: deKiosk\nDisallow: /nieuws", false)]
    [InlineData("User-agent: deKiosk\nSitemap: /s.xml\nOnzin: ja\n\nUser-agent: *\nDisallow: /", false)]
    [InlineData("User-agent: deKiosk\nCrawl-delay: 5\nUser-agent: Ander\nDisallow: /", false)]
    [InlineData("Disallow: /", true)]
    [InlineData("User-agent: deKiosk2\nDisallow: /", false)]
    public void The_group_that_names_us_counts_before_the_one_for_everyone(string robots, bool allowed) =>
        Assert.Equal(allowed, RobotsFile.Parse(robots).Allows("deKiosk/0.1", "/nieuws"));

    [Theory]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /")]
    [InlineData("User-agent: *\rDisallow: /")]
    [InlineData("User-agent: *\r\n\r\n  DISALLOW :\t/  # alles\r\n")]
    [InlineData("User agent: *\nDissalow: /")]
    [InlineData("Useragent *\nDisallow /")]
    [InlineData("<html>\nUser-agent: * (iedereen)\nDisallow: /")]
    [InlineData("<html><body>\nUser-agent: *<BR>\nDisallow: /<BR>\n</body></html>")]
    [InlineData("<p>User-agent: *<br>Disallow: /</p>")]
    [InlineData("User-agents: *\nDesallow: /")]
    [InlineData("User_agent: *\nDisalllow: /")]
    [InlineData("Usr-agent: *\nDisalow : /")]
    [InlineData("User-agnet: *\nDsallow: /")]
    [InlineData("User-agent:\u00A0*\u00A0\nDisallow:\u00A0/\u00A0")]
    [InlineData("# samengevoegd\n\uFEFFUser-agent: *\nDisallow: /")]
    public void What_is_oddly_written_still_keeps_us_out(string robots) => Assert.False(RobotsFile.Parse(robots).Allows(Us, "/nieuws"));

    [Theory]
    [InlineData("<!DOCTYPE html><title>Niet gevonden</title><p>Disallow: / is er niet")]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("User-agent * Disallow /")]
    [InlineData("<p>User-agent is de naam van een bezoeker.<br>Disallow betekent: hier niet.</p>")]
    [InlineData("User-agent: *\nAllowed: /x\nNodisallow: /")]
    public void What_is_no_robots_file_forbids_nothing(string robots) => Assert.True(RobotsFile.Parse(robots).Allows(Us, "/nieuws"));

    [Theory]
    [InlineData("/caf%c3%a9", "/caf%C3%A9/menu")]
    [InlineData("/café", "/caf%C3%A9/menu")]
    [InlineData("/café", "/café/menu")]
    [InlineData("/%7Ewim", "/~wim/")]
    [InlineData("/~wim", "/%7ewim/")]
    [InlineData("/ster-%2A", "/ster-*")]
    [InlineData("/prijs$en", "/prijs%24en")]
    [InlineData("/ga?naar=https://example.nl", "/ga?naar=https%3A%2F%2Fexample.nl")]
    [InlineData("/mijn map/", "/mijn%20map/x")]
    [InlineData("/a%3cb", "/a<b")]
    public void A_closed_way_is_closed_however_it_is_spelled(string rule, string url) =>
        Assert.False(RobotsFile.Parse($"User-agent: *\nDisallow: {rule}").Allows(Us, url));

    [Theory]
    [InlineData("/a%2Fb", "/a/b")]
    [InlineData("/a%3Fb", "/a?b")]
    public void An_encoded_separator_is_another_path(string rule, string url) =>
        Assert.True(RobotsFile.Parse($"User-agent: *\nDisallow: {rule}").Allows(Us, url));

    [Theory]
    [InlineData("/%7Ewim/", "/~wim/werk")]
    [InlineData("/~wim/", "/%7ewim/werk")]
    [InlineData("/mijn map/", "/mijn%20map/x")]
    [InlineData("/a%3Cb", "/a<b")]
    public void A_way_in_is_open_in_both_spellings_of_what_old_addresses_had_to_encode(string rule, string url) =>
        Assert.True(RobotsFile.Parse($"User-agent: *\nDisallow: /\nAllow: {rule}").Allows(Us, url));

    [Fact]
    public void A_group_is_found_by_a_name_with_a_digit()
    {
        var robots = RobotsFile.Parse("User-agent: lezer1\nDisallow: /een\n\nUser-agent: lezer2/1.0 (test)\nDisallow: /twee\n\nUser-agent: *\nDisallow: /");

        Assert.False(robots.Allows("lezer1", "/een"));
        Assert.True(robots.Allows("lezer1", "/twee"));
        Assert.True(robots.Allows("Lezer2", "/een"));
        Assert.False(robots.Allows("Lezer2", "/twee"));
        Assert.False(robots.Allows("lezer3", "/drie"));
        Assert.False(RobotsFile.Parse("User-agent: Zo\u00EBker\nDisallow: /").Allows("Zo\u00EBker/2", "/nieuws"));
    }

    [Fact]
    public void A_way_in_must_be_spelled_as_it_is_asked_for()
    {
        var robots = RobotsFile.Parse("User-agent: *\nDisallow: /\nAllow: /%66eed");

        Assert.True(robots.Allows(Us, "/%66eed"));
        Assert.False(robots.Allows(Us, "/feed"));
    }

    [Fact]
    public void Other_encodings_than_utf8_keep_their_bytes()
    {
        var latin = Encoding.Latin1.GetBytes("User-agent: *\nDisallow: /café");
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("User-agent: *\nDisallow: /café")).ToArray();

        Assert.False(RobotsFile.Parse(latin).Allows(Us, "/caf%E9"));
        Assert.False(RobotsFile.Parse(utf16).Allows(Us, "/caf%C3%A9"));
    }

    [Fact]
    public void Delays_are_for_the_names_above_them()
    {
        var robots = RobotsFile.Parse("User-agent: Ander\nCrawl-delay: 20\nUser-agent: deKiosk\nCrawl-delay: 2.5\nDisallow: /x\n\nUser-agent: *\nCrawl-delay: nooit");

        Assert.Equal(TimeSpan.FromSeconds(2.5), robots.CrawlDelay(Us));
        Assert.Equal(TimeSpan.FromSeconds(20), robots.CrawlDelay("Ander"));
        Assert.Null(robots.CrawlDelay("Iemand"));
        Assert.Null(RobotsFile.Parse("User-agent: *\nCrawl-delay: NaN\nCrawl-delay: -1").CrawlDelay(Us));
        Assert.Equal(TimeSpan.FromDays(1), RobotsFile.Parse("User-agent: *\nCrawl-delay: 99999999999999999999").CrawlDelay(Us));
    }

    [Fact]
    public void Sitemaps_stand_apart_from_groups() => Assert.Equal(
        ["https://example.nl/sitemap.xml", "/nieuws.xml"],
        RobotsFile.Parse("Sitemap: https://example.nl/sitemap.xml\nUser-agent: x\nsitemap:/nieuws.xml\nSitemap: /nieuws.xml\nSitemap:").Sitemaps);

    [Fact]
    public void Half_a_path_at_the_limit_is_no_rule()
    {
        var start = "User-agent: *\nDisallow: /begin\n" + new string('#', RobotsFile.MostBytes - 50) + "\nDisallow: /";
        var robots = RobotsFile.Parse(start + new string('x', 100) + "\n");

        Assert.False(robots.Allows(Us, "/begin"));
        Assert.True(robots.Allows(Us, "/nieuws"));
    }

    [Theory]
    [InlineData("User-agent: a{0}\n", "")]
    [InlineData("Disallow: /*a*b*c*d*{0}\n", "")]
    [InlineData("Disallow: {0}\n", "*a")]
    [InlineData("Sitemap: /{0}\n", "")]
    [InlineData("Crawl-delay: 1\nUser-agent: {0}\n", "")]
    public void A_hostile_file_costs_little(string line, string piece)
    {
        var lines = string.Concat(Enumerable.Range(0, 30_000).Select(i => line.Replace("{0}", piece.Length > 0 ? string.Concat(Enumerable.Repeat(piece, 50)) : $"{i}", StringComparison.Ordinal)));
        var watch = Stopwatch.StartNew();

        RobotsFile.Parse("User-agent: *\n" + lines).Allows(Us, "/" + string.Concat(Enumerable.Repeat("abcd", 4_000)));

        Assert.True(watch.Elapsed < Hang.After, $"took {watch.Elapsed}");
    }
}
