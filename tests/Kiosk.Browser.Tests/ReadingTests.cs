using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kiosk.Browser.Tests;

/// <summary>What a reader does with the selection of the day and with a piece.</summary>
public sealed partial class ReadingTests(Newsstand newsstand)
{
    [Fact]
    public Task Vandaag_has_nine_pieces_and_an_end() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync("/");

        await Expect(page.Locator("article.card")).ToHaveCountAsync(9);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Je bent bij" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task Clicking_anywhere_on_a_card_opens_its_piece() => newsstand.VisitAsync(Reader.OnAPhone, async page =>
    {
        await page.GotoAsync("/");
        var card = page.Locator("article.card.lead");
        var title = await card.Locator(".card-title").InnerTextAsync();

        await card.Locator(".cover").ClickAsync(new() { Force = true });

        await Expect(page).ToHaveURLAsync(ArticleAddress());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
    });

    [Fact]
    public Task A_source_that_allows_it_is_read_whole() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync(newsstand.PathOf("Artikel, whole, with a table"));

        await Expect(page.Locator(".prose table")).ToBeVisibleAsync();
        await Expect(page.Locator(".prose h2")).Not.ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Lees het origineel bij Planbureau" })).ToBeVisibleAsync();
        Assert.True((await page.Locator(".prose").InnerTextAsync()).Length > 4000);
    });

    [Fact]
    public Task A_source_of_excerpts_gives_its_opening_and_the_way_to_the_rest() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync(newsstand.PathOf("Artikel, excerpt"));

        await Expect(page.Locator(".prose.excerpt p")).ToHaveCountAsync(1);
        var onward = page.GetByRole(AriaRole.Link, new() { Name = "Lees verder bij Het Raadhuisblad" });
        await Expect(onward).ToHaveAttributeAsync("href", RaadhuisbladAddress());
    });

    [Fact]
    public Task A_source_of_links_gives_no_text() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync(newsstand.PathOf("Artikel, link only"));

        await Expect(page.Locator(".prose")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Lees verder bij Persdienst" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task Topics_lead_to_their_pieces() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync("/onderwerpen");
        await page.GetByRole(AriaRole.Link, new() { Name = "Beslagvrije voet en vtlb" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Beslagvrije voet en vtlb");
        await page.Locator(".hits .card-title a").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(ArticleAddress());
    });

    [Fact]
    public Task Sources_say_how_they_are_and_lead_to_their_pieces() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync("/bronnen");
        await Expect(page.Locator("tbody .badge.good")).ToHaveCountAsync(10);

        await page.GetByRole(AriaRole.Link, new() { Name = "Werkvloer (demo)" }).ClickAsync();

        await Expect(page.Locator(".hits > li")).ToHaveCountAsync(9);
        await Expect(page.Locator(".visits")).ToContainTextAsync("9 nieuwe stukken");
    });

    [Fact]
    public Task An_unknown_address_is_explained_and_leads_on() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        var response = await page.GotoAsync("/bestaat-niet");

        Assert.Equal(404, response!.Status);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Dit ligt hier niet");
        await page.GetByRole(AriaRole.Link, new() { Name = "Naar Vandaag", Exact = true }).ClickAsync();
        await Expect(page).ToHaveTitleAsync("Vandaag · de Kiosk");
    });

    [Fact]
    public Task Before_the_first_harvest_the_front_page_says_so_and_keeps_looking() => newsstand.VisitEmptyAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("De eerste oogst loopt");

        var another = await page.WaitForResponseAsync(response => new Uri(response.Url).AbsolutePath == "/");

        Assert.False(another.Request.IsNavigationRequest);
        await Expect(page.Locator(".first-run li")).ToHaveCountAsync(10);
    });

    [GeneratedRegex(@"/artikel/\d+/", RegexOptions.None, 1000)]
    private static partial Regex ArticleAddress();

    [GeneratedRegex("/raadhuisblad/01-oude-vorderingen$", RegexOptions.None, 1000)]
    private static partial Regex RaadhuisbladAddress();
}
