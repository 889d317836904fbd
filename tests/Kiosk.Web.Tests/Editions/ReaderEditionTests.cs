using System.Net;
using AngleSharp.Dom;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editions;
using Kiosk.Web.Editions;
using Kiosk.Web.Tests.Accounts;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Editions;

/// <summary>The edition of a reader with an account, through the pages.</summary>
public sealed class ReaderEditionTests
{
    [Fact]
    public async Task An_edition_stays_the_whole_day_and_none_of_it_comes_back_the_next()
    {
        await using var kiosk = await TestKiosk.StartAsync(Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer);
        var first = Titles(await noor.PageAsync("/"));
        kiosk.Fill(db => db.Articles.Add(Seeds.Article(Seeds.Source("later"), "Later gekomen", 0)));

        Assert.Equal(9, first.Count);
        Assert.Equal(first, Titles(await noor.PageAsync("/")));

        kiosk.Time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(Titles(await noor.PageAsync("/")).Intersect(first));
    }

    [Fact]
    public async Task The_day_turns_at_midnight_in_Amsterdam()
    {
        await using var kiosk = await TestKiosk.StartAsync(Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer);
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        var (book, me) = (kiosk.Services.GetRequiredService<EditionBook>(), await db.Users.Select(user => user.Id).SingleAsync());
        kiosk.Time.Advance(new DateTimeOffset(2026, 11, 20, 23, 50, 0, TimeSpan.FromHours(1)) - TestKiosk.Now);
        var late = await book.TodayAsync(me, CancellationToken.None);
        kiosk.Time.Advance(TimeSpan.FromMinutes(20));
        var next = await book.TodayAsync(me, CancellationToken.None);
        Assert.Equal((new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 21)), (late.Day, next.Day));
        Assert.Empty(next.Pieces.Select(piece => piece.ArticleId).Intersect(late.Pieces.Select(piece => piece.ArticleId)));
    }

    [Fact]
    public async Task What_she_follows_comes_with_the_reason_and_her_edition_has_her_size()
    {
        await using var kiosk = await TestKiosk.StartAsync(Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer);
        using (await noor.SubmitAsync("/onderwerp/wsnp", "form[action*=volg] button"))
        using (await noor.SubmitAsync("/mijn-kiosk/volgen", "#stukken", ("stukken", "6")))
        {
        }

        var page = await noor.PageAsync("/");

        Assert.Equal(6, Titles(page).Count);
        Assert.Contains("Omdat je Wsnp volgt.", page.QuerySelectorAll(".card-why").Select(why => why.TextContent.Replace("Waarom zie ik dit? ", "", StringComparison.Ordinal)));
        Assert.NotNull(page.QuerySelector(".topic-index .followed"));
    }

    [Fact]
    public async Task A_standing_query_brings_what_it_finds()
    {
        await using var kiosk = await TestKiosk.StartAsync(Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer);
        using (await noor.SubmitAsync("/mijn-kiosk/volgen", "#nieuwe-zoek", ("zoek", "paarse olifant")))
        {
        }

        Assert.Contains("Omdat het past bij je zoekopdracht ‘paarse olifant’.", (await noor.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("na:gisteren")]
    public async Task A_standing_query_that_asks_nothing_is_refused_with_what_was_typed(string query)
    {
        await using var kiosk = await TestKiosk.StartAsync(Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer);
        using var answer = await noor.SubmitAsync("/mijn-kiosk/volgen", "#nieuwe-zoek", ("zoek", query));
        var page = TestKiosk.Parse(await answer.Content.ReadAsStringAsync());
        Assert.NotEmpty(page.QuerySelector("#fout-zoek")!.TextContent);
        Assert.Equal(query, page.QuerySelector("#nieuwe-zoek")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Picks_lie_in_front_with_their_quote_for_everybody()
    {
        await using var kiosk = await TestKiosk.StartAsync(Fill);
        using (var editor = await kiosk.SignedInAsync(Role.Redacteur))
        {
            foreach (var id in new[] { 20, 25, 29 })
                using (await editor.SubmitAsync($"/artikel/{id}/keuze", "#citaat", ("citaat", $"Lees dit {id}"), ("naam", "Marit Hoekstra")))
                {
                }
        }

        using var noor = await kiosk.SignedInAsync(Role.Lezer);
        foreach (var page in new[] { await kiosk.PageAsync("/"), await noor.PageAsync("/") })
        {
            Assert.Equal("Redactiekeuze", page.QuerySelector("#kop-voorop")!.TextContent);
            Assert.Equal(["Lees dit 29", "Lees dit 25", "Lees dit 20"], page.QuerySelectorAll(".picks blockquote").Select(quote => quote.TextContent.Trim()));
            Assert.Equal(9, Titles(page).Count);
        }
    }

    [Fact]
    public async Task A_pick_that_is_taken_back_or_over_lies_in_front_no_longer()
    {
        await using var kiosk = await TestKiosk.StartAsync(Fill);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using (await editor.SubmitAsync("/artikel/20/keuze", "#citaat", ("citaat", "Kort"), ("naam", "Marit"), ("tot", "2026-11-20")))
        using (await editor.SubmitAsync("/artikel/21/keuze", "#citaat", ("citaat", "Weg"), ("naam", "Marit")))
        using (await editor.SubmitAsync("/artikel/21/keuze", "button[name=keuze]"))
        {
        }

        Assert.Equal("Kort", (await kiosk.PageAsync("/")).QuerySelector(".picks blockquote")!.TextContent.Trim());
        kiosk.Time.Advance(TimeSpan.FromDays(1));
        Assert.Null((await kiosk.PageAsync("/")).QuerySelector(".picks blockquote"));
    }

    [Fact]
    public async Task A_pick_without_a_quote_or_with_a_crooked_period_is_refused_with_what_was_typed()
    {
        await using var kiosk = await TestKiosk.StartAsync(Fill);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using var answer = await editor.SubmitAsync("/artikel/20/keuze", "#citaat", ("citaat", "Mooi"), ("naam", "Marit"), ("van", "2026-11-20"), ("tot", "2026-11-19"));
        var page = TestKiosk.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("De laatste dag ligt voor de eerste.", page.QuerySelector("#fout")!.TextContent.Trim());
        Assert.Equal("Mooi", page.QuerySelector("#citaat")!.TextContent);
    }

    [Fact]
    public async Task A_swapped_piece_goes_another_comes_and_undo_brings_it_back()
    {
        await using var kiosk = await TestKiosk.StartAsync(Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer);
        var before = Titles(await noor.PageAsync("/"));
        using (await noor.SubmitAsync("/", "button[formaction$=wissel]"))
        {
        }

        var after = await noor.PageAsync("/");
        Assert.Equal(8, Titles(after).Intersect(before).Count());
        Assert.Contains("Kwam in plaats van", after.Body!.TextContent, StringComparison.Ordinal);
        using (await noor.SubmitAsync("/", "button[formaction$=WisselTerug]"))
        {
        }

        Assert.Equal(before.Order(), Titles(await noor.PageAsync("/")).Order());
    }

    [Fact]
    public async Task Three_readers_who_find_a_piece_of_no_use_open_a_task_and_one_who_takes_it_back_closes_it()
    {
        await using var kiosk = await TestKiosk.StartAsync(Fill);
        for (var number = 0; number < 3; number++)
        {
            Assert.Empty(await TasksAsync(kiosk));
            using var reader = await kiosk.SignedInAsync(Role.Lezer, $"lezer{number}@kiosk.example");
            using var said = await reader.PostAsync("/", "form.acts", "/mijn-kiosk/stuk/1?handler=oordeel", ("oordeel", "verouderd"), ("terug", "/"));
            Assert.Equal("/", said.Headers.Location?.ToString());
        }

        Assert.Equal((1, 3, Objection.Verouderd), (await TasksAsync(kiosk)).Select(task => (task.ArticleId, task.Readers, task.Objection)).Single());
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        var piece = await editor.PageAsync((await editor.GetAsync("/artikel/1")).Headers.Location!.ToString());
        Assert.Contains("3 lezers vonden dit stuk niet nuttig", piece.Body!.TextContent, StringComparison.Ordinal);

        using var first = await kiosk.SignedInAsync(Role.Lezer, "lezer0@kiosk.example");
        using (await first.PostAsync("/mijn-kiosk/profiel", "#oordelen form", "/mijn-kiosk/profiel?handler=oordeel", ("stuk", "1")))
        {
        }

        Assert.Empty(await TasksAsync(kiosk));
    }

    [Fact]
    public async Task A_judgement_shows_on_the_card_and_can_be_undone_there()
    {
        await using var kiosk = await TestKiosk.StartAsync(Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer);
        using (await noor.SubmitAsync("/", "button[value=meer]"))
        {
        }

        Assert.Contains("meer hiervan", (await noor.PageAsync("/")).QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
        using (await noor.SubmitAsync("/", ".said button"))
        {
        }

        Assert.Null((await noor.PageAsync("/")).QuerySelector(".said"));
    }

    [Theory]
    [InlineData("oordeel", "onzin")]
    [InlineData("oordeel", "")]
    public async Task Nonsense_is_refused(string field, string value)
    {
        await using var kiosk = await TestKiosk.StartAsync(Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer);
        using var answer = await noor.PostAsync("/", "form.acts", "/mijn-kiosk/stuk/1?handler=oordeel", (field, value), ("terug", "//elders.example"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    internal static void Fill(KioskDb db)
    {
        var (wsnp, youth) = (Seeds.Topic("wsnp"), Seeds.Topic("jongeren", 1));
        var sources = Enumerable.Range(1, 12).Select(number => Seeds.Source($"bron-{number}")).ToList();
        for (var number = 1; number <= 60; number++)
        {
            var article = Seeds.Article(sources[number % 12], $"Stuk {number}", number / 5.0, number == 33 ? "Een paarse olifant." : "Een opening.");
            db.Articles.Add(number % 4 == 0 ? article.With(wsnp) : number % 5 == 0 ? article.With(youth) : article);
        }
    }

    private static List<string> Titles(IParentNode page) => [.. page.QuerySelectorAll("main article .card-title").Select(title => title.TextContent)];

    private static async Task<List<EditorTask>> TasksAsync(TestKiosk kiosk)
    {
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        return await db.EditorTasks.ToListAsync();
    }
}
