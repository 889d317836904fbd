using Kiosk.Data.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kiosk.Browser.Tests;

/// <summary>Keeping articles on lists, with script and without.</summary>
public sealed class ListTests(Newsstand newsstand)
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("KIOSK_TEST_PICTURES");

    [Fact]
    public Task A_reader_keeps_articles_and_puts_them_in_order_without_leaving_the_page() => newsstand.VisitAsync(new() { Role = Role.Lezer }, async page =>
    {
        var path = await MakeAsync(page, "Met script");
        await page.GotoAsync("/onderwerp/schuldregeling");
        var loads = 0;
        page.FrameNavigated += (_, _) => loads++;
        for (var at = 0; at < 3; at++)
        {
            await page.Locator("a[data-save]").Nth(at).ClickAsync();
            await page.GetByRole(AriaRole.Dialog).GetByLabel("Met script").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar keuze" }).ClickAsync();
            await Expect(page.Locator(".toast")).ToContainTextAsync("Bewaard.");
            await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        }

        Assert.Equal(0, loads);
        await page.GotoAsync(path);
        loads = 0;
        var before = await OrderAsync(page);
        await page.Locator("[data-article] [name=omlaag]").First.ClickAsync();
        await Expect(page.Locator("[data-article]").Nth(1)).ToHaveIdAsync(before[0]);
        await page.Locator($"#{before[0]} [data-grip]").PressAsync("ArrowDown");
        await Expect(page.Locator("[data-article]").Nth(2)).ToHaveIdAsync(before[0]);
        await Expect(page.Locator($"#{before[0]} [data-grip]")).ToBeFocusedAsync();
        await page.Locator($"#{before[0]} [data-grip]").DragToAsync(page.Locator("[data-article]").First);
        await Expect(page.Locator("[data-article]").First).ToHaveIdAsync(before[0]);
        await page.Locator("[data-article] [name=weg]").First.ClickAsync();
        await Expect(page.Locator("[data-article]")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zet terug" }).ClickAsync();
        await Expect(page.Locator("[data-article]")).ToHaveCountAsync(3);
        await page.Locator("[data-article] a[data-quiet]").First.ClickAsync();
        await page.GetByLabel("Notitie").FillAsync("Wat doen wij hiermee?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar", Exact = true }).ClickAsync();
        await Expect(page.Locator(".bundle-item blockquote")).ToHaveTextAsync("Wat doen wij hiermee?");
        Assert.Equal(0, loads);
        await LookAsync(page, "bundel", path);
        await LookAsync(page, "pakket", $"/pakket/{path.Split('/')[2]}");
        await LookAsync(page, "bundels", "/lijsten");
        await LookAsync(page, "artikel", newsstand.PathOf("Artikel, ruling"));
    });

    [Fact]
    public Task When_the_line_is_down_it_says_so_and_nothing_has_changed() => newsstand.VisitAsync(new() { Role = Role.Lezer }, async page =>
    {
        await page.GotoAsync("/onderwerp/schuldregeling");
        await page.Locator("a[data-save]").First.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await page.RouteAsync("**/lijsten/erbij**", route => route.FulfillAsync(new() { Status = 200, Body = "<p>Een proxy" }));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Bewaar keuze" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Er is niets veranderd");
        Assert.Equal("", await AxeScan.FindingsAsync(page));
        await dialog.GetByText("Terug").ClickAsync();
        await Expect(page.Locator("a[data-save]").First).ToBeFocusedAsync();
    });

    [Fact]
    public Task Without_script_the_same_is_done_page_by_page() => newsstand.VisitAsync(new() { Role = Role.Redacteur, Script = false }, async page =>
    {
        var path = await MakeAsync(page, "Zonder script");
        await page.GotoAsync("/onderwerp/schuldregeling");
        for (var at = 0; at < 2; at++)
        {
            await page.GotoAsync("/onderwerp/schuldregeling");
            await page.Locator("a[data-save]").Nth(at).ClickAsync();
            await page.GetByLabel("Zonder script").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar keuze" }).ClickAsync();
        }

        await page.GotoAsync(path);
        var before = await OrderAsync(page);
        await page.Locator("[data-article] [name=omlaag]").First.ClickAsync();
        Assert.Equal([before[1], before[0]], await OrderAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Publiceer als dossier" }).ClickAsync();
        await Expect(page.Locator(".badge")).ToHaveTextAsync("Voor iedereen");
    });

    [Theory]
    [InlineData("/lijsten")]
    [InlineData("/lijsten/erbij?stuk=1")]
    [InlineData("bundel")]
    [InlineData("pakket")]
    public Task Axe_finds_nothing_and_nothing_sticks_out_on(string path) => newsstand.VisitAsync(new() { Role = Role.Redacteur }, async page =>
    {
        if (!path.StartsWith('/'))
        {
            var list = await MakeAsync(page, $"Om te bekijken {path}");
            await page.GotoAsync("/lijsten/erbij?stuk=1");
            await page.GetByLabel($"Om te bekijken {path}").CheckAsync();
            await page.GetByLabel("Notitie").FillAsync("Wat doen wij hiermee? Een lange notitie met eenheellangwoorddatnietindebreedtepastmaarwelmoetworden afgebroken.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar keuze" }).ClickAsync();
            path = path == "pakket" ? $"/pakket/{list.Split('/')[2]}" : $"{list}?bewerk=1";
        }

        await page.GotoAsync(path);
        Assert.Equal("", await AxeScan.FindingsAsync(page));
        await page.SetViewportSizeAsync(320, 900);
        Assert.Equal("", await LayoutTests.StickingOutAsync(page));
    });

    private static async Task<string> MakeAsync(IPage page, string title)
    {
        await page.GotoAsync("/lijsten");
        await page.GetByLabel("Nieuwe bundel").FillAsync(title);
        await page.GetByRole(AriaRole.Button, new() { Name = "Maak bundel" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(title);
        return new Uri(page.Url).AbsolutePath;
    }

    private static Task<string[]> OrderAsync(IPage page) => page.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-article]')].map((item) => item.id)");

    /// <summary>Pictures to look at, where <c>KIOSK_TEST_PICTURES</c> says.</summary>
    private static async Task LookAsync(IPage page, string name, string path)
    {
        if (Pictures is null)
            return;
        foreach (var width in new[] { 1280, 390 })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.GotoAsync(path);
                await page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(Pictures, $"{name}-{width}-{scheme}.png"), FullPage = true });
            }
        }
    }
}
