namespace Kiosk.Ingest.Tests.Extraction;

/// <summary>The day of publication as the news of the world writes it. A body is what stands around the text; {0} in none of them.</summary>
public sealed class PublicationDateTests
{
    [Theory]
    [InlineData("nl", "dinsdag 20 januari 2026 om 09:15")]
    [InlineData("nl", "Geplaatst op 20-01-2026")]
    [InlineData("nl", "20 jan '26")]
    [InlineData("nl", "20 jan. 2026 | leestijd 3 min")]
    [InlineData("de", "Stand: 20.01.2026 14:03 Uhr")]
    [InlineData("de", "Dienstag, 20. Jänner 2026")]
    [InlineData("fr", "Publié le mardi 20 janvier 2026 à 18h30")]
    [InlineData("es", "20 de enero de 2026 | 10:30 CET")]
    [InlineData("es", "20 ENE 2026 - 10:30")]
    [InlineData("pt", "20 de janeiro de 2026 às 08h00")]
    [InlineData("pt-BR", "20/01/2026 08h00 - Atualizado em 21/01/2026")]
    [InlineData("it", "20 Gennaio 2026 alle 12:00")]
    [InlineData("ca", "20 de gener del 2026")]
    [InlineData("en", "January 20, 2026")]
    [InlineData("en", "Tuesday 20th January 2026")]
    [InlineData("en", "Jan. 20, 2026 at 4:15 p.m. EST")]
    [InlineData("en-US", "01/20/2026")]
    [InlineData("en", "20-Jan-2026")]
    [InlineData("pl", "20 stycznia 2026, 14:00")]
    [InlineData("cs", "20. ledna 2026 8:00")]
    [InlineData("sk", "20. januára 2026")]
    [InlineData("hr", "20. siječnja 2026.")]
    [InlineData("sr", "20. јануар 2026.")]
    [InlineData("sl", "20. januarja 2026")]
    [InlineData("hu", "2026. január 20., kedd")]
    [InlineData("ro", "20 ianuarie 2026")]
    [InlineData("sv", "Publicerad 20 januari 2026")]
    [InlineData("da", "20. januar 2026 kl. 10.15")]
    [InlineData("fi", "20. tammikuuta 2026")]
    [InlineData("et", "20. jaanuar 2026")]
    [InlineData("lv", "2026. gada 20. janvāris")]
    [InlineData("lt", "2026 m. sausio 20 d. 10:00")]
    [InlineData("sq", "20 Janar 2026")]
    [InlineData("el", "20 Ιανουαρίου 2026")]
    [InlineData("ru", "20 января 2026, 15:47")]
    [InlineData("ru", "20.01.2026 15:47")]
    [InlineData("uk", "20 січня 2026 р.")]
    [InlineData("be", "20 студзеня 2026")]
    [InlineData("bg", "20 януари 2026 г.")]
    [InlineData("mk", "20 јануари 2026")]
    [InlineData("tr", "20 Ocak 2026 Salı 10:12")]
    [InlineData("az", "20 yanvar 2026")]
    [InlineData("id", "Selasa, 20 Januari 2026 10:30 WIB")]
    [InlineData("ms", "20 Jan 2026")]
    [InlineData("tl", "Enero 20, 2026")]
    [InlineData("sw", "20 Januari 2026")]
    [InlineData("vi", "Thứ ba, ngày 20 tháng 1 năm 2026")]
    [InlineData("vi", "Thứ ba, 20/1/2026, 10:00 (GMT+7)")]
    [InlineData("zh", "2026年1月20日 10:30 来源：新华网")]
    [InlineData("zh", "2026-01-20 10:30:00")]
    [InlineData("ja", "2026年01月20日（火）10時30分")]
    [InlineData("ko", "입력 2026.01.20. 오전 10:30")]
    [InlineData("ko", "2026년 1월 20일")]
    [InlineData("ar", "الثلاثاء 20 يناير 2026")]
    [InlineData("ar", "٢٠ يناير ٢٠٢٦")]
    [InlineData("ar", "20 كانون الثاني 2026")]
    [InlineData("ar", "20 جانفي 2026")]
    [InlineData("fa", "سه‌شنبه ۳۰ دی ۱۴۰۴")]
    [InlineData("fa", "۱۴۰۴/۱۰/۳۰ - ۱۰:۳۰")]
    [InlineData("ur", "20 جنوری 2026")]
    [InlineData("he", "20 בינואר 2026")]
    [InlineData("hi", "20 जनवरी 2026, मंगलवार")]
    [InlineData("bn", "২০ জানুয়ারি ২০২৬")]
    [InlineData("ta", "20 ஜனவரி 2026")]
    [InlineData("th", "20 มกราคม 2569 เวลา 10:30 น.")]
    [InlineData("th", "20 ม.ค. 2569")]
    [InlineData("ka", "20 იანვარი 2026")]
    public void A_date_is_read_in_the_language_of_the_page(string language, string line) =>
        AssertDay("2026-01-20", Read("", $"<div class=\"kop\"><h1>Aanbellen helpt beter dan een brief</h1><div>{line}</div></div>", language));

