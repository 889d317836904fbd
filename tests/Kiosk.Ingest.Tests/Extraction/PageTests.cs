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

    private static ExtractedArticle Read(string name) =>
        ArticleExtractor.Extract(Extraction.Pages.Bytes(name), null, new Uri(Extraction.Pages.Expected(name)["url"].Single()));
}
