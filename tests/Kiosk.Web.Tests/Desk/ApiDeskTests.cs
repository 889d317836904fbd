using System.Globalization;
using System.Net;
using System.Text.Json;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editions;
using Kiosk.Data.Topics;
using Kiosk.Search.Synonyms;
using Kiosk.Web.Insight;
using Kiosk.Web.Reading;
using Kiosk.Web.Searching;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Desk;

/// <summary>What a program does of the work at the desk: topics, the thesaurus, reports, dossiers, and the way back.</summary>
public sealed class ApiDeskTests
{
    [Fact]
    public async Task A_topic_goes_into_another_and_comes_back()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Topics);
        using var made = await program.SendAsync("POST", "/topics", new { name = "Bewind", rule = "bewind*" });
        var tag = made.Headers.ETag!.Tag;
        Assert.Equal(428, await program.StatusAsync("POST", "/topics/bewind/mergers", new { into = "vroegsignalering" }));
        Assert.Equal(400, await program.StatusAsync("POST", "/topics/bewind/mergers", new { into = "bewind" }, tag));
        Assert.Equal(400, await program.StatusAsync("POST", "/topics/bewind/mergers", new { into = "bestaat-niet" }, tag));
        Assert.Equal(412, await program.StatusAsync("POST", "/topics/bewind/mergers", new { into = "vroegsignalering" }, "\"9\""));
        using var merged = await program.SendAsync("POST", "/topics/bewind/mergers", new { into = "vroegsignalering", joinRules = true }, tag);
        var into = JsonElement.Parse(await merged.Content.ReadAsStringAsync());
        Assert.Equal("vroegsignalering", into.GetProperty("slug").GetString());
        Assert.Contains("bewind*", into.GetProperty("rule").GetString(), StringComparison.Ordinal);
        Assert.Equal("vroegsignalering", await SlugAsync(program, "bewind"));

        var act = await LastActAsync(program, "topic-merged");
        var other = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Picks);
        Assert.Equal(403, await other.StatusAsync("POST", $"/editorial-acts/{act}/reversals"));
        Assert.Equal(204, await program.StatusAsync("POST", $"/editorial-acts/{act}/reversals"));
        Assert.Equal("bewind", await SlugAsync(program, "bewind"));
        Assert.Equal(409, await program.StatusAsync("POST", $"/editorial-acts/{act}/reversals"));
        Assert.Equal(404, await program.StatusAsync("POST", "/editorial-acts/999999/reversals"));
    }

    [Fact]
    public async Task A_part_of_a_topic_becomes_a_topic_with_the_articles_that_its_rule_finds()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Topics);
        var (_, tag) = await program.GetAsync("/topics/vroegsignalering");
        Assert.Equal(400, await program.StatusAsync("POST", "/topics/vroegsignalering/parts", new { name = "Beslag" }, tag));
        using var made = await program.SendAsync("POST", "/topics/vroegsignalering/parts", new { name = "Beslag", rule = "titel:beslag", takeOff = true }, tag);
        Assert.Equal((HttpStatusCode.Created, "/api/v1/topics/beslag"), (made.StatusCode, made.Headers.Location?.ToString()));
        Assert.Equal(54, (await program.GetAsync("/articles?topic=beslag")).Body.GetProperty("total").GetInt32());
        Assert.Equal(3, (await program.GetAsync("/articles?topic=vroegsignalering")).Body.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Words_that_mean_the_same_are_added_and_taken_away_and_packaged_ones_switched_off()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Topics);
        using var made = await program.SendAsync("POST", "/synonyms", new { rule = "beslag = spullenbeslag" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var link = ApiProgram.LinkOf(made);
        Assert.Equal("beslag = spullenbeslag", (await program.GetAsync(link)).Body.GetProperty("rule").GetString());
        Assert.Equal(400, await program.StatusAsync("POST", "/synonyms", new { rule = "beslag = spullenbeslag" }));
        Assert.Equal(400, await program.StatusAsync("POST", "/synonyms", new { rule = "" }));
        Assert.NotEqual(0, (await program.GetAsync("/search?q=spullenbeslag")).Body.GetProperty("total").GetInt32());
        Assert.Equal(204, await program.StatusAsync("DELETE", link));
        Assert.Equal(404, await program.StatusAsync("GET", link));

        var packaged = WordRule.Text(Thesaurus.Field.Rules[0]);
        Assert.Equal(201, await program.StatusAsync("POST", "/synonyms", new { rule = packaged, isSwitchedOff = true }));
        Assert.Equal(400, await program.StatusAsync("POST", "/synonyms", new { rule = "appel = peer", isSwitchedOff = true }));
        var only = Assert.Single((await program.GetAsync("/synonyms")).Body.GetProperty("items").EnumerateArray());
        Assert.Equal((packaged, true), (only.GetProperty("rule").GetString(), only.GetProperty("isSwitchedOff").GetBoolean()));
    }

    [Fact]
    public async Task A_report_of_readers_is_answered_once_and_so_is_a_question_that_found_nothing()
    {
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            Newsstand.Fill(db);
            db.SearchQuestions.Add(new SearchQuestion { Day = new DateOnly(2026, 11, 20), Question = "spookschuld", Asked = 9, FoundNothing = 9 });
        });
        kiosk.Fill(db => db.EditorTasks.Add(new EditorTask { ArticleId = 1, Readers = 3, Objection = Objection.Verouderd, OpenedAt = TestKiosk.Now }), withIndex: false);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Articles);
        var task = Assert.Single((await program.GetAsync("/tasks?state=open")).Body.GetProperty("items").EnumerateArray());
        var link = $"/tasks/{task.GetProperty("id").GetInt64()}";
        Assert.Equal(("verouderd", 3), (task.GetProperty("objection").GetString(), task.GetProperty("readers").GetInt32()));
        Assert.Equal(400, await program.StatusAsync("GET", "/tasks?state=half"));
        Assert.Equal(400, await program.StatusAsync("PATCH", link, new { answer = " \n" }));
        Assert.Equal(200, await program.StatusAsync("PATCH", link, new { answer = "Vervangen door het nieuwe stuk." }));
        Assert.Equal(409, await program.StatusAsync("PATCH", link, new { answer = "Nog eens." }));
        Assert.Equal(404, await program.StatusAsync("PATCH", "/tasks/999999", new { answer = "Weg." }));
        Assert.Equal(0, (await program.GetAsync("/tasks?state=open")).Body.GetProperty("total").GetInt32());
        Assert.Equal("Vervangen door het nieuwe stuk.", (await program.GetAsync("/tasks?state=closed")).Body.GetProperty("items")[0].GetProperty("answer").GetString());

        Assert.Equal(400, await program.StatusAsync("POST", "/search-answers", new { question = "nooit gevraagd", answer = "Een bron gezocht." }));
        Assert.Equal(204, await program.StatusAsync("POST", "/search-answers", new { question = "spookschuld", answer = "Een bron gezocht." }));
        Assert.Equal("question-answered", (await program.GetAsync("/editorial-acts")).Body.GetProperty("items")[0].GetProperty("act").GetString());
    }

    [Fact]
    public async Task A_dossier_is_made_filled_and_emptied_and_each_step_is_recorded_and_undone()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Picks);
        Assert.Equal(400, await program.StatusAsync("POST", "/lists", new { title = " " }));
        using var made = await program.SendAsync("POST", "/lists", new { title = "Beslagvrije voet" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var link = ApiProgram.LinkOf(made);
        Assert.Equal(428, await program.StatusAsync("PATCH", link, new { description = "Alles over de voet." }));
        Assert.Equal(200, await program.StatusAsync("PATCH", link, new { description = "Alles over de voet." }, made.Headers.ETag!.Tag));
        Assert.Equal(412, await program.StatusAsync("PATCH", link, new { title = "Te laat" }, made.Headers.ETag.Tag));
        Assert.Equal(204, await program.StatusAsync("PUT", $"{link}/entries/8"));
        Assert.Equal(204, await program.StatusAsync("DELETE", $"{link}/entries/8"));
        Assert.Equal(404, await program.StatusAsync("DELETE", "/lists/999999/entries/8"));
        Assert.Equal(["dossier-removed", "dossier-added", "dossier-changed", "dossier-made"], await ActsAsync(program));

        foreach (var (act, entries, description) in new[] { ("dossier-removed", 1, "Alles over de voet."), ("dossier-added", 0, "Alles over de voet."), ("dossier-changed", 0, "") })
        {
            Assert.Equal(204, await program.StatusAsync("POST", $"/editorial-acts/{await LastActAsync(program, act, undoes: false)}/reversals"));
            var now = (await program.GetAsync(link)).Body;
            Assert.Equal((entries, description), (now.GetProperty("entries").GetArrayLength(), now.GetProperty("list").GetProperty("description").GetString()));
        }

        Assert.Equal(204, await program.StatusAsync("POST", $"/editorial-acts/{await LastActAsync(program, "dossier-made")}/reversals"));
        Assert.Equal(404, await program.StatusAsync("GET", link));
    }

    [Fact]
    public async Task A_dossier_is_put_in_order_under_heads_and_that_is_undone_until_somebody_else_orders_it()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Picks);
        using var made = await program.SendAsync("POST", "/lists", new { title = "Beslagvrije voet" });
        var link = ApiProgram.LinkOf(made);
        var tag = made.Headers.ETag!.Tag;
        foreach (var article in new[] { 8, 9, 10 })
            Assert.Equal(204, await program.StatusAsync("PUT", $"{link}/entries/{article}"));
        Assert.Equal(428, await program.StatusAsync("PUT", $"{link}/entries", Array.Empty<object>()));
        Assert.Equal(412, await program.StatusAsync("PUT", $"{link}/entries", Array.Empty<object>(), tag));
        (_, tag) = await program.GetAsync(link);
        foreach (var wrong in new object[] { new { articleId = 999_999 }, new { articleId = 8, mark = "sprong" }, new { articleId = 8, hoofd = "Rekenen" } })
            Assert.Equal(400, await program.StatusAsync("PUT", $"{link}/entries", new[] { wrong }, tag));
        Assert.Equal(400, await program.StatusAsync("PUT", $"{link}/entries", new[] { new { articleId = 8 }, new { articleId = 8 } }, tag));

        var places = new object[] { new { articleId = 10, section = "Rekenen", note = "Lees dit eerst.", mark = "wet" }, new { articleId = 8 } };
        Assert.Equal(200, await program.StatusAsync("PUT", $"{link}/entries", places, tag));
        Assert.Equal(["10 Rekenen/Lees dit eerst./wet", "8 //"], await EntriesAsync(program, link));
        Assert.Equal(["dossier-removed", "dossier-arranged"], (await ActsAsync(program)).Take(2));

        var arranged = await LastActAsync(program, "dossier-arranged");
        var before = (await program.GetAsync("/editorial-acts")).Body.GetProperty("items")[1].GetProperty("before").GetProperty("entries");
        Assert.Equal([8, 9, 10], before.EnumerateArray().Select(place => place.GetProperty("article").GetInt64()));
        Assert.NotEqual("", before[0].GetProperty("title").GetString());
        Assert.Equal(204, await program.StatusAsync("POST", $"/editorial-acts/{arranged}/reversals"));
        Assert.Equal(["8 //", "10 //"], await EntriesAsync(program, link));
        Assert.Equal(204, await program.StatusAsync("POST", $"/editorial-acts/{await LastActAsync(program, "dossier-removed")}/reversals"));
        Assert.Equal(["8 //", "9 //", "10 //"], await EntriesAsync(program, link));

        (_, tag) = await program.GetAsync(link);
        Assert.Equal(200, await program.StatusAsync("PUT", $"{link}/entries", new[] { new { articleId = 9 }, new { articleId = 8 }, new { articleId = 10 } }, tag));
        arranged = await LastActAsync(program, "dossier-arranged");
        (_, tag) = await program.GetAsync(link);
        Assert.Equal(200, await program.StatusAsync("PUT", $"{link}/entries", new[] { new { articleId = 10 }, new { articleId = 9 }, new { articleId = 8 } }, tag));
        Assert.Equal(409, await program.StatusAsync("POST", $"/editorial-acts/{arranged}/reversals"));
    }

    [Fact]
    public async Task A_text_of_the_editors_is_published_with_its_topics_and_taken_back()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Articles);
        using var wrong = await program.SendAsync("POST", "/articles", new { title = "", text = "", author = new string('x', 81), topics = new[] { "bestaat-niet" } });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(["title", "text", "author", "topics"], JsonElement.Parse(await wrong.Content.ReadAsStringAsync()).GetProperty("errors").EnumerateObject().Select(error => error.Name));

        using var made = await program.SendAsync("POST", "/articles", new { title = "Nieuw in\nde kiosk", text = "Eerste <b>alinea</b>.\n\nTweede.", author = "De redactie", topics = new[] { "vroegsignalering" } });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var piece = JsonElement.Parse(await made.Content.ReadAsStringAsync());
        Assert.Equal(("Nieuw in de kiosk", "de-kiosk", "visible"), (piece.GetProperty("title").GetString(), piece.GetProperty("source").GetProperty("slug").GetString(), piece.GetProperty("state").GetString()));
        Assert.Equal("vroegsignalering", Assert.Single(piece.GetProperty("topics").EnumerateArray()).GetString());
        var link = ApiProgram.LinkOf(made);
        var (shown, tag) = await program.GetAsync(link);
        Assert.Equal(made.Headers.ETag?.Tag, tag);
        Assert.Equal("<p>Eerste &lt;b&gt;alinea&lt;/b&gt;.</p><p>Tweede.</p>", shown.GetProperty("bodyHtml").GetString());
        Assert.Equal(204, await program.StatusAsync("POST", $"/editorial-acts/{await LastActAsync(program, "article-written")}/reversals"));
        Assert.Equal("hidden", (await program.GetAsync("/articles?source=de-kiosk")).Body.GetProperty("items")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_rule_is_tried_on_the_archive_and_then_applied_to_it()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Topics);
        Assert.Equal(400, await program.StatusAsync("POST", "/rule-trials", new { rule = " " }));
        Assert.Equal(400, await program.StatusAsync("POST", "/rule-trials", new { rule = "beslag", topic = "bestaat-niet" }));
        using var tried = await program.SendAsync("POST", "/rule-trials", new { rule = "titel:beslag" });
        var effect = JsonElement.Parse(await tried.Content.ReadAsStringAsync());
        var matches = effect.GetProperty("matches").GetInt32();
        Assert.InRange(matches, 2, int.MaxValue);
        Assert.Equal((matches, 0), (effect.GetProperty("adds").GetInt32(), effect.GetProperty("drops").GetInt32()));
        Assert.Contains("eslag", effect.GetProperty("added")[0].GetProperty("title").GetString(), StringComparison.Ordinal);

        using var made = await program.SendAsync("POST", "/topics", new { name = "Beslag", rule = "titel:beslag" });
        Assert.Equal(0, (await program.GetAsync("/articles?topic=beslag")).Body.GetProperty("total").GetInt32());
        Assert.Equal(428, await program.StatusAsync("POST", "/topics/beslag/runs"));
        Assert.Equal(412, await program.StatusAsync("POST", "/topics/beslag/runs", ifMatch: "\"9\""));
        using var started = await program.SendAsync("POST", "/topics/beslag/runs", ifMatch: made.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        var link = ApiProgram.LinkOf(started);
        Assert.Equal(404, await program.StatusAsync("GET", "/topics/vroegsignalering/runs/" + link.Split('/')[^1]));
        await TopicWork.GoOnAsync(kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>(), kiosk.Time);
        var run = (await program.GetAsync(link)).Body;
        Assert.Equal(("applied", matches, matches), (run.GetProperty("state").GetString(), run.GetProperty("done").GetInt32(), run.GetProperty("total").GetInt32()));
        Assert.Equal(matches, (await program.GetAsync("/articles?topic=beslag")).Body.GetProperty("total").GetInt32());
        using var empty = await program.SendAsync("POST", "/topics", new { name = "Zonder regel" });
        Assert.Equal(409, await program.StatusAsync("POST", "/topics/zonder-regel/runs", ifMatch: empty.Headers.ETag!.Tag));
    }

    [Fact]
    public async Task A_source_goes_into_another_with_its_articles()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Sources);
        var (_, tag) = await program.GetAsync("/sources/titel");
        var both = await CountAsync("vol") + await CountAsync("titel");
        Assert.Equal(428, await program.StatusAsync("POST", "/sources/titel/mergers", new { into = "vol" }));
        Assert.Equal(412, await program.StatusAsync("POST", "/sources/titel/mergers", new { into = "vol" }, "\"x\""));
        Assert.Equal(404, await program.StatusAsync("POST", "/sources/bestaat-niet/mergers", new { into = "vol" }, tag));
        Assert.Equal(400, await program.StatusAsync("POST", "/sources/titel/mergers", new { into = "bestaat-niet" }, tag));
        Assert.Equal(400, await program.StatusAsync("POST", "/sources/titel/mergers", new { into = "titel" }, tag));
        using var merged = await program.SendAsync("POST", "/sources/titel/mergers", new { into = "vol" }, tag);
        Assert.Equal("vol", JsonElement.Parse(await merged.Content.ReadAsStringAsync()).GetProperty("slug").GetString());
        Assert.Equal(404, await program.StatusAsync("GET", "/sources/titel"));
        Assert.Equal(both, await CountAsync("vol"));
        Assert.Equal("source-joined", (await ActsAsync(program))[0]);

        async Task<int> CountAsync(string source) => (await program.GetAsync($"/articles?source={source}")).Body.GetProperty("total").GetInt32();
    }

    [Fact]
    public async Task A_source_is_visited_soon_unless_it_rests()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Sources);
        using var accepted = await program.SendAsync("POST", "/harvest-runs", new { source = "vol" });
        Assert.Equal((HttpStatusCode.Accepted, "/api/v1/harvest-runs?source=vol"), (accepted.StatusCode, accepted.Headers.Location?.OriginalString));
        Assert.Equal(400, await program.StatusAsync("POST", "/harvest-runs", new { source = "bestaat-niet" }));
        Assert.Equal(400, await program.StatusAsync("POST", "/harvest-runs", new { }));
        kiosk.Fill(db =>
        {
            var busy = db.Sources.Single(source => source.Slug == "vol");
            Assert.True(busy.NextCheckAt <= TestKiosk.Now);
            (busy.LastOutcome, busy.LastCheckedAt, busy.NextCheckAt) = (HarvestOutcome.Busy, TestKiosk.Now, TestKiosk.Now.AddMinutes(20));
            db.Sources.Single(source => source.Slug == "titel").PausedAt = TestKiosk.Now;
        }, withIndex: false);

        using var resting = await program.SendAsync("POST", "/harvest-runs", new { source = "vol" });
        Assert.Equal(HttpStatusCode.Conflict, resting.StatusCode);
        Assert.InRange(resting.Headers.RetryAfter!.Delta!.Value.TotalMinutes, 1, 20);
        using var paused = await program.SendAsync("POST", "/harvest-runs", new { source = "titel" });
        Assert.Equal((HttpStatusCode.Conflict, null), (paused.StatusCode, paused.Headers.RetryAfter));
    }

    [Fact]
    public async Task Insight_is_given_for_the_periods_of_the_page_and_keeps_small_numbers_to_itself()
    {
        var week = Week.Of(DutchTime.DayOf(TestKiosk.Now));
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            Newsstand.Fill(db);
            db.ReadCounts.Add(new ReadCount { About = ReadSubject.Alles, SubjectId = 0, Week = week, Reads = 40, Readers = 12 });
            db.ReadCounts.Add(new ReadCount { About = ReadSubject.Alles, SubjectId = 0, Week = week.AddDays(-7), Reads = 40, Readers = 9 });
        });
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read);
        Assert.Equal(400, await program.StatusAsync("GET", "/insights?weeks=5"));
        var weeks = (await program.GetAsync("/insights?weeks=4")).Body.GetProperty("weeks").EnumerateArray().ToList();
        Assert.Equal((4, week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), (weeks.Count, weeks[^1].GetProperty("from").GetString()));
        Assert.Equal((40, JsonValueKind.Null), (weeks[^1].GetProperty("reads").GetInt32(), weeks[^2].GetProperty("reads").ValueKind));
        Assert.Equal(12, (await program.GetAsync("/insights")).Body.GetProperty("weeks").GetArrayLength());
    }

    private static async Task<IReadOnlyList<string>> EntriesAsync(ApiProgram program, string dossier) =>
        [.. (await program.GetAsync(dossier)).Body.GetProperty("entries").EnumerateArray().Select(entry => $"{entry.GetProperty("articleId")} {entry.GetProperty("section")}/{entry.GetProperty("note")}/{entry.GetProperty("mark")}")];

    private static async Task<string?> SlugAsync(ApiProgram program, string asked) => (await program.GetAsync($"/topics/{asked}")).Body.GetProperty("slug").GetString();

    private static async Task<IReadOnlyList<string?>> ActsAsync(ApiProgram program) =>
        [.. (await program.GetAsync("/editorial-acts")).Body.GetProperty("items").EnumerateArray().Select(act => act.GetProperty("act").GetString())];

    /// <param name="undoes">False passes over reversals, which bear the name of what they undo.</param>
    private static async Task<long> LastActAsync(ApiProgram program, string name, bool undoes = true) =>
        (await program.GetAsync("/editorial-acts")).Body.GetProperty("items").EnumerateArray()
            .First(act => act.GetProperty("act").GetString() == name && (undoes || act.GetProperty("undoes").ValueKind == JsonValueKind.Null)).GetProperty("id").GetInt64();
}
