using System.Net;

namespace Kiosk.Web.Tests.Pages;

public sealed class VandaagTests
{
    [Fact]
    public async Task The_newest_pieces_lie_in_front_as_cards_that_lead_to_their_article()
    {
        await using var kiosk = await TestKiosk.StartAsync(db => db.Articles.AddRange(Enumerable.Range(1, 12).Select(
            number => Seeds.Article(Seeds.Source($"bron-{number}"), $"Stuk {number}", number, "Een opening."))));

        var page = await kiosk.PageAsync("/");

        Assert.Equal(9, page.QuerySelectorAll("main article").Length);
        Assert.Equal("Stuk 1", page.QuerySelector(".card.lead .card-title a")!.TextContent);
        Assert.Equal("/artikel/1/stuk-1", page.QuerySelector(".card.lead .card-title a")!.GetAttribute("href"));
        Assert.Contains("Je bent bij", page.QuerySelector(".shutter")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".following"));
    }

    [Fact]
    public async Task An_empty_kiosk_shows_the_first_harvest_and_refreshes_while_it_runs()
    {
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            db.Sources.Add(Seeds.Source("klaar", name: "Al klaar"));
            var waiting = Seeds.Source("wacht", name: "Wacht nog");
            waiting.LastCheckedAt = null;
            db.Sources.Add(waiting);
        });

        var page = await kiosk.PageAsync("/");

        Assert.Equal("De eerste oogst loopt", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("1 van 2 bronnen bekeken", page.QuerySelector("#oogst-tekst")!.TextContent);
        Assert.NotNull(page.QuerySelector(".following"));
    }

    [Fact]
    public async Task An_empty_kiosk_whose_harvest_is_over_does_not_refresh()
    {
        await using var kiosk = await TestKiosk.StartAsync(db => db.Sources.Add(Seeds.Source("klaar")));

        var page = await kiosk.PageAsync("/");

        Assert.Equal("Nog niets binnengekomen", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector(".following"));
    }

    [Fact]
    public async Task A_kiosk_without_sources_says_so()
    {
        await using var kiosk = await TestKiosk.StartAsync();

        using var response = await kiosk.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("feeds.json", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
