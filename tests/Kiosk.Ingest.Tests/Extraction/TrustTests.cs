namespace Kiosk.Ingest.Tests.Extraction;

public sealed class TrustTests
{
    private const string Ld = """<script type="application/ld+json">{"@type":"NewsArticle","headline":"Kop uit JSON-LD","datePublished":"2026-01-01T10:00:00+01:00","author":"Fenna de Wit"}</script>""";
    private const string Graph = """<meta property="og:title" content="Kop van OpenGraph"><meta property="article:published_time" content="2026-02-02T10:00:00Z"><meta name="author" content="Joris Bos">""";

    [Fact]
    public void JSON_LD_is_trusted_before_OpenGraph()
    {
        var article = Pages.With(Graph + Ld);
        Assert.Equal("Kop uit JSON-LD", article.Title);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.FromHours(1)), article.Published);
        Assert.Equal(["Fenna de Wit"], article.Authors);
    }

    [Fact]
    public void OpenGraph_is_trusted_before_what_the_page_shows()
    {
        var article = Pages.With(Graph, "<h1>Heel iets anders</h1><p class=\"byline\">Door Pieter Post, <time datetime=\"2026-03-03\">3 maart 2026</time></p>");
        Assert.Equal("Kop van OpenGraph", article.Title);
        Assert.Equal(2, article.Published?.Month);
        Assert.Equal(["Joris Bos"], article.Authors);
    }

    [Fact]
    public void What_the_page_shows_is_read_where_nothing_is_stated()
    {
        var article = Pages.With("<title>Aanbellen helpt | De Bron</title>", "<h1>Aanbellen helpt</h1><p class=\"byline\">Door Pieter Post en Noor Jansen, 3 maart 2026</p>");
        Assert.Equal("Aanbellen helpt", article.Title);
        Assert.Equal("2026-03-03", article.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(["Pieter Post", "Noor Jansen"], article.Authors);
    }

    [Fact]
    public void A_stated_title_that_is_the_name_of_the_host_is_no_title() =>
        Assert.Equal("Aanbellen helpt beter", Pages.With("<meta property=\"og:title\" content=\"Tagblatt am Fluss\"><title>Aanbellen helpt beter</title>", "<h1>Aanbellen helpt beter</h1>", "https://www.tagblatt-am-fluss.example/a").Title);

    [Theory]
    [InlineData("https://bron.example/gids/bellen.html", "Aanbellen helpt")]
    [InlineData("https://bron.example/gids/", "Gids voor wijkteams")]
    [InlineData("https://bron.example/gids/index.html", "Gids voor wijkteams")]
    public void A_heading_that_leads_to_the_front_of_a_manual_is_the_manuals(string address, string title) =>
        Assert.Equal(title, Pages.With($"<title>{title} — Bron</title>", "<h1><a href=\"index.html\">Gids voor wijkteams</a></h1><div><h1>Aanbellen helpt</h1></div>", address).Title);

    [Fact]
    public void An_event_that_is_announced_on_a_page_is_not_what_the_page_is_about()
    {
        const string announced = """<script type="application/ld+json">{"@type":"Event","name":"Spreekuur","url":"https://bron.example/agenda/spreekuur","startDate":"2026-12-01"}</script>""";
        var article = Pages.With(announced + "<title>Aanbellen helpt | De Bron</title>", "<h1>Aanbellen helpt</h1>");
        Assert.Equal(("Aanbellen helpt", null, null), (article.Title, article.CanonicalUrl, article.Kind));
        Assert.Equal("Spreekuur", Pages.With(announced, address: "https://bron.example/agenda/spreekuur").Title);
    }

    [Fact]
    public void The_heading_settles_which_of_two_stated_titles_counts() =>
        Assert.Equal("Kop van OpenGraph", Pages.With(Graph + Ld, "<h1>Kop van OpenGraph</h1>").Title);

    [Theory]
    [InlineData("Aanbellen helpt - NRC", "NRC", "Aanbellen helpt")]
    [InlineData("Aanbellen helpt | Binnenland | De Bron", "De Bron", "Aanbellen helpt | Binnenland")]
    [InlineData("De Bron: Aanbellen helpt", "De Bron", "Aanbellen helpt")]
    [InlineData("De Bron - Aanbellen helpt", "De Bron", "Aanbellen helpt")]
    [InlineData("Aanbellen helpt « De Bron", "De Bron", "Aanbellen helpt")]
    [InlineData("Aanbellen helpt ~ De Bron", "De Bron", "Aanbellen helpt")]
    [InlineData("Aanbellen helpt (De Bron)", "De Bron", "Aanbellen helpt")]
    [InlineData("Aanbellen helpt (opnieuw)", "De Bron", "Aanbellen helpt (opnieuw)")]
    [InlineData("Bron-eigenaar belt zelf aan", "Bron", "Bron-eigenaar belt zelf aan")]
    [InlineData("Aanbellen helpt - vooral in Lindeburg", "De Bron", "Aanbellen helpt - vooral in Lindeburg")]
    public void The_name_of_the_site_is_no_part_of_the_title(string stated, string site, string title) =>
        Assert.Equal(title, Pages.With($"<meta property=\"og:site_name\" content=\"{site}\"><meta property=\"og:title\" content=\"{stated}\">").Title);

    [Fact]
    public void A_rubric_that_the_heading_does_not_have_is_no_part_of_the_title() =>
        Assert.Equal("Aanbellen helpt beter", Pages.With("<meta property=\"og:title\" content=\"LIVE | Aanbellen helpt beter\">", "<h1>Aanbellen helpt beter</h1>").Title);

    [Theory]
    [InlineData("<h1><a href=\"https://bron.example/\">Schulden in beeld</a></h1><h2 class=\"entry-title\">Aanbellen helpt beter</h2>", "Schulden in beeld: Aanbellen helpt beter")]
    [InlineData("<h1><a href=\"/\">Het Weblog van Noor</a></h1><h3>Aanbellen helpt beter</h3>", "Aanbellen helpt beter | Nieuws | Het Weblog van Noor")]
    [InlineData("<h1>Aanbellen helpt beter</h1>", "Aanbellen helpt beter _ Economie_De Bron")]
    public void A_heading_settles_how_much_of_the_title_element_is_the_title(string headings, string bar) =>
        Assert.Equal("Aanbellen helpt beter", Pages.With($"<title>{bar}</title>", headings).Title);

    [Fact]
    public void Where_the_site_keeps_the_h1_for_its_own_name_the_heading_that_is_called_the_title_settles_it() =>
        Assert.Equal("Aanbellen helpt beter", Pages.With(
            "<meta property=\"og:title\" content=\"Aanbellen helpt beter\"><title>Schulden in beeld: Aanbellen helpt beter</title>",
            "<h1 class=\"title\">Schulden in beeld</h1><h3 class=\"post-title entry-title\" itemprop=\"name\">Aanbellen helpt beter</h3>").Title);

    [Fact]
    public void A_kicker_before_the_heading_is_no_part_of_the_title() =>
        Assert.Equal("Aanbellen helpt beter", Pages.With(
            "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Zo helpt de gemeente\"}</script><meta property=\"og:title\" content=\"Aanbellen helpt beter\">",
            "<h1><span>Lindeburg</span><span>Aanbellen helpt beter</span></h1>").Title);

    [Fact]
    public void What_is_stated_about_the_site_as_a_whole_is_no_title() =>
        Assert.Equal("Aanbellen helpt beter", Pages.With("<title>Aanbellen helpt beter | De Bron</title><meta property=\"og:title\" content=\"Altijd het laatste nieuws\">", "<h1>Aanbellen helpt beter</h1>").Title);

    [Fact]
    public void Each_part_says_where_it_was_found()
    {
        var why = Pages.With(Graph + Ld, "<h1>Kop van OpenGraph</h1>").Why.Select(finding => (finding.Field, finding.Origin)).ToList();
        Assert.Contains(("title", "og:title, en de kop zegt hetzelfde"), why);
        Assert.Contains(("title", "niet gekozen: JSON-LD headline"), why);
        Assert.Contains(("published", "JSON-LD datePublished"), why);
        Assert.Contains(("authors", "JSON-LD author"), why);
        Assert.Contains(why, finding => finding.Field == "body");
    }

    [Theory]
    [InlineData("2026-05-12T00:30:00+02:00", "2026-05-12T00:30+02:00")]
    [InlineData("2026-05-12", "2026-05-12T00:00+00:00")]
    [InlineData("1826-05-12", "")]
    [InlineData("binnenkort", "")]
    public void A_date_keeps_the_offset_in_which_it_was_written(string stated, string expected) =>
        Assert.Equal(expected, Pages.With($"<meta property=\"article:published_time\" content=\"{stated}\">").Published?.ToString("yyyy-MM-dd'T'HH:mmzzz", System.Globalization.CultureInfo.InvariantCulture) ?? "");

    [Theory]
    [InlineData("Gepubliceerd op 12 mei 2026")]
    [InlineData("Nieuwsbericht | 12-05-2026 | 14:00")]
    [InlineData("dinsdag 12 mei 2026, 09:15")]
    [InlineData("Veröffentlicht am 12. Mai 2026")]
    [InlineData("May 12, 2026")]
    public void A_date_near_the_heading_is_found(string line) =>
        Assert.Equal("2026-05-12", Pages.With("", $"<h1>Aanbellen helpt</h1><div>{line}</div>", "https://bron.example.nl/a").Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void The_address_tells_the_date_where_the_page_does_not() =>
        Assert.Equal(new DateTimeOffset(2026, 5, 12, 0, 0, 0, TimeSpan.Zero), Pages.With("", "", "https://bron.example/2026/05/12/aanbellen").Published);

    [Fact]
    public void A_change_before_the_publication_is_no_change() =>
        Assert.Null(Pages.With("<meta property=\"article:published_time\" content=\"2026-05-12\"><meta property=\"article:modified_time\" content=\"2026-05-01\">").Modified);

    [Theory]
    [InlineData("{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"De Bron\"},{\"@type\":[\"Article\",\"NewsArticle\"],\"headline\":\"Kop\"}]}")]
    [InlineData("[{\"@type\":\"BreadcrumbList\"},{\"@type\":\"NewsArticle\",\"headline\":\"Kop\",}]")]
    [InlineData("/*<![CDATA[*/{\"@type\":\"NewsArticle\",\"headline\":\"Kop\",\"description\":\"een\nregel\"}/*]]>*/")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Kop\",\"author\":[{\"name\":\"Fen")]
    [InlineData("{\"@type\":\"http://schema.org/NewsArticle\",\"headline\":\"Kop\",\"description\":\"pad C:\\windows\"}")]
    [InlineData("{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"Article\",\"headline\":\"Kop\"}}")]
    [InlineData("{\"@type\":\"WebSite\",\"name\":\"De Bron\"}{\"@type\":\"NewsArticle\",\"headline\":\"Kop\"}")]
    [InlineData("{\"@type\":\"NewsArticle\" \"description\":\"een regel\" \"headline\":\"Kop\"}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"description\":\"De wethouder: \"het werkt\", zegt zij\",\"headline\":\"Kop\"}")]
    [InlineData("{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Kop&quot;}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Kop\"};")]
    public void JSON_LD_is_read_in_every_shape_it_comes_in(string json) =>
        Assert.Equal("Kop", Pages.With($"<title>Anders</title><script type=\"application/ld+json\">{json}</script>").Title);

    [Fact]
    public void The_article_of_this_page_is_preferred_to_the_articles_it_links()
    {
        const string json = """[{"@type":"NewsArticle","url":"https://bron.example/nieuws/ander","headline":"Ander"},{"@type":"NewsArticle","url":"https://bron.example/nieuws/aanbellen","headline":"Dit"}]""";
        Assert.Equal("Dit", Pages.With($"<script type=\"application/ld+json\">{json}</script>").Title);
    }

    [Fact]
    public void An_article_in_a_list_is_not_what_the_page_is_about_unless_its_address_says_so()
    {
        const string list = """<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"NewsArticle","headline":"Ander bericht","url":"https://bron.example/nieuws/ander","datePublished":"2026-05-05","author":"Noor Jansen"}}]}</script>""";
        var article = Pages.With(list + "<meta property=\"article:published_time\" content=\"2026-03-02\">", "<h1>Aanbellen helpt</h1>");
        Assert.Equal(("Aanbellen helpt", 3), (article.Title, article.Published?.Month));
        Assert.Empty(article.Authors);
        Assert.Equal("Ander bericht", Pages.With(list, address: "https://bron.example/nieuws/ander").Title);
    }

    [Theory]
    [InlineData("De Bron » Aanbellen helpt beter")]
    [InlineData("De Bron: Aanbellen helpt beter")]
    [InlineData("De Bron | Nieuws | Aanbellen helpt beter")]
    [InlineData("Aanbellen helpt beter ⋆ De Bron")]
    [InlineData("Aanbellen helpt beter @ De Bron")]
    public void A_smaller_heading_settles_at_which_end_of_the_title_element_the_site_stands(string bar) =>
        Assert.Equal("Aanbellen helpt beter", Pages.With($"<title>{bar}</title>", "<h2>Aanbellen helpt beter</h2>").Title);

    [Theory]
    [InlineData("https://bron.example/", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("http://localhost:3000/nieuws/aanbellen", null)]
    [InlineData("/nieuws/aanbellen?pagina=1", "https://bron.example/nieuws/aanbellen?pagina=1")]
    public void A_canonical_address_that_cannot_be_its_own_is_not_believed(string link, string? expected) =>
        Assert.Equal(expected, Pages.With($"<link rel=\"canonical\" href=\"{link}\">").CanonicalUrl);

    [Theory]
    [InlineData("", "<img src=\"/teller.gif\" width=\"1\" height=\"1\"><img src=\"/foto.jpg\" width=\"800\">")]
    [InlineData("", "<img src=\"/mail.svg\" width=\"24\" height=\"24\"><img src=\"/foto.jpg\">")]
    [InlineData("<link rel=\"image_src\" href=\"/foto.jpg\">", "")]
    [InlineData("<meta itemprop=\"image\" content=\"/foto.jpg\">", "")]
    public void The_picture_is_the_first_that_is_no_icon_or_the_one_that_the_page_points_out(string head, string body) => Assert.Equal("https://bron.example/foto.jpg", Pages.With(head, body).Image);

    [Theory]
    [InlineData("<html lang=\"nl\">", "nl")]
    [InlineData("<html lang=\"nl_BE\">", "nl-BE")]
    [InlineData("<html lang=\"\"><meta property=\"og:locale\" content=\"de_DE\">", "de-DE")]
    [InlineData("<html lang=\"undefined\">", null)]
    public void The_language_is_a_tag_or_nothing(string start, string? tag) => Assert.Equal(tag, Pages.Read(start + Pages.Paragraphs).Language);
}
