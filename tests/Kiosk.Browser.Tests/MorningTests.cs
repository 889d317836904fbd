using Kiosk.Data;
using Kiosk.Data.Lists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kiosk.Browser.Tests;

/// <summary>An editor's morning: forty pieces in the inbox, and no mouse.</summary>
public sealed class MorningTests(Newsstand newsstand)
{
    private const int Pieces = 40;

    [Fact]
    public Task A_whole_morning_by_keyboard() => newsstand.VisitDeskAsync(Reader.AnEditor, FillAsync, async (page, open) =>
    {
        await page.GotoAsync("/redactie");
        await PressAsync(page, 1, "j");

        // Piece 1: a topic, a quote, a dossier, and out.
        await page.Keyboard.PressAsync("t");
        await page.Keyboard.TypeAsync("Beslag");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.TypeAsync("Dit moet je vandaag lezen: p w z x j zijn hier gewone letters.");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("d");
        await page.Keyboard.TypeAsync("Dossier");
        await page.Keyboard.PressAsync("Escape");
        await PressAsync(page, 2, "p");

        // Two and three tell the same: three is ticked, two lies open, and they become one.
        await PressAsync(page, 3, "j");
        await page.Keyboard.PressAsync("x");
        await PressAsync(page, 2, "k");
        await page.Keyboard.PressAsync("m");
        await Expect(page.Locator(".toast")).ToContainTextAsync("voegde samen");
        await Expect(page.Locator("[data-item]", new() { HasText = "Stuk 3 over" })).ToHaveCountAsync(0);
        await PressAsync(page, 4, "p");

        // Four is advertising, and then it is not: undone, and away after all.
        await PressAsync(page, 5, "w");
        await page.Keyboard.PressAsync("z");
        await Expect(page.Locator(".toast")).ToContainTextAsync("Teruggedraaid");
        await PressAsync(page, 4, "k");
        await PressAsync(page, 5, "w");

        // Five to ten at once.
        for (var number = 5; number <= 10; number++)
        {
            await page.Keyboard.PressAsync("x");
            await PressAsync(page, number + 1, "j");
        }

        await Expect(page.Locator("[data-bulk-count]")).ToHaveTextAsync("6 geselecteerd");
        await page.Keyboard.PressAsync("t");
        await page.Keyboard.TypeAsync("Beslag");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".toast")).ToContainTextAsync("6 stukken");

        // The rest one by one, the last of all too.
        await PressAsync(page, 5, "k", 6);
        for (var number = 6; number <= Pieces; number++)
            await PressAsync(page, number, number % 5 == 0 ? "w" : "p");
        await page.Keyboard.PressAsync("p");
        await Expect(page.Locator(".empty").First).ToContainTextAsync("Het postvak is leeg");

        await using var db = await open();
        var articles = await db.Articles.Include(article => article.Topics).OrderBy(article => article.Id).ToListAsync();
        Assert.Equal((1, 7), (articles.Count(article => article.State == ArticleState.Merged), articles.Count(article => article.Topics.Count > 0)));
        Assert.Equal(0, articles.Count(article => article.State == ArticleState.Waiting || article.InboxAt is not null));
        Assert.True(articles.Count(article => article.State == ArticleState.Hidden) >= 5);
        Assert.Contains("zijn hier gewone letters", (await db.Picks.SingleAsync()).Quote, StringComparison.Ordinal);
        Assert.Equal(1, await db.ListEntries.CountAsync());
    });

    [Fact]
    public Task Keys_can_be_switched_off() => newsstand.VisitDeskAsync(Reader.AnEditor, FillAsync, async (page, _) =>
    {
        await page.GotoAsync("/redactie");
        await page.Locator("[data-shortcuts]").UncheckAsync();
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("[data-item][aria-current=true]")).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Expect(page.Locator("[data-shortcuts]")).Not.ToBeCheckedAsync();
        Assert.Equal("", await AxeScan.FindingsAsync(page));
    });

    [Fact]
    public Task Without_script_on_a_phone_a_piece_has_a_page_of_its_own() => newsstand.VisitDeskAsync(Reader.AnEditor with { Script = false, Width = 390, Height = 844 }, FillAsync, async (page, open) =>
    {
        await page.GotoAsync("/redactie");
        await page.GetByRole(AriaRole.Link, new() { Name = "Stuk 1 over beslag" }).ClickAsync();
        await Expect(page.Locator(".queue")).ToBeHiddenAsync();
        await page.Locator(".tagger button.editor").ClickAsync();
        await Expect(page.Locator("#kop-stuk")).ToHaveTextAsync("Stuk 2 over beslag");
        await page.GetByRole(AriaRole.Link, new() { Name = "Naar de lijst" }).ClickAsync();
        await Expect(page.Locator(".queue")).ToBeVisibleAsync();
        await using var db = await open();
        Assert.Equal(ArticleState.Visible, (await db.Articles.OrderBy(article => article.Id).FirstAsync()).State);
    });

    /// <summary>Presses a key, and waits until the piece with this number lies open.</summary>
    private static async Task PressAsync(IPage page, int number, string key, int times = 1)
    {
        for (var time = 0; time < times; time++)
            await page.Keyboard.PressAsync(key);
        await Expect(page.Locator("#kop-stuk")).ToHaveTextAsync($"Stuk {number} over beslag");
        await Expect(page.Locator("[data-item][aria-current=true] a")).ToBeFocusedAsync();
    }

    private static async Task FillAsync(KioskDb db)
    {
        if (await db.Articles.AnyAsync())
            await db.Articles.ExecuteDeleteAsync();
        var now = DateTimeOffset.FromUnixTimeSeconds(1_795_000_000);
        if (!await db.Topics.AnyAsync(topic => topic.Slug == "beslag"))
        {
            db.Topics.Add(new Topic { Slug = "beslag", Name = "Beslag" });
            db.ReadingLists.Add(new ReadingList { Title = "Dossier", CreatedAt = now, ChangedAt = now });
            db.Sources.Add(new Source { Slug = "traag", Name = "Trage bron", Url = "https://traag.example/", Rights = Rights.Full, Enabled = false, Reviewed = true });
        }

        await db.SaveChangesAsync();
        var source = await db.Sources.SingleAsync(one => one.Slug == "traag");
        for (var number = 1; number <= Pieces; number++)
        {
            db.Articles.Add(new Article
            {
                SourceId = source.Id,
                Title = $"Stuk {number} over beslag",
                Lead = "Wat er verandert.",
                BodyHtml = "<p>Wat er verandert voor wie beslag op zijn loon heeft.</p>",
                BodyText = "Wat er verandert voor wie beslag op zijn loon heeft.",
                WordCount = 10,
                Url = $"https://traag.example/{number}",
                ContentHash = "",
                State = ArticleState.Waiting,
                PublishedAt = now,
                FirstSeenAt = now,
                ChangedAt = now,
                InboxAt = now.AddMinutes(-number),
            });
            await db.SaveChangesAsync();
        }
    }
}