    [Theory]
    [InlineData("<meta name=\"sailthru.date\" content=\"Tue, 20 Jan 2026 10:00:00 +0000\">")]
    [InlineData("<meta name=\"parsely-pub-date\" content=\"2026-01-20T10:00:00Z\">")]
    [InlineData("<meta name=\"DC.date.issued\" content=\"2026-01-20\">")]
    [InlineData("<meta name=\"DC.created\" content=\"2026-01-20\">")]
    [InlineData("<meta itemprop=\"dateCreated\" datetime=\"2026-01-20\">")]
    [InlineData("<meta name=\"dcterms.created\" content=\"2026-01-20T09:00\">")]
    [InlineData("<meta name=\"cXenseParse:recs:publishtime\" content=\"2026-01-20T10:00:00+01:00\">")]
    [InlineData("<meta name=\"pubdate\" content=\"20260120\">")]
    [InlineData("<meta name=\"publish-date\" content=\"20 January 2026\">")]
    [InlineData("<meta name=\"mediator_published_time\" content=\"2026-01-20T10:00\">")]
    [InlineData("<meta name=\"article.created\" content=\"2026-01-20 10:00:00\">")]
    [InlineData("<meta name=\"DCSext.articleFirstPublished\" content=\"2026-01-20\">")]
    [InlineData("<meta name=\"citation_publication_date\" content=\"2026/01/20\">")]
    [InlineData("<meta itemprop=\"datePublished\" content=\"2026-01-20T10:00:00-05:00\">")]
    [InlineData("<meta property=\"article:modified_time\" content=\"2026-01-22\"><meta name=\"news-date\" content=\"20.01.2026\">")]
    [InlineData("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},[{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"datePublished\":\"2026-01-20T10:00:00+0300\"}]]}</script>")]
    [InlineData("<script>window.data = {\"article\":{\"firstPublished\":\"2026-01-20T10:00:00.000Z\",\"lastUpdated\":\"2026-01-25T10:00:00.000Z\"}};</script>")]
    [InlineData("<script>dataLayer.push({'articlePublishDate': '2026-01-20', 'pageType': 'article'});</script>")]
    [InlineData("<script>var page = {created_at: '2026-01-02', published_at: '2026-01-20T08:00:00+07:00'};</script>")]
    [InlineData("<script id=\"__NEXT_DATA__\" type=\"application/json\">{\"props\":{\"pubDate\":1768903200}}</script>")]
    public void A_date_is_read_from_what_systems_put_in_the_head(string head) => AssertDay("2026-01-20", Read(head, "<h1>Aanbellen helpt beter dan een brief</h1>"));

