using System.Net;
using Kiosk.Data;

namespace Kiosk.Web.Tests.Pages;

public sealed class FaultTests(NewsstandKiosk newsstand)
{
    [Theory]
    [InlineData("/bestaat-niet")]
    [InlineData("/artikel/999")]
    [InlineData("/artikel/abc")]
    [InlineData("/artikel/99999999999999999999999999")]
    [InlineData("/onderwerp/geen")]
    [InlineData("/bron/geen")]
    [InlineData("/melding")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    public async Task What_is_not_there_is_a_404_with_a_page(string path)
    {
        var kiosk = newsstand.Kiosk;

        using var response = await kiosk.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = TestKiosk.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("Dit ligt hier niet", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("main form[role=search]"));
    }

    [Fact]
    public async Task A_withdrawn_article_is_a_410_with_its_reason()
    {
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            var article = Seeds.Article(Seeds.Source("bron"), "Weg ermee", lead: "Geheim begin");
            (article.State, article.StateReason) = (ArticleState.Withdrawn, "De bron trok het in.");
            db.Articles.Add(article);
        });

        using var response = await kiosk.GetAsync("/artikel/1/weg-ermee");

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        var html = await response.Content.ReadAsStringAsync();
        Assert.Contains("De bron trok het in.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheim begin", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_article_is_a_404()
    {
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            var article = Seeds.Article(Seeds.Source("bron"), "Verborgen");
            article.State = ArticleState.Hidden;
            db.Articles.Add(article);
        });

        using var page = await kiosk.GetAsync("/artikel/1/verborgen");
        using var api = await kiosk.GetAsync("/api/v1/articles/1");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, api.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/artikel/1")]
    [InlineData("/onderwerpen")]
    [InlineData("/bronnen")]
    public async Task An_archive_that_cannot_be_read_is_a_503_that_says_when_to_come_back(string path)
    {
        await using var kiosk = await TestKiosk.StartAsync(withSchema: false);

        using var response = await kiosk.GetAsync(path);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), response.Headers.RetryAfter!.Delta);
        var html = await response.Content.ReadAsStringAsync();
        Assert.Equal("De kiosk is even dicht", TestKiosk.Parse(html).QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("Exception", html, StringComparison.Ordinal);
        Assert.DoesNotContain("no such table", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/zoeken?q=schuld")]
    [InlineData("/api/v1/search?q=schuld")]
    public async Task An_index_that_is_still_filled_is_a_503(string path)
    {
        await using var kiosk = await TestKiosk.StartAsync(withIndex: false);

        using var response = await kiosk.GetAsync(path);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), response.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task A_form_sent_to_a_page_is_refused_without_an_error()
    {
        var kiosk = newsstand.Kiosk;
        using var client = kiosk.Client();
        using var nothing = new StringContent("");

        using var response = await client.PostAsync(new Uri("/bronnen", UriKind.Relative), nothing);

        Assert.InRange((int)response.StatusCode, 400, 499);
    }
}
