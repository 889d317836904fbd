using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kiosk.Browser.Tests;

public sealed class ThemeTests(Newsstand newsstand)
{
    private const string Paper = "() => getComputedStyle(document.body).backgroundColor";

    [Fact]
    public Task Dark_is_chosen_without_a_reload_and_stays() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync("/");
        var light = await page.EvaluateAsync<string>(Paper);
        await page.EvaluateAsync("() => { window.untouched = true; }");

        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Donkere weergave" }).ClickAsync(), response => response.Url.EndsWith("/weergave", StringComparison.Ordinal));

        Assert.NotEqual(light, await page.EvaluateAsync<string>(Paper));
        Assert.True(await page.EvaluateAsync<bool>("() => window.untouched === true"));
        await page.GotoAsync("/bronnen");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Lichte weergave" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task Dark_is_chosen_without_script_and_given_up_again() => newsstand.VisitAsync(Reader.WithoutScript, async page =>
    {
        await page.GotoAsync("/zoeken?q=schulden");

        await page.GetByRole(AriaRole.Button, new() { Name = "Donkere weergave" }).ClickAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.EndsWith("/zoeken?q=schulden", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "zoals je apparaat" }).ClickAsync();
        await Expect(page.Locator("html[data-theme]")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_device_in_the_dark_gets_dark_pages() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync("/");
        var light = await page.EvaluateAsync<string>(Paper);

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });

        Assert.NotEqual(light, await page.EvaluateAsync<string>(Paper));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Lichte weergave" })).ToBeVisibleAsync();
    });
}
