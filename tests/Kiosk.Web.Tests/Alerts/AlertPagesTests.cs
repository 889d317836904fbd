using System.Net;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Alerts;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Opml;
using Kiosk.Web.Alerts;
using Kiosk.Web.Tests.Accounts;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Alerts;

public sealed class AlertPagesTests
{
    private const string Page = "/mijn-kiosk/attenderingen";

    [Fact]
    public async Task One_button_on_the_search_page_makes_an_alert_of_what_is_asked()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var reader = await kiosk.SignedInAsync(Role.Lezer);
        using var made = await reader.SubmitAsync("/zoeken?q=schulden&soort=nieuws&soort=wet&bron=fragment&van=2024", $"form[action^='{Page}'] button");
        Assert.StartsWith($"{Page}?nieuw=", made.Headers.Location!.ToString(), StringComparison.Ordinal);
        var alert = Assert.Single(await AlertsAsync(kiosk));
        Assert.Equal(("schulden (soort:nieuws OF soort:wet) bron:fragment na:2024", AlertPace.Dag), (alert.Query, alert.Pace));
        using var again = await reader.SubmitAsync("/zoeken?q=schulden&soort=nieuws&soort=wet&bron=fragment&van=2024", $"form[action^='{Page}'] button");
        Assert.Single(await AlertsAsync(kiosk));
        // Who is not signed in is led to the same question.
        var link = (await kiosk.PageAsync("/zoeken?q=schulden")).QuerySelector("a[href*='attenderingen']")!.GetAttribute("href")!;
        Assert.Equal($"/inloggen?terug={Uri.EscapeDataString($"{Page}?zoek=schulden")}", link);
        Assert.Equal("schulden", (await reader.PageAsync($"{Page}?zoek=schulden")).QuerySelector("#zoek-nieuw")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("", "Typ de woorden")]
    [InlineData("soort:onbekend schuld", "kent soort ‘onbekend’ niet")]
    public async Task What_cannot_wait_is_refused_and_all_that_was_filled_in_is_kept(string typed, string expected)
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var reader = await kiosk.SignedInAsync(Role.Lezer);
        using var refused = await reader.SubmitAsync(Page, "form[action$=nieuw] button", ("zoek", typed), ("tempo", "week"), ("precies", "1"));
        await StandsAsync(refused, "nieuw");
        Assert.Empty(await AlertsAsync(kiosk));

        using var made = await reader.SubmitAsync(Page, "form[action$=nieuw] button", ("zoek", "beslag"), ("tempo", "niet"));
        using var unchanged = await reader.SubmitAsync(Page, "form[action$=bewaar] button", ("zoek", typed), ("tempo", "week"), ("precies", "1"));
        await StandsAsync(unchanged, "1");
        Assert.Equal(("beslag", AlertPace.Niet, false), Assert.Single(await AlertsAsync(kiosk)) is var alert ? (alert.Query, alert.Pace, alert.Exactly) : default);

