using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kiosk.Browser.Tests;

public sealed class WithoutScriptTests(Newsstand newsstand)
{
    [Fact]
    public Task A_reader_gets_from_today_to_a_piece_to_search_to_a_topic() => newsstand.VisitAsync(Reader.WithoutScript, async page =>
    {
        await page.GotoAsync("/");
        await page.Locator(".picks .card-title a").First.ClickAsync();
        await Expect(page.Locator("article.story h1")).ToBeVisibleAsync();

        await page.GetByLabel("Zoek in de kiosk").FillAsync("schuldhulpverlening");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".hits mark")).Not.ToHaveCountAsync(0);

        await page.Locator(".hits .card-title a").First.ClickAsync();
        await page.Locator(".story-foot a.topic").First.ClickAsync();
        await Expect(page.Locator(".hits > li")).Not.ToHaveCountAsync(0);
    });

    [Fact]
    public Task Filters_have_a_button() => newsstand.VisitAsync(Reader.WithoutScript, async page =>
    {
        await page.GotoAsync("/zoeken?q=schulden");
        await page.Locator(".facets input[name=soort][value=rapport]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pas filters toe" }).ClickAsync();

        await Expect(page.Locator(".active-filters a.chip")).ToContainTextAsync("Rapport");
    });

    [Fact]
    public Task Nothing_is_offered_that_needs_script() => newsstand.VisitAsync(Reader.WithoutScript, async page =>
    {
        await page.GotoAsync(newsstand.PathOf("Artikel, excerpt"));

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Deel" })).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Print" })).ToBeHiddenAsync();
    });
}