    [Theory]
    [InlineData("<h1>Kop van het stuk</h1><time datetime=\"2026-01-20T10:00:00+01:00\">2 uur geleden</time>")]
    [InlineData("<h1>Kop van het stuk</h1><p><span itemprop=\"datePublished\" content=\"2026-01-20\">gisteren</span></p>")]
    [InlineData("<h1>Kop van het stuk</h1><abbr class=\"published\" title=\"2026-01-20T10:00:00-08:00\">10:00 AM</abbr>")]
    [InlineData("<h1>Kop van het stuk</h1><span class=\"timestamp\" data-timestamp=\"1768903200\">zojuist</span>")]
    [InlineData("<h1>Kop van het stuk</h1><div class=\"post-date\"><span>20</span><span>Jan</span><span>2026</span></div>")]
    [InlineData("<div class=\"topbar\">Donderdag 22 januari 2026</div><h1>Kop van het stuk</h1><p>Geplaatst: 20 januari 2026</p>")]
    [InlineData("<header><div>22 januari 2026</div></header><h1>Kop van het stuk</h1><div class=\"info\">20 januari 2026</div>")]
    [InlineData("<h1>Kop van het stuk</h1><p>Bijgewerkt op 23 januari 2026</p><p>Gepubliceerd op 20 januari 2026</p>")]
    [InlineData("<h1>Kop van het stuk</h1><time class=\"updated\" datetime=\"2026-01-23\">Updated: 23 januari</time><time class=\"published\" datetime=\"2026-01-20\">20 januari</time>")]
    [InlineData("<aside><ul class=\"latest\"><li><time datetime=\"2026-01-22\">22 jan</time></li></ul></aside><h1>Kop van het stuk</h1><p class=\"meta\">20.01.2026</p>")]
    [InlineData("<div class=\"sidebar\"><time datetime=\"2026-01-22\">22 jan</time></div><h1>Kop van het stuk</h1><p>20/01/2026</p>")]
    [InlineData("<header>Sunday, 22 January 2026</header><main><article><div>20 januari 2026</div><h1>Kop van het stuk</h1></article></main>")]
    [InlineData("<div role=\"banner\">22 januari 2026</div><p>20.01.2026</p><h1>Kop van het stuk</h1>")]
    [InlineData("<h1>Kop van het stuk</h1><p>Opdateret d. 22. januar 2026 Publiceret d. 20. januar 2026</p>")]
    [InlineData("<font size=\"5\">Kop van het stuk</font><br><i>20 januari 2026</i><br><br>De gemeente belt sinds dit voorjaar aan bij wie twee maanden huur achterloopt, en dat helpt vaker dan een brief.")]
    [InlineData("<p>20 januari 2026</p><h1>Kop van het stuk</h1><p>Na de brief van 3 maart 2019 veranderde er in de gemeente nog jarenlang niets, zo blijkt uit alle stukken die de raad heeft opgevraagd.</p>")]
    [InlineData("<div itemscope><h3>Ander</h3><time itemprop=\"datePublished\" datetime=\"2026-05-05\">5 mei</time></div><article itemscope><h1>Kop van het stuk</h1><time itemprop=\"datePublished\" datetime=\"2026-01-20\">20 januari</time></article>")]
    [InlineData("<h1>Kop van het stuk</h1><p>Sinds 1 januari 2021 geldt een andere wet, en daarom belt de gemeente nu eerder aan dan vroeger.</p><p>Bijgewerkt op 20 januari 2026</p>")]
    public void The_date_near_the_heading_is_told_from_the_others(string body) => AssertDay("2026-01-20", Read("", body));

    [Theory]
    [InlineData("https://bron.example/2026/01/20/aanbellen")]
    [InlineData("https://bron.example/nieuws/2026-01-20-aanbellen.html")]
    [InlineData("https://bron.example/news/20260120/aanbellen")]
    [InlineData("https://bron.example/money/2026/jan/20/aanbellen")]
    [InlineData("https://bron.example/artikel/20-01-2026-aanbellen")]
    [InlineData("https://bron.example/2026/raad/31/2026-01-20-aanbellen")]
    public void The_address_tells_the_day_where_the_head_does_not(string address) =>
        AssertDay("2026-01-20", Read("", "<div>Vandaag is het 22 januari 2026</div><h1>Kop van het stuk</h1>", address: address));

