using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Searching;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Searching;

/// <summary>Counting what visitors searched for, without persons.</summary>
public sealed class ZoekvragenTests
{
    [Theory]
    [InlineData("  Schulden bij ZZP’ers? ", "schulden bij zzp'ers")]
    [InlineData("artikel 287b Fw", "artikel 287b fw")]
    [InlineData("\"schone lei\"", "schone lei")]
    [InlineData("wijziging per 2026", "wijziging per 2026")]
    [InlineData("123456782", null)]
    [InlineData("bsn 123456782", null)]
    [InlineData("noor@gemeente.example", null)]
    [InlineData("NL91ABNA0417164300", null)]
    [InlineData("06-12345678", null)]
    [InlineData("https://voorbeeld.nl", null)]
    [InlineData("soort:nieuws", null)]
    [InlineData("12", null)]
    [InlineData("", null)]
    public void Only_what_looks_like_words_is_counted(string typed, string? expected) => Assert.Equal(expected, AskedWords.Of(typed));

    [Fact]
    public async Task A_question_is_shown_to_editors_from_five_times_on()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);

        Assert.Empty(await NothingAfterAsync(kiosk, editor, times: 4));
        Assert.Equal("xylofoonconcert", Assert.Single(await NothingAfterAsync(kiosk, editor, times: 1)));
    }

    [Fact]
    public async Task Results_of_which_nothing_is_opened_are_told_from_those_that_are_read()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        for (var time = 0; time < 6; time++)
        {
            using var left = await kiosk.GetAsync("/zoeken?q=beslag");
            using var read = await kiosk.GetAsync("/zoeken?q=fragment");
            using var opening = new HttpRequestMessage(HttpMethod.Get, "/artikel/2/fragment-over-schulden") { Headers = { Referrer = new Uri("http://localhost/zoeken?q=fragment") } };
            using var opened = await kiosk.Client().SendAsync(opening);
        }

        await kiosk.Services.GetRequiredService<SearchDiary>().WriteAsync(CancellationToken.None);

        var page = await editor.PageAsync("/redactie/zoekvragen");
        Assert.Equal(["beslag", "6", "0"], page.QuerySelectorAll("[aria-labelledby=kop-verlaten] tbody tr").Single().Children.Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task Pages_filters_and_other_sites_are_not_counted()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        foreach (var path in new[] { "/zoeken?q=beslag&pagina=2", "/zoeken?q=beslag&soort=wet", "/zoeken?q=beslag&sorteer=nieuwste", "/zoeken" })
            (await kiosk.GetAsync(path)).Dispose();
        using var opening = new HttpRequestMessage(HttpMethod.Get, "/artikel/2/fragment-over-schulden") { Headers = { Referrer = new Uri("https://elders.example/zoeken?q=fragment") } };
        (await kiosk.Client().SendAsync(opening)).Dispose();

        await kiosk.Services.GetRequiredService<SearchDiary>().WriteAsync(CancellationToken.None);

        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        Assert.Empty(await db.SearchQuestions.ToListAsync());
    }

    [Fact]
    public async Task What_is_older_than_ninety_days_goes()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        var diary = kiosk.Services.GetRequiredService<SearchDiary>();
        diary.Asked("oude vraag", foundNothing: true);
        await diary.WriteAsync(CancellationToken.None);
        kiosk.Time.Advance(TimeSpan.FromDays(91));
        diary.Asked("nieuwe vraag", foundNothing: true);
        await diary.WriteAsync(CancellationToken.None);

        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        Assert.Equal("nieuwe vraag", (await db.SearchQuestions.SingleAsync()).Question);
    }

    [Fact]
    public async Task A_day_holds_no_more_different_questions_than_the_cap()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        var diary = kiosk.Services.GetRequiredService<SearchDiary>();
        for (var number = 0; number < SearchDiary.MostADay + 50; number++)
            diary.Asked($"vraag {number}", foundNothing: true);
        await diary.WriteAsync(CancellationToken.None);
        diary.Asked("nog een vraag", foundNothing: true);
        diary.Asked("vraag 7", foundNothing: true);
        await diary.WriteAsync(CancellationToken.None);

        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        Assert.Equal(SearchDiary.MostADay, await db.SearchQuestions.CountAsync());
        Assert.Equal(2, (await db.SearchQuestions.SingleAsync(asked => asked.Question == "vraag 7")).Asked);
    }

    private static async Task<List<string>> NothingAfterAsync(TestKiosk kiosk, Accounts.TestVisitor editor, int times)
    {
        for (var time = 0; time < times; time++)
            (await kiosk.GetAsync("/zoeken?q=Xylofoonconcert")).Dispose();
        await kiosk.Services.GetRequiredService<SearchDiary>().WriteAsync(CancellationToken.None);
        return [.. (await editor.PageAsync("/redactie/zoekvragen")).QuerySelectorAll("[aria-labelledby=kop-niets] tbody th").Select(cell => cell.TextContent)];
    }
}
