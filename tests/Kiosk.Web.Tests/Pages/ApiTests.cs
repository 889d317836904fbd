using System.Net;
using System.Text.Json;

namespace Kiosk.Web.Tests.Pages;

public sealed class ApiTests(NewsstandKiosk newsstand)
{
    [Fact]
    public async Task A_search_gives_items_counts_and_the_way_to_other_pages()
    {
        var kiosk = newsstand.Kiosk;

        using var response = await kiosk.GetAsync("/api/v1/search?q=beslag&limit=10&page=2");
        var answer = await JsonAsync(response);

        Assert.Equal("1.5.0", response.Headers.GetValues("API-Version").Single());
        Assert.Equal(54, answer.GetProperty("total").GetInt32());
        Assert.Equal(10, answer.GetProperty("items").GetArrayLength());
        Assert.Equal("/api/v1/search?q=beslag&limit=10&page=3", answer.GetProperty("_links").GetProperty("next").GetString());
        Assert.Equal("/api/v1/search?q=beslag&limit=10&page=1", answer.GetProperty("_links").GetProperty("prev").GetString());
        var first = answer.GetProperty("items")[0];
        Assert.Equal("Dagblad", first.GetProperty("source").GetProperty("name").GetString());
        Assert.Equal("nieuws", first.GetProperty("kind").GetString());
        Assert.StartsWith("/artikel/", first.GetProperty("link").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_decide_how_much_of_an_article_is_given()
    {
        var kiosk = newsstand.Kiosk;

        using var full = await kiosk.GetAsync("/api/v1/articles/1");
        using var excerpt = await kiosk.GetAsync("/api/v1/articles/2");
        using var link = await kiosk.GetAsync("/api/v1/articles/3");

        Assert.Contains(Newsstand.Secret, (await JsonAsync(full)).GetProperty("bodyHtml").GetString(), StringComparison.Ordinal);
        var part = await JsonAsync(excerpt);
        Assert.Equal(JsonValueKind.Null, part.GetProperty("bodyHtml").ValueKind);
        Assert.EndsWith("schulden60 …", part.GetProperty("excerpt").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await JsonAsync(link)).GetProperty("excerpt").ValueKind);
    }

    [Theory]
    [InlineData("/api/v1/search?page=0", "page")]
    [InlineData("/api/v1/search?page=-1", "page")]
    [InlineData("/api/v1/search?page=abc", "page")]
    [InlineData("/api/v1/search?page=99999999", "page")]
    [InlineData("/api/v1/search?limit=101", "limit")]
    [InlineData("/api/v1/search?kind=roman", "kind")]
    [InlineData("/api/v1/search?sort=oldest", "sort")]
    public async Task A_bad_parameter_is_named(string path, string parameter)
    {
        var kiosk = newsstand.Kiosk;

        using var response = await kiosk.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.NotEqual(0, (await JsonAsync(response)).GetProperty("errors").GetProperty(parameter).GetArrayLength());
    }

    [Theory]
    [InlineData("/api/v1/articles/999", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/articles/abc", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/articles/6", HttpStatusCode.Gone)]
    [InlineData("/api/v2/search", HttpStatusCode.NotFound)]
    public async Task An_error_is_a_problem_in_json(string path, HttpStatusCode status)
    {
        var kiosk = newsstand.Kiosk;

        using var response = await kiosk.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal((int)status, (await JsonAsync(response)).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Why_an_article_was_withdrawn_is_in_the_problem()
    {
        var kiosk = newsstand.Kiosk;

        using var response = await kiosk.GetAsync("/api/v1/articles/6");

        Assert.Equal("Op verzoek van de bron.", (await JsonAsync(response)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Health_tells_what_is_ready()
    {
        var kiosk = newsstand.Kiosk;

        using var response = await kiosk.GetAsync("/healthz");
        var health = await JsonAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(health.GetProperty("ready").GetBoolean());
        Assert.Equal(60, health.GetProperty("index").GetProperty("articles").GetInt32());
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Health_is_503_while_archive_or_index_is_missing(bool withSchema, bool withIndex)
    {
        await using var kiosk = await TestKiosk.StartAsync(withSchema: withSchema, withIndex: withIndex);

        using var response = await kiosk.GetAsync("/healthz");
        var health = await JsonAsync(response);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.True(health.GetProperty("live").GetBoolean());
        Assert.Equal(withSchema, health.GetProperty("archive").GetProperty("reachable").GetBoolean());
        Assert.Equal(withIndex, health.GetProperty("index").GetProperty("ready").GetBoolean());
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
}
