using Kiosk.Data.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kiosk.Browser.Tests;

/// <summary>The pages of somebody who is signed in, and passkeys with an authenticator that Chromium plays.</summary>
public sealed class AccountTests(Newsstand newsstand)
{
    private static readonly Reader Operator = new() { Role = Role.Beheerder };

    [Theory]
    [InlineData("/mijn-kiosk")]
    [InlineData("/mijn-kiosk/volgen")]
    [InlineData("/mijn-kiosk/profiel")]
    [InlineData("/artikel/1/keuze")]
    [InlineData("/mijn-kiosk/account")]
    [InlineData("/mijn-kiosk/adres")]
    [InlineData("/mijn-kiosk/wachtwoord")]
    [InlineData("/mijn-kiosk/passkeys")]
    [InlineData("/mijn-kiosk/tweede-stap")]
    [InlineData("/mijn-kiosk/verwijderen")]
    [InlineData("/inloggen/bevestig")]
    [InlineData("/uitloggen")]
    [InlineData("/beheer/gebruikers")]
    [InlineData("/beheer/eerste-keer")]
    [InlineData("gebruiker")]
    public Task Axe_finds_nothing_and_nothing_sticks_out_on(string path) => newsstand.VisitAsync(Operator, async page =>
    {
        await page.GotoAsync(path == "gebruiker" ? "/beheer/gebruikers" : path);
        if (path == "gebruiker")
            await page.Locator("tbody a").First.ClickAsync();
        Assert.Equal("", await AxeScan.FindingsAsync(page));
        await page.SetViewportSizeAsync(320, 900);
        Assert.Equal("", await LayoutTests.StickingOutAsync(page));
    });

    [Fact]
    public Task A_reader_makes_a_passkey_and_signs_in_with_it() => newsstand.VisitAsync(new() { Role = Role.Lezer }, async page =>
    {
        await PlayAuthenticatorAsync(page);
        await page.GotoAsync("/mijn-kiosk/passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Maak een passkey" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);

        await page.GotoAsync("/uitloggen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log uit" }).ClickAsync();
        await page.GotoAsync("/inloggen?terug=/mijn-kiosk/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in met een passkey" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Account");

        await page.GotoAsync("/inloggen/bevestig?terug=/mijn-kiosk/passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Met je passkey" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Haal weg" }).First.ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Je hebt nog geen passkey");
    });

    [Fact]
    public Task Without_script_no_passkey_is_offered_and_all_else_works() => newsstand.VisitAsync(new() { Role = Role.Redacteur, Script = false }, async page =>
    {
        await page.GotoAsync("/mijn-kiosk/account");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Naam" }).FillAsync("Bilal Kaya");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar naam" }).ClickAsync();
        await Expect(page.Locator(".account")).ToContainTextAsync("Account van Bilal Kaya");
        await page.GotoAsync("/inloggen/bevestig");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "passkey" })).ToHaveCountAsync(0);
    });

    /// <summary>https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/</summary>
    private static async Task PlayAuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
