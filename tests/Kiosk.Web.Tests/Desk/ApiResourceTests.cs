using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Proposals;
using Kiosk.Ingest.Proposals;
using Kiosk.Testing;
using Kiosk.Web.Tests.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Desk;

/// <summary>What the API gives and changes, by the Dutch API design rules.</summary>
public sealed partial class ApiResourceTests
{
    [Fact]
    public async Task A_program_tries_an_address_and_makes_a_source_of_what_was_suggested()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Serve("/feed", "<rss version='2.0'><channel><title>Wijknieuws</title><item><title>Schulden</title><link>https://wijk.example/1</link><description>Over schulden in de wijk, en over wie daar wat aan kan doen.</description></item></channel></rss>", "application/rss+xml");
        await using var kiosk = await TestKiosk.StartAsync(configure: builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Kiosk:Fetch:AllowedPrivateHosts"] = server.Host, ["Kiosk:Fetch:HostGapSeconds"] = "0" }));
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Sources);

        using var opened = await program.SendAsync("POST", "/source-trials", new { address = server.Url("feed") });
        Assert.Equal(HttpStatusCode.Accepted, opened.StatusCode);
        var link = ApiProgram.LinkOf(opened);
        Assert.Equal("busy", (await program.GetAsync(link)).Body.GetProperty("state").GetString());
        await kiosk.Services.GetRequiredService<ProposalRound>().RunDueAsync(TestContext.Current.CancellationToken);
        var ready = (await program.GetAsync(link)).Body;
        Assert.Equal(("ready", "Schulden"), (ready.GetProperty("state").GetString(), ready.GetProperty("items")[0].GetProperty("title").GetString()));

