using System.Net;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Editions;

public sealed class ProfileTests
{
    [Fact]
    public async Task Nothing_is_remembered_until_she_asks_and_all_is_wiped_when_she_turns_it_off()
    {
        await using var kiosk = await TestKiosk.StartAsync(ReaderEditionTests.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer);
        await ReadAsync(noor, 4);
        Assert.Equal(0, await RememberedAsync(kiosk));

        using (await noor.SubmitAsync("/mijn-kiosk/profiel", "button[name=onthoud]"))
        {
            await ReadAsync(noor, 4);
            await ReadAsync(noor, 4);
        }

        Assert.Equal(1, await RememberedAsync(kiosk));
        Assert.Contains("Stuk 4", (await noor.PageAsync("/mijn-kiosk/profiel")).QuerySelector("#geschiedenis")!.TextContent, StringComparison.Ordinal);
        using (await noor.SubmitAsync("/mijn-kiosk/profiel", "button[name=onthoud]"))
        {
            Assert.Equal(0, await RememberedAsync(kiosk));
        }
    }

    [Theory]
    [InlineData("#geschiedenis button[name=stuk]", 1)]
    [InlineData("#geschiedenis .danger", 0)]
    public async Task She_forgets_one_piece_or_all(string button, int left)
    {
        await using var kiosk = await TestKiosk.StartAsync(ReaderEditionTests.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer);
        using (await noor.SubmitAsync("/mijn-kiosk/account", "#onthoud", ("onthoud", "true")))
        {
            await ReadAsync(noor, 4);
            await ReadAsync(noor, 8);
        }

        using (await noor.SubmitAsync("/mijn-kiosk/profiel", button))
        {
            Assert.Equal(left, await RememberedAsync(kiosk));
        }
    }

