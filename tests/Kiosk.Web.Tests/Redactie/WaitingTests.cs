using System.Net;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editions;
using Kiosk.Data.Lists;
using Kiosk.Ingest.Indexing;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Redactie;

/// <summary>What waits for an editor gets out nowhere, until she lets it through.</summary>
public sealed class WaitingTests
{
    private const string Secret = "Zeldzaamwoord";

    /// <summary>Every way by which a reader or a program could meet an article.</summary>
    private static readonly string[] WaysOut =
    [
        "/", "/zoeken?q=zeldzaamwoord", "/onderwerp/wsnp", "/onderwerpen", "/bron/traag", "/bronnen", "/agenda", "/agenda.ics", "/lijst/1/dossier", "/lijst/1/bestand/rss.xml",
        "/lijst/1/bestand/atom.xml", "/lijst/1/bestand/feed.json", "/lijst/1/bestand/lijst.md", "/pakket/1", "/lijsten", "/api/v1/search?q=zeldzaamwoord",
        "/api/v1/suggestions?q=zeldzaam", "/artikel/2/zichtbaar-stuk-over-schulden", "/lijsten/erbij?stuk=1", "/bronnen.opml",
    ];

    [Fact]
    public async Task Nothing_public_tells_of_what_waits_and_all_of_it_once_it_is_published()
    {
        await using var kiosk = await StartAsync();
        await FollowAsync(kiosk);
        using var passer = kiosk.Visitor();
        using var reader = await kiosk.SignedInAsync(Role.Lezer);
        foreach (var path in WaysOut)
        {
            Assert.DoesNotContain(Secret, await TextAsync(passer, path), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Secret, await TextAsync(reader, path), StringComparison.OrdinalIgnoreCase);
        }

        foreach (var path in new[] { "/artikel/1/zeldzaamwoord", "/api/v1/articles/1", "/artikel/1/citeer/ris", "/agenda/1.ics" })
        {
            using var answer = await kiosk.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
        }

        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using (var published = await editor.SubmitAsync("/redactie?stuk=1", ".tagger button[value=plaats]:not(.visually-hidden)"))
            Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        await FollowAsync(kiosk);
        var seen = new List<string>();
        foreach (var path in WaysOut)
        {
            if ((await TextAsync(passer, path)).Contains(Secret, StringComparison.OrdinalIgnoreCase))
                seen.Add(path);
        }

        // Or else the first half of this test would prove nothing.
        Assert.Superset(new HashSet<string> { "/", "/zoeken?q=zeldzaamwoord", "/onderwerp/wsnp", "/bron/traag", "/lijst/1/dossier", "/lijst/1/bestand/rss.xml", "/pakket/1", "/api/v1/search?q=zeldzaamwoord", "/artikel/2/zichtbaar-stuk-over-schulden" }, seen.ToHashSet());
    }

    [Fact]
    public async Task An_editor_sets_whether_a_source_is_reviewed_and_the_log_tells_it()
    {
        await using var kiosk = await StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using (await editor.SubmitAsync("/bron/vlot/bediening", "form[action$=beleid] button"))
        {
        }

        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        Assert.True((await db.Sources.SingleAsync(source => source.Slug == "vlot")).Reviewed);
        Assert.Contains("vlot", (await editor.PageAsync("/redactie/logboek")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A waiting article (1) on a dossier, in a story with a visible one (2), picked, with a topic.</summary>
    private static Task<TestKiosk> StartAsync() => TestKiosk.StartAsync(
        db =>
        {
            var wsnp = Seeds.Topic("wsnp");
            var (slow, fast) = (Seeds.Source("traag", Rights.Full), Seeds.Source("vlot", Rights.Full));
            slow.Reviewed = true;
            var waiting = Seeds.Article(slow, $"{Secret} in de kop", 0.1, $"Een inleiding met {Secret}.", $"<p>{Secret} over schulden.</p>").With(wsnp);
            (waiting.State, waiting.InboxAt) = (ArticleState.Waiting, TestKiosk.Now);
            db.Articles.Add(waiting);
            db.SaveChanges();
            var visible = Seeds.Article(fast, "Zichtbaar stuk over schulden", 0.2, "Een inleiding.", "<p>Tekst over schulden.</p>").With(wsnp);
            db.Articles.Add(visible);
            db.SaveChanges();
            var story = new Story { LeadId = visible.Id, StartedAt = TestKiosk.Now };
            db.Stories.Add(story);
            db.SaveChanges();
            (waiting.StoryId, visible.StoryId) = (story.Id, story.Id);
            var dossier = new ReadingList { Title = "Dossier", CreatedAt = TestKiosk.Now, ChangedAt = TestKiosk.Now };
            ListChange.Add(dossier, waiting.Id, "", TestKiosk.Now);
            ListChange.Add(dossier, visible.Id, "", TestKiosk.Now);
            db.ReadingLists.Add(dossier);
            var today = DateOnly.FromDateTime(TestKiosk.Now.DateTime);
            db.Picks.Add(new Pick { ArticleId = waiting.Id, Quote = "Lees dit.", Signature = "Marit", StartsOn = today, EndsOn = today, MadeAt = TestKiosk.Now });
        },
        withIndex: false,
        configure: builder => builder.Services.AddSingleton<IndexFollower>());

    /// <summary>As the kiosk does by itself, all the time.</summary>
    private static async Task FollowAsync(TestKiosk kiosk) => await kiosk.Services.GetRequiredService<IndexFollower>().CatchUpAsync();

    private static async Task<string> TextAsync(Accounts.TestVisitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        // A search repeats what was asked.
        return (await answer.Content.ReadAsStringAsync()).Replace("zeldzaamwoord", "", StringComparison.Ordinal);
    }
}
