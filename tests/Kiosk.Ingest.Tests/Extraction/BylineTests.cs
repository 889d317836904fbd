namespace Kiosk.Ingest.Tests.Extraction;

/// <summary>Who wrote it.</summary>
public sealed class BylineTests
{
    [Theory]
    [InlineData("<div class=\"info\">12 maart 2026 | Door Fenna de Wit</div>")]
    [InlineData("<div class=\"info\">Mis à jour le 12 mars 2026 · Par Fenna de Wit</div>")]
    [InlineData("<div class=\"firma\">Fenna de Wit</div>")]
    [InlineData("<div data-component=\"byline-block\"><span>Fenna de Wit</span><span>Money reporter</span><time>3 days ago</time></div>")]
    [InlineData("<p class=\"submitted\">Ingediend door <span class=\"username\">Fenna de Wit</span> op 3 maart 2026</p>")]
    [InlineData("<div class=\"meta\"><a href=\"/auteur/fenna\">Fenna de Wit</a> | 3 maart 2026</div>")]
    [InlineData("<dl><dt>Auteur</dt><dd>Fenna de Wit</dd></dl>")]
    [InlineData("<div class=\"field__label\">Auteur(s):</div><div class=\"field__item\">Fenna de Wit</div>")]
    [InlineData("<p>Auteur(s): Fenna de Wit</p>")]
    [InlineData("<div class=\"byline-content\"><div class=\"byline\"><a>Fenna de Wit</a></div><time>March 3, 2026 08:05</time></div>")]
    [InlineData("<div class=\"attribution-author\"><span class=\"label\">By:</span><span><a href=\"/fenna\">Fenna de Wit</a></span></div>")]
    [InlineData("<p class=\"author-section\">By <a class=\"author\">Fenna de Wit for the Daily Source</a></p>")]
    [InlineData("<span id=\"author\">Fenna de Wit ❤</span>")]
    public void A_byline_is_found_beside_the_date_or_the_function(string byline) =>
        Assert.Equal(["Fenna de Wit"], Pages.With("", "<h1>Aanbellen helpt</h1>" + byline).Authors);

    [Fact]
    public void Authors_in_a_list_are_as_many_names() =>
        Assert.Equal(["Fenna de Wit", "Joris Bos"], Pages.With("", "<h1>Aanbellen helpt</h1><div class=\"authors\"><ul><li><a>Fenna de Wit</a></li><li><a>Joris Bos</a></li></ul></div>").Authors);

    [Theory]
    [InlineData("<figure><img src=\"/a.jpg\"><div class=\"author\">Fenna de Wit</div></figure>")]
    [InlineData("<div class=\"sidebar\"><div class=\"author\">Fenna de Wit</div></div>")]
    public void Who_made_the_picture_or_stands_beside_the_article_is_not_its_author(string other) => Assert.Empty(Pages.With("", "<h1>Aanbellen helpt</h1>" + other).Authors);

    [Fact]
    public void A_person_in_JSON_LD_may_have_a_given_and_a_family_name() =>
        Assert.Equal(["Fenna de Wit"], Pages.With("""<script type="application/ld+json">{"@type":"Article","author":{"@type":"Person","givenName":"Fenna","familyName":"de Wit"}}</script>""").Authors);

    [Theory]
    [InlineData("Door Fenna de Wit en Joris Bos", "Fenna de Wit;Joris Bos")]
    [InlineData("Redactie; Fenna de Wit, redacteur economie", "Fenna de Wit")]
    [InlineData("Fenna de Wit (fenna@bron.example)", "Fenna de Wit")]
    [InlineData("fenna@bron.example", "")]
    [InlineData("https://facebook.example/bron", "")]
    [InlineData("Onze redactie", "")]
    [InlineData("admin", "")]
    [InlineData("By Emma Hartley and Tom Wright | 12 May 2026", "Emma Hartley;Tom Wright")]
    [InlineData("Ministerie van Sociale Zaken en Werkgelegenheid", "Ministerie van Sociale Zaken en Werkgelegenheid")]
    [InlineData("Ministerie van Onderwijs, Cultuur en Wetenschap; Gemeente Lindeburg", "Ministerie van Onderwijs, Cultuur en Wetenschap;Gemeente Lindeburg")]
    [InlineData("Marine Le Goff", "Marine Le Goff")]
    [InlineData("Ann Op de Beeck", "Ann Op de Beeck")]
    [InlineData("Par Marine Le Goff, le 3 mars 2026", "Marine Le Goff")]
    [InlineData("Fenna de Wit is onderzoeker bij een hogeschool", "Fenna de Wit")]
    public void Names_are_read_from_bylines_and_junk_is_not(string byline, string names) =>
        Assert.Equal(names, string.Join(';', Pages.With($"<meta name=\"author\" content=\"{byline}\">").Authors));
}