    [Fact]
    public void The_address_that_a_page_gives_itself_tells_the_day_too() =>
        AssertDay("2026-01-20", Read("<link rel=\"canonical\" href=\"https://bron.example/2026/01/20/aanbellen\">", "<h1>Kop van het stuk</h1>"));

    [Theory]
    [InlineData("en-US", "https://paper.example/a", "5/1/2026", "2026-05-01")]
    [InlineData("en-GB", "https://paper.example/a", "5/1/2026", "2026-01-05")]
    [InlineData("en", "https://paper.example.in/a", "5/1/2026", "2026-01-05")]
    [InlineData("es", "https://paper.example/a", "5/1/2026", "2026-01-05")]
    [InlineData("es", "https://paper.example/2026/05/a", "5/1/2026", "2026-05-01")]
    public void Day_and_month_are_told_apart_by_language_country_and_address(string language, string address, string line, string day) =>
        AssertDay(day, Read("", $"<h1>Kop van het stuk</h1><div>{line}</div>", language, address));

    [Theory]
    [InlineData("<h1>Kop van het stuk</h1><p>3 uur geleden</p>")]
    [InlineData("<h1>Kop van het stuk</h1><footer>© 2026 De Bron</footer>")]
    [InlineData("<h1>Kop van het stuk</h1><p>Sinds 1 januari 2021 geldt een andere wet,\n en daarom belt\n de gemeente nu eerder aan dan\n vroeger, en ook vaker.</p>")]
    [InlineData("<h1>Kop van het stuk</h1><p>Telefoon 020-2026 1234, artikel 20.1.2</p>")]
    public void What_is_no_date_is_not_taken_for_one(string body) => Assert.Null(Read("", body).Published);

    [Theory]
    [InlineData("<p>Gepubliceerd op 20 januari 2026, laatst bijgewerkt op 23 januari 2026</p>")]
    [InlineData("<p class=\"h-entry\"><time class=\"dt-published\" datetime=\"2026-01-20\">20 januari</time> <time class=\"dt-updated\" datetime=\"2026-01-23\">23 januari</time></p>")]
    [InlineData("<p><time class=\"entry-date published\" datetime=\"2026-01-20\">20 januari</time><time class=\"updated\" datetime=\"2026-01-23\">23 januari</time></p>")]
    [InlineData("<p>Gepubliceerd: <time datetime=\"2026-01-20T09:00\">20 januari</time></p><p>Bijgewerkt: <time datetime=\"2026-01-23T10:00\">23 januari</time></p>")]
    public void The_day_of_the_last_change_is_read_from_what_the_page_shows(string line)
    {
        var article = Read("", $"<h1>Kop van het stuk</h1>{line}");
        AssertDay("2026-01-20", article);
        Assert.Equal("2026-01-23", article.Modified?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_change_of_something_else_in_running_text_is_no_change_of_the_page() =>
        Assert.Null(Read("", "<h1>Kop van het stuk</h1><p>20 januari 2026</p><p>De beslagvrije voet wordt opnieuw gewijzigd per 1 juli 2026, en dat merken vooral mensen met een klein inkomen.</p>").Modified);

    [Fact]
    public void The_picture_tells_the_day_where_nothing_else_does() =>
        AssertDay("2026-01-20", Read("<meta property=\"og:image\" content=\"https://bron.example/foto/2026/01/20/a.jpg\">", "<h1>Kop van het stuk</h1>"));

    private static Ingest.Extraction.ExtractedArticle Read(string head, string body, string language = "nl", string address = Pages.Address) =>
        Pages.Read($"<!DOCTYPE html><html lang=\"{language}\"><head>{head}</head><body>{body}<div>{Pages.Paragraphs}</div></body></html>", address);

    private static void AssertDay(string day, Ingest.Extraction.ExtractedArticle article) =>
        Assert.Equal(day, article.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
