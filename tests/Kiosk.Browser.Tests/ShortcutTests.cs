using Kiosk.Data.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kiosk.Browser.Tests;

/// <summary>Keys for who reads much.</summary>
public sealed class ShortcutTests(Newsstand newsstand)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/zoeken?q=schulden")]
    [InlineData("/onderwerp/schuldregeling")]
    public Task The_keys_go_from_card_to_card_and_open_one(string path) => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync(path);
        var titles = page.Locator("main .card .card-title a");
        await page.WaitForFunctionAsync("() => document.querySelector('[aria-keyshortcuts]')");
        await page.Keyboard.PressAsync("j");
        await Expect(titles.Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(titles.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(titles.Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+j");
        await Expect(titles.Nth(0)).ToBeFocusedAsync();
        var opened = await titles.Nth(0).GetAttributeAsync("href");
        await page.Keyboard.PressAsync("o");
        await page.WaitForURLAsync($"**{opened}");
    });

    [Fact]
    public Task A_key_in_a_field_is_a_letter_and_the_overview_can_be_left() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync("/");
        await page.WaitForFunctionAsync("() => document.querySelector('[aria-keyshortcuts]')");
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("#snelzoek")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("jk?/");
        await Expect(page.Locator("#snelzoek")).ToHaveValueAsync("jk?/");
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("?");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Toetsen" });
        await Expect(dialog).ToContainTextAsync("naar het volgende stuk");
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
    });

    [Fact]
    public Task One_key_saves_for_later_and_what_it_did_can_be_undone() => newsstand.VisitAsync(new() { Role = Role.Lezer }, async page =>
    {
        await page.GotoAsync("/onderwerp/schuldregeling");
        await page.WaitForFunctionAsync("() => document.querySelector('[aria-keyshortcuts]')");
        // Not the first, which others may have kept already.
        for (var step = 0; step < 4; step++)
            await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("s");
        await Expect(page.Locator(".toast")).ToContainTextAsync("Bewaard bij Later lezen.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ongedaan maken" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToHaveTextAsync("Weggehaald bij Later lezen.");
        await page.Keyboard.PressAsync("l");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Bewaar in een bundel" })).ToBeVisibleAsync();
    });
}
