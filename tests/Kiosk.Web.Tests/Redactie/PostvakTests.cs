using System.Net;
using AngleSharp.Html.Dom;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editorial;
using Kiosk.Data.Lists;
using Kiosk.Web.Tests.Accounts;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Redactie;

public sealed class PostvakTests
{
    private const string Publish = ".tagger button[value=plaats]:not(.visually-hidden)";

    [Fact]
    public async Task One_submit_tags_picks_files_and_publishes_and_one_click_undoes_it_all()
    {
        await using var kiosk = await StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using var answer = await editor.SubmitAsync("/redactie?stuk=1", Publish, ("bij", "Wsnp"), ("citaat", "Lees dit."), ("dossier", "1"));
        var next = answer.Headers.Location!.ToString();
        Assert.Contains("stuk=2", next, StringComparison.Ordinal);
        await AssertAsync(kiosk, async db =>
        {
            var article = await db.Articles.Include(one => one.Topics).SingleAsync(one => one.Id == 1);
            Assert.Equal((ArticleState.Visible, null, 1), (article.State, article.InboxAt, article.Topics.Count));
            Assert.Equal(("Lees dit.", 1), ((await db.Picks.SingleAsync()).Quote, await db.ListEntries.CountAsync()));
            Assert.Equal(4, await db.EditorialActs.CountAsync());
        });

        using (await editor.SubmitAsync(next, "button[name=batch]"))
        {
        }

        await AssertAsync(kiosk, async db =>
        {
            var article = await db.Articles.Include(one => one.Topics).SingleAsync(one => one.Id == 1);
            Assert.Equal((ArticleState.Waiting, true, 0), (article.State, article.InboxAt is not null, article.Topics.Count));
            Assert.Equal((0, 0), (await db.Picks.CountAsync(), await db.ListEntries.CountAsync(entry => entry.RemovedAt == null)));
        });
    }

    [Fact]
    public async Task The_second_editor_is_told_what_happened_and_keeps_what_she_typed()
    {
        await using var kiosk = await StartAsync();
        using var marit = await kiosk.SignedInAsync(Role.Redacteur, "marit@kiosk.example");
        using var sofie = await kiosk.SignedInAsync(Role.Redacteur, "sofie@kiosk.example");
        var shown = await sofie.PageAsync("/redactie?stuk=1");
        using (await marit.SubmitAsync("/redactie?stuk=1", Publish))
        {
        }

        var page = await SendAsync(sofie, shown, Publish, ("citaat", "Mijn eigen woorden."));
        var alert = page.QuerySelector("[role=alert]")!.TextContent;
        Assert.Contains("intussen veranderd", alert, StringComparison.Ordinal);
        Assert.Contains("marit@kiosk.example plaatste", alert, StringComparison.Ordinal);
        Assert.Equal("Mijn eigen woorden.", page.QuerySelector("#citaat")!.TextContent);
        await AssertAsync(kiosk, async db => Assert.Equal(0, await db.Picks.CountAsync()));

        // What she sees now is the newer version, so that a second try goes through.
        await SendAsync(sofie, page, Publish);
        await AssertAsync(kiosk, async db => Assert.Equal("Mijn eigen woorden.", (await db.Picks.SingleAsync()).Quote));
    }

