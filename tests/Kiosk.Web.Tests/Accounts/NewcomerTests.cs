using System.Net;
using System.Text.RegularExpressions;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Testing;
using Kiosk.Web.Accounts;
using Kiosk.Web.Hosting;
using Kiosk.Web.Mail;
using Kiosk.Web.Tests.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Tests.Accounts;

public sealed partial class NewcomerTests
{
    [Theory]
    [InlineData("invited", "nieuw@gemeente.example", 0)]
    [InlineData("open", "nieuw@elders.example", 1)]
    [InlineData("@gemeente.example, @wijkteam.example", "nieuw@WIJKTEAM.example", 1)]
    [InlineData("@gemeente.example", "nieuw@elders.example", 0)]
    [InlineData("@gemeente.example", "nieuw@boze.gemeente.example", 0)]
    public async Task Who_has_no_account_gets_a_link_only_if_the_kiosk_lets_that_address_in(string registration, string email, int mails)
    {
        await using var kiosk = await StartAsync(registration);
        await SigningInTests.AddAsync(kiosk, "bekend@kiosk.example", password: null);
        using var visitor = kiosk.Visitor();

        var answer = await AskAsync(visitor, email);
        var known = await AskAsync(visitor, "bekend@kiosk.example");

        Assert.Equal(known.Replace("bekend@kiosk.example", email, StringComparison.Ordinal), answer);
        var sent = await Eventually.GetAsync(() => Task.FromResult(Mails(kiosk)), all => all.Any(mail => mail.Contains("bekend@kiosk.example", StringComparison.Ordinal)));
        Assert.Equal(mails + 1, sent.Count);
    }

