using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Digests;
using Kiosk.Web.Tests.Accounts;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Digests;

public sealed class VisitCounterTests
{
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0";

    [Fact]
    public async Task Visits_from_letters_are_counted_by_day_and_shown_to_editors_and_no_page_knows_of_them()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var page = await VisitAsync(kiosk, "/artikel/1/volledig-stuk-over-schulden?via=weekbrief-2026-47", Browser);
        Assert.DoesNotContain("via=", page, StringComparison.Ordinal);
        Assert.EndsWith("/artikel/1/volledig-stuk-over-schulden", TestKiosk.Parse(page).QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(page, await VisitAsync(kiosk, "/artikel/1/volledig-stuk-over-schulden", Browser));
        await VisitAsync(kiosk, "/?via=weekbrief-2026-47&pagina=1", Browser);
        await VisitAsync(kiosk, "/?via=weekbrief-2026-47", "Googlebot/2.1");
        await VisitAsync(kiosk, "/?via=weekbrief-2031-01", Browser);
        await VisitAsync(kiosk, "/?via=%3Cscript%3E", Browser);
        await WriteAsync(kiosk);
        kiosk.Time.Advance(TimeSpan.FromDays(1));
        await VisitAsync(kiosk, "/?via=weekbrief-2026-47", Browser);
        await WriteAsync(kiosk);

        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal([(new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 20), 2), (new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 21), 1)],
            (await db.DigestVisits.OrderBy(visits => visits.Day).ToListAsync(TestContext.Current.CancellationToken)).Select(visits => (visits.Week, visits.Day, visits.Visits)));
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        Assert.Contains("3 bezoeken", (await editor.PageAsync("/redactie/weekbrief?week=2026-47")).QuerySelector("#bezoek-2026-47 caption")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_setting_turns_counting_off_and_pages_stay_shared()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill, configure: builder => builder.Configuration["Kiosk:Digest:Campaign"] = "false");
        Assert.DoesNotContain("via=", await VisitAsync(kiosk, "/onderwerpen?via=weekbrief-2026-47", Browser), StringComparison.Ordinal);
        await WriteAsync(kiosk);
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Empty(db.DigestVisits);
    }

    [Fact]
    public async Task What_could_not_be_written_is_written_later()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        await VisitAsync(kiosk, "/?via=weekbrief-2026-47", Browser);
        await db.Database.ExecuteSqlAsync($"ALTER TABLE digest_visits RENAME TO elsewhere", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => WriteAsync(kiosk));
        await VisitAsync(kiosk, "/onderwerpen?via=weekbrief-2026-47", Browser);
        await db.Database.ExecuteSqlAsync($"ALTER TABLE elsewhere RENAME TO digest_visits", TestContext.Current.CancellationToken);
        await WriteAsync(kiosk);
        Assert.Equal(2, (await db.DigestVisits.SingleAsync(TestContext.Current.CancellationToken)).Visits);
    }

    private static Task WriteAsync(TestKiosk kiosk) => kiosk.Services.GetRequiredService<VisitCounter>().WriteAsync(TestContext.Current.CancellationToken);

    private static async Task<string> VisitAsync(TestKiosk kiosk, string path, string agent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        using var answer = await kiosk.Client().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