    [Fact]
    public async Task A_colleague_sees_who_is_at_work_on_a_piece()
    {
        await using var kiosk = await StartAsync();
        using var marit = await kiosk.SignedInAsync(Role.Redacteur, "marit@kiosk.example");
        using var sofie = await kiosk.SignedInAsync(Role.Redacteur, "sofie@kiosk.example");
        await marit.PageAsync("/redactie?stuk=1");
        Assert.Contains("marit@kiosk.example is ermee bezig", (await sofie.PageAsync("/redactie")).QuerySelector(".queue")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("marit@kiosk.example is met dit stuk bezig", (await sofie.PageAsync("/redactie?stuk=1")).QuerySelector(".preview")!.TextContent, StringComparison.Ordinal);
        kiosk.Time.Advance(DeskClaims.Lasts);
        Assert.DoesNotContain("ermee bezig", (await sofie.PageAsync("/redactie")).QuerySelector(".queue")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_at_once_and_what_a_colleague_changed_is_left_alone()
    {
        await using var kiosk = await StartAsync();
        using var marit = await kiosk.SignedInAsync(Role.Redacteur, "marit@kiosk.example");
        using var sofie = await kiosk.SignedInAsync(Role.Redacteur, "sofie@kiosk.example");
        var shown = await sofie.PageAsync("/redactie");
        using (await marit.SubmitAsync("/redactie?stuk=2", ".tagger button[value=weg]"))
        {
        }

        var page = await SendAsync(sofie, shown, ".bulk button[value=plaats]", ("stuk", "1.0"), ("stuk", "2.0"), ("stuk", "3.0"));
        Assert.Contains("Stuk 2", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await AssertAsync(kiosk, async db => Assert.Equal(
            [ArticleState.Visible, ArticleState.Hidden, ArticleState.Visible, ArticleState.Visible], await db.Articles.OrderBy(one => one.Id).Select(one => one.State).ToListAsync()));
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("?bron=traag", 3)]
    [InlineData("?bak=wacht", 3)]
    [InlineData("?soort=rapport", 1)]
    [InlineData("?vraag=beslag*", 1)]
    [InlineData("?vraag=beslag*%20OF%20huur", 2)]
    [InlineData("?onderwerp=bestaat-niet", 0)]
    public async Task The_inbox_is_filtered_by_source_kind_state_and_query(string filter, int expected)
    {
        await using var kiosk = await StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        Assert.Equal(expected, (await editor.PageAsync("/redactie" + filter)).QuerySelectorAll("[data-item]").Length);
    }

    [Fact]
    public async Task The_same_news_lies_together_and_merging_leaves_one()
    {
        await using var kiosk = await StartAsync(db =>
        {
            var story = new Story { LeadId = 1, StartedAt = TestKiosk.Now };
            db.Stories.Add(story);
            db.SaveChanges();
            foreach (var article in db.Articles.Where(one => one.Id == 1 || one.Id == 4))
                article.StoryId = story.Id;
        });
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        var page = await editor.PageAsync("/redactie?stuk=1");
        Assert.Single(page.QuerySelectorAll(".queue-same [data-item]"));
        await SendAsync(editor, page, ".bulk button[value=samen]", ("stuk", "4.0"));
        await AssertAsync(kiosk, async db => Assert.Equal(1, (await db.Articles.SingleAsync(one => one.Id == 4)).MergedInto));
        var kept = await editor.PageAsync("/redactie/stuk/1");
        Assert.Contains("Stuk 4", kept.QuerySelector("form[action$=terug]")!.ParentElement!.TextContent, StringComparison.Ordinal);
        using (await editor.SubmitAsync("/redactie/stuk/1", "button[name=act]"))
        {
        }

        await AssertAsync(kiosk, async db => Assert.Equal((ArticleState.Visible, null), await db.Articles.Where(one => one.Id == 4).Select(one => ValueTuple.Create(one.State, one.MergedInto)).SingleAsync()));
    }

    [Fact]
    public async Task A_reader_gets_nowhere_near_and_bad_input_is_told()
    {
        await using var kiosk = await StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        var page = await editor.PageAsync("/redactie?stuk=1");
        Assert.Contains("geen onderwerp", (await SendAsync(editor, page, Publish, ("bij", "Bestaat niet"))).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ligt voor de eerste", (await SendAsync(editor, page, Publish, ("citaat", "Ja"), ("van", "2026-11-22"), ("tot", "2026-11-21"))).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kies eerst", (await SendAsync(editor, page, ".bulk button[value=weg]")).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, (await editor.PageAsync("/redactie?na=xx.yy&bron=%00&stuk=999&gedaan=nee&vraag=((")).QuerySelectorAll("[data-bench]").Length * 4);
        await AssertAsync(kiosk, async db => Assert.Equal(0, await db.EditorialActs.CountAsync()));
    }

    /// <summary>Four pieces in the inbox: 1 to 3 wait, 4 is visible.</summary>
    internal static Task<TestKiosk> StartAsync(Action<KioskDb>? also = null) => TestKiosk.StartAsync(db =>
    {
        db.Topics.Add(Seeds.Topic("wsnp"));
        var (slow, fast) = (Seeds.Source("traag", Rights.Full), Seeds.Source("vlot"));
        string[] words = ["beslag op loon", "huur en energie", "bewind"];
        for (var number = 1; number <= 4; number++)
        {
            var article = Seeds.Article(number < 4 ? slow : fast, $"Stuk {number}", 0.1 * number, $"Over {words[(number - 1) % 3]}.", $"<p>Over {(number == 4 ? "iets anders" : words[number - 1])}.</p>", number == 3 ? ArticleKind.Rapport : null);
            article.Lead = number == 4 ? "" : article.Lead;
            (article.State, article.InboxAt) = (number < 4 ? ArticleState.Waiting : ArticleState.Visible, TestKiosk.Now.AddMinutes(-number));
            db.Articles.Add(article);
            db.SaveChanges();
        }

        db.ReadingLists.Add(new ReadingList { Title = "Dossier", CreatedAt = TestKiosk.Now, ChangedAt = TestKiosk.Now });
        db.SaveChanges();
        also?.Invoke(db);
    });

    /// <summary>Submits a form of a page that was opened before.</summary>
    private static async Task<IHtmlDocument> SendAsync(TestVisitor visitor, IHtmlDocument page, string button, params (string Name, string Value)[] fields)
    {
        var pressed = (IHtmlButtonElement)page.QuerySelector(button)!;
        var form = (IHtmlFormElement)pressed.Closest("form")!;
        var given = form.QuerySelectorAll("input[name]").Where(input => input.GetAttribute("type") != "checkbox" || input.HasAttribute("checked"))
            .Select(input => (Name: input.GetAttribute("name")!, Value: input.GetAttribute("value") ?? ""))
            .Concat(form.QuerySelectorAll("textarea[name]").Select(area => (Name: area.GetAttribute("name")!, Value: area.TextContent)))
            .Where(input => fields.All(field => field.Name != input.Name));
        using var content = new FormUrlEncodedContent(given.Append((pressed.Name!, pressed.Value)).Concat(fields).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = content };
        using var answer = await visitor.SendAsync(request);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, answer.StatusCode.ToString());
        return TestKiosk.Parse(await answer.Content.ReadAsStringAsync());
    }

    internal static async Task AssertAsync(TestKiosk kiosk, Func<KioskDb, Task> check)
    {
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        await check(db);
    }
}
