using System.Net;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Lists;
using Kiosk.Web.Editions;
using Kiosk.Web.Mail;
using Kiosk.Web.Tests.Accounts;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Tagging;

/// <summary>What editors say of an article, and what readers see of it.</summary>
public sealed class KenmerkenTests
{
    private const string Path = "/redactie/kenmerken/1";

    [Fact]
    public async Task What_an_editor_sets_is_shown_on_the_article_and_undone_with_one_button()
    {
        await using var kiosk = await KioskAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using var saved = await editor.SubmitAsync(Path, "#soort",
            ("soort", "praktijk"), ("bewijs", "onderbouwd"), ("movisie", "goede-aanwijzingen"), ("fase", "toegang"), ("rol", "vrijwilliger"), ("vanaf", "2026-01-01"), ("tot", "2027-01-01"),
            ("wetten", "art. 4a Wgs\n6:162 BW"), ("gemeenten", "Uden, Den Bosch"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        var page = await kiosk.PageAsync((await kiosk.GetAsync("/artikel/1")).Headers.Location!.ToString());
        var facts = page.QuerySelector(".facts")!;
        Assert.Contains("Goede aanwijzingen voor effectiviteit", facts.TextContent, StringComparison.Ordinal);
        Assert.Contains("https://wetten.overheid.nl/jci1.3:c:BWBR0031331&artikel=4a", facts.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("/zoeken?gemeente=maashorst", facts.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("door de redactie gezet", (await editor.PageAsync(Path)).QuerySelector("label[for=soort] .hint")!.TextContent);

        using var undone = await editor.SubmitAsync(saved.Headers.Location!.ToString(), ".notice button");
        var article = await ArticleAsync(kiosk);
        Assert.Equal((ArticleKind.Nieuws, null, 0, 0), (article.Kind, article.Evidence, article.Laws.Count, article.SetByHand.Count));
    }

    [Theory]
    [InlineData("wetten", "artikel 3 van niets", "geen wetsartikel")]
    [InlineData("gemeenten", "Lutjebroek", "geen gemeente")]
    [InlineData("tot", "2020-13-45", "geen datum")]
    [InlineData("vervangen-door", "https://elders.example", "Plak het adres")]
    [InlineData("vervangen-door", "/artikel/1", "zichzelf niet")]
    [InlineData("vervangen-door", "/artikel/999", "niet in de kiosk")]
    public async Task What_cannot_be_read_is_refused_with_the_remedy(string field, string value, string remedy)
    {
        await using var kiosk = await KioskAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using var answer = await editor.SubmitAsync(Path, "#soort", ("soort", "nieuws"), (field, value));
        var page = TestKiosk.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains(remedy, page.QuerySelector($"#{field}-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(value, page.QuerySelector($"#{field}")!.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_is_suggested_with_its_reason_and_not_again_once_it_was_rejected()
    {
        await using var kiosk = await KioskAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        var page = await editor.PageAsync(Path);
        Assert.Contains("Past bij de regel ‘richtlijn’", page.Body!.TextContent, StringComparison.Ordinal);

        using var rejected = await editor.SubmitAsync(Path, "button[formaction$=PastNiet]");
        Assert.DoesNotContain("Past bij de regel", (await editor.PageAsync(Path)).Body!.TextContent, StringComparison.Ordinal);
        using var undone = await editor.SubmitAsync(rejected.Headers.Location!.ToString(), ".notice button");
        Assert.Contains("Past bij de regel", (await editor.PageAsync(Path)).Body!.TextContent, StringComparison.Ordinal);

        using var confirmed = await editor.SubmitAsync(Path, "form[action$='handler=Past'] button[name=onderwerp]");
        Assert.Equal(TaggedBy.Editor, Assert.Single((await ArticleAsync(kiosk)).Topics).TaggedBy);
    }

    [Fact]
    public async Task Who_saved_what_is_replaced_sees_that_and_gets_mail_only_if_she_wants_it()
    {
        await using var kiosk = await KioskAsync();
        using var quiet = await kiosk.SignedInAsync(Role.Lezer, "stil@kiosk.example");
        using var eager = await kiosk.SignedInAsync(Role.Lezer, "graag@kiosk.example");
        using var wants = await eager.SubmitAsync("/mijn-kiosk", "#berichten button", ("mail", "true"));
        await SaveAsync(kiosk);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using var replaced = await editor.SubmitAsync(Path, "#soort", ("soort", "nieuws"), ("vervangen-door", "/artikel/2"));

        var post = kiosk.Services.GetRequiredService<ReplacementPost>();
        Assert.Equal(0, await MailedAsync(kiosk, post));
        kiosk.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(1, await MailedAsync(kiosk, post));
        Assert.Equal(0, await MailedAsync(kiosk, post));
        foreach (var reader in new[] { quiet, eager })
            Assert.Contains("is vervangen door De nieuwe richtlijn", (await reader.PageAsync("/mijn-kiosk")).QuerySelector("#vervangen")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vervangen door De nieuwe richtlijn", (await quiet.PageAsync("/lijst/1/bewaard")).QuerySelector("#stuk-1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dit is vervangen.", (await kiosk.PageAsync("/artikel/1/de-richtlijn-voor-het-loket")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dit vervangt:", (await kiosk.PageAsync("/artikel/2/de-nieuwe-richtlijn")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<int> MailedAsync(TestKiosk kiosk, ReplacementPost post)
    {
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        var before = await db.ReplacementLetters.CountAsync();
        await post.SendAsync(CancellationToken.None);
        return before - await db.ReplacementLetters.CountAsync();
    }

    private static async Task SaveAsync(TestKiosk kiosk)
    {
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        foreach (var user in await db.Users.OrderByDescending(user => user.Email).ToListAsync())
        {
            var list = new ReadingList { UserId = user.Id, Title = "Bewaard", CreatedAt = TestKiosk.Now, ChangedAt = TestKiosk.Now };
            list.Entries.Add(new ListEntry { ArticleId = 1, AddedAt = TestKiosk.Now });
            db.ReadingLists.Add(list);
            await db.SaveChangesAsync();
        }
    }

    private static async Task<Article> ArticleAsync(TestKiosk kiosk)
    {
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        return await db.Articles.Include(article => article.Topics).SingleAsync(article => article.Id == 1);
    }

    private static Task<TestKiosk> KioskAsync() => TestKiosk.StartAsync(db =>
    {
        var (source, topic) = (Seeds.Source("bron"), Seeds.Topic("richtlijnen"));
        topic.Rule = "richtlijn";
        db.Topics.Add(topic);
        db.Articles.Add(Seeds.Article(source, "De richtlijn voor het loket", 30));
        db.SaveChanges();
        db.Articles.Add(Seeds.Article(source, "De nieuwe richtlijn", 1));
    });
}
