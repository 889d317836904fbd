using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Insight;
using Kiosk.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Pages;

public sealed class CounterCopiesTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/artikel/1/volledig-stuk-over-schulden")]
    [InlineData("/onderwerpen")]
    [InlineData("/onderwerp/vroegsignalering?pagina=2")]
    [InlineData("/bronnen")]
    [InlineData("/colofon")]
    public async Task A_page_is_made_once_until_anything_in_the_archive_changes(string path)
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var visitor = kiosk.Visitor();
        await visitor.PageAsync("/artikel/1/volledig-stuk-over-schulden"); // The first article ever shown puts the key for pictures in the archive.
        Assert.False(await IsCopyAsync(visitor, path));
        Assert.True(await IsCopyAsync(visitor, path));

        await ChangeAsync(kiosk, db => db.Sources.Where(source => source.Slug == "vol").ExecuteUpdateAsync(set => set.SetProperty(source => source.Note, "Anders")));
        Assert.False(await IsCopyAsync(visitor, path));
        Assert.True(await IsCopyAsync(visitor, path));

        kiosk.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await IsCopyAsync(visitor, path));
    }

    [Fact]
    public async Task A_piece_that_is_withdrawn_is_gone_at_once()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var visitor = kiosk.Visitor();
        await visitor.PageAsync("/artikel/1/volledig-stuk-over-schulden");
        Assert.Contains("Volledig stuk", (await visitor.PageAsync("/onderwerp/vroegsignalering")).Body!.TextContent, StringComparison.Ordinal);

        await ChangeAsync(kiosk, db => db.Articles.Where(article => article.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(article => article.State, ArticleState.Withdrawn)));

        using var gone = await visitor.GetAsync("/artikel/1/volledig-stuk-over-schulden");
        Assert.Equal(410, (int)gone.StatusCode);
        Assert.DoesNotContain("Volledig stuk", (await visitor.PageAsync("/onderwerp/vroegsignalering")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_the_page_of_who_is_signed_in_and_she_gets_no_copy()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var reader = await kiosk.SignedInAsync(Role.Lezer);
        Assert.NotNull((await reader.PageAsync("/")).QuerySelector(".account"));
        Assert.False(await IsCopyAsync(reader, "/"));
        using var other = kiosk.Visitor();
        Assert.Null((await other.PageAsync("/")).QuerySelector(".account"));
        Assert.True(await IsCopyAsync(other, "/"));
        Assert.NotNull((await reader.PageAsync("/")).QuerySelector(".account"));
    }

    [Theory]
    [InlineData("thema=donker", "dark")]
    [InlineData("thema=licht", "light")]
    public async Task Each_theme_has_its_own_copy(string cookie, string theme)
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var plain = kiosk.Visitor();
        await plain.PageAsync("/");
        using var visitor = kiosk.Visitor();
        visitor.Cookies.SetCookies(visitor.Address, cookie);
        for (var time = 0; time < 2; time++)
            Assert.Equal(theme, (await visitor.PageAsync("/")).DocumentElement.GetAttribute("data-theme"));
        Assert.True(await IsCopyAsync(visitor, "/"));
    }

    [Theory]
    [InlineData("keuze=wsnp~")]
    [InlineData("iets=anders")]
    [InlineData("thema=eenveeltelangewaardeomeenkeuzetezijn")]
    public async Task A_page_for_a_cookie_that_may_change_it_is_made_anew(string cookie)
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var visitor = kiosk.Visitor();
        visitor.Cookies.SetCookies(visitor.Address, cookie);
        await visitor.PageAsync("/");
        Assert.False(await IsCopyAsync(visitor, "/"));
    }

    [Fact]
    public async Task A_copy_is_compressed_as_the_browser_asks()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var visitor = kiosk.Visitor();
        foreach (var encoding in new[] { "br", "gzip", "", "br", "gzip", "" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/onderwerpen");
            request.Headers.Add("Accept-Encoding", encoding);
            using var answer = await visitor.SendAsync(request);
            Assert.Equal(encoding, string.Join(",", answer.Content.Headers.ContentEncoding));
            Assert.Equal(encoding.Length > 0, answer.Headers.Vary.Contains("Accept-Encoding"));
        }
    }

    [Fact]
    public async Task A_copy_that_is_read_counts_like_any_other_read()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var visitor = kiosk.Visitor();
        var isCopy = false;
        for (var time = 0; time < 3; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/artikel/1/volledig-stuk-over-schulden");
            request.Headers.Add("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0");
            using var answer = await visitor.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            isCopy = answer.Headers.Age is not null;
        }

        Assert.True(isCopy);
        await kiosk.Services.GetRequiredService<ReadCounter>().WriteAsync(CancellationToken.None);
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        Assert.Equal(3, await db.ReadCounts.Where(count => count.About == ReadSubject.Stuk && count.SubjectId == 1).Select(count => count.Reads).SingleAsync());
    }

    private static async Task<bool> IsCopyAsync(TestVisitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        return answer.Headers.Age is not null;
    }

    private static async Task ChangeAsync(TestKiosk kiosk, Func<KioskDb, Task> change)
    {
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        await change(db);
    }
}