    [Fact]
    public async Task A_newcomer_opens_her_mail_and_has_an_account()
    {
        await using var kiosk = await StartAsync("@gemeente.example");
        using var visitor = kiosk.Visitor();
        await AskAsync(visitor, "noor@gemeente.example");
        var mail = Assert.Single(await Eventually.GetAsync(() => Task.FromResult(Mails(kiosk)), all => all.Count > 0));

        using var entered = await visitor.SubmitAsync(LinkIn(mail), "main button");

        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Contains("noor@gemeente.example", (await visitor.PageAsync("/mijn-kiosk/account")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_asks_somebody_in_who_then_comes_in_by_mail()
    {
        await using var kiosk = await StartAsync("invited");
        using var beheerder = await kiosk.SignedInAsync(Role.Beheerder);
        using (var refused = await beheerder.SubmitAsync("/beheer/gebruikers", "#adres", ("adres", "bilal gemeente.example"), ("rol", "redacteur")))
        {
            var again = TestKiosk.Parse(await refused.Content.ReadAsStringAsync());
            Assert.Equal(("bilal gemeente.example", "redacteur"), (again.QuerySelector("#adres")!.GetAttribute("value"), again.QuerySelector("#rol option[selected]")!.GetAttribute("value")));
        }

        using (await beheerder.SubmitAsync("/beheer/gebruikers", "#adres", ("adres", "bilal@gemeente.example"), ("rol", "redacteur")))
        {
        }

        var mail = Assert.Single(await Eventually.GetAsync(() => Task.FromResult(Mails(kiosk)), all => all.Count > 0));
        using var visitor = kiosk.Visitor();
        using var entered = await visitor.SubmitAsync(LinkIn(mail), "main button");
        Assert.Equal("/mijn-kiosk", entered.Headers.Location?.ToString());
        Assert.Contains("redacteur", (await visitor.PageAsync("/mijn-kiosk")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_shut_out_is_out_at_once_on_every_device_and_gets_no_link()
    {
        await using var kiosk = await StartAsync("open");
        using var reader = await kiosk.SignedInAsync(Role.Lezer);
        using var beheerder = await kiosk.SignedInAsync(Role.Beheerder);
        var page = (await beheerder.PageAsync("/beheer/gebruikers?q=lezer")).QuerySelector("tbody a")!.GetAttribute("href")!;

        using (await beheerder.SubmitAsync(page, "form[action$=blokkeer]"))
        using (var after = await reader.GetAsync("/mijn-kiosk"))
            Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        await AskAsync(kiosk.Visitor(), "lezer@kiosk.example");
        Assert.Empty(Mails(kiosk));
    }

    [Fact]
    public async Task A_role_that_an_operator_changes_holds_at_the_next_request()
    {
        await using var kiosk = await StartAsync("invited");
        using var second = await kiosk.SignedInAsync(Role.Beheerder, "tweede@kiosk.example");
        using var beheerder = await kiosk.SignedInAsync(Role.Beheerder);
        var page = (await beheerder.PageAsync("/beheer/gebruikers?q=tweede")).QuerySelector("tbody a")!.GetAttribute("href")!;
        using (await beheerder.SubmitAsync(page, "form[action$=rol]", ("rol", "lezer")))
        using (var after = await second.GetAsync("/beheer/gebruikers"))
            Assert.Equal(HttpStatusCode.Forbidden, after.StatusCode);
    }

    [Fact]
    public async Task The_first_operator_comes_in_by_the_setup_link_and_after_her_nobody_does()
    {
        await using var kiosk = await StartAsync("invited");
        var first = kiosk.Services.GetRequiredService<FirstOperator>();
        var (used, left) = ((await first.LinkAsync(CancellationToken.None))!.PathAndQuery, (await first.LinkAsync(CancellationToken.None))!.PathAndQuery);
        kiosk.Time.Advance(TimeSpan.FromDays(400));
        using var visitor = kiosk.Visitor();
        using var entered = await visitor.SubmitAsync(used, "#adres", ("adres", "eerste@gemeente.example"));
        Assert.Equal("/mijn-kiosk", entered.Headers.Location?.ToString());
        Assert.Null(await first.LinkAsync(CancellationToken.None));

        using var late = await kiosk.Visitor().SubmitAsync(left, "#adres", ("adres", "tweede@gemeente.example"));
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        Assert.Equal("eerste@gemeente.example", Assert.Single(await db.Users.ToListAsync()).Email);
    }

    [Fact]
    public async Task A_link_in_a_mail_leads_to_the_kiosk_whatever_host_the_request_named()
    {
        await using var kiosk = await StartAsync("open");
        using var visitor = kiosk.Visitor(new Uri("http://boos.example"));
        await AskAsync(visitor, "noor@gemeente.example");
        var mail = Assert.Single(await Eventually.GetAsync(() => Task.FromResult(Mails(kiosk)), all => all.Count > 0));
        Assert.DoesNotContain("boos.example", mail, StringComparison.Ordinal);
        Assert.Contains("https://kiosk.example/inloggen/link/", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_https_every_cookie_is_bound_to_this_host()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        await SigningInTests.AddAsync(kiosk, "noor@kiosk.example", "paarse olifant op stelten");
        using var visitor = kiosk.Visitor(new Uri("https://kiosk.example"));
        using var entered = await visitor.SubmitAsync("/inloggen", "#wachtwoord", ("adres", "noor@kiosk.example"), ("wachtwoord", "paarse olifant op stelten"));
        var cookies = visitor.Cookies.GetAllCookies();
        Assert.Equal(["__Host-kiosk-formulier", "__Host-kiosk-sessie"], cookies.Select(cookie => cookie.Name).Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie => Assert.True(cookie is { Secure: true, HttpOnly: true, Path: "/" }));
        Assert.Contains("samesite=lax", Assert.Single(entered.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        using var mine = await visitor.GetAsync("/mijn-kiosk");
        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
    }

    private static Task<TestKiosk> StartAsync(string registration) => TestKiosk.StartAsync(configure: builder =>
        builder.Services.AddSingleton(Options.Create(new KioskOptions { Registration = registration, Address = "https://kiosk.example" })));

    private static async Task<string> AskAsync(TestVisitor visitor, string email)
    {
        using var asked = await visitor.SubmitAsync("/inloggen", "#adres-link", ("adres", email));
        return TestKiosk.Parse(await asked.Content.ReadAsStringAsync()).QuerySelector("main .notice")!.TextContent;
    }

    /// <summary>Decoded far enough to read the links.</summary>
    private static List<string> Mails(TestKiosk kiosk) => Directory.Exists(Path.Combine(kiosk.DataDirectory, "outbox"))
        ? [.. Directory.GetFiles(Path.Combine(kiosk.DataDirectory, "outbox"), "*.eml").Select(file => File.ReadAllText(file).Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal))]
        : [];

    private static string LinkIn(string mail) => new Uri(LinkPattern().Match(mail).Value).PathAndQuery;

    [GeneratedRegex("https://kiosk.example/inloggen/link/[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex LinkPattern();
}
