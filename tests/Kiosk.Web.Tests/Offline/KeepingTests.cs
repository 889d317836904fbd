using System.Text.Json;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Http;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Offline;

public sealed class KeepingTests
{
    private const string Mark = "X-Kiosk-Wie";

    [Fact]
    public async Task The_worker_comes_from_the_root_is_never_old_and_names_the_files_at_hand()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var answer = await kiosk.GetAsync("/sw.js");
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
        Assert.Contains(Assets.Url("kiosk.css"), await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_names_icons_that_are_there()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var answer = await kiosk.GetAsync("/manifest.webmanifest");
        Assert.Equal("application/manifest+json", answer.Content.Headers.ContentType!.MediaType);
        using var manifest = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var icons = manifest.RootElement.GetProperty("icons").EnumerateArray().ToList();
        Assert.Contains(icons, icon => icon.TryGetProperty("purpose", out var purpose) && purpose.GetString() == "maskable");
        foreach (var icon in icons)
        {
            using var picture = await kiosk.GetAsync(icon.GetProperty("src").GetString()!);
            Assert.Equal(icon.GetProperty("type").GetString(), picture.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task Each_page_says_whose_it_is_and_each_signing_in_is_somebody_new()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var nobody = await kiosk.GetAsync("/");
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        using var noorAgain = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        using var sam = await kiosk.SignedInAsync(Role.Lezer, "sam@kiosk.example");
        var marks = new List<string> { nobody.Headers.GetValues(Mark).Single() };
        foreach (var reader in new[] { noor, noorAgain, sam })
        {
            using var answer = await reader.GetAsync("/");
            marks.Add(answer.Headers.GetValues(Mark).Single());
        }

        Assert.Equal("-", marks[0]);
        Assert.Equal(4, marks.Distinct().Count());
    }

    [Fact]
    public async Task Signing_out_makes_the_browser_forget()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var reader = await kiosk.SignedInAsync(Role.Lezer);
        using var other = await kiosk.SignedInAsync(Role.Lezer);
        using var answer = await reader.SubmitAsync("/uitloggen", "main form button");
        Assert.Equal("\"cache\", \"storage\"", answer.Headers.GetValues("Clear-Site-Data").Single());

        // A device that was signed out from elsewhere forgets at its next request.
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        await db.UserSessions.ExecuteDeleteAsync();
        using var late = await other.GetAsync("/");
        Assert.True(late.Headers.Contains("Clear-Site-Data"));
    }

    [Fact]
    public async Task What_is_kept_for_the_train_does_not_count_as_read()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var reader = await kiosk.SignedInAsync(Role.Lezer);
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        await db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.KeepsHistory, true));
        using var keeping = new HttpRequestMessage(HttpMethod.Get, "/artikel/1/volledig-stuk-over-schulden");
        keeping.Headers.Add("X-Kiosk-Bewaren", "1");
        using var kept = await reader.SendAsync(keeping);
        kept.EnsureSuccessStatusCode();
        Assert.Equal(0, await db.ReadingHistory.CountAsync());
        await reader.PageAsync("/artikel/1/volledig-stuk-over-schulden");
        Assert.Equal(1, await db.ReadingHistory.CountAsync());
    }

    [Fact]
    public async Task A_reader_keeps_her_edition_her_lists_and_their_pieces_and_nothing_of_others()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var sam = await kiosk.SignedInAsync(Role.Lezer, "sam@kiosk.example");
        await sam.SubmitAsync("/lijsten", "form[action*=nieuw]", ("titel", "Van Sam"));
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        await noor.PageAsync("/");
        await noor.SubmitAsync("/lijsten/erbij?stuk=50", "form[data-save-form]", ("lijst", ""), ("nieuw", "Van Noor"));

        var pages = await PagesAsync(noor);

        Assert.Contains("/lijsten", pages);
        Assert.Contains(pages, page => page.EndsWith("/van-noor", StringComparison.Ordinal));
        Assert.DoesNotContain(pages, page => page.EndsWith("/van-sam", StringComparison.Ordinal));
        Assert.Contains(pages, page => page.StartsWith("/artikel/50/", StringComparison.Ordinal));
        Assert.InRange(pages.Count(page => page.StartsWith("/artikel/", StringComparison.Ordinal)), 9, 10);
        Assert.Empty(await PagesAsync(kiosk.Visitor()));
    }

    private static async Task<List<string>> PagesAsync(Accounts.TestVisitor visitor)
    {
        using var answer = await visitor.GetAsync("/offline/bewaren");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return [.. json.RootElement.GetProperty("bladzijden").EnumerateArray().Select(page => page.GetProperty("adres").GetString()!)];
    }
}
