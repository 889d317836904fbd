using System.Net;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Api.Tokens;
using Kiosk.Web.Tests.Accounts;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Desk;

/// <summary>Who gets where with which token.</summary>
public sealed class ApiTokenTests
{
    private static readonly (string Method, string Path, ApiScope Scope)[] Table =
    [
        ("GET", "/articles", ApiScope.Read), ("GET", "/topics", ApiScope.Read), ("GET", "/topics/x", ApiScope.Read), ("GET", "/sources", ApiScope.Read), ("GET", "/sources/vol", ApiScope.Read),
        ("GET", "/picks", ApiScope.Read), ("GET", "/picks/1", ApiScope.Read), ("GET", "/lists", ApiScope.Read), ("GET", "/lists/1", ApiScope.Read), ("GET", "/link-suggestions", ApiScope.Read),
        ("GET", "/link-suggestions/1", ApiScope.Read), ("GET", "/searches", ApiScope.Read), ("GET", "/harvest-runs", ApiScope.Read), ("GET", "/editorial-acts", ApiScope.Read),
        ("POST", "/sources", ApiScope.Sources), ("PATCH", "/sources/vol", ApiScope.Sources), ("POST", "/source-trials", ApiScope.Sources), ("GET", "/source-trials/9", ApiScope.Sources), ("DELETE", "/source-trials/9", ApiScope.Sources),
        ("POST", "/topics", ApiScope.Topics), ("PATCH", "/topics/x", ApiScope.Topics), ("POST", "/picks", ApiScope.Picks), ("PATCH", "/picks/1", ApiScope.Picks), ("DELETE", "/picks/1", ApiScope.Picks), ("PATCH", "/link-suggestions/1", ApiScope.Articles), ("PATCH", "/articles/1", ApiScope.Articles),
    ];

    [Fact]
    public async Task Each_scope_opens_its_own_doors_and_no_others_and_only_for_an_editor()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var programs = new List<(ApiScope? Scope, ApiProgram Program)> { (null, new ApiProgram(kiosk, token: null)) };
        foreach (var scope in Enum.GetValues<ApiScope>())
            programs.Add((scope, await ApiProgram.WithAsync(kiosk, Role.Redacteur, scope)));
        var reader = await ApiProgram.WithAsync(kiosk, Role.Lezer, Enum.GetValues<ApiScope>());
        foreach (var (method, path, needed) in Table)
        {
            foreach (var (scope, program) in programs)
            {
                var status = await program.StatusAsync(method, path, method is "POST" or "PATCH" ? "{}" : null);
                var expected = scope is null ? "401" : scope == needed ? "in" : "403";
                Assert.Equal($"{scope} {method} {path}: {expected}", $"{scope} {method} {path}: {(status is 401 or 403 or >= 500 ? status.ToString(System.Globalization.CultureInfo.InvariantCulture) : "in")}");
            }

            Assert.Equal(403, await reader.StatusAsync(method, path, method is "POST" or "PATCH" ? "{}" : null));
        }
    }

    [Fact]
    public async Task A_token_that_was_taken_back_expired_or_made_up_lets_nobody_in()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read);
        Assert.Equal(200, await program.StatusAsync("GET", "/topics"));
        kiosk.Time.Advance(TimeSpan.FromDays(31));
        Assert.Equal(401, await program.StatusAsync("GET", "/topics"));

        var second = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using var other = await kiosk.SignedInAsync(Role.Beheerder);
        var id = Open(kiosk).ApiTokens.OrderBy(token => token.Id).Last().Id;
        using var tried = await other.PostAsync("/mijn-kiosk/tokens", "form:has(#naam)", "/mijn-kiosk/tokens?handler=intrekken", ("id", id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.NotFound, tried.StatusCode);
        Assert.Equal(200, await second.StatusAsync("GET", "/topics"));
        using var revoked = await editor.SubmitAsync("/mijn-kiosk/tokens", "button[name=id]");
        Assert.Equal(401, await second.StatusAsync("GET", "/topics"));
        Assert.Equal(401, await new ApiProgram(kiosk, "kiosk_verzonnen").StatusAsync("GET", "/topics"));
        Assert.Equal(401, await new ApiProgram(kiosk, "kiosk_verzonnen").StatusAsync("GET", "/articles/1"));
    }

    [Fact]
    public async Task Who_is_no_editor_any_more_or_is_blocked_has_a_token_that_does_nothing()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read);
        kiosk.Fill(db => db.Users.Single().Role = Role.Lezer, withIndex: false);
        Assert.Equal(403, await program.StatusAsync("GET", "/topics"));
        kiosk.Fill(db => (db.Users.Single().Role, db.Users.Single().BlockedAt) = (Role.Redacteur, TestKiosk.Now), withIndex: false);
        Assert.Equal(401, await program.StatusAsync("GET", "/topics"));
    }

    [Fact]
    public async Task A_token_is_shown_once_and_kept_as_a_hash()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using var made = await editor.SubmitAsync("/mijn-kiosk/tokens", "form:has(#naam) button", ("naam", "Intranet"), ("mag", "read"), ("mag", "picks"), ("dagen", "30"));
        var shown = TestKiosk.Parse(await made.Content.ReadAsStringAsync()).QuerySelector("[data-token]")!.TextContent;
        Assert.StartsWith(ApiTokens.Prefix, shown, StringComparison.Ordinal);
        var again = await editor.PageAsync("/mijn-kiosk/tokens");
        Assert.DoesNotContain(shown, again.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("nog nooit", again.QuerySelector(".ledger")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(200, await new ApiProgram(kiosk, shown).StatusAsync("GET", "/topics"));
        var kept = Open(kiosk).ApiTokens.Single();
        Assert.Equal((false, TestKiosk.Now, "read,picks"), (kept.Hash.Contains(shown, StringComparison.Ordinal), kept.LastUsedAt, string.Join(',', kept.Scopes.Select(scope => Names.Of(scope)))));
    }

    [Fact]
    public async Task One_token_may_ask_so_often_and_another_is_not_held_up_by_it()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var (busy, calm) = (await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read), await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read));
        for (var asked = 0; asked < TokenPace.RequestsAMinute; asked++)
            Assert.Equal(404, await busy.StatusAsync("GET", "/topics/x"));
        using var refused = await busy.SendAsync("GET", "/topics/x");
        Assert.Equal((HttpStatusCode.TooManyRequests, true), (refused.StatusCode, refused.Headers.RetryAfter?.Delta > TimeSpan.Zero));
        Assert.Equal(404, await calm.StatusAsync("GET", "/topics/x"));
    }

    private static KioskDb Open(TestKiosk kiosk) => kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContext();
}
