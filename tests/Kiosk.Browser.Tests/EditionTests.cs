using System.Text.RegularExpressions;
using Kiosk.Data.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kiosk.Browser.Tests;

/// <summary>A reader with an account makes Vandaag her own, with script and without.</summary>
public sealed partial class EditionTests(Newsstand newsstand)
{
    [GeneratedRegex("^Volg", RegexOptions.None, 1000)]
    private static partial Regex Unfollowed();

    [Fact]
    public Task Axe_finds_nothing_on_the_edition_of_a_reader() => newsstand.VisitAsync(new() { Role = Role.Lezer }, async page =>
    {
        await page.GotoAsync("/");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })");
        Assert.Equal("", await AxeScan.FindingsAsync(page));
        await page.SetViewportSizeAsync(320, 900);
        Assert.Equal("", await LayoutTests.StickingOutAsync(page));
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_reader_follows_a_topic_judges_a_piece_and_takes_it_back(bool script) => newsstand.VisitAsync(new() { Role = script ? Role.Lezer : Role.Beheerder, Script = script }, async page =>
    {
        await page.GotoAsync("/onderwerp/schuldregeling");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Unfollowed() }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Je volgt dit" })).ToBeVisibleAsync();

        await page.GotoAsync("/");
        var card = page.Locator("main article").Filter(new() { Has = page.Locator("details") }).First;
        await card.Locator("summary").ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "dit wist ik al" }).ClickAsync();
        await Expect(page.Locator(".said")).ToContainTextAsync("dit wist ik al");
        await page.Locator(".said").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator(".said")).ToHaveCountAsync(0);

        await page.GotoAsync("/onderwerp/schuldregeling");
        await page.GetByRole(AriaRole.Button, new() { Name = "Je volgt dit" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = Unfollowed() })).ToBeVisibleAsync();
    });
}
