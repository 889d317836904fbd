using System.Text;
using Kiosk.Ingest.Extraction;

namespace Kiosk.Ingest.Tests.Extraction;

public sealed class ObstacleTests
{
    [Theory]
    [InlineData("https://myprivacy.dpgmedia.nl/consent?siteKey=x", "<title>DPG Media Privacy Gate</title><p>DPG Media en haar partners plaatsen cookies. Klik op akkoord om verder te gaan.</p>", PageObstacle.CookieWall)]
    [InlineData(Pages.Address, "<title>Privacy-instellingen</title><p>Wij gebruiken cookies en soortgelijke technieken. Ga je akkoord met deze cookies? Dan kun je verder lezen op onze site.</p>", PageObstacle.CookieWall)]
    [InlineData(Pages.Address, "<title>Pagina niet gevonden | De Bron</title><h1>Pagina niet gevonden</h1><p>De pagina die je zoekt bestaat niet of is verplaatst. Ga naar de voorpagina of gebruik de zoekfunctie.</p>", PageObstacle.ErrorPage)]
    [InlineData(Pages.Address, "<title>Er ging iets mis</title><p>Er ging iets mis op onze server. Probeer het over een paar minuten opnieuw, of bel de redactie.</p>", PageObstacle.ErrorPage)]
    [InlineData(Pages.Address, "<title>Oeps! Deze bladzijde kunnen we helaas nergens op onze site vinden</title><p>Ga naar de voorpagina of gebruik de zoekfunctie, of bel ons op werkdagen tussen negen en vijf uur.</p>", PageObstacle.ErrorPage)]
    [InlineData(Pages.Address, "<title>Deze pagina is tijdelijk niet beschikbaar</title><p>Ga naar de voorpagina of gebruik de zoekfunctie, of bel ons op werkdagen tussen negen en vijf uur.</p>", PageObstacle.ErrorPage)]
    [InlineData(Pages.Address, "<title>Onderhoud</title><p>Deze website is vandaag in onderhoud. Morgen zijn wij er weer, met nieuwe artikelen en een nieuw uiterlijk.</p>", PageObstacle.ErrorPage)]
    [InlineData(Pages.Address, "<title>Just a moment...</title><p>Checking if the site connection is secure. Enable JavaScript and cookies to continue.</p>", PageObstacle.RobotCheck)]
    [InlineData(Pages.Address, "<title>Inloggen - De Bron</title><form action=\"/login\"><input name=\"naam\"><input type=\"password\" name=\"w\"></form>", PageObstacle.Login)]
    [InlineData(Pages.Address, "<title>De Bron</title><div id=\"app\"></div><noscript>You need to enable JavaScript to run this app.</noscript>", PageObstacle.NeedsScript)]
    [InlineData(Pages.Address, "<title>De Bron</title><ul><li><a href=\"/1\">Een</a></li></ul>", PageObstacle.NoArticle)]
    [InlineData(Pages.Address, "   \n", PageObstacle.Empty)]
    public void A_page_that_is_no_article_is_recognised(string address, string html, PageObstacle obstacle)
    {
        var article = Pages.Read(html, address);
        Assert.Equal(obstacle, article.Obstacle);
        Assert.NotNull(article.Problem);
    }

    [Fact]
    public void A_paywall_is_recognised_by_what_the_page_states()
    {
        var article = Pages.With("""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Kop","isAccessibleForFree":"False"}</script>""");
        Assert.Equal(PageObstacle.Paywall, article.Obstacle);
        Assert.Contains("Lindeburg", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paywall_is_recognised_by_what_the_page_says() =>
        Assert.Equal(PageObstacle.Paywall, Pages.With("", "<h1>Aanbellen helpt</h1><div class=\"wall\"><p>Dit artikel is exclusief voor abonnees.</p></div>").Obstacle);

    [Fact]
    public void A_long_article_about_cookies_is_an_article()
    {
        var article = Pages.Read("<title>Cookies weigeren</title><article><h1>Cookies weigeren</h1>" + string.Concat(Enumerable.Repeat(Pages.Paragraphs, 5)) + "<p>Wie alle cookies accepteren aanklikt, ziet meer reclame.</p></article>");
        Assert.Null(article.Problem);
        Assert.NotEmpty(article.Text);
    }

    [Theory]
    [InlineData("404 gezinnen geholpen in Lindeburg")]
    [InlineData("500 euro energietoeslag voor wie weinig heeft")]
    [InlineData("Er ging iets mis bij de toeslagen, zegt de ombudsman")]
    [InlineData("Onderhoud van kinderen na een scheiding")]
    [InlineData("Security check bij banken gaat te ver, vindt de bond")]
    [InlineData("Een moment geduld: zo lang wacht u op schuldhulp")]
    [InlineData("Toestemming | wat u moet weten over uw gegevens")]
    public void A_headline_that_begins_as_an_error_or_a_question_does_is_a_headline(string title)
    {
        var article = Pages.With($"<title>{title}</title><meta property=\"article:published_time\" content=\"2026-11-03\">", $"<h1>{title}</h1>");
        Assert.Null(article.Problem);
        Assert.Contains("Lindeburg", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("410 miljoen voor schuldhulp")]
    [InlineData("Security check bij banken gaat te ver")]
    public void Nor_is_one_over_a_text_without_a_date(string title) =>
        Assert.Null(Pages.With($"<title>{title}</title>", $"<h1>{title}</h1>{Pages.Paragraphs}").Problem);

    [Fact]
    public void More_to_read_is_no_paywall() =>
        Assert.Null(Pages.Read($"<title>Aanbellen helpt</title><main><h1>Aanbellen helpt</h1>{Pages.Paragraphs}<h2>Verder lezen?</h2><p>In het rapport staan alle cijfers per gemeente, met een uitleg erbij.</p></main>").Problem);

    [Theory]
    [InlineData("%PDF-1.7 een rapport", "application/pdf")]
    [InlineData("{\"a\":1}", "application/json")]
    [InlineData("<?xml version=\"1.0\"?><rss></rss>", "application/rss+xml")]
    [InlineData("Zomaar wat tekst", "image/jpeg")]
    public void What_is_no_web_page_is_refused(string body, string contentType) =>
        Assert.Equal(PageObstacle.NotHtml, ArticleExtractor.Extract(Encoding.UTF8.GetBytes(body), contentType, new Uri(Pages.Address)).Obstacle);

    [Fact]
    public void Of_a_page_that_refuses_no_text_is_kept()
    {
        var article = Pages.Read("<title>404</title><p>De pagina die je zoekt bestaat niet of is verplaatst naar een andere plaats op deze site.</p>");
        Assert.Equal(("", ""), (article.Html, article.Text));
    }
}
