using System.Net;
using System.Text.Json;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Tests.Accounts;
using Kiosk.Web.Tests.Lists;

namespace Kiosk.Web.Tests.Pages;

public sealed class CitingPagesTests(NewsstandKiosk newsstand)
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task An_article_tells_machines_what_it_is_and_nothing_breaks_out_of_the_data(int id)
    {
        using var answer = await newsstand.Kiosk.GetAsync((await newsstand.Kiosk.GetAsync($"/artikel/{id}")).Headers.Location!.ToString());
        var page = TestKiosk.Parse(await answer.Content.ReadAsStringAsync());
        using var data = JsonDocument.Parse(Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']")).TextContent);
        Assert.Equal(page.QuerySelector("h1")!.TextContent, data.RootElement.GetProperty("headline").GetString());
        Assert.Equal("2026-11-20", data.RootElement.GetProperty("datePublished").GetString()?.Replace("-19", "-20", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ris", "TY  - ", "application/x-research-info-systems")]
    [InlineData("bib", "@", "application/x-bibtex")]
    [InlineData("csl", "[", "application/vnd.citationstyles.csl+json")]
    public async Task An_article_is_cited_as_a_file(string form, string opening, string type)
    {
        using var answer = await newsstand.Kiosk.GetAsync($"/artikel/1/citeer/{form}");
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith(opening, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains((await newsstand.Kiosk.PageAsync("/artikel/1/volledig-stuk-over-schulden")).QuerySelectorAll("#citeren a"), link => link.GetAttribute("href") == $"/artikel/1/citeer/{form}");
    }

    [Theory]
    [InlineData("/artikel/1/citeer/word")]
    [InlineData("/artikel/6/citeer/ris")]
    [InlineData("/artikel/999/citeer/ris")]
    public async Task What_is_withdrawn_or_unknown_is_not_cited(string path)
    {
        using var answer = await newsstand.Kiosk.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task From_a_list_one_reads_on_to_the_next_and_back()
    {
        var first = await newsstand.Kiosk.PageAsync("/artikel/1/volledig-stuk-over-schulden?lijst=1");
        Assert.Null(first.QuerySelector(".list-way [rel=prev]"));
        var second = await newsstand.Kiosk.PageAsync(first.QuerySelector(".list-way [rel=next]")!.GetAttribute("href")!);
        Assert.Equal("/artikel/1/volledig-stuk-over-schulden?lijst=1", second.QuerySelector(".list-way [rel=prev]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_private_list_shows_nobody_else_the_way()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        var list = (await ListPagesTests.TeamAsync(noor, 1, 2)).Split('/')[2];
        Assert.NotNull((await noor.PageAsync($"/artikel/1/volledig-stuk-over-schulden?lijst={list}")).QuerySelector(".list-way"));
        using var other = await kiosk.SignedInAsync(Role.Beheerder);
        Assert.Null((await other.PageAsync($"/artikel/1/volledig-stuk-over-schulden?lijst={list}")).QuerySelector(".list-way"));
    }

    [Theory]
    [InlineData("2027-01-01", "2027-06-30", "Geldt vanaf 1 januari 2027 tot en met 30 juni 2027", "soon")]
    [InlineData("2026-01-01", "2026-11-19", "Gold tot en met 19 november 2026. Dit is verouderd.", "old")]
    [InlineData("2026-01-01", "2026-11-20", "Geldt van 1 januari 2026 tot en met 20 november 2026", "")]
    public async Task An_article_says_from_when_to_when_it_holds_and_what_it_rests_on(string from, string until, string words, string tone)
    {
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            var article = Seeds.Article(Seeds.Source("vol", Rights.Full), "Stuk", body: "<p>Tekst.</p>");
            (article.ValidFrom, article.ValidUntil) = (DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture));
            (article.Evidence, article.Phases, article.Roles) = (Evidence.GeldendRecht, [Phase.Nazorg], [WorkRole.Beleid]);
            db.Add(article);
        });
        var page = await kiosk.PageAsync("/artikel/1/stuk");
        Assert.Equal(words, page.QuerySelector(".validity strong")!.TextContent);
        Assert.Equal($"validity {tone}".Trim(), page.QuerySelector(".validity")!.ClassName!.Trim());
        Assert.Equal("Geldend recht", page.QuerySelector(".badge")!.TextContent);
        Assert.Contains("Nazorg", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Beleid", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }
}
