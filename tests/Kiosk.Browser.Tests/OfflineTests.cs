using Kiosk.Data.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kiosk.Browser.Tests;

/// <summary>On the train, and back.</summary>
public sealed class OfflineTests(Newsstand newsstand)
{
    [Fact]
    public Task A_reader_reads_vandaag_and_her_list_without_a_network_and_sees_the_change_when_it_is_back() => newsstand.VisitAsync(new() { Role = Role.Lezer, Keeps = true }, async page =>
    {
        await page.GotoAsync("/lijsten");
        await page.GetByLabel("Nieuwe bundel").FillAsync("Voor de trein");
        await page.GetByRole(AriaRole.Button, new() { Name = "Maak bundel" }).ClickAsync();
        var list = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(newsstand.PathOf("Artikel, ruling"));
        var title = await page.Locator("h1").InnerTextAsync();
        await page.Locator("main a[data-save]").First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Voor de trein").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar keuze" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToContainTextAsync("Bewaard.");
        await page.GotoAsync(list);
        var article = await page.Locator(".bundle-item .card-title a").First.GetAttributeAsync("href");
        await page.GotoAsync("/");
        await KeptAsync(page, list, article!.Split('?')[0], "/");

        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/");
        await Expect(page.Locator(".kept")).ToContainTextAsync("je leest een bewaarde versie van");
        await Expect(page.Locator("main .card").First).ToBeVisibleAsync();
        await page.GotoAsync(list);
        await page.Locator(".bundle-item .card-title a").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(title);
        await Expect(page.Locator(".kept")).ToBeVisibleAsync();
        await page.GotoAsync("/bronnen");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Geen verbinding");
        await Expect(page.Locator(".account")).ToHaveCountAsync(0);

        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync(list);
        await Expect(page.Locator(".kept")).ToHaveCountAsync(0);
        await page.RunAndWaitForResponseAsync(() => page.Locator("[data-article] [name=weg]").First.ClickAsync(), response => response.Request.Method == "POST");
        await page.GotoAsync(list);
        await Expect(page.Locator(".bundle-item")).ToHaveCountAsync(0);

        await page.GotoAsync("/uitloggen");
        await page.Locator("main form button").ClickAsync();
        await Expect(page.Locator(".masthead .account")).ToHaveCountAsync(0);
        Assert.Equal(0, await page.EvaluateAsync<int>("async () => (await (await caches.open('bladzijden')).keys()).filter((one) => one.url.includes('/lijst')).length"));
    });

    /// <summary>Waits until the worker has these pages.</summary>
    private static Task<IJSHandle> KeptAsync(IPage page, params string[] paths) => page.WaitForFunctionAsync(
        "async (paths) => { const cache = await caches.open('bladzijden'); return (await Promise.all(paths.map((path) => cache.match(path)))).every(Boolean); }", paths, new() { PollingInterval = 250 });
}
