using Kiosk.Ingest.Identity;

namespace Kiosk.Ingest.Tests.Identity;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("https://www.Example.NL:443/Pad/?b=2&a=1#kop", "example.nl/Pad?a=1&b=2")]
    [InlineData("http://example.nl:80/", "example.nl")]
    [InlineData("http://example.nl:8080/x", "example.nl:8080/x")]
    [InlineData("https://example.nl/pad/index.html", "example.nl/pad")]
    [InlineData("https://example.nl/a/../b/./c//d", "example.nl/b/c/d")]
    [InlineData("https://example.nl/x?utm_source=a&UTM_Medium=b&fbclid=c&at_campaign=d&gclid=e&id=7", "example.nl/x?id=7")]
    [InlineData("https://example.nl/x?mc_cid=1", "example.nl/x")]
    [InlineData("https://example.nl/x?gad_source=1&gad_campaignid=2&spMailingID=3", "example.nl/x")]
    [InlineData("https://example.nl/x;jsessionid=1A2B3C", "example.nl/x")]
    [InlineData("https://example.nl/x#:~:text=schulden", "example.nl/x")]
    [InlineData("https://example.nl/x?q=a+b", "example.nl/x?q=a%20b")]
    [InlineData("https://example.nl/x?q=&r", "example.nl/x?q&r")]
    [InlineData("https://example.nl/%7ejan/%c3%a9\u00E9", "example.nl/~jan/%C3%A9%C3%A9")]
    [InlineData("https://example.nl/100%", "example.nl/100%25")]
    [InlineData("https://sch\u00FCld.nl/", "xn--schld-mva.nl")]
    [InlineData("https://xn--schld-mva.nl/", "xn--schld-mva.nl")]
    [InlineData("https://example.nl./x", "example.nl/x")]
    [InlineData("https://example.nl/app#!/stuk/1", "example.nl/app#!/stuk/1")]
    [InlineData("https://jan:geheim@example.nl/x", "example.nl/x")]
    [InlineData("https://www.nl/", "www.nl")]
    [InlineData("https://[::1]:8080/x", "[::1]:8080/x")]
    [InlineData("https://example.nl/wet_%28film%29/a%2Cb/%21", "example.nl/wet_(film)/a,b/!")]
    [InlineData("https://example.nl/?tx_news%5Bnews%5D=12", "example.nl?tx_news[news]=12")]
    [InlineData("https://example.nl/?naar=https%3A%2F%2Fander.nl%2F%3Fa&op=12%3A30%2C14%3A00", "example.nl?naar=https://ander.nl/?a&op=12:30,14:00")]
    [InlineData("https://example.nl/?q=a%26b%3Dc%23d%2Be%3Bf", "example.nl?q=a%26b%3Dc%23d%2Be%3Bf")]
    [InlineData("https://example.nl/?id=7&amp;utm_source=rss&amp;amp;blad=2", "example.nl?blad=2&id=7")]
    [InlineData("https://example.nl/?itm_source=a&hmb_campaign=b&campaign_medium=c&ysclid=d&_bhlid=e&elqTrackId=f&sfmc_activityid=g&id=1", "example.nl?id=1")]
    [InlineData("https://example.nl/pad/Default.htm", "example.nl/pad")]
    [InlineData("https://example.nl/pad/index.shtml", "example.nl/pad")]
    [InlineData("https://example.nl/pad/index.txt", "example.nl/pad/index.txt")]
    [InlineData("mailto:a@b.nl", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("/pad", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_address_has_one_key(string? url, string? key) => Assert.Equal(key, CanonicalUrl.Of(url));

    [Theory]
    [InlineData("https://example.nl/x?id=1", "https://example.nl/x?id=2")]
    [InlineData("https://example.nl/Stuk", "https://example.nl/stuk")]
    [InlineData("https://example.nl/a%2Fb", "https://example.nl/a/b")]
    [InlineData("https://example.nl/a%3Fb", "https://example.nl/a?b")]
    [InlineData("https://example.nl/?a=1%26b=2", "https://example.nl/?a=1&b=2")]
    [InlineData("https://example.nl/?q=a%2Bb", "https://example.nl/?q=a+b")]
    [InlineData("https://a.example.nl/", "https://b.example.nl/")]
    public void Different_pages_keep_different_keys(string one, string other) => Assert.NotEqual(CanonicalUrl.Of(one), CanonicalUrl.Of(other));

    [Fact]
    public void The_key_of_a_key_is_the_key()
    {
        string[] pieces = ["/", "a", "B", "?", "&", "=", "%", "%41", "%c3", "%2F", ".", "..", "//", "index.html", "utm_x=1", "#", "#!", "+", " ", "\u00E9", "\\", "|", "\"", ":", "@", "www.", ";", "%25", "%00", "%5B", "[", "%3A", "%3F", "%28", "%2C", "%3B", "%3D", "amp;", "&amp;", "%26amp;", "'"];
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var url = "http://www.example.nl/" + string.Concat(Enumerable.Range(0, random.Next(10)).Select(_ => pieces[random.Next(pieces.Length)]));
            var key = CanonicalUrl.Of(url);
            Assert.True(key is null || key == CanonicalUrl.Of("https://" + key), $"{url}: {key} then {CanonicalUrl.Of("https://" + key)}");
        }
    }
}
