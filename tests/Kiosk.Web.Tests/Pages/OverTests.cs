using System.Globalization;
using Kiosk.Data.Accounts;

namespace Kiosk.Web.Tests.Pages;

public sealed class OverTests
{
    [Theory]
    [InlineData("https://kiosk.example/contact", "https://kiosk.example/contact")]
    [InlineData("beheer@kiosk.example", "mailto:beheer@kiosk.example")]
    public async Task Security_txt_names_the_contact_and_has_not_expired(string contact, string expected)
    {
        await using var kiosk = await TestKiosk.StartAsync(configure: builder => builder.Configuration["Kiosk:Fetch:Contact"] = contact);
        using var answer = await kiosk.GetAsync("/.well-known/security.txt");
        var fields = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(expected, fields["Contact"]);
        Assert.InRange(DateTimeOffset.Parse(fields["Expires"], CultureInfo.InvariantCulture), TestKiosk.Now.AddDays(30), TestKiosk.Now.AddYears(1));
        Assert.EndsWith("/.well-known/security.txt", fields["Canonical"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_colofon_names_each_source_with_what_may_be_shown_of_it()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var rows = (await kiosk.PageAsync("/colofon")).QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Take(2).Select(cell => cell.TextContent.Trim()))).ToList();
        Assert.Contains("Lectoraat|de hele tekst", rows);
        Assert.Contains("Dagblad|titel, een kort begin en een link", rows);
        Assert.Contains(rows, row => row.EndsWith("|titel en link", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/toegankelijkheid")]
    [InlineData("/privacy")]
    [InlineData("/colofon")]
    public async Task Every_page_leads_to_what_people_expect(string expected)
    {
        await using var kiosk = await TestKiosk.StartAsync();
        Assert.NotNull((await kiosk.PageAsync("/zoeken")).QuerySelector($"footer a[href='{expected}']"));
    }

    [Fact]
    public async Task Keys_can_be_switched_off_and_on_again()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var reader = await kiosk.SignedInAsync(Role.Lezer);
        Assert.NotEmpty((await reader.PageAsync("/mijn-kiosk")).Body!.GetAttribute("data-keys")!);
        using var off = await reader.SubmitAsync("/mijn-kiosk", "button[name=toetsen]");
        Assert.Equal("/mijn-kiosk", off.Headers.Location!.ToString());
        Assert.Equal("", (await reader.PageAsync("/zoeken")).Body!.GetAttribute("data-keys"));
        using var on = await reader.SubmitAsync("/toegankelijkheid", "button[name=toetsen]");
        Assert.NotEmpty((await reader.PageAsync("/zoeken")).Body!.GetAttribute("data-keys")!);
    }
}
