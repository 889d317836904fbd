using System.Net;
using System.Text.Json;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Ingest.Harvesting;
using Kiosk.Ingest.Harvesting.Pages;
using Kiosk.Ingest.Reports;
using Kiosk.Testing;
using Kiosk.Web.Tests.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Pages;

public sealed class BedieningTests
{
    private const string Control = "/bron/gezond/bediening";

    [Fact]
    public async Task An_editor_pauses_a_source_with_a_reason_and_resumes_it()
    {
        await using var kiosk = await StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);

        using var paused = await editor.SubmitAsync("/bron/gezond", "form:has(#reden) button", ("reden", "  verbouwing "));

        Assert.Equal("/bron/gezond", paused.Headers.Location?.ToString());
        var source = Source(kiosk);
        Assert.Equal((TestKiosk.Now, "redacteur@kiosk.example", "verbouwing"), (source.PausedAt, source.PausedBy, source.PauseReason));
        Assert.True(source.Enabled);

        using var resumed = await editor.SubmitAsync("/bron/gezond", "button[formaction$=hervat]");
        Assert.Null(Source(kiosk).PausedAt);
        Assert.Null(Source(kiosk).PauseReason);
    }

    [Fact]
    public async Task Harvest_now_makes_the_source_due_and_its_page_follows_the_rows_until_it_is_done()
    {
        await using var kiosk = await StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Beheerder);
        using var asked = await editor.SubmitAsync("/bron/gezond", "button[formaction$=oogst]");
        var page = asked.Headers.Location!.ToString();
        Assert.Equal(TestKiosk.Now, Source(kiosk).NextCheckAt);
        Assert.StartsWith("De bron staat klaar", await StatusAsync(editor, page), StringComparison.Ordinal);

        kiosk.Fill(db => Change(db, source => source.LeaseUntil = TestKiosk.Now.AddMinutes(5)), withIndex: false);
        Assert.Contains("Er is nog niets nieuws binnen", await StatusAsync(editor, page), StringComparison.Ordinal);
        kiosk.Fill(db => db.Articles.Add(Seeds.Article(db.Sources.Single(), "Nieuw")), withIndex: false);
        Assert.Contains("Tot nu toe 1 nieuw stuk.", await StatusAsync(editor, page), StringComparison.Ordinal);
        Assert.Equal(("De bron wordt nu opgehaald. Tot nu toe 1 nieuw stuk.", false), await StandAsync(editor, page));

        kiosk.Fill(db =>
        {
            Change(db, source => source.LeaseUntil = null);
            db.HarvestRuns.Add(new HarvestRun { Source = db.Sources.Single(), StartedAt = TestKiosk.Now, FinishedAt = TestKiosk.Now, Outcome = HarvestOutcome.Harvested, Message = "1 nieuw stuk." });
        }, withIndex: false);
        Assert.Equal(("Klaar om 9.00 uur. 1 nieuw stuk.", true), await StandAsync(editor, page));
        Assert.Equal("/bron/gezond", (await editor.PageAsync(page)).QuerySelector(".running a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData(10, 30, "9.30 uur")]
    [InlineData(10, 600, "9.50 uur")]
    [InlineData(90, 600, null)]
    public async Task Harvest_now_keeps_the_rest_that_the_host_asked_for_an_hour_at_most(int ago, int next, string? until)
    {
        await using var kiosk = await StartAsync(source =>
            (source.LastOutcome, source.LastCheckedAt, source.NextCheckAt) = (HarvestOutcome.Busy, TestKiosk.Now.AddMinutes(-ago), TestKiosk.Now.AddMinutes(next)));
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using var pressed = await editor.SubmitAsync("/bron/gezond", "button[formaction$=oogst]");
        if (until is null)
        {
            Assert.Equal(TestKiosk.Now, Source(kiosk).NextCheckAt);
            return;
        }

        Assert.Contains($"Tot {until} halen we daar niets op.", TestKiosk.Parse(await pressed.Content.ReadAsStringAsync()).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(TestKiosk.Now.AddMinutes(next), Source(kiosk).NextCheckAt);
    }

    [Fact]
    public async Task A_paused_source_is_not_harvested_by_a_forged_press_either()
    {
        await using var kiosk = await StartAsync(source => (source.PausedAt, source.NextCheckAt) = (TestKiosk.Now, TestKiosk.Now.AddHours(3)));
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        Assert.Null((await editor.PageAsync("/bron/gezond")).QuerySelector("button[formaction$=oogst]"));
        using var asked = await PostAsync(editor, "oogst");
        Assert.Equal(TestKiosk.Now.AddHours(3), Source(kiosk).NextCheckAt);
        Assert.Contains("gepauzeerd of uitgezet", await StatusAsync(editor, asked.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_shows_what_would_come_and_keeps_nothing()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Serve("/feed", "<rss version='2.0'><channel><title>x</title><item><title>Schulden &amp;amp; <![CDATA[<script>alert(1)</script>]]></title><link>https://gezond.example/1</link><description>Over schulden.</description></item><item><title>Schaatsen</title><link>https://gezond.example/2</link></item></channel></rss>", "application/rss+xml");
        await using var kiosk = await StartAsync(source => (source.Url, source.Filter, source.ReadsPages) = (server.Url("feed"), "schulden", false), server.Host);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);

        using var tested = await editor.SubmitAsync("/bron/gezond", "button[formaction$=test]");

        var html = await tested.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        var rows = TestKiosk.Parse(html).QuerySelectorAll(".ledger tbody tr");
        Assert.Equal(["Blijft", "Past niet in het filter"], rows.Select(row => row.QuerySelector(".badge")!.TextContent));
        using var db = Open(kiosk);
        Assert.Empty(db.Articles);
    }

    [Theory]
    [InlineData("pauzeer")]
    [InlineData("hervat")]
    [InlineData("oogst")]
    [InlineData("test")]
    public async Task Nobody_but_an_editor_with_a_token_changes_a_source(string handler)
    {
        await using var kiosk = await StartAsync();
        using var stranger = kiosk.Visitor();
        using var reader = await kiosk.SignedInAsync(Role.Lezer);
        using var halfway = await kiosk.SignedInAsync(Role.Redacteur, secondFactor: false);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        foreach (var visitor in new[] { stranger, reader, halfway })
        {
            using var refused = await PostAsync(visitor, handler);
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
            Assert.False(refused.Headers.Location?.OriginalString.StartsWith("/bron/", StringComparison.Ordinal) ?? false);
        }

        using var forged = await PostAsync(editor, handler, withToken: false);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal((null, TestKiosk.Now.AddHours(1)), (Source(kiosk).PausedAt, Source(kiosk).NextCheckAt));
    }

    [Fact]
    public async Task Readers_see_no_buttons_and_an_unknown_source_is_not_found()
    {
        await using var kiosk = await StartAsync();
        using var reader = await kiosk.SignedInAsync(Role.Lezer);
        Assert.Null((await reader.PageAsync("/bron/gezond")).QuerySelector("#kop-bediening"));
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        Assert.NotNull((await editor.PageAsync("/bron/gezond")).QuerySelector("#kop-bediening"));
        using var unknown = await editor.GetAsync("/bron/bestaat-niet/bediening");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?oogst=onzin")]
    [InlineData("?oogst=99999999999999999999-1")]
    [InlineData("?oogst=9223372036854775807-1")]
    [InlineData("?oogst=-1--2")]
    public async Task An_address_that_asks_for_no_harvest_shows_none(string query)
    {
        await using var kiosk = await StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        var page = await editor.PageAsync(Control + query);
        Assert.Equal("Gezond bedienen", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector(".running"));
    }

    private static Task<TestKiosk> StartAsync(Action<Source>? change = null, string? host = null) => TestKiosk.StartAsync(
        db =>
        {
            var source = Seeds.Source("gezond", name: "Gezond");
            change?.Invoke(source);
            db.Sources.Add(source);
        },
        configure: builder =>
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Kiosk:Fetch:AllowedPrivateHosts"] = host ?? "" }));

    private static KioskDb Open(TestKiosk kiosk) => kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContext();

    private static Source Source(TestKiosk kiosk)
    {
        using var db = Open(kiosk);
        return db.Sources.Single();
    }

    private static void Change(KioskDb db, Action<Source> change) => change(db.Sources.Single());

    private static async Task<string> StatusAsync(TestVisitor visitor, string path) => (await visitor.PageAsync(path)).QuerySelector("[role=status]:not(.toasts)")!.TextContent;

    private static async Task<(string, bool)> StandAsync(TestVisitor visitor, string page)
    {
        var link = (await visitor.PageAsync(page)).QuerySelector("[data-oogst]")?.GetAttribute("data-oogst");
        using var answer = await visitor.GetAsync(string.IsNullOrEmpty(link) ? page + "&handler=stand" : link);
        var state = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        return (state.GetProperty("tekst").GetString()!, state.GetProperty("klaar").GetBoolean());
    }

    private static async Task<HttpResponseMessage> PostAsync(TestVisitor visitor, string handler, bool withToken = true)
    {
        var token = (await visitor.PageAsync("/bron/gezond")).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{Control}?handler={handler}", UriKind.Relative));
        request.Content = new FormUrlEncodedContent(withToken && token is not null ? [KeyValuePair.Create("__RequestVerificationToken", token)] : []);
        return await visitor.SendAsync(request);
    }
}
