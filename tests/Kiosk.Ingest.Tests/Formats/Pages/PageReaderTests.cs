using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Pages;

namespace Kiosk.Ingest.Tests.Formats.Pages;

public sealed class PageReaderTests
{
    private static readonly Uri News = new("https://www.loket.example/nieuws/");
    private static readonly Uri Publications = new("https://www.loket.example/publicaties/");

    [Fact]
    public void Cards_are_found_by_their_shape_and_nothing_else_of_the_page()
    {
        var reading = Cards();
        Assert.Null(reading.Problem);
        Assert.Equal(
            ["https://www.loket.example/nieuws/2026/11/deurwaarder-belt-eerst", "https://www.loket.example/nieuws/2026/11/spreekuur-in-de-bieb", "https://www.loket.example/nieuws/2026/10/beslagvrije-voet-omhoog"],
            reading.Items.Select(item => item.Link));
    }

    [Fact]
    public void A_card_gives_title_date_teaser_and_picture()
    {
        var first = Cards().Items[0];
        Assert.Equal("De deurwaarder belt voortaan eerst", first.Title);
        Assert.Equal(Fixture.Utc("2026-11-18T00:00:00").Date, first.Published!.Value.AddHours(2).Date);
        Assert.StartsWith("Wie een brief van de deurwaarder krijgt", first.Summary, StringComparison.Ordinal);
        Assert.Equal("https://www.loket.example/beeld/bel.jpg", first.Image);
    }

    [Fact]
    public void The_next_page_is_the_one_that_says_so() => Assert.Equal("https://www.loket.example/nieuws/?page=2", Cards().Next);

    [Fact]
    public void A_plain_list_of_links_with_dates_is_found_too()
    {
        var reading = PageReader.Read(Fixture.Bytes("Pages/lijst.html"), null, Publications);
        Assert.Equal(["Schulden en stress bij jongeren", "Armoede op het platteland", "Wie helpt de zzp'er?"], reading.Items.Select(item => item.Title));
        Assert.Equal("https://www.loket.example/publicatie/schulden-en-stress-bij-jongeren/", reading.Items[0].Link);
        Assert.Equal(["2026-11-11T23:00:00Z", "2026-10-02T22:00:00Z", "2026-09-20T22:00:00Z"], reading.Items.Select(item => item.Published!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("https://www.loket.example/publicaties/pagina/2/", reading.Next);
    }

    [Fact]
    public void A_selector_takes_exactly_what_it_selects() => Assert.Equal(
        ["Wat doet een bewindvoerder eigenlijk?", "Vijf vragen over de Wsnp"],
        PageReader.Read(Fixture.Bytes("Pages/kaarten.html"), null, News, "aside li").Items.Select(item => item.Title));

    [Fact]
    public void Within_narrows_what_is_taken() => Assert.Single(PageReader.Read(Fixture.Bytes("Pages/kaarten.html"), null, News, "article h2 a", "/2026/10/").Items);

    [Theory]
    [InlineData("article h2 a[", "geen geldige CSS-selector")]
    [InlineData("article:bestaat-niet a", "geen geldige CSS-selector")]
    [InlineData("div.bestaat-niet a", "'div.bestaat-niet a' vindt op deze pagina geen links")]
    public void A_selector_that_fails_is_named(string selector, string says) =>
        Assert.Contains(says, PageReader.Read(Fixture.Bytes("Pages/kaarten.html"), null, News, selector).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("<html><body><div id='app'></div><script src='/app.js'></script></body></html>", "geen lijst met artikelen")]
    [InlineData("<html><body><nav><a href='/een-twee-drie'>Een twee drie vier vijf zes</a><a href='/vier-vijf-zes'>Vier vijf zes zeven acht</a></nav></body></html>", "geen lijst met artikelen")]
    [InlineData("{\"items\":[]}", "geen webpagina")]
    [InlineData("<rss><channel/></rss>", "op 'feed'")]
    [InlineData("", "leeg antwoord")]
    public void A_page_without_a_list_is_a_problem_in_Dutch(string html, string says) =>
        Assert.Contains(says, PageReader.Read(Fixture.Utf8(html), null, News).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("<form id='aspnetForm'><div class='layout-with-menu'><h1>Nieuws</h1>", "<li class='post-7 tag-schuld'>")]
    [InlineData("<div class='wrap'>", "<div class='views-row'>")]
    [InlineData("<main>", "<section>")]
    public void The_wrapping_of_a_list_does_not_hide_it(string around, string each) => Assert.Equal(3, PageReader.Read(Fixture.Utf8(
        $"<!doctype html><html><body>{around}" + string.Concat(Enumerable.Range(1, 3).Select(number => $"{each}<h3><a href='/actueel/bericht-nummer-{number}'>Bericht nummer {number} over schulden</a></h3></{each[1..].Split(' ', '>')[0]}>"))),
        null, News).Items.Count);

    [Fact]
    public void A_whole_card_that_is_one_link_gives_its_headline_only() => Assert.Equal("Geldstress meten", PageReader.Read(Fixture.Utf8(
        "<html><body><main><a class='c' href='/artikel/geldstress-meten-hoe'><div><span>12 nov 2026</span><h3>Geldstress meten</h3><p>Hoe meet je of iemand wakker ligt van geld? Drie vragen volstaan.</p></div></a>"
        + "<a class='c' href='/artikel/tweede-stuk-hier'><div><span>11 nov 2026</span><h3>Tweede stuk</h3><p>Nog een stuk met een samenvatting van enige lengte eronder.</p></div></a></main></body></html>"),
        null, News).Items[0].Title);

    [Theory]
    [InlineData("https://x.example/n", "<a href='/n?page=1'>2</a><a href='/n?page=2'>3</a>", "https://x.example/n?page=1")]
    [InlineData("https://x.example/n", "<a href='/n?page=2'>2</a><a href='/n?page=3'>3</a>", "https://x.example/n?page=2")]
    [InlineData("https://x.example/n?page=2", "<a href='/n?page=1'>1</a><a href='/n?page=3'>3</a>", "https://x.example/n?page=3")]
    [InlineData("https://x.example/n/page/2/", "<a href='/n/page/3/'>3</a>", "https://x.example/n/page/3/")]
    [InlineData("https://x.example/n?page=9", "<a href='/n?page=8'>8</a>", null)]
    [InlineData("https://x.example/n", "<a href='/ouder' aria-label='Volgende pagina'><svg></svg></a>", "https://x.example/ouder")]
    [InlineData("https://x.example/n", "<a href='/n2'>»</a>", "https://x.example/n2")]
    [InlineData("https://x.example/n", "<a rel='next' href='https://elders.example/n2'>Volgende</a>", null)]
    [InlineData("https://x.example/n", "<a href='/n#top'>Volgende</a>", null)]
    [InlineData("https://x.example/n", "<a href='/b'>Volgende week meer over schulden</a>", null)]
    public void The_next_page_is_found_by_words_or_numbers(string address, string links, string? next) => Assert.Equal(next, PageReader.Read(
        Fixture.Utf8($"<html><body><h2><a href='/nieuws/een-lang-stuk'>Een lang stuk over geld</a></h2>{links}</body></html>"), null, new Uri(address), "h2 a").Next);

    private static ListReading Cards() => PageReader.Read(Fixture.Bytes("Pages/kaarten.html"), "text/html", News);
}