    [Fact]
    public async Task What_the_kiosk_gathered_of_a_topic_can_be_refused_and_allowed_again()
    {
        await using var kiosk = await TestKiosk.StartAsync(ReaderEditionTests.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer);
        using (await noor.SubmitAsync("/mijn-kiosk/account", "#onthoud", ("onthoud", "true")))
            await ReadAsync(noor, 4);
        using (await noor.SubmitAsync("/mijn-kiosk/profiel", "form[action$=KloptNiet] button"))
        {
            Assert.Contains("nee", (await noor.PageAsync("/mijn-kiosk/profiel")).QuerySelector("#onderwerpen tbody")!.TextContent, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("over Wsnp las", (await noor.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        using (await noor.SubmitAsync("/mijn-kiosk/profiel", "form[action$=KloptWel] button"))
        {
            Assert.NotNull((await noor.PageAsync("/mijn-kiosk/profiel")).QuerySelector("form[action$=KloptNiet]"));
        }
    }

    [Fact]
    public async Task What_she_read_brings_its_topic_and_says_so()
    {
        await using var kiosk = await TestKiosk.StartAsync(ReaderEditionTests.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer);
        using (await noor.SubmitAsync("/mijn-kiosk/account", "#onthoud", ("onthoud", "true")))
        {
            foreach (var id in new[] { 40, 44, 48 })
                await ReadAsync(noor, id);
        }

        var page = await noor.PageAsync("/");
        Assert.Contains("je stukken over Wsnp las", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("0 van 9 gelezen", page.QuerySelector(".tally")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nog 9 stukken", page.QuerySelector("#kop-bij")!.TextContent);
    }

    [Fact]
    public async Task Nobody_reaches_what_somebody_else_follows_or_said()
    {
        await using var kiosk = await TestKiosk.StartAsync(ReaderEditionTests.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        using (await noor.SubmitAsync("/onderwerp/wsnp", "form[action*=volg] button"))
        using (await noor.SubmitAsync("/", "button[value=meer]"))
        {
        }

        var slider = (await noor.PageAsync("/mijn-kiosk/volgen")).QuerySelector("input[type=range]")!.GetAttribute("name")!;
        using var bilal = await kiosk.SignedInAsync(Role.Lezer, "bilal@kiosk.example");
        using (await bilal.PostAsync("/mijn-kiosk/volgen", "#stukken", "/mijn-kiosk/volgen?handler=weging", (slider, "4")))
        using (await bilal.PostAsync("/mijn-kiosk/volgen", "#stukken", "/mijn-kiosk/profiel?handler=oordeel", ("stuk", "1")))
        {
        }

        Assert.Equal("2", (await noor.PageAsync("/mijn-kiosk/volgen")).QuerySelector("input[type=range]")!.GetAttribute("value"));
        Assert.NotNull((await noor.PageAsync("/mijn-kiosk/profiel")).QuerySelector("#oordelen form"));
        Assert.Null((await bilal.PageAsync("/mijn-kiosk/profiel")).QuerySelector("#oordelen form"));
    }

    [Fact]
    public async Task A_first_visit_asks_once_and_can_be_passed_over()
    {
        await using var kiosk = await TestKiosk.StartAsync(ReaderEditionTests.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer);
        Assert.NotNull((await noor.PageAsync("/")).QuerySelector("#kop-welkom"));
        using (await noor.SubmitAsync("/", "button[formaction$=overslaan]"))
        {
            Assert.Null((await noor.PageAsync("/")).QuerySelector("#kop-welkom"));
        }

        using var again = await noor.GetAsync("/welkom");
        Assert.Equal("/mijn-kiosk/volgen", again.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Topics_and_role_chosen_at_the_first_visit_count_the_same_day()
    {
        await using var kiosk = await TestKiosk.StartAsync(ReaderEditionTests.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer);
        using (await noor.SubmitAsync("/", "#kies-wsnp", ("onderwerp", "wsnp"), ("rol", "beleid")))
        {
        }

        Assert.Contains("Omdat je Wsnp volgt.", (await noor.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await noor.PageAsync("/mijn-kiosk/volgen")).QuerySelectorAll("input[type=range]").Length);
    }

    [Fact]
    public async Task Without_an_account_a_choice_stays_in_the_browser_and_only_once_it_is_made()
    {
        await using var kiosk = await TestKiosk.StartAsync(ReaderEditionTests.Fill);
        using var passer = kiosk.Visitor();
        using (var front = await passer.GetAsync("/"))
            Assert.False(front.Headers.Contains("Set-Cookie"));
        using (await passer.GetAsync("/welkom"))
            Assert.Null(passer.Cookies.GetCookies(passer.Address)["keuze"]);

        using (await passer.SubmitAsync("/welkom", "#kies-wsnp", ("onderwerp", "wsnp"), ("rol", "vrijwilliger")))
            Assert.NotNull(passer.Cookies.GetCookies(passer.Address)["keuze"]);
        Assert.Contains("Omdat je Wsnp volgt.", (await passer.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(kiosk, db => db.Follows.CountAsync()));

        using (await passer.SubmitAsync("/welkom", "button[formaction$=overslaan]"))
            Assert.Null(passer.Cookies.GetCookies(passer.Address)["keuze"]);
    }

    [Theory]
    [InlineData("%F0%9F%98%80~~~")]
    [InlineData("~")]
    [InlineData("'; drop table topics.wsnp~beheerder")]
    public async Task A_cookie_with_nonsense_does_no_harm(string value)
    {
        await using var kiosk = await TestKiosk.StartAsync(ReaderEditionTests.Fill);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Cookie", $"keuze={value}");
        using var answer = await kiosk.Client().SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task ReadAsync(Accounts.TestVisitor visitor, int id)
    {
        using var moved = await visitor.GetAsync($"/artikel/{id}");
        using var read = await visitor.GetAsync(moved.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    private static Task<int> RememberedAsync(TestKiosk kiosk) => CountAsync(kiosk, db => db.ReadingHistory.CountAsync());

    private static async Task<int> CountAsync(TestKiosk kiosk, Func<KioskDb, Task<int>> count)
    {
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        return await count(db);
    }
}
