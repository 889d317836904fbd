using Kiosk.Data.Accounts;

namespace Kiosk.Browser.Tests;

public sealed class AlertTests(Newsstand newsstand)
{
    /// <summary>From the search page to an alert with a feed, and axe finds nothing on the way, with everything folded out.</summary>
    [Fact]
    public Task An_alert_is_made_with_one_button_and_its_page_is_for_everybody() => newsstand.VisitAsync(new() { Role = Role.Lezer }, async page =>
    {
        await page.GotoAsync("/zoeken?q=schulden&soort=nieuws");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Attendeer mij" }).ClickAsync();
        await page.WaitForURLAsync("**/mijn-kiosk/attenderingen?nieuw=*");
        await page.Locator(".panel summary").ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Maak er een feed van" }).ClickAsync();
        await page.Locator(".panel summary").ClickAsync();
        Assert.Equal("", await AxeScan.FindingsAsync(page));
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Haal weg" }).ClickAsync();
        Assert.Equal("", await AxeScan.FindingsAsync(page));
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Zet terug" }).ClickAsync();
        Assert.Equal(1, await page.Locator("section.panel").CountAsync());
    });
}