        async Task StandsAsync(HttpResponseMessage answer, string form)
        {
            var page = TestKiosk.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Contains(expected, page.QuerySelector("#fout")!.TextContent, StringComparison.Ordinal);
            var field = page.QuerySelector($"#zoek-{form}")!;
            Assert.Equal((typed, "true"), (field.GetAttribute("value") ?? "", field.GetAttribute("aria-invalid")));
            Assert.Equal("week", page.QuerySelector($"#tempo-{form} option[selected]")!.GetAttribute("value"));
            Assert.True(field.Closest("form")!.QuerySelector("[name=precies]")!.HasAttribute("checked"));
        }
    }

    [Fact]
    public async Task An_alert_is_changed_paused_thrown_away_and_put_back_and_nobody_elses_is_touched()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var reader = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        using var made = await reader.SubmitAsync(Page, "form[action$=nieuw] button", ("zoek", "beslag"), ("tempo", "meteen"));
        using var changed = await reader.SubmitAsync(Page, "form[action$=bewaar] button", ("zoek", "beslag auto"), ("tempo", "week"), ("precies", "1"));
        var alert = Assert.Single(await AlertsAsync(kiosk));
        Assert.Equal(("beslag auto", AlertPace.Week, true), (alert.Query, alert.Pace, alert.Exactly));
        using var paused = await reader.SubmitAsync(Page, "form[action$=pauze] button");
        Assert.NotNull((await AlertsAsync(kiosk))[0].PausedAt);
        using var on = await reader.SubmitAsync(Page, "form[action$=pauze] button");
        Assert.Null((await AlertsAsync(kiosk))[0].PausedAt);
        using var removed = await reader.SubmitAsync(Page, "form[action$=weg] button");
        Assert.Empty((await reader.PageAsync(Page)).QuerySelectorAll("section.panel"));
        using var back = await reader.SubmitAsync(removed.Headers.Location!.ToString(), "form[action$=terug] button");
        Assert.Single((await reader.PageAsync(Page)).QuerySelectorAll("section.panel"));

        using var other = await kiosk.SignedInAsync(Role.Lezer, "bilal@kiosk.example");
        foreach (var handler in new[] { "bewaar", "pauze", "weg", "feed" })
            using (await other.PostAsync(Page, "form[action$=nieuw]", $"{Page}?handler={handler}", ("id", "1"), ("zoek", "van mij"), ("tempo", "niet"), ("aan", "0"), ("adres", "nieuw"))) { }
        alert = Assert.Single(await AlertsAsync(kiosk));
        Assert.Equal(("beslag auto", null, null, null), (alert.Query, alert.PausedAt, alert.RemovedAt, alert.FeedKey));
    }

    [Fact]
    public async Task Its_feed_stands_at_an_address_that_can_be_replaced_and_taken_back()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var reader = await kiosk.SignedInAsync(Role.Lezer);
        using var made = await reader.SubmitAsync(Page, "form[action$=nieuw] button", ("zoek", "schulden"));
        kiosk.Fill(db =>
        {
            var alert = db.Alerts.Single();
            db.AlertFinds.AddRange(new[] { 1L, 2, 6 }.Select(article => new AlertFind { AlertId = alert.Id, UserId = alert.UserId, ArticleId = article, FoundAt = TestKiosk.Now.AddMinutes(article) }));
        });
        using var asked = await reader.SubmitAsync(Page, "form[action$=feed] button[value=nieuw]");
        var first = (await reader.PageAsync(Page)).QuerySelector("a[href$='rss.xml']")!.GetAttribute("href")!;
        using (var answer = await kiosk.GetAsync(first))
        {
            var feed = FeedReader.Read(await answer.Content.ReadAsByteArrayAsync(), answer.Content.Headers.ContentType!.ToString(), null).Feed!;
            Assert.Equal(["2", "1"], feed.Items.Select(item => item.Id!.Split('/')[^1]));
            Assert.DoesNotContain("schulden61", feed.Items[0].Summary, StringComparison.Ordinal);
            Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
            Assert.True(answer.Headers.CacheControl!.Private);
        }

        using (var opml = await reader.GetAsync("/mijn-kiosk/feeds.opml"))
            Assert.Equal($"http://localhost{first}", Assert.Single(OpmlReader.Read(await opml.Content.ReadAsByteArrayAsync()).Feeds).Url.Replace(":5000", "", StringComparison.Ordinal));
        using var other = await reader.SubmitAsync(Page, "form[action$=feed] button[value=nieuw]");
        Assert.Equal(HttpStatusCode.NotFound, (await kiosk.GetAsync(first)).StatusCode);
        var second = (await reader.PageAsync(Page)).QuerySelector("a[href$='rss.xml']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await kiosk.GetAsync(second)).StatusCode);
        using var gone = await reader.SubmitAsync(Page, "form[action$=feed] button[value=weg]");
        Assert.Equal(HttpStatusCode.NotFound, (await kiosk.GetAsync(second)).StatusCode);
    }

    [Fact]
    public async Task The_link_in_a_letter_shows_and_its_button_or_one_click_switches_off()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var reader = await kiosk.SignedInAsync(Role.Lezer);
        using var made = await reader.SubmitAsync(Page, "form[action$=nieuw] button", ("zoek", "schulden"));
        var link = kiosk.Services.GetRequiredService<AlertMail>().OffLink((await AlertsAsync(kiosk))[0].Id).AbsolutePath;
        Assert.Contains("schulden", (await kiosk.PageAsync(link)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await AlertsAsync(kiosk))[0].PausedAt);
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        using var clicked = await kiosk.Client().PostAsync(new Uri(link, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, clicked.StatusCode);
        Assert.NotNull((await AlertsAsync(kiosk))[0].PausedAt);
        Assert.Equal(HttpStatusCode.NotFound, (await kiosk.GetAsync(link[..^1] + (link[^1] == 'A' ? 'B' : 'A'))).StatusCode);
    }

    private static async Task<List<Alert>> AlertsAsync(TestKiosk kiosk)
    {
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        return await db.Alerts.AsNoTracking().ToListAsync();
    }
}