        using var made = await program.SendAsync("POST", "/sources", ready.GetProperty("suggested").GetRawText());
        Assert.Equal((HttpStatusCode.Created, "/api/v1/sources/wijknieuws"), (made.StatusCode, made.Headers.Location?.ToString()));
        Assert.Equal("Wijknieuws", Open(kiosk).Sources.Single().Name);
        Assert.Equal("source-added", (await program.GetAsync("/editorial-acts")).Body.GetProperty("items")[0].GetProperty("act").GetString());
    }

    [Fact]
    public async Task A_change_asks_for_the_mark_of_what_was_read_and_does_not_overwrite_another()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Sources);
        var (_, tag) = await program.GetAsync("/sources/vol");
        Assert.Equal(428, await program.StatusAsync("PATCH", "/sources/vol", new { filter = "schuld*" }));
        Assert.Equal(400, await program.StatusAsync("PATCH", "/sources/vol", new { filter = "schuld*" }, "*"));
        using var changed = await program.SendAsync("PATCH", "/sources/vol", new { filter = "schuld*", state = "paused", reason = "Verbouwing" }, tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(412, await program.StatusAsync("PATCH", "/sources/vol", new { filter = "incasso" }, tag));
        var source = Open(kiosk).Sources.Single(one => one.Slug == "vol");
        Assert.Equal(("schuld*", "Verbouwing"), (source.Filter, source.PauseReason));
        Assert.NotEqual(tag, changed.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task A_pick_is_made_changed_and_taken_back_and_each_is_recorded()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Picks);
        using var made = await program.SendAsync("POST", "/picks", new { articleId = 1, quote = "Lees dit", signature = "Noor", startsOn = "2026-11-20", endsOn = "2026-11-22" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var link = ApiProgram.LinkOf(made);
        using var changed = await program.SendAsync("PATCH", link, new { quote = "Lees dit eerst" }, made.Headers.ETag!.Tag);
        Assert.Equal("Lees dit eerst", JsonElement.Parse(await changed.Content.ReadAsStringAsync()).GetProperty("quote").GetString());
        Assert.Equal(412, await program.StatusAsync("DELETE", link, body: null, made.Headers.ETag.Tag));
        Assert.Equal(204, await program.StatusAsync("DELETE", link, body: null, changed.Headers.ETag!.Tag));
        Assert.Equal(400, await program.StatusAsync("POST", "/picks", new { articleId = 999, quote = "x", signature = "Noor", startsOn = "2026-11-20", endsOn = "2026-11-22" }));
        Assert.Equal(["pick-taken-back", "pick-changed", "pick-made"], (await program.GetAsync("/editorial-acts?subjectKind=pick")).Body.GetProperty("items").EnumerateArray().Select(act => act.GetProperty("act").GetString()));
    }

    [Fact]
    public async Task Lists_give_the_way_to_other_pages_in_the_body_and_in_a_header()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read);
        using var answer = await program.SendAsync("GET", "/articles?state=visible&limit=10&page=2");
        var page = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(10, page.GetProperty("items").GetArrayLength());
        Assert.Equal("/api/v1/articles?state=visible&limit=10&page=3", page.GetProperty("_links").GetProperty("next").GetString());
        Assert.Equal("</api/v1/articles?state=visible&limit=10&page=1>; rel=\"prev\", </api/v1/articles?state=visible&limit=10&page=3>; rel=\"next\"", answer.Headers.GetValues("Link").Single());
        Assert.Equal(0, (await program.GetAsync("/articles?topic=bestaat-niet")).Body.GetProperty("total").GetInt32());
        foreach (var path in new[] { "/topics", "/sources", "/picks", "/lists", "/link-suggestions", "/searches", "/tasks", "/synonyms", "/harvest-runs", "/editorial-acts" })
            Assert.Equal(JsonValueKind.Array, (await program.GetAsync(path)).Body.GetProperty("items").ValueKind);
    }

    [Theory]
    [InlineData("/search?q=beslag&zoek=1", 400)]
    [InlineData("/articles/1?fields=title", 400)]
    [InlineData("/search/", 404)]
    [InlineData("/bestaat-niet", 404)]
    [InlineData("/topics", 401)]
    public async Task Each_error_is_a_problem_that_names_the_version(string path, int status)
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var answer = await new ApiProgram(kiosk, token: null).SendAsync("GET", path);
        Assert.Equal((status, "application/problem+json", "1.5.0"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.GetValues("API-Version").Single()));
    }

    [Theory]
    [InlineData("PATCH", "/sources/vol", "{ \"onzin\": 1 }")]
    [InlineData("PATCH", "/sources/vol", "[")]
    [InlineData("POST", "/sources", "{ \"name\": \"x\", \"url\": \"ftp://x.example\" }")]
    [InlineData("POST", "/sources", "{ \"name\": \"x\", \"url\": \"https://vol.example/feed\" }")]
    [InlineData("POST", "/sources", "{ \"name\": \"x\", \"url\": \"https://x.example\", \"every\": \"1x\" }")]
    [InlineData("POST", "/source-trials", "{}")]
    public async Task A_body_that_is_wrong_is_refused_with_a_problem(string method, string path, string body)
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Sources);
        using var answer = await program.SendAsync(method, path, body, "\"x\"");
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_hidden_article_is_there_for_an_editors_program_only()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        kiosk.Fill(db => db.Articles.Single(article => article.Id == 2).State = ArticleState.Hidden, withIndex: false);
        Assert.Equal(404, await new ApiProgram(kiosk, token: null).StatusAsync("GET", "/articles/2"));
        var (body, tag) = await (await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read)).GetAsync("/articles/2");
        Assert.Equal((2, JsonValueKind.Null, "\"0\""), (body.GetProperty("id").GetInt32(), body.GetProperty("bodyHtml").ValueKind, tag));
    }

    [Fact]
    public async Task A_program_corrects_an_article_and_takes_it_from_view_each_with_its_record()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Articles);
        var (_, tag) = await program.GetAsync("/articles/1");
        Assert.Equal(400, await program.StatusAsync("PATCH", "/articles/1", new { title = "Beter", state = "hidden" }, tag));
        Assert.Equal(400, await program.StatusAsync("PATCH", "/articles/1", new { state = "withdrawn" }, tag));
        using var corrected = await program.SendAsync("PATCH", "/articles/1", new { title = " Betere titel\n", authors = new[] { "Noor" } }, tag);
        Assert.Equal(HttpStatusCode.NoContent, corrected.StatusCode);
        Assert.Equal(412, await program.StatusAsync("PATCH", "/articles/1", new { lead = "Te laat" }, tag));
        Assert.Equal(204, await program.StatusAsync("PATCH", "/articles/1", new { state = "withdrawn", reason = "Op verzoek van de bron." }, corrected.Headers.ETag!.Tag));
        var article = Open(kiosk).Articles.Single(one => one.Id == 1);
        Assert.Equal(("Betere titel", ArticleState.Withdrawn, "Op verzoek van de bron."), (article.Title, article.State, article.StateReason));
        Assert.Equal(["article-withdrawn", "article-corrected"], (await program.GetAsync("/editorial-acts?subjectKind=article&subjectId=1")).Body.GetProperty("items").EnumerateArray().Select(act => act.GetProperty("act").GetString()));
    }

    [Fact]
    public async Task A_topic_is_made_and_renamed_and_its_old_address_leads_on()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Topics);
        using var made = await program.SendAsync("POST", "/topics", new { name = "Beschermingsbewind", rule = "bewind*" });
        Assert.Equal((HttpStatusCode.Created, "/api/v1/topics/beschermingsbewind"), (made.StatusCode, made.Headers.Location?.ToString()));
        using var renamed = await program.SendAsync("PATCH", "/topics/beschermingsbewind", new { name = "Bewind", slug = "bewind" }, made.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, renamed.StatusCode);
        Assert.Equal("Bewind", (await program.GetAsync("/topics/beschermingsbewind")).Body.GetProperty("name").GetString());
        Assert.Equal(412, await program.StatusAsync("PATCH", "/topics/bewind", new { name = "Te laat" }, made.Headers.ETag.Tag));
        Assert.Equal(400, await program.StatusAsync("POST", "/topics", new { name = "" }));
    }

    [Fact]
    public async Task Properties_are_read_and_set_whole_and_what_cannot_be_is_named()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Articles);
        var (before, tag) = await program.GetAsync("/articles/1/properties");
        Assert.Equal(200, await program.StatusAsync("PUT", "/articles/1/properties", before.GetRawText(), tag));
        using var changed = await program.SendAsync("PUT", "/articles/1/properties", new { kind = "onderzoek", phases = new[] { "wsnp" }, laws = new[] { "art. 4a Wgs" }, municipalities = new[] { "Uden" }, validUntil = "2027-01-01", replacedBy = 2 }, tag);
        var now = JsonElement.Parse(await changed.Content.ReadAsStringAsync());
        Assert.Equal(("Maashorst", "2027-01-01", 2L), (now.GetProperty("municipalities")[0].GetString(), now.GetProperty("validUntil").GetString(), now.GetProperty("replacedBy").GetInt64()));
        Assert.Equal(412, await program.StatusAsync("PUT", "/articles/1/properties", before.GetRawText(), tag));
        foreach (var (sent, field) in new (object, string)[] { (new { kind = "x" }, "kind"), (new { kind = "wet", roles = new[] { "baas" } }, "roles"), (new { kind = "wet", laws = new[] { "iets" } }, "laws"), (new { kind = "wet", replacedBy = 1 }, "replacedBy") })
        {
            using var refused = await program.SendAsync("PUT", "/articles/1/properties", sent, changed.Headers.ETag!.Tag);
            Assert.Contains($"\"{field}\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal("article-properties-changed", (await program.GetAsync("/editorial-acts")).Body.GetProperty("items")[0].GetProperty("act").GetString());
    }

    [Fact]
    public async Task A_double_goes_into_another_and_a_piece_into_a_dossier_once()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Articles, ApiScope.Picks);
        var (_, tag) = await program.GetAsync("/articles/9/properties");
        Assert.Equal(428, await program.StatusAsync("POST", "/articles/9/mergers", new { into = 8 }));
        Assert.Equal(404, await program.StatusAsync("POST", "/articles/9/mergers", new { into = 999 }, tag));
        Assert.Equal(204, await program.StatusAsync("POST", "/articles/9/mergers", new { into = 8 }, tag));
        Assert.Equal(412, await program.StatusAsync("POST", "/articles/9/mergers", new { into = 10 }, tag));
        Assert.Equal((204, 204, 404, 404), (await PutAsync(1, 8), await PutAsync(1, 8), await PutAsync(1, 9), await PutAsync(9, 8)));
        Assert.Equal(1, (await program.GetAsync("/lists/1")).Body.GetProperty("entries").EnumerateArray().Count(entry => entry.GetProperty("articleId").GetInt64() == 8));
        Assert.Equal(["dossier-added", "article-merged"], (await program.GetAsync("/editorial-acts")).Body.GetProperty("items").EnumerateArray().Select(act => act.GetProperty("act").GetString()));

        Task<int> PutAsync(long list, long article) => program.StatusAsync("PUT", $"/lists/{list}/entries/{article}");
    }

    [Fact]
    public async Task A_suggested_link_is_declined_by_a_program_once()
    {
        await using var kiosk = await TestKiosk.StartAsync(db => db.LinkSuggestions.Add(new LinkSuggestion { Url = "https://voorbeeld.example/", SentAt = TestKiosk.Now, Email = "noor@wijkteam.example" }));
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, ApiScope.Read, ApiScope.Articles);
        var (body, tag) = await program.GetAsync("/link-suggestions/1");
        Assert.DoesNotContain("noor", body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(200, await program.StatusAsync("PATCH", "/link-suggestions/1", new { state = "declined", reason = "Past hier niet." }, tag));
        Assert.Equal(412, await program.StatusAsync("PATCH", "/link-suggestions/1", new { state = "declined", reason = "Nog eens." }, tag));
        Assert.Equal((SuggestionState.Declined, "Past hier niet."), (Open(kiosk).LinkSuggestions.Single().State, Open(kiosk).LinkSuggestions.Single().Reason));
    }

    [Fact]
    public async Task The_description_names_every_address_of_the_api()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var answer = await kiosk.GetAsync("/api/v1/openapi.json");
        var paths = JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("paths").EnumerateObject().Select(path => path.Name).ToHashSet();
        var mapped = kiosk.Endpoints.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).Where(pattern => pattern.StartsWith("api/v1/", StringComparison.Ordinal))
            .Select(pattern => "/" + pattern.Replace(":long", "", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(mapped.Count > 15);
        Assert.Empty(mapped.Where(pattern => !paths.Contains(pattern)));
        Assert.Equal(["*"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        var page = await kiosk.PageAsync("/api");
        Assert.Contains("If-Match", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_operation_is_described_whole_and_what_is_read_comes_as_described()
    {
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            Newsstand.Fill(db);
            db.LinkSuggestions.Add(new LinkSuggestion { Url = "https://voorbeeld.example/", SentAt = TestKiosk.Now });
            db.SearchTerms.Add(new SearchTerm { Rule = "beslag = spullenbeslag", AddedAt = TestKiosk.Now });
            db.TopicRuns.Add(new Data.Topics.TopicRun { Topic = db.Topics.Local.Single(topic => topic.Slug == Known["topics"]), StartedAt = TestKiosk.Now });
            db.EditorTasks.Add(new Data.Editions.EditorTask { ArticleId = 1, Readers = 3, OpenedAt = TestKiosk.Now });
            db.Picks.Add(new Data.Editions.Pick { ArticleId = 1, Quote = "Lees dit", Signature = "Noor", StartsOn = new DateOnly(2026, 11, 20), EndsOn = new DateOnly(2026, 11, 22), MadeAt = TestKiosk.Now });
        });
        var program = await ApiProgram.WithAsync(kiosk, Role.Redacteur, Enum.GetValues<ApiScope>());
        using var opened = await program.SendAsync("POST", "/source-trials", new { address = "https://voorbeeld.example/" });
        var document = (await program.GetAsync("/openapi.json")).Body;
        var read = Microsoft.OpenApi.OpenApiDocument.Parse(document.GetRawText(), "json").Diagnostic!;
        Assert.Equal(("OpenApi3_1", ""), (read.SpecificationVersion.ToString(), string.Join('\n', read.Errors.Concat(read.Warnings).Select(error => $"{error.Pointer}: {error.Message}"))));
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => (Path: path.Name, Method: operation.Name, Says: operation.Value))).ToList();

        Assert.Equal(operations.Count, operations.Select(operation => operation.Says.GetProperty("operationId").GetString()).Distinct().Count());
        foreach (var (path, method, says) in operations)
        {
            var parameters = says.TryGetProperty("parameters", out var some) ? some.EnumerateArray().Select(one => (In: one.GetProperty("in").GetString(), Name: one.GetProperty("name").GetString())).ToList() : [];
            Assert.Equal(string.Join(' ', Parameter().Matches(path).Select(match => match.Groups["name"].Value)), string.Join(' ', parameters.Where(one => one.In == "path").Select(one => one.Name)));
            Assert.Equal((path, method, true), (path, method, says.TryGetProperty("summary", out var summary) && summary.GetString() is { Length: > 0 }));
            Assert.All(says.GetProperty("responses").EnumerateObject(), answer => Assert.NotEqual("", answer.Value.GetProperty("description").GetString()));
            var problem = says.GetProperty("responses").GetProperty("default").GetProperty("content").GetProperty("application/problem+json").GetProperty("schema");
            if (method != "get")
            {
                if (says.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).Contains("200") || method == "delete")
                    await IsProblemAsync(await program.SendAsync(method.ToUpperInvariant(), Filled("999999"), method == "delete" ? null : new { }, "\"x\""));
                continue;
            }

            using var answer = await program.SendAsync("GET", Filled("1"));
            Assert.Equal((path, 200), (path, (int)answer.StatusCode));
            var schema = says.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");
            Assert.Null(DescribedAs.Misfit(document, schema, JsonElement.Parse(await answer.Content.ReadAsStringAsync()), path));
            await IsProblemAsync(await program.SendAsync("GET", path.Contains('{', StringComparison.Ordinal) ? Filled("999999") : Filled("") + "?onbekend=1"));

            string Filled(string id) => Parameter().Replace(path["/api/v1".Length..], match => id == "1" && match.Groups["name"].Value == "slug" ? Known[path.Split('/')[3]] : id);

            async Task IsProblemAsync(HttpResponseMessage refused)
            {
                using (refused)
                {
                    if ((int)refused.StatusCode == 204)
                        return; // To throw away what is not there is no problem.
                    Assert.Equal((path, method, "application/problem+json"), (path, method, refused.Content.Headers.ContentType?.MediaType));
                    Assert.Null(DescribedAs.Misfit(document, problem, JsonElement.Parse(await refused.Content.ReadAsStringAsync()), path));
                }
            }
        }
    }

    /// <summary>What there is one of where that has no number.</summary>
    private static readonly Dictionary<string, string> Known = new() { ["topics"] = "vroegsignalering", ["sources"] = "vol" };

    [GeneratedRegex(@"\{(?<name>[^}]+)\}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Parameter();

    private static KioskDb Open(TestKiosk kiosk) => kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContext();
}
