using Kiosk.Data.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kiosk.Browser.Tests;

/// <summary>Marking what is selected in an article.</summary>
public sealed class AnnotatingTests(Newsstand newsstand)
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("KIOSK_TEST_PICTURES");

    [Fact]
    public Task A_selection_is_marked_and_noted_where_it_stands() => newsstand.VisitAsync(new() { Role = Role.Lezer }, async page =>
    {
        var path = newsstand.PathOf("Artikel, whole, with a table");
        await page.GotoAsync(path);
        var loads = 0;
        page.FrameNavigated += (_, _) => loads++;
        await SelectAsync(page, 0, 3, 24);
        await page.GetByRole(AriaRole.Button, new() { Name = "Markeer", Exact = true }).ClickAsync();
        await Expect(page.Locator(".toast")).ToHaveTextAsync("Gemarkeerd.");
        await Expect(page.Locator(".prose mark")).ToHaveCountAsync(1);
        await SelectAsync(page, 1, 0, 30);
        await page.GetByRole(AriaRole.Group, new() { Name = "Gekozen passage" }).GetByText("Noteer").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Notitie").FillAsync("Voor het teamoverleg.");
        Assert.Equal("", await AxeScan.FindingsAsync(page));
        await page.GetByRole(AriaRole.Dialog).GetByText("Bewaar").ClickAsync();
        await Expect(page.Locator(".prose aside.mine")).ToHaveTextAsync("Voor het teamoverleg.");
        Assert.Equal(0, loads);
        Assert.Equal("", await AxeScan.FindingsAsync(page));
        foreach (var at in new[] { path, "/mijn-kiosk/aantekeningen", "/mijn-kiosk/aantekeningen?q=teamoverleg", $"/artikel/{path.Split('/')[2]}/aantekening" })
        {
            await page.GotoAsync(at);
            await page.SetViewportSizeAsync(320, 900);
            Assert.Equal((at, ""), (at, await LayoutTests.StickingOutAsync(page)));
            await page.SetViewportSizeAsync(1280, 900);
            Assert.Equal((at, ""), (at, await AxeScan.FindingsAsync(page)));
            await LookAsync(page, at);
        }

        await page.GotoAsync(path);
        await page.Locator("#aantekeningen li button").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Zet terug" }).ClickAsync();
        await Expect(page.Locator("#aantekeningen li")).ToHaveCountAsync(2);
    });

    [Fact]
    public Task Editors_choose_a_cover_on_a_page_that_axe_and_every_width_like() => newsstand.VisitAsync(Reader.AnEditor, async page =>
    {
        await page.GotoAsync("/artikel/2/omslag");
        Assert.Equal("", await AxeScan.FindingsAsync(page));
        await page.SetViewportSizeAsync(320, 900);
        Assert.Equal("", await LayoutTests.StickingOutAsync(page));
        await LookAsync(page, "/artikel/2/omslag");
    });

    /// <summary>Selects letters of a paragraph of the text, as a mouse does.</summary>
    private static Task<System.Text.Json.JsonElement?> SelectAsync(IPage page, int paragraph, int from, int to) => page.EvaluateAsync("""
        ([paragraph, from, to]) => {
          const block = document.querySelectorAll('.prose > p')[paragraph];
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          let node = walker.nextNode();
          while (node.length < to) node = walker.nextNode();
          getSelection().setBaseAndExtent(node, from, node, to);
        }
        """, new[] { paragraph, from, to });

    /// <summary>Pictures to look at, where <c>KIOSK_TEST_PICTURES</c> says.</summary>
    private static async Task LookAsync(IPage page, string path)
    {
        if (Pictures is null)
            return;
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (390, ColorScheme.Light), (1280, ColorScheme.Dark) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(Pictures, $"{path.Replace('/', '_').Replace('?', '_')}-{width}-{scheme}.png"), FullPage = true });
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
