using Kiosk.Data;
using Kiosk.Ingest.Extraction;

namespace Kiosk.Ingest.Tests.Extraction;

public sealed class PageTests
{
    public static TheoryData<string> Pages => [.. Extraction.Pages.Names];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_gives_its_article_and_nothing_around_it(string name)
    {
        var expected = Extraction.Pages.Expected(name);
        var article = Read(name);
        Assert.Null(article.Problem);
        Assert.All(expected["+"], words => Assert.Contains(words, article.Text, StringComparison.Ordinal));
        Assert.All(expected["-"], words => Assert.DoesNotContain(words, article.Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_gives_what_is_known_about_its_article(string name)
    {
        var expected = Extraction.Pages.Expected(name);
        var article = Read(name);
        var fields = new Dictionary<string, string?>
        {
            ["title"] = article.Title,
            ["published"] = article.Published?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
            ["modified"] = article.Modified?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
            ["language"] = article.Language,
            ["site"] = article.SiteName,
            ["canonical"] = article.CanonicalUrl,
            ["image"] = article.Image,
            ["alt"] = article.ImageAlt,
            ["kind"] = article.Kind is { } kind ? Names.Of(kind) : null,
        };
        Assert.All(fields.Keys.Where(expected.Contains), field => Assert.Equal((field, expected[field].Single()), (field, fields[field])));
        if (expected.Contains("author"))
            Assert.Equal(expected["author"], article.Authors);
    }

    [Fact]
    public void Readers_who_write_more_than_the_author_do_not_become_the_article()
    {
        var comment = "<div class=\"comment\"><p>Ik heb zelf jarenlang bij een gemeente gewerkt, en wij hebben dit nooit zo gedaan, want daar was geen geld voor.</p></div>";
        var article = Extraction.Pages.Read($"<h1>Aanbellen</h1><div class=\"post\">{Extraction.Pages.Paragraphs}</div><div id=\"comments\">{string.Concat(Enumerable.Repeat(comment, 60))}</div>");
        Assert.Contains("Lindeburg", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("jarenlang", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("overflow-hidden")]
    [InlineData("hidden md:block")]
    [InlineData("has-comments with-sidebar-left")]
    public void A_class_that_only_sounds_like_what_is_left_out_leaves_nothing_out(string name)
    {
        var text = Extraction.Pages.Read($"<main><p>Een lange inleiding die zelf ook gewoon bij het artikel hoort, en dus blijft.</p>{Extraction.Pages.Paragraphs}<div class=\"{name}\"><p>Deze alinea staat in een blok met een naam die verdacht klinkt, maar hoort er gewoon bij.</p></div></main>").Text;
        Assert.Contains("verdacht klinkt", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_a_heading_stay_where_they_lead_back_to_a_table_of_contents()
    {
        var article = Extraction.Pages.Read($"""
            <title>Aanbellen helpt — Gids</title><main><h1><a class="toc-backref" href="#id1">Aanbellen helpt</a><a class="headerlink" href="#aanbellen-helpt">¶</a></h1>{Extraction.Pages.Paragraphs}
            <h2><a class="toc-backref" href="#id2">Wat het kost</a><a class="headerlink" href="#wat-het-kost">¶</a></h2>{Extraction.Pages.Paragraphs}
            <h2>Wie meedoen <a class="share-link" href="#deel">deel</a></h2>{Extraction.Pages.Paragraphs}</main>
            """);
        Assert.Equal("Aanbellen helpt", article.Title);
        Assert.Contains("\nWat het kost\n", article.Text, StringComparison.Ordinal);
        Assert.Contains("\nWie meedoen\n", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_one_table_keeps_its_rows()
    {
        var row = "<tr><td>Lindeburg</td><td>De gemeente belt aan bij inwoners die twee maanden huur achterlopen, en dat helpt vaker dan een brief.</td></tr>";
        var article = Extraction.Pages.Read($"<title>Aanbellen</title><main><h1>Aanbellen</h1><p>Wat gemeenten doen, in een tabel.</p><table><thead><tr><th>Waar</th><th>Wat</th></tr></thead><tbody>{string.Concat(Enumerable.Repeat(row, 12))}</tbody></table></main>");
        Assert.Contains("<thead><tr><th>Waar</th>", article.Html, StringComparison.Ordinal);
        Assert.Contains("<tbody><tr><td>Lindeburg</td>", article.Html, StringComparison.Ordinal);
    }

    private static ExtractedArticle Read(string name) =>
        ArticleExtractor.Extract(Extraction.Pages.Bytes(name), null, new Uri(Extraction.Pages.Expected(name)["url"].Single()));
}
